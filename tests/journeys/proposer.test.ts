// A proposer drafts its own modification: the operator issues a key, its holder opens the address that came with it,
// drafts with the same checks, sees nothing else, and is shut out when the key is withdrawn. By page and by API.

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

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const get = async (url: string, key?: string) => {
  const answer = await office.web.server.inject({
    url: `/api/v1${url}`,
    ...(key ? { headers: bearer(key) } : {}),
  })
  return {
    status: answer.statusCode,
    answer: answer.statusCode === 200 ? answer.json().answer : null,
  }
}
const post = (url: string, payload: object, key: string) =>
  office.web.server.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    payload,
    headers: bearer(key),
  })
const keysTo = async (modification: string) =>
  (await get(`/code/drafting-keys?modification=${modification}`, operatorKey)).answer.keys as {
    reference: string
    key: string | null
    standing: string
  }[]

describe('through the API', () => {
  const draft = {
    modification: 'SECMP0028',
    title: 'Fewer days',
    instructions: 'In J1.5, for “5 Working Days” substitute “four Working Days”.',
    class: 'amber',
  }

  it('a key opens one draft and nothing else, until it is withdrawn', async () => {
    const issued = await post(
      '/code/drafting-keys',
      { modification: 'SECMP0028', holder: 'P001', until: '2099-01-31' },
      operatorKey,
    )
    expect(issued.statusCode).toBe(201)
    const key = (await keysTo('SECMP0028'))[0]!.key!
    expect(key).toMatch(/^sec\.SECMP0028-K1\.[\w-]{32}$/)
    expect(issued.payload).not.toContain(key)

    expect((await post('/code/drafts', draft, key)).statusCode).toBe(201)
    expect((await get('/code/drafts/SECMP0028', key)).answer).toMatchObject({ class: 'amber' })
    expect((await get('/code/drafts/SECMP0028')).status).toBe(404)

    const of = { ...draft, modification: 'SECMP0030' }
    const other = await post('/code/drafts', of, key)
    expect(other.statusCode).toBe(403)
    expect(other.json().detail).toContain('the draft of SECMP0028 and for nothing else')
    const published = await post('/code/drafts', { ...draft, class: 'white' }, key)
    expect(published.json().refusals).toMatchObject([{ rule: 'classIsForDrafter', field: 'class' }])
    expect((await get('/code/drafting-keys', key)).status).toBe(404)
    const meeting = await post('/meetings', {}, key)
    expect(meeting.statusCode).toBe(403)

    const withdrawal = { reference: 'SECMP0028-K1' }
    expect(
      (await post('/code/drafting-keys/withdrawals', withdrawal, operatorKey)).statusCode,
    ).toBe(201)
    expect((await get('/code/drafts/SECMP0028', key)).status).toBe(404)
    expect((await post('/code/drafts', draft, key)).statusCode).toBe(403)
    expect(await keysTo('SECMP0028')).toMatchObject([{ key: null, standing: 'withdrawn' }])
  })

  it('a key that was made up, cut short or made for another use opens nothing', async () => {
    await post(
      '/code/drafting-keys',
      { modification: 'SECMP0025', holder: 'P001', until: '2099-01-31' },
      operatorKey,
    )
    const key = (await keysTo('SECMP0025'))[0]!.key!
    const cookie = String((await office.web.server.inject(`/key?key=${key}`)).headers['set-cookie'])
    const held = /secretariat-key=([^;]+)/.exec(cookie)![1]!
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
    expect(held).not.toBe(key)
    const made = ['sec.SECMP0025-K1.', key.slice(0, -1), key.replace('0025', '0026'), held, 'a.b.c']
    for (const one of [...made, key.replace('sec.', 'model-code.'), `${key}x`]) {
      expect((await post('/code/drafts', draft, one)).statusCode, one).toBe(403)
      expect((await office.web.server.inject(`/key?key=${one}`)).statusCode, one).toBe(404)
    }
  })
})

describe.runIf(hasBrowser)('through the pages', () => {
  it.each([true, false])(
    'a proposer drafts, with script %s',
    async (javaScriptEnabled) => {
      const modification = javaScriptEnabled ? 'SECMP0026' : 'SECMP0027'
      const operators = await browser!.newContext({ javaScriptEnabled })
      const desk = await operators.newPage()
      await desk.goto(`${office.address}/operator?key=${operatorKey}`)
      await desk.goto(`${office.address}/code/drafting-keys?modification=${modification}`)
      await desk.getByRole('link', { name: 'Issue a key' }).first().click()
      expect(await desk.getByLabel('Modification').inputValue()).toBe(modification)
      await desk.getByLabel('Who holds it').fill('P001')
      await desk.getByLabel('Until').fill('2099-01-31')
      await desk.getByRole('button', { name: 'Check the answers' }).click()
      await desk.getByRole('button', { name: 'Enter it in the record' }).click()
      const address = await desk
        .getByRole('link', { name: 'The address to send' })
        .getAttribute('href')

      const theirs = await browser!.newContext({ javaScriptEnabled })
      const page = await theirs.newPage()
      await page.goto(office.address + address)
      expect(await page.textContent('.masthead')).toContain(`Proposer of ${modification}`)
      expect(new URL(page.url()).pathname).toBe('/code/drafting')
      expect(await page.getByLabel('Modification').inputValue()).toBe(modification)
      await page.getByLabel('Title').fill('Fewer days to pay')
      await page
        .getByLabel('Instructions')
        .fill('In J1.5, for “no such words” substitute “three Working Days”.')
      if (javaScriptEnabled) await page.waitForSelector('.preview .fault')
      await page.getByRole('button', { name: 'Check the answers' }).click()
      await page.waitForSelector('text=Line 1')
      await page
        .getByLabel('Instructions')
        .fill('In J1.5, for “5 Working Days” substitute “three Working Days”.')
      await page.getByRole('button', { name: 'Check the answers' }).click()
      await page.getByRole('button', { name: 'Enter it in the record' }).click()
      await page.waitForSelector('text=Entered in the record.')
      expect(new URL(page.url()).pathname).toBe(`/code/drafts/${modification}`)
      expect(await page.textContent('main')).toContain('withdraw it')
      expect(await page.textContent('main')).not.toContain('incorporate it')

      await page.goto(`${office.address}/desk`)
      expect(await page.textContent('main')).not.toContain('Enter a meeting')
      for (const shut of ['/desk/incorporate-draft', '/desk/enter-effect', '/code/drafting-keys'])
        expect((await page.goto(office.address + shut))!.status(), shut).toBe(404)

      await page.goto(`${office.address}/code/J1.5`)
      await page.getByRole('link', { name: 'Draft an amendment of it' }).click()
      expect(await page.getByLabel('Modification').inputValue()).toBe(modification)
      await page.getByRole('button', { name: 'Leave' }).click()
      expect(await page.textContent('.masthead')).toContain('Public')
      expect((await page.goto(`${office.address}/code/drafts/${modification}`))!.status()).toBe(404)

      await desk.goto(`${office.address}/code/drafts/${modification}`)
      expect(await desk.textContent('main')).toContain('Fewer days to pay')
      await theirs.close()
      await operators.close()
    },
    60_000,
  )
})
