// Somebody reads the Code: a provision on two days, why it says so, what changed, word by word, and takes it away;
// through the pages with a browser, and the same through the API.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { draftedText } from '#legal-text/drafts/drafted-text.ts'
import { draftOnRecord } from '#legal-text/drafts/drafts-on-record.ts'
import { readAkn, readAknAmendment } from '#legal-text/engine/formats/index.ts'
import { openZip } from '#legal-text/engine/formats/zip/zip.ts'
import { applyOps, newStore } from '#legal-text/engine/index.ts'
import { textOf } from '#legal-text/text/text-on-record.ts'
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

const at = async (path: string): Promise<Page> => {
  const page = await browser!.newPage()
  await page.goto(office.address + path)
  return page
}
const beside = (page: Page) => page.locator('.provision-margin').innerText()
const json = async (path: string) =>
  (await office.web.server.inject(`/api/v1${path}`)).json().answer
const bytes = async (path: string) => (await office.web.server.inject(path)).rawPayload

describe.runIf(hasBrowser)('a reader', () => {
  it('sees what the direction of 29 September 2016 did to E2, and the day before did not', async () => {
    const before = await at('/code/E2?as-of=2016-09-28')
    expect(await beside(before)).toMatch(
      /Ahead\s+Varied by the direction of 29 September 2016; words not held/,
    )
    const page = await at('/code/E2?as-of=2016-09-30')
    expect(await page.locator('h1').innerText()).toBe('Supply of Registration Data')
    expect(await page.locator('.time-warning').innerText()).toContain('30 September 2016')
    expect(await beside(page)).toMatch(
      /Holds\s+Varied by the direction of 29 September 2016; words not held/,
    )
    expect(await beside(page)).toMatch(/Over\s+Varied by .* by 29 September 2016/)
    expect(await page.locator('.illustrative-note').innerText()).toContain('our own')
    await page.close()
    await before.close()
  }, 30_000)

  it('asks why a clause says this: one click to the modification, one to the redline', async () => {
    const page = await at('/code/G7?as-of=2017-03-31')
    const history = page.locator('.stretches li').first()
    expect(await history.innerText()).toContain('from 15 March 2017')
    await Promise.all([
      page.waitForNavigation(),
      history.getByRole('link', { name: 'SECMP0026' }).click(),
    ])
    expect(page.url()).toContain('/modifications/SECMP0026')
    await page.goBack()
    await Promise.all([
      page.waitForNavigation(),
      page.locator('.stretches li').first().getByRole('link', { name: 'what changed' }).click(),
    ])
    expect(await page.locator('.redline ins').first().innerText()).not.toBe('')
    await page.keyboard.press('n')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '#change-1',
    )
    await page.close()
  }, 30_000)

  it('reads a region by itself where something holds only there', async () => {
    const page = await at('/code/H3?as-of=2016-11-10')
    expect(await page.locator('.regions').innerText()).toContain('some regions only')
    const everywhere = await page.locator('.provision-text').innerText()
    await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'North' }).click()])
    const north = await page.locator('.provision-text').innerText()
    expect(north.length).toBeGreaterThan(everywhere.length)
    expect(await page.locator('.regions').innerText()).toContain('North Region')
    await page.close()
  }, 30_000)

  it('follows a number that is no longer, and a reference to what it means on the same day', async () => {
    const page = await at('/code/E?as-of=2016-09-30')
    expect(page.url()).toContain('/code/Section-E?as-of=2016-09-30')
    const reference = page.locator('.code-text a.reference, .code-text a.term').first()
    await Promise.all([page.waitForNavigation(), reference.click()])
    expect(page.url()).toContain('as-of=2016-09-30')
    await page.close()
  }, 30_000)

  it('finds words, and a number first of all', async () => {
    const page = await at('/code')
    await page.locator('#find').fill('Working Days')
    await Promise.all([page.waitForNavigation(), page.locator('.compare-form button').click()])
    expect(await page.locator('.found li').count()).toBeGreaterThan(3)
    await page.locator('#find').fill('D8.4')
    await Promise.all([page.waitForNavigation(), page.locator('.compare-form button').click()])
    expect(await page.locator('.found li').first().innerText()).toMatch(/^D8\.4/)
    await page.close()
  }, 30_000)

  it('reads a redline without script, in two columns, and prints it', async () => {
    const context = await browser!.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${office.address}/code/redline?from=5.4&to=5.5&columns=2`)
    expect(await page.locator('.headline').innerText()).toContain('from version 5.4 to version 5.5')
    expect(await page.locator('.redline-row del').count()).toBeGreaterThan(0)
    await context.close()
  }, 30_000)
})

describe('a program', () => {
  it('reads the same provision, with its hash, history and effects', async () => {
    const e2 = await json('/code/E2?as-of=2016-09-30')
    expect(e2.number).toBe('E2')
    expect(e2.version).toMatch(/^[0-9a-f]{64}$/)
    const varied = e2.effects.find(
      ({ reference }: { reference: string }) => reference === 'E1-E2-varied-2016',
    )
    expect(varied).toMatchObject({ stands: 'holds', wordsHeld: false })
    const moved = await office.web.server.inject('/api/v1/code/E?as-of=2016-09-30')
    expect(moved.statusCode).toBe(307)
    expect(moved.headers.location).toBe('/api/v1/code/Section-E?as-of=2016-09-30')
  })

  it('gets a redline by days, labels and hashes, and is told what it asked wrongly', async () => {
    const byLabel = await json('/code/redline?from=5.4&to=5.5')
    const byHash = await json(
      `/code/redline?from=${byLabel.from.version.slice(0, 12)}&to=${byLabel.to.version.slice(0, 12)}`,
    )
    expect(byHash.entries).toEqual(byLabel.entries)
    expect((await json('/code/redline?from=soon')).faults[0]).toContain('it came as soon')
  })

  it('takes the text away in every format, each a sound file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taken-'))
    const saved = async (path: string, name: string) => {
      writeFileSync(join(folder, name), await bytes(path))
      return join(folder, name)
    }
    const pdf = await saved('/code/text.pdf?provision=Section-D&as-of=2017-03-31', 'd.pdf')
    expect(execFileSync('pdftotext', [pdf, '-']).toString()).toContain(
      'As in force on 31 March 2017',
    )
    const redline = await saved('/code/redline.pdf?from=5.4&to=5.5', 'r.pdf')
    expect(execFileSync('pdftotext', [redline, '-']).toString()).toContain('Security Sub-Committee')
    const word = openZip(await bytes('/code/redline.docx?from=5.4&to=5.5')).read(
      'word/document.xml',
    )
    expect(Buffer.from(word!).toString()).toMatch(/<w:del .*<w:ins /s)
    expect((await bytes('/code/text.xml')).toString()).toContain('<akomaNtoso')
    expect((await bytes('/code/text.txt?provision=E2')).toString()).toMatch(
      /^E2\tSupply of Registration Data/m,
    )
    expect((await bytes('/code/text.html?provision=E2')).toString()).toMatch(/^<!DOCTYPE html>/)
  }, 60_000)

  it('reads the Akoma Ntoso of a day back to the hash of that day', async () => {
    const { version } = await json('/code/text?as-of=2017-03-31')
    const xml = (await bytes('/code/text.xml?as-of=2017-03-31')).toString()
    expect(xml).toContain('SECMP0026')
    expect(newStore().plant(readAkn(xml, 'taken').draft).treeHash).toBe(version)
  })

  it('takes a draft away as an amending document that carries its operations, and as any redline', async () => {
    const draft = await json('/code/drafts/SECMP0009')
    const xml = (await bytes('/code/drafts/SECMP0009/amendment.xml')).toString()
    const { amendment } = readAknAmendment(xml)
    expect(amendment.layer).toBe('permanent')
    const reading = await office.office.read({ code: 'sec', viewer: thePublic })
    const text = textOf(reading)!
    const { base } = draftedText(text, draftOnRecord(reading, 'SECMP0009')!.latest)!
    const applied = applyOps(text.store, base, amendment.ops)
    expect(applied.ok && applied.value.root.treeHash).toBe(draft.gives)
    const sides = 'from=baseline:SECMP0009&to=draft:SECMP0009'
    expect((await json(`/code/redline?${sides}`)).to.version).toBe(draft.gives)
    expect((await bytes(`/code/redline.pdf?${sides}`)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
