// An amendment from its first draft into the text: drafted by editing, with what it does shown as one types; kept from
// the public until it is published; found to clash; carried onto a text that moved; and incorporated.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../looks/browser.ts'
import { operatorKey, type Served, served } from './served.ts'

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

const asOperator = { authorization: `Bearer ${operatorKey}` }
const read = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await office.web.server.inject({ url: `/api/v1${address}`, headers })
  return {
    status: answer.statusCode,
    answer: answer.statusCode === 200 ? answer.json().answer : null,
  }
}
const send = (address: string, payload: object) =>
  office.web.server.inject({
    method: 'POST',
    url: `/api/v1${address}`,
    payload,
    headers: asOperator,
  })

/** The words of a provision as in force on a day. */
async function wordsOf(number: string, day: string): Promise<string> {
  const { answer } = await read(`/code/${number}?as-of=${day}`)
  return answer.lines
    .flatMap((line: { paragraphs: { s: string }[][] }) => line.paragraphs)
    .map((runs: { s: string }[]) => runs.map(({ s }) => s).join(''))
    .join(' ')
}

/** Which draft the public finds beside a provision, in the register, by search, in the radar. */
async function publicTraces(modification: string): Promise<string[]> {
  const pages = [
    '/code/drafts',
    '/code/drafts.csv',
    `/code/drafts/${modification}`,
    `/code/drafts/${modification}/rebase`,
    '/code/J1.5',
    '/code/clashes',
    '/code/clashes.csv',
    '/code/clashes.atom',
    `/code/merge?drafts=${modification},SECMP0030`,
    '/code/search?q=twelve&where=in-proposals',
    `/search?q=${modification}`,
    '/api/v1/code/drafts',
    '/api/v1/code/clashes',
  ]
  const found: string[] = []
  for (const page of pages) {
    const { payload } = await office.web.server.inject(page)
    if (/twelve Working Days|A longer time to pay/.test(payload)) found.push(page)
  }
  return found
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env.SECRETARIAT_PICTURES

/** Pages that only a clash brings about are as accessible as every other. */
async function looksWell(page: Page, name: string) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  await page.evaluate(axe)
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] }
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

async function openDesk(page: Page) {
  await page.goto(`${office.address}/operator?key=${operatorKey}`)
}

describe.runIf(hasBrowser)('an amendment', () => {
  it('is drafted by editing the text, and shown as one types', async () => {
    expect((await office.web.server.inject('/code/drafting')).statusCode).toBe(404)
    const page = await browser!.newPage({ bypassCSP: true })
    await openDesk(page)
    await page.goto(`${office.address}/code/drafting?draft=SECMP0018&provision=J1.5`)
    const text = page.getByLabel('Edited text')
    const before = await text.inputValue()
    expect(before).toMatch(/^J1\.5 Due Date \| The Due Date of an invoice is 5 Working Days/)

    await text.fill(`${before}\n      (a) too deep`)
    await page.waitForSelector('text=Line 2: A provision stands at most one level below')
    expect(await text.inputValue()).toContain('too deep')

    await text.fill(before.replace('5 Working Days', 'twelve Working Days'))
    await page.waitForSelector(
      '.preview .instruction >> text=/In J1.5, for “5.* substitute “twelve/',
    )
    await page.waitForSelector('.preview ins.change')
    await looksWell(page, 'drafting')

    await page.getByLabel('Title').fill('A longer time to pay')
    await page.getByLabel('Starts').fill('2027-06-01')
    await page.getByRole('button', { name: 'Check the answers' }).click()
    await page.waitForSelector('text=check your answers')
    expect(await page.locator('.preview ins.change').count()).toBeGreaterThan(0)
    await looksWell(page, 'drafting-checked')
    await page.getByRole('button', { name: 'Enter it in the record' }).click()
    await page.waitForSelector('text=Entered in the record.')
    expect(new URL(page.url()).pathname).toBe('/code/drafts/SECMP0018')
    expect(await page.textContent('main')).toContain('red')
    await page.close()
  }, 60_000)

  it('is seen by nobody else until it is published', async () => {
    expect(await publicTraces('SECMP0018')).toEqual([])
    expect((await read('/code/drafts/SECMP0018')).status).toBe(404)
    const { answer } = await read('/code/drafts/SECMP0018', asOperator)
    expect(answer).toMatchObject({ state: 'open', class: 'red', agree: 'agree' })

    const lines =
      'J1.5 Due Date | The Due Date of an invoice is twelve Working Days after its arrival or 8 Working Days after the month that it is for, whichever day is the later.'
    const same = await send('/code/drafts', {
      modification: 'SECMP0018',
      title: 'A longer time to pay',
      starts: '2027-06-01',
      class: 'white',
      provision: 'J1.5',
      edited: lines,
    })
    expect(same.statusCode).toBe(201)
    expect((await publicTraces('SECMP0018')).length).toBeGreaterThan(4)
    const { answer: published } = await read('/code/drafts/SECMP0018')
    expect(published.revisions).toHaveLength(1)
    const { answer: beside } = await read('/code/J1.5')
    expect(beside.proposals).toContainEqual(
      expect.objectContaining({ reference: 'SECMP0018', how: 'amends' }),
    )
  })

  it('is found to clash with a second draft', async () => {
    const second = await send('/code/drafts', {
      modification: 'SECMP0023',
      title: 'A shorter time to pay',
      starts: '2027-03-01',
      class: 'white',
      instructions: 'In J1.5, for “5 Working Days” substitute “two Working Days”',
    })
    expect(second.statusCode).toBe(201)
    const { answer } = await read('/code/clashes')
    const clash = answer.clashes.find(({ between }: { between: string[] }) =>
      between.includes('SECMP0023'),
    )
    expect(clash).toMatchObject({ between: ['SECMP0018', 'SECMP0023'], grade: 1 })
    const feed = await office.web.server.inject('/code/clashes.atom')
    expect(feed.payload).toContain('SECMP0018 and SECMP0023: merge conflict')
    const { answer: merge } = await read('/code/merge?drafts=SECMP0018,SECMP0023')
    expect(merge.merged.conflicts).toHaveLength(1)
  })

  it('is refused with its line, and keeps what was typed', async () => {
    const refused = await send('/code/drafts', {
      modification: 'SECMP0023',
      title: 'x',
      class: 'white',
      instructions: 'In J1.5, for “5 Working Days” substitute “two”\nDelete J99',
    })
    expect(refused.statusCode).toBe(422)
    const [refusal] = refused.json().refusals
    expect(refusal).toMatchObject({ rule: 'draftApplies', field: 'instructions' })
    expect(refusal.says).toContain('Line 2')
  })

  it('is carried onto a text that moved, a conflict being settled by a person', async () => {
    const made = await send('/code/drafts/incorporations', {
      modification: 'SECMP0023',
      reference: 'SECMP0023-1',
    })
    expect(made.statusCode).toBe(201)
    expect(await wordsOf('J1.5', '2027-03-01')).toContain('two Working Days')
    const { answer: moved } = await read('/code/drafts/SECMP0018')
    expect(moved.moved).toMatchObject({ conflicts: 1, day: '2027-06-01' })
    expect((await send('/code/drafts/rebases', { modification: 'SECMP0018' })).statusCode).toBe(422)
    const early = await send('/code/drafts/incorporations', {
      modification: 'SECMP0018',
      reference: 'SECMP0018-1',
    })
    expect(early.json().refusals).toMatchObject([{ rule: 'draftFitsTheText' }])

    const page = await browser!.newPage({ bypassCSP: true })
    await page.goto(`${office.address}/code/drafts/SECMP0018/rebase`)
    expect(await page.locator('.one-text').count()).toBe(3)
    expect(await page.getByRole('radio').count()).toBe(0)
    await openDesk(page)
    await page.goto(`${office.address}/code/drafts/SECMP0018/rebase`)
    await looksWell(page, 'conflicts')
    await page.getByLabel('In these words:').check()
    await page.getByLabel(/^Words of your own/).fill('ten Working Days')
    await page.getByRole('button', { name: 'Show what was chosen' }).click()
    await page.waitForSelector('text=Every conflict is settled.')
    await looksWell(page, 'settled')
    expect(await page.getByLabel(/^Words of your own/).inputValue()).toBe('ten Working Days')
    await page.getByRole('button', { name: 'Check the answers' }).click()
    await page.getByRole('button', { name: 'Enter it in the record' }).click()
    await page.waitForSelector('text=Entered in the record.')
    await page.close()
    const { answer } = await read('/code/drafts/SECMP0018')
    expect(answer.moved).toBeNull()
    expect(answer.revisions.at(-1).settled).toMatchObject([
      { choice: 'own', words: 'ten Working Days' },
    ])
  }, 60_000)

  it('is incorporated, and then part of the text from its day on', async () => {
    const page = await browser!.newPage({ bypassCSP: true })
    await openDesk(page)
    await page.goto(`${office.address}/code/drafts/SECMP0018`)
    await page.getByRole('link', { name: 'incorporate it' }).click()
    await page.waitForSelector('.preview ins.change')
    await page.getByRole('button', { name: 'Check the answers' }).click()
    await page.getByRole('button', { name: 'Enter it in the record' }).click()
    await page.waitForSelector('text=Entered in the record.')
    expect(await page.textContent('.headline')).toContain('Part of the text')
    await page.close()
    expect(await wordsOf('J1.5', '2027-05-31')).toContain('two Working Days')
    expect(await wordsOf('J1.5', '2027-06-01')).toContain('ten Working Days')
    const { answer } = await read('/code/J1.5')
    expect(answer.proposals.map(({ reference }: { reference: string }) => reference)).not.toContain(
      'SECMP0018',
    )
  })

  it('works without script, by the button that shows what it does', async () => {
    const context = await browser!.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await openDesk(page)
    await page.goto(`${office.address}/code/drafting?draft=SECMP0009&form=instructions`)
    await page.getByRole('button', { name: 'Put this into the draft' }).first().click()
    await page.waitForSelector('text=no consequences')
    expect(await page.getByLabel('Instructions').inputValue()).toContain('for “Section F2”')
    await page.getByLabel('Instructions').fill('Delete F99')
    await page.getByRole('button', { name: 'Show what it does' }).click()
    await page.waitForSelector('text=Line 1:')
    expect(await page.getByLabel('Instructions').inputValue()).toContain('Delete F99')
    await context.close()
  })
})
