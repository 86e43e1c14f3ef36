// The operator enters a meeting: through the form, with a mistake mended on the way, and through the API.

import type { Browser } from 'playwright-core'
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

const total = async () => {
  const answer = await office.web.server.inject('/api/v1/meetings?body=change-board')
  return answer.json().answer.total as number
}

describe.runIf(hasBrowser)('through the pages', () => {
  it.each([true, false])('by the keyboard alone, with script %s', async (javaScriptEnabled) => {
    const before = await total()
    const reference = `CB-BY-HAND-${javaScriptEnabled}`
    const context = await browser!.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${office.address}/desk`)
    expect(await page.textContent('h1')).toBe('Not found')

    await page.goto(`${office.address}/operator?key=${operatorKey}`)
    expect(await page.textContent('.masthead, header')).toContain('Operator')
    await page.getByRole('link', { name: 'Enter a meeting on record' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('form.office-form')

    await page.getByLabel('Reference').focus()
    await page.keyboard.type(reference)
    await page.getByLabel('Body').focus()
    await page.keyboard.type('change-board')
    await page.getByLabel('Kind').focus()
    await page.keyboard.type('meeting')
    await page.getByLabel('Held').focus()
    await page.keyboard.type('next week')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=2017-03-31')
    expect(await page.getByLabel('Reference').inputValue()).toBe(reference)
    expect(await page.getByLabel('Held').inputValue()).toBe('next week')

    await page.getByLabel('Held').fill('2017-03')
    await page.getByLabel('Source').fill('the minutes')
    await page.getByRole('button', { name: 'Check the answers' }).press('Enter')
    await page.waitForSelector('text=check your answers')
    expect(await total()).toBe(before)
    await page.getByRole('button', { name: 'Enter it in the record' }).press('Enter')
    await page.waitForSelector('text=Entered in the record.')
    expect(new URL(page.url()).pathname).toBe(`/meetings/${reference}`)
    expect(await total()).toBe(before + 1)

    await page.getByRole('link', { name: /entry/i }).first().press('Enter')
    await page.waitForSelector('text=Meeting held')
    await context.close()
  })
})

describe('through the API', () => {
  const post = (payload: object, headers = { authorization: `Bearer ${operatorKey}` }) =>
    office.web.server.inject({ method: 'POST', url: '/api/v1/meetings', payload, headers })
  const meeting = {
    reference: 'CB-API',
    body: 'change-board',
    kind: 'meeting',
    held: '2016-07',
    source: 'the minutes',
  }

  it('enters, and refuses the second time with the rule', async () => {
    const before = await total()
    const entered = await post(meeting)
    expect(entered.statusCode).toBe(201)
    expect(entered.headers.location).toBe('/meetings/CB-API')
    expect(await total()).toBe(before + 1)
    const again = await post(meeting)
    expect(again.statusCode).toBe(422)
    expect(again.headers['content-type']).toContain('application/problem+json')
    expect(again.json().refusals).toMatchObject([{ rule: 'meetingIsNew', field: 'reference' }])
  })

  it('answers 409 where somebody was first', async () => {
    const stale = await office.web.server.inject({
      method: 'POST',
      url: '/api/v1/meetings',
      payload: { ...meeting, reference: 'CB-STALE' },
      headers: { authorization: `Bearer ${operatorKey}`, 'if-match': '"3"' },
    })
    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({ seen: 3, found: 0 })
  })

  it.each([
    ['nothing', {}],
    ['numbers', { reference: 1, body: 2, kind: 3, held: 4, source: 5 }],
    ['a very long text', { ...meeting, reference: 'A'.repeat(5_000) }],
    ['a NUL', { ...meeting, reference: 'CB-NUL', notes: 'a\u0000b' }],
    ['a bell', { ...meeting, reference: 'CB-BELL', notes: 'a\u0007b' }],
    ['half a character', { ...meeting, reference: 'CB-HALF', notes: '\ud800' }],
    ['markup', { ...meeting, reference: '<b>' }],
    ['a field that is not one', { ...meeting, reference: 'CB-SLIP', note: 'lost' }],
  ])('refuses %s by field and leaves nothing behind', async (_what, payload) => {
    const before = office.office.journal.state.head.position
    const answer = await post(payload)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().refusals.length).toBeGreaterThan(0)
    expect(office.office.journal.state.head.position).toBe(before)
  })

  it('is closed without the key, and to another site', async () => {
    expect(
      (await post({ ...meeting, reference: 'CB-X' }, { authorization: 'Bearer wrong' })).statusCode,
    ).toBe(403)
    const elsewhere = { authorization: `Bearer ${operatorKey}`, origin: 'http://elsewhere.example' }
    expect((await post({ ...meeting, reference: 'CB-X' }, elsewhere)).statusCode).toBe(403)
  })

  it('says that a cursor names no row, instead of beginning again', async () => {
    const answer = await office.web.server.inject('/api/v1/meetings?after=no-such-row')
    expect(answer.statusCode).toBe(400)
    expect(answer.json().faults).toMatchObject([{ name: 'after', came: 'no-such-row' }])
    const page = await office.web.server.inject('/meetings?after=no-such-row')
    expect(page.statusCode).toBe(400)
    expect(page.payload).toContain('begin again')
  })

  it('answers what has not changed without sending it again', async () => {
    const first = await office.web.server.inject('/api/v1/meetings')
    const again = await office.web.server.inject({
      url: '/api/v1/meetings',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    expect(again.payload).toBe('')
  })
})
