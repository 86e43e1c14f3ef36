// Two records that differ only above what a viewer may see are the same to that viewer, byte for byte, on every
// route of the route table.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes } from '#api/api.ts'
import type { Entry, NewEntry } from '#journal/entry.ts'
import type { InformationClass } from '#journal/information-class.ts'
import { theOperator, thePublic } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import { accessTo, operatorWith } from '#web/access.ts'
import { type WebServer, webServer } from '#web/server.ts'
import { demonstration } from './demonstration.ts'

const secret = 'KEPT-FROM-THE-PUBLIC'
const key = 'the-key-of-the-operator-in-this-test'
const assets = mkdtempSync(join(tmpdir(), 'assets-'))
writeFileSync(join(assets, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')

let open: { office: Office; web: WebServer }
let shut: { office: Office; web: WebServer }

beforeAll(async () => {
  open = await world(false)
  shut = await world(true)
})
afterAll(async () => {
  await open.web.server.close()
  await shut.web.server.close()
  rmSync(assets, { recursive: true })
})

/** The modification whose proposer holds a key in both records. */
const proposed = 'SECMP0031'

/** The demonstration; with `restricted`, also a twin of every entry that the public may not read. */
async function world(restricted: boolean) {
  const office = await demonstration()
  await issueKey(office)
  if (restricted) await enterTwins(office)
  const web = await webServer({
    office,
    access: accessTo(office, key),
    assets,
    beside: [apiRoutes],
  })
  return { office, web }
}

async function issueKey(office: Office): Promise<void> {
  const command = office.commands.find(({ name }) => name === 'issue-drafting-key')!
  const input = { modification: proposed, holder: 'P001', until: '2099-12-31', reads: 'red' }
  const [outcome] = await office.act([
    { command, input, asking: office.asking('sec', theOperator) },
  ])
  expect(outcome).toMatchObject({ kind: 'done' })
}

/** The key of the proposer, which is the same in both records: so is the entry by which it was given. */
async function keyOf({ office }: { office: Office }): Promise<string> {
  const reading = await office.read({ code: 'sec', viewer: operatorWith(key) })
  const view = office.views.find(({ name }) => name === 'drafting-keys')!
  const answer = view.answer(reading, view.asked.parse({ modification: proposed }))
  return (answer as { keys: { key: string }[] }).keys[0]!.key
}

async function enterTwins(office: Office): Promise<void> {
  const entries: Entry[] = []
  for await (const entry of office.journal.entries()) entries.push(entry)
  const classes: InformationClass[] = ['green', 'amber', 'red']
  const twins = entries
    .filter(({ type }) => type !== 'CodeRegistered')
    .map((entry, index) => twinOf(entry, classes[index % 3]!))
  for (const twin of twins)
    await office.journal
      .write({
        streams: [twin.stream],
        run: (writing) => ({ stands: true, answer: writing.enter([twin]) }),
      })
      .catch((reason: Error) => {
        if (!reason.message.includes('needs a row of its own')) throw reason
      })
}

/** The same thing under another reference and with other words, for fewer eyes. */
function twinOf(entry: Entry, of: InformationClass): NewEntry {
  const {
    position: _p,
    version: _v,
    id: _i,
    contentHash: _c,
    previousHash: _b,
    hash: _h,
    recordedAt: _r,
    ...content
  } = entry
  const [noun, reference] = content.stream.split(':') as [string, string]
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (value === reference) return `${value}-${of}`
      if (value.startsWith(`${reference}-K`)) return value.replace(reference, `${reference}-${of}`)
      return value.includes(' ') ? `${secret} ${value}` : value
    }
    return value
  }
  return {
    ...content,
    stream: `${noun}:${reference}-${of}`,
    data: Object.fromEntries(
      Object.entries(content.data).map(([name, value]) => [name, renamed(value)]),
    ) as never,
    source: secret,
    class: of,
  }
}

/** Every address of the GET routes that the public can ask for, with the times that change what is shown. */
async function addresses({ office, web }: { office: Office; web: WebServer }): Promise<string[]> {
  const reading = await office.read({ code: 'sec', viewer: thePublic })
  const routes = web.routeTable
    .filter(
      ({ method, url }) =>
        method === 'GET' && !url.startsWith('/codes/:code') && !url.startsWith('/assets'),
    )
    .map(({ url }) => url)
  return routes.flatMap((url) => {
    const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    if (names.length === 0) return [url]
    if (names[0] === 'ids') {
      const ids = office.rooms
        .flatMap((room) => room.folds)
        .flatMap((fold) =>
          reading
            .rows(fold)
            .slice(0, 2)
            .flatMap((row) => row.entries),
        )
      return [...new Set(ids)].slice(0, 40).map((id) => url.replace(':ids', id))
    }
    if (names[0] === 'command')
      return office.commands.map(({ name }) => url.replace(':command', name))
    const view =
      office.views.find(({ at }) => url.endsWith(at)) ??
      office.views.find(({ at, each }) => each && names.every((name) => at.includes(`:${name}`)))
    const each = view?.each?.(reading) ?? []
    const chosen = each.length > 12 ? [...each.slice(0, 6), ...each.slice(-6)] : each
    expect(
      chosen.length,
      `${url} has names in it, but its view tells none to ask for: give it each()`,
    ).toBeGreaterThan(0)
    return chosen.map((asked) =>
      names.reduce(
        (address, name) => address.replace(`:${name}`, encodeURIComponent(asked[name]!)),
        url,
      ),
    )
  })
}

/** Those of the addresses where the two records answer this viewer differently, tell what is kept from it, or break. */
async function differing(
  asked: readonly string[],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const found: string[] = []
  for (const url of asked) {
    const [one, other] = await Promise.all([
      open.web.server.inject({ url, headers }),
      shut.web.server.inject({ url, headers }),
    ])
    const same =
      one.statusCode === other.statusCode &&
      one.rawPayload.equals(other.rawPayload) &&
      one.headers.etag === other.headers.etag
    if (!same || other.payload.includes(secret)) found.push(url)
    if (one.statusCode >= 500) found.push(`${url} is broken: ${one.statusCode}`)
  }
  return found
}

const elsewhen = ['', '?as-of=2017-03-31', '?known-at=2026-01-31T12:00:00Z']

describe('what the public may not see', () => {
  it('is there: the two records differ', async () => {
    expect(shut.office.journal.state.head.position).toBeGreaterThan(
      open.office.journal.state.head.position + 100,
    )
    const answer = await shut.web.server.inject({
      url: '/api/v1/search?q=kept-from-the-public',
      headers: { authorization: `Bearer ${key}` },
    })
    expect(answer.json().answer.total).toBeGreaterThan(0)
  })

  it('changes no byte of any route', async () => {
    const asked = await addresses(open)
    expect(asked.length).toBeGreaterThan(40)
    expect(
      await differing(asked.flatMap((address) => elsewhen.map((time) => address + time))),
    ).toEqual([])
  }, 300_000)

  it('changes none for a proposer either, who holds a key to one draft', async () => {
    const held = await keyOf(open)
    expect(await keyOf(shut)).toBe(held)
    const headers = { authorization: `Bearer ${held}` }
    const { answer } = (
      await shut.web.server.inject({ url: '/api/v1/code/drafts', headers })
    ).json()
    expect(answer.drafts.map((one: { class: string }) => one.class)).not.toContain('red')
    const drafting = await shut.web.server.inject({ url: '/code/drafting', headers })
    expect(drafting.statusCode).toBe(200)
    expect(await differing(await addresses(open), headers)).toEqual([])
  }, 300_000)

  it('is not found by its own address', async () => {
    const reading = await shut.office.read({ code: 'sec', viewer: thePublic })
    const operator = await shut.office.read({
      code: 'sec',
      viewer: theOperator,
    })
    let asked = 0
    for (const fold of shut.office.rooms.flatMap((room) => room.folds)) {
      const seen = new Set(reading.rows(fold).map((row) => row.key))
      const hidden = operator.rows(fold).filter((row) => !seen.has(row.key))
      for (const row of hidden.slice(0, 2)) {
        asked += 1
        const answer = await shut.web.server.inject(`/api/v1/record/${row.entries.join(',')}`)
        expect(answer.statusCode).toBe(404)
      }
    }
    expect(asked).toBeGreaterThan(5)
  })
})

describe('acts', () => {
  it('are closed to the public on every route', async () => {
    const posts = open.web.routeTable.filter(
      ({ method, url }) =>
        method === 'POST' && !url.startsWith('/codes/:code') && url !== '/key/leave',
    )
    expect(posts.length).toBeGreaterThan(5)
    for (const { url } of posts) {
      const before = open.office.journal.state.head.position
      const address = url.replace(/:(\w+)/g, 'anything')
      const answer = await open.web.server.inject({ method: 'POST', url: address, payload: {} })
      expect([403, 404]).toContain(answer.statusCode)
      expect(open.office.journal.state.head.position).toBe(before)
    }
  })
})
