// The routes of one code: its pages, feeds, tables, entries and the operator's desk.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mayAsk } from '#decision/command.ts'
import type { AnyView } from '#reading/view.ts'
import { cameFromHere } from './access.ts'
import { addressWith } from './address.ts'
import { ask, type Call, readingFor } from './ask.ts'
import { atomFeed } from './atom.ts'
import { csvText } from './csv.ts'
import { type AtDesk, drawDesk, drawForm, drawPreview, takeForm } from './desk.tsx'
import {
  drawAskedWrongly,
  drawEntries,
  drawNotFound,
  drawPage,
  drawUnanswered,
  type Machine,
  showingOf,
} from './draw-page.tsx'
import { entriesBeneath } from './entries.ts'
import { GivenUp, newWorkshop, type Workshop } from './in-slices.ts'
import type { AnyDownload, AnyFeed, AnyTable, FileBody } from './page.ts'
import { searchPage } from './search.page.tsx'
import { type Drawn, sendDrawn } from './send.ts'
import type { Counter } from './server.ts'
import type { Typed } from './workbench.ts'

/** Adds routes for one code, under whatever prefix the server gives. */
export type Routes = (server: FastifyInstance, counter: Counter) => void

export const codeRoutes: Routes = (server, counter) => {
  const { office } = counter
  const rooms = office.rooms
  const feeds = rooms.flatMap((room) => room.feeds)
  const tables = rooms.flatMap((room) => room.tables)

  const drawing = (draw: (call: Call, waiting: Waiting) => Promise<Drawn>) => {
    return (request: FastifyRequest, reply: FastifyReply) => {
      const call = counter.call(request)
      const { kept } = counter
      return sendDrawn(request, reply, { office, kept, ...call }, (key) =>
        draw(call, { key, gone: goneAway(reply) }),
      )
    }
  }
  const workshop = newWorkshop<string | Uint8Array>()

  for (const page of [...rooms.flatMap((room) => room.pages), searchPage(office.views)]) {
    const machine = machineOf(page.view, feeds, tables)
    server.get(
      page.view.at,
      drawing((call) => drawPage(office, page, call, machine)),
    )
  }
  for (const feed of feeds)
    server.get(
      feed.at,
      drawing((call) => drawFeed(counter, feed, call)),
    )
  for (const table of tables)
    server.get(
      table.at,
      drawing((call) => drawTable(counter, table, call)),
    )
  for (const download of rooms.flatMap((room) => room.downloads ?? []))
    server.get(
      download.at,
      drawing((call, waiting) => drawDownload(counter, download, call, workshop, waiting)),
    )
  server.get(
    '/record/:ids',
    drawing(async (call) => {
      const reading = await readingFor(office, call)
      if (Array.isArray(reading)) return drawAskedWrongly(office, call, reading)
      return drawEntries(office, call, reading as never, (base) => ({
        json: `${base}/api/v1/record/${call.params.ids}`,
      }))
    }),
  )
  deskRoutes(server, counter)
}

/** The same answer for programs: addresses with the names of this call filled in. */
function machineOf(view: AnyView, feeds: readonly AnyFeed[], tables: readonly AnyTable[]): Machine {
  const feed = feeds.find((one) => one.view === view)
  const table = tables.find((one) => one.view === view)
  return (base, { params }) => ({
    json: `${base}/api/v1${filled(view.at, params)}`,
    ...(feed ? { atom: base + filled(feed.at, params) } : {}),
    ...(table ? { csv: base + filled(table.at, params) } : {}),
  })
}

/** An address with its names filled in. */
export function filled(at: string, params: Readonly<Record<string, string>>): string {
  return at.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
}

async function drawFeed(counter: Counter, feed: AnyFeed, call: Call): Promise<Drawn> {
  const { office } = counter
  const answered = await ask(office, feed.view, call)
  if (answered.kind !== 'answer') return drawUnanswered(office, call, answered)
  const items = feed.items(answered.answer)
  const ids = items.flatMap((item) => item.entries)
  const entries = await entriesBeneath(office, answered.reading, ids)
  const recorded = new Map(entries.map((entry) => [entry.id, entry.recordedAt]))
  const updatedOf = (of: readonly string[]): string =>
    of
      .map((id) => recorded.get(id) ?? '')
      .sort()
      .at(-1) ?? ''
  const { path, base, query } = call
  return {
    type: 'application/atom+xml; charset=utf-8',
    body: atomFeed({
      title: feed.title,
      self: addressWith(path, query),
      alternate: addressWith(base + filled(feed.view.at, call.params), query),
      updated: answered.reading.record.recordedAt ?? '1970-01-01T00:00:00.000Z',
      items: items.map((item) => ({
        href: base + item.href,
        title: item.title,
        summary: item.summary,
        updated: updatedOf(item.entries) || '1970-01-01T00:00:00.000Z',
        ...(item.about ? { about: item.about } : {}),
      })),
    }),
  }
}

async function drawTable(counter: Counter, table: AnyTable, call: Call): Promise<Drawn> {
  const { office } = counter
  const rows: (readonly (string | number | null)[])[] = []
  let after: string | undefined
  for (;;) {
    const { after: _after, limit: _limit, ...query } = call.query
    const page = { ...query, limit: '500', ...(after ? { after } : {}) }
    const answered = await ask(office, table.view, { ...call, query: page })
    if (answered.kind !== 'answer') return drawUnanswered(office, call, answered)
    rows.push(...table.rows(answered.answer))
    after = (answered.answer as { next?: string | null }).next ?? undefined
    if (after === undefined) break
  }
  const name = table.at.slice(table.at.lastIndexOf('/') + 1)
  return {
    type: 'text/csv; charset=utf-8',
    body: csvText(table.columns, rows),
    headers: { 'content-disposition': `attachment; filename="${call.code}-${name}"` },
  }
}

/** Who waits for an answer: what names the answer, and whether the one who asked has gone away. */
interface Waiting {
  readonly key: string
  readonly gone: AbortSignal
}

/** Tells when whoever asked has gone before the answer was sent. */
function goneAway({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  return gone.signal
}

async function drawDownload(
  counter: Counter,
  download: AnyDownload,
  call: Call,
  workshop: Workshop<string | Uint8Array>,
  { key, gone }: Waiting,
): Promise<Drawn> {
  const { office } = counter
  const answered = await ask(office, download.view, call)
  if (answered.kind !== 'answer') return drawUnanswered(office, call, answered)
  const names = await office.names(call.code)
  const showing = showingOf(answered.reading, call, names)
  const { name, body } = download.file(answered.answer, showing)
  const made = await bodyOf(body, workshop, key, gone)
  if (made === undefined) return { status: 499, type: 'text/plain', body: '' }
  const ending = download.at.slice(download.at.lastIndexOf('.') + 1)
  const plain = name.replace(/[^A-Za-z0-9.-]+/g, '-')
  return {
    type: download.type,
    body: typeof made === 'string' ? made : Buffer.from(made.buffer, made.byteOffset, made.length),
    headers: { 'content-disposition': `attachment; filename="${plain}.${ending}"` },
  }
}

/** The words or bytes of a file; undefined where nobody waits for them any more. */
async function bodyOf(
  body: FileBody,
  workshop: Workshop<string | Uint8Array>,
  key: string,
  gone: AbortSignal,
): Promise<string | Uint8Array | undefined> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  try {
    return await workshop.make(key, () => body, gone)
  } catch (reason) {
    if (reason instanceof GivenUp) return undefined
    throw reason
  }
}

function deskRoutes(server: FastifyInstance, counter: Counter) {
  const { office } = counter
  const atDesk = (
    draw: (call: Call, sent: Typed) => Promise<Drawn | { readonly seeOther: string }>,
  ) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const call = counter.call(request)
      if (call.token === null) return reply.callNotFound()
      const drawn = await draw(call, (request.body ?? {}) as Typed)
      reply.header('cache-control', 'no-store')
      if ('seeOther' in drawn) return reply.redirect(drawn.seeOther, 303)
      return reply
        .code(drawn.status ?? 200)
        .type(drawn.type)
        .send(drawn.body)
    }
  }
  const now = (call: Call) => office.read({ code: call.code, viewer: call.viewer })
  const benches = office.rooms.flatMap((room) => room.workbenches ?? [])
  /** What is asked for at the desk, or the page that says that nothing is. */
  const asked = async (call: Call, name: string): Promise<AtDesk | Drawn> => {
    const reading = await now(call)
    const command = office.commands.find((one) => one.name === name)
    if (!command || !mayAsk(call.viewer, command)) return drawNotFound(office, call, reading)
    const names = await office.names(call.code)
    const showing = showingOf(reading, call, names)
    const bench = benches.find((one) => one.command === command)
    return { office, call, reading, showing, command, bench, token: call.token! }
  }
  const post = (
    at: string,
    draw: (at: AtDesk, sent: Typed) => Drawn | Promise<Drawn | { readonly seeOther: string }>,
  ) =>
    server.post(at, async (request, reply) => {
      const sent = (request.body ?? {}) as Typed
      const { token } = counter.call(request)
      if (!cameFromHere(request) || token === null || sent.token !== token)
        return reply.callNotFound()
      return atDesk(async (call) => {
        const found = await asked(call, call.params.command ?? '')
        return 'body' in found ? found : draw(found, sent)
      })(request, reply)
    })

  server.get(
    '/desk',
    atDesk(async (call) => drawDesk(office, call, await now(call))),
  )
  for (const { at, name } of [
    { at: '/desk/:command', name: null },
    ...benches.flatMap((bench) => (bench.at ? [{ at: bench.at, name: bench.command.name }] : [])),
  ])
    server.get(
      at,
      atDesk(async (call) => {
        const found = await asked(call, name ?? call.params.command ?? '')
        if ('body' in found) return found
        return drawForm(found, found.bench?.fill?.(call.query, found.showing) ?? call.query)
      }),
    )
  post('/desk/:command', takeForm)
  post('/desk/:command/preview', drawPreview)
}
