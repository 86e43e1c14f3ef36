// The same views and commands as JSON: GET a view, POST a command, problem details where something stands against it.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Outcome } from '#decision/carry-out.ts'
import type { AnyCommand } from '#decision/command.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'
import type { AnyView } from '#reading/view.ts'
import { cameFromHere } from '#web/access.ts'
import { addressWith } from '#web/address.ts'
import { ask, type Call, readingFor } from '#web/ask.ts'
import type { Routes } from '#web/code-routes.ts'
import { entriesBeneath } from '#web/entries.ts'
import { type Drawn, seeThere, sendDrawn } from '#web/send.ts'
import type { Counter } from '#web/server.ts'
import type { AskedWrongly } from '#web/time-asked.ts'
import { openApi } from './openapi.ts'
import { drawReference } from './reference.page.tsx'

const root = '/api/v1'

/** The API's routes for one code. */
export const apiRoutes: Routes = (server, counter) => {
  const { office } = counter
  const drawing =
    (draw: (call: Call) => Promise<Drawn>) => (request: FastifyRequest, reply: FastifyReply) => {
      const call = counter.call(request)
      return sendDrawn(request, reply, { office, kept: counter.kept, ...call }, () => draw(call))
    }

  for (const view of office.views)
    server.get(
      root + view.at,
      drawing((call) => drawAnswer(office, view, call)),
    )
  server.get(
    `${root}/record/:ids`,
    drawing((call) => drawRecord(office, call)),
  )
  server.get(
    `${root}/openapi.json`,
    drawing(async () => json(openApi(office))),
  )
  server.get(
    '/api',
    drawing((call) => drawReference(office, call)),
  )
  for (const command of office.commands) {
    server.post(root + command.at.slice('POST '.length), (request, reply) =>
      take(counter, command, request, reply),
    )
  }
}

async function drawAnswer(office: Office, view: AnyView, call: Call): Promise<Drawn> {
  const answered = await ask(office, view, call)
  if (answered.kind === 'asked-wrongly') return askedWrongly(answered.faults)
  if (answered.kind === 'not-found') return notFound()
  if (answered.kind === 'moved')
    return seeThere(addressWith(`${call.base}${root}${answered.href}`, call.query))
  const { reading, answer } = answered
  const next = (answer as { next?: string | null }).next
  const link = next ? { link: `<${nextPage(call, next)}>; rel="next"` } : {}
  return json(enveloped(reading, answer), 200, link)
}

async function drawRecord(office: Office, call: Call): Promise<Drawn> {
  const reading = await readingFor(office, call)
  if (!('asOf' in reading)) return askedWrongly(reading)
  const entries = await entriesBeneath(office, reading, (call.params.ids ?? '').split(','))
  return entries.length === 0 ? notFound() : json(enveloped(reading, { entries }))
}

/** Every answer says for which code and times it was given, and from which record. */
function enveloped(reading: Reading, answer: unknown) {
  const { code, asOf, knownAt, record } = reading
  return { code, asOf, knownAt, record: { position: record.position, hash: record.hash }, answer }
}

async function take(
  counter: Counter,
  command: AnyCommand,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const call = counter.call(request)
  if (!cameFromHere(request))
    return send(reply, notAllowed('This came from a page that is not ours'))
  const seen = seenBy(request)
  const { office } = counter
  const asking = office.asking(call.code, call.viewer, seen)
  const { code: _code, ...params } = call.params
  const { body } = request
  if (body !== undefined && !isObject(body))
    return send(reply, problem(400, 'Not understood', 'Send the fields as one JSON object'))
  const input = { ...body, ...params }
  return send(reply, told((await office.act([{ command, input, asking }]))[0]!, call))
}

const isObject = (body: unknown): body is object =>
  typeof body === 'object' && body !== null && !Array.isArray(body)

/** `If-Match: "3"`: the version of the thing that the asker saw. */
function seenBy(request: FastifyRequest): number | undefined {
  const match = /^"(\d+)"$/.exec(request.headers['if-match'] ?? '')
  return match ? Number(match[1]) : undefined
}

function told(outcome: Outcome, { base, viewer }: Call): Drawn {
  switch (outcome.kind) {
    case 'done':
      return json(
        {
          entries: outcome.entries.map(({ id, type, stream, version }) => ({
            id,
            type,
            stream,
            // It counts entries that others may not read.
            ...(viewer.name === 'operator' ? { version } : {}),
          })),
          shownAt: base + outcome.shownAt,
        },
        201,
        { location: base + outcome.shownAt },
      )
    case 'refused':
      return problem(422, 'Refused', 'Nothing was entered; every refusal that applies is listed', {
        refusals: outcome.refusals,
      })
    case 'stale':
      return problem(
        409,
        'Somebody else was first',
        `You saw version ${outcome.seen}; it is now ${outcome.found}. Read it again and send it again if it still fits`,
        { seen: outcome.seen, found: outcome.found },
      )
    case 'not-allowed':
      return notAllowed(outcome.says)
  }
}

const send = (reply: FastifyReply, { status = 200, type, body, headers = {} }: Drawn) =>
  reply.code(status).headers(headers).type(type).send(body)

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Drawn => ({
  status,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value, null, 1)}\n`,
  headers,
})

function problem(status: number, title: string, detail: string, more: object = {}): Drawn {
  return {
    ...json({ type: 'about:blank', title, status, detail, ...more }, status),
    type: 'application/problem+json; charset=utf-8',
  }
}

const notFound = () => problem(404, 'Not found', 'Nothing that you can read stands at this address')
const notAllowed = (says: string) => problem(403, 'Not allowed', says)
const askedWrongly = (faults: readonly AskedWrongly[]) =>
  problem(400, 'Asked wrongly', faults.map(({ name, says }) => `${name}: ${says}`).join('. '), {
    faults,
  })

function nextPage(call: Call, after: string): string {
  const query = new URLSearchParams({ ...call.query, after })
  return `${call.path}?${query}`
}
