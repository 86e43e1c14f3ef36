// The main job, by somebody who has never been here, by the keyboard alone: from the front page to a figure of the
// year's report and the entries beneath it; then another day, a decision and its source, a search, and the same for programs.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../looks/browser.ts'
import { type Served, served } from './served.ts'

let office: Served
let browser: Browser | undefined
beforeAll(async () => {
  office = await served()
  if (hasBrowser) browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await office.close()
})

const asPublic = async (): Promise<Page> => {
  const page = await browser!.newPage()
  await page.goto(`${office.address}/`)
  return page
}

/** Follows a link as a keyboard does; it must be able to take the focus, and show it. */
async function follow(page: Page, name: string | RegExp, within = '#main') {
  const link = page.locator(within).getByRole('link', { name }).first()
  await link.focus()
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const heading = (page: Page) => page.locator('h1').innerText()
const headline = (page: Page) => page.locator('.headline').first().innerText()

describe.runIf(hasBrowser)('a newcomer, by the keyboard', () => {
  it('finds how many Parties there were on 31 March 2017, and the entries beneath', async () => {
    const page = await asPublic()
    await follow(page, 'End of Regulatory Year Report 2016-17')
    expect(await heading(page)).toBe('End of Regulatory Year Report 2016-17')
    await follow(page, /^233 /)
    expect(await headline(page)).toContain('233 Parties')
    await follow(page, /entries/, '#main table')
    expect(await heading(page)).toMatch(/entries of the record$/)
    const entries = page.locator('article.entry')
    expect(await entries.count()).toBeGreaterThan(0)
    expect(await entries.first().innerText()).toContain('Illustrative')
    await page.close()
  }, 20_000)

  it('asks for another day with the control of the frame, is told so, and comes back', async () => {
    const page = await asPublic()
    await follow(page, 'The Code', '#rooms')
    await page.locator('.time-control summary').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('As in force on').fill('2016-11-07')
    await page.getByLabel('As in force on').press('Enter')
    await page.waitForSelector('.time-warning')
    expect(new URL(page.url()).searchParams.get('as-of')).toBe('2016-11-07')
    expect(await page.locator('.time-warning').innerText()).toContain('on 7 November 2016')
    expect(await headline(page)).toContain('5.0')
    await follow(page, 'Parties', '#rooms')
    expect(await page.locator('.time-warning').count()).toBe(1)
    await follow(page, 'Back to today', '.time-warning')
    expect(await page.locator('.time-warning').count()).toBe(0)
    await page.close()
  }, 20_000)

  it('looks for a proposal and reads what was decided, and where that is stated', async () => {
    const page = await asPublic()
    await page.keyboard.press('/')
    await page.keyboard.type('SECMP0022')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await follow(page, /^SECMP0022: Expanding/, '.found')
    const facts = await page.locator('.docket-facts').innerText()
    expect(facts).toMatch(/Change Board\s+Approved/)
    expect(facts).toMatch(/Source\s+SEC End of Regulatory Year Report 2016-17/)
    await page.close()
  }, 20_000)

  it('narrows the rulebook to what nobody has verified about budgets', async () => {
    const page = await asPublic()
    await follow(page, 'Rulebook', '#rooms')
    await follow(page, /^All unverified/)
    await page.getByLabel('Words in the rulebook').fill('budget')
    await page.getByLabel('Words in the rulebook').press('Enter')
    await page.waitForURL(/q=budget/)
    const rows = await page.locator('.register-rows tbody tr').allInnerTexts()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/unverified|Value not known/)
    await page.close()
  }, 20_000)
})

describe('what a page offers to programs', () => {
  it.each([
    '/',
    '/parties',
    '/modifications',
    '/bodies',
    '/meetings',
    '/code/versions',
    '/reports',
  ])('%s: every link to data, table and feed answers in its own kind', async (address) => {
    const { payload } = await office.web.server.inject(address)
    const foot = payload.slice(payload.indexOf('<footer'))
    const links = [...foot.matchAll(/<a href="([^"]+)">as (?:a )?(data|table|feed) /g)]
    expect(links.length).toBeGreaterThan(0)
    const kinds = { data: 'application/json', table: 'text/csv', feed: 'application/atom+xml' }
    for (const [, href, kind] of links) {
      const answer = await office.web.server.inject(href!.replaceAll('&amp;', '&'))
      expect([href, answer.statusCode]).toEqual([href, 200])
      expect(answer.headers['content-type']).toContain(kinds[kind as keyof typeof kinds])
    }
  })
})
