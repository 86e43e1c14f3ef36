// Every page: no axe violation at WCAG 2.2 AA, valid HTML, no sideways overflow on a phone, no complaint in the
// console, in light and in dark.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theOperator } from '#journal/information-class.ts'
import { hasBrowser, openBrowser } from '../looks/browser.ts'
import { pageAddresses } from './addresses.ts'
import { operatorKey, type Served, served } from './served.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env.SECRETARIAT_PICTURES
const looks = [
  { width: 1280, theme: 'light' },
  { width: 390, theme: 'dark' },
  { width: 1280, theme: 'dark' },
  { width: 390, theme: 'light' },
] as const
const own = [
  '/search',
  '/search?q=smki',
  '/api',
  '/nothing-here',
  '/meetings?limit=many',
  '/meetings?as-of=2016-07-01',
  '/meetings?known-at=2020-01-01',
  '/code/drafting',
  '/code/drafting?draft=SECMP0030&provision=H3',
  '/code/drafting?draft=SECMP0009&form=instructions&add=1',
  '/code/merge?drafts=SECMP0025,SECMP0030',
  '/desk/rebase-draft?modification=SECMP0030',
  '/desk/incorporate-draft?modification=SECMP0030',
]

let office: Served
let browser: Browser
beforeAll(async () => {
  office = await served()
})
afterAll(() => office.close())

async function everyAddress(): Promise<string[]> {
  const desk = office.office.commands.slice(0, 4).map(({ name }) => `/desk/${name}`)
  const listed = await office.web.server.inject('/api/v1/sources')
  const [source] = listed.json().answer.sources as { entries: string[] }[]
  const record = `/record/${source!.entries.join(',')}`
  return [...(await pageAddresses(office.office, theOperator)), ...own, record, '/desk', ...desk]
}

describe('every page', () => {
  it('is valid HTML', async () => {
    const root = join(import.meta.dirname, '../..')
    const validator = new HtmlValidate(new FileSystemConfigLoader())
    const faults: string[] = []
    for (const address of await everyAddress()) {
      const { payload } = await office.web.server.inject({
        url: address,
        headers: { authorization: `Bearer ${operatorKey}` },
      })
      const report = await validator.validateString(payload, join(root, 'page.html'))
      for (const { messages } of report.results)
        faults.push(
          ...messages.map(
            ({ ruleId, message, line }) => `${address} ${line}: ${ruleId}: ${message}`,
          ),
        )
    }
    expect(faults).toEqual([])
  }, 180_000)

  it.runIf(hasBrowser)(
    'is accessible, fits, and is quiet in the browser',
    async () => {
      browser = await openBrowser()
      const faults: string[] = []
      try {
        for (const [index, address] of (await everyAddress()).entries()) {
          const chosen = pictures ? looks : [looks[index % 2 === 0 ? 0 : 1]!]
          for (const look of chosen) faults.push(...(await faultsOf(address, look)))
        }
      } finally {
        await browser.close()
      }
      expect(faults).toEqual([])
    },
    600_000,
  )
})

async function faultsOf(address: string, look: (typeof looks)[number]): Promise<string[]> {
  const context = await contextOf(look)
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4'))
        faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(office.address + address)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overflow > 0) faults.push(`overflows by ${overflow}px`)
    await page.evaluate(axe)
    const { violations } = (await page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    )) as { violations: { id: string; nodes: { html: string }[] }[] }
    faults.push(...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`))
    if (pictures)
      await page.screenshot({
        path: join(
          pictures,
          `${address.replace(/[^a-z0-9]+/gi, '_')}-${look.width}-${look.theme}.png`,
        ),
        fullPage: true,
      })
    return faults.map((fault) => `${address} at ${look.width} ${look.theme}: ${fault}`)
  } finally {
    await context.close()
  }
}

async function contextOf({ width, theme }: (typeof looks)[number]): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  const page = await context.newPage()
  await page.goto(`${office.address}/operator?key=${operatorKey}`)
  await page.close()
  return context
}
