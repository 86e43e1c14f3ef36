// What a careless or hostile program may send: every answer is a plain one, with the headers of all others.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorKey, type Served, served } from './served.ts'

let office: Served
beforeAll(async () => {
  office = await served({ empty: true })
})
afterAll(() => office.close())

const bearer = { authorization: `Bearer ${operatorKey}` }
const json = { ...bearer, 'content-type': 'application/json' }

describe('a request that cannot be taken in', () => {
  it.each([
    ['broken JSON', 400, json, '{bad'],
    ['no JSON at all', 400, json, ''],
    ['a list', 400, json, '[1]'],
    ['a text', 400, json, '"abc"'],
    ['nothing', 400, json, 'null'],
    ['a prototype', 400, json, '{"__proto__":{"by":1}}'],
    ['plain text', 415, { ...bearer, 'content-type': 'text/plain' }, 'abc'],
    ['XML', 415, { ...bearer, 'content-type': 'application/xml' }, '<a/>'],
    ['two megabytes', 413, json, `"${'a'.repeat(2_000_000)}"`],
  ])(
    'with %s is answered as a problem, and nothing is entered',
    async (_what, status, headers, payload) => {
      const before = office.office.journal.state.head.position
      const answer = await office.web.server.inject({
        method: 'POST',
        url: '/api/v1/meetings',
        headers,
        payload,
      })
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({ status, title: expect.any(String) })
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(office.office.journal.state.head.position).toBe(before)
    },
  )

  it.each([
    ['/%zz', 400],
    ['/api/v1/%zz', 400],
    ['/operator?key=a&key=b', 404],
    ['/record/a%00b', 404],
    ['/api/v1/record/a%00b', 404],
    ['/parties?entered=a%00b', 200],
    ['/assets/..%2Fpackage.json', 404],
    ['/codes/..%2F../parties', 404],
    ['/api/v1/parties?__proto__%5Bx%5D=1', 200],
  ])('at %s is answered %d, with every header', async (url, status) => {
    const answer = await office.web.server.inject({ url, headers: bearer })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('what breaks here', () => {
  it('is told without its insides, by the id of the request', async () => {
    const { journal } = office.office
    const whole = journal.entriesById
    Object.assign(journal, {
      entriesById: () => Promise.reject(new Error('the secret of the insides')),
    })
    try {
      const page = await office.web.server.inject('/record/00000000000000000000')
      expect(page.statusCode).toBe(500)
      expect(page.headers['content-type']).toContain('text/html')
      expect(page.payload).toContain('This page could not be made')
      expect(page.payload).not.toContain('the secret')
      const api = await office.web.server.inject('/api/v1/record/00000000000000000000')
      expect(api.json()).toMatchObject({ status: 500, instance: expect.any(String) })
      expect(api.payload).not.toContain('the secret')
    } finally {
      Object.assign(journal, { entriesById: whole })
    }
  })
})
