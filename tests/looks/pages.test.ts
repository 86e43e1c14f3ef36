import { mkdirSync } from 'node:fs'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser, openSpecimen } from './browser.ts'
import { specimens } from './specimen.tsx'

// Set it to a folder to look at the sheet with your own eyes.
const pictures = process.env.SECRETARIAT_PICTURES

// Together they see each width and each theme; the pictures show every pair.
const looks = [
  { width: 1280, theme: 'light' },
  { width: 390, theme: 'dark' },
  ...(pictures
    ? ([
        { width: 390, theme: 'light' },
        { width: 1280, theme: 'dark' },
      ] as const)
    : []),
] as const

describe.runIf(hasBrowser)('the specimen sheet in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  describe.each(specimens.map(({ name }) => name))('%s', (name) => {
    it.each(looks)('is accessible and fits at $width in $theme', async (look) => {
      const { page, complaints } = await openSpecimen(browser, name, look)
      try {
        if (pictures) {
          mkdirSync(pictures, { recursive: true })
          await page.screenshot({
            path: `${pictures}/${name}-${look.width}-${look.theme}.png`,
            fullPage: true,
          })
        }
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() =>
          // The page has axe once its source has been evaluated there.
          (window as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          }),
        )
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        ).toEqual([])
        expect(complaints).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
      } finally {
        await page.close()
      }
    })
  })
})
