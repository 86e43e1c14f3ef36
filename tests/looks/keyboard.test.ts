import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser, openSpecimen } from './browser.ts'

describe.runIf(hasBrowser)('the keyboard', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const focused = () => document.activeElement?.id || document.activeElement?.textContent

  it('reaches the search by a stroke, but not while one is typing', async () => {
    const { page } = await openSpecimen(browser, 'register', { width: 1280, theme: 'light' })
    await page.keyboard.press('/')
    expect(await page.evaluate(focused)).toBe('search')
    await page.keyboard.type('a/b')
    expect(await page.inputValue('#search')).toBe('a/b')
    await page.close()
  })

  it('steps through the changes and round again', async () => {
    const { page } = await openSpecimen(browser, 'code', { width: 1280, theme: 'light' })
    const visited: unknown[] = []
    for (const key of ['n', 'n', 'n', 'p']) {
      await page.keyboard.press(key)
      visited.push(await page.evaluate(focused))
    }
    expect(visited).toEqual(['D4.2', 'D4.2(b)', 'D4.2', 'D4.2(b)'])
    await page.close()
  })

  it('skips to the page first of all', async () => {
    const { page } = await openSpecimen(browser, 'register', { width: 1280, theme: 'light' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focused)).toBe('Skip to the page')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(focused)).toBe('main')
    await page.close()
  })

  it('opens the rooms on a narrow page and closes them again', async () => {
    const { page } = await openSpecimen(browser, 'register', { width: 390, theme: 'light' })
    const rooms = page.locator('#rooms')
    expect(await rooms.isVisible()).toBe(false)
    await page.focus('.rooms-button')
    await page.keyboard.press('Enter')
    expect(await rooms.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await rooms.isVisible()).toBe(false)
    await page.close()
  })

  it('starts a form that came back at what stands in its way, with nothing lost', async () => {
    const { page } = await openSpecimen(browser, 'form', { width: 1280, theme: 'light' })
    expect(await page.evaluate(focused)).toBe('error-summary')
    expect(await page.inputValue('#field-text')).toBe('One witness may be taken ill.\nTwo may not.')
    expect(await page.inputValue('#field-from')).toBe('the first of June')
    await page.close()
  })
})
