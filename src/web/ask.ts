// From a request to a view's answer: whose code, at what time, for which viewer, asked what.

import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { thePublic, type Viewer } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import { NoSuchCursor } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { type AnyView, StandsAt } from '#reading/view.ts'
import type { Admitted } from './access.ts'
import type { Query } from './address.ts'
import { type AskedWrongly, timeAsked } from './time-asked.ts'

/** What a request is about, before any view is asked. */
export interface Call {
  readonly code: string
  /** What every address of this code begins with. */
  readonly base: string
  readonly path: string
  readonly query: Query
  readonly params: Readonly<Record<string, string>>
  readonly viewer: Viewer
  /** Proves that a form was ours, for a viewer who may act; else null. */
  readonly token: string | null
}

export type Answered =
  | { readonly kind: 'answer'; readonly reading: Reading; readonly answer: unknown }
  | { readonly kind: 'not-found'; readonly reading: Reading }
  /** It stands at another address of this code. */
  | { readonly kind: 'moved'; readonly href: string }
  | { readonly kind: 'asked-wrongly'; readonly faults: readonly AskedWrongly[] }

/** What a request is about. A name given twice counts as it stands last. */
export function callOf(
  request: FastifyRequest,
  office: Office,
  admitted: Admitted | undefined,
): Call {
  const params = (request.params ?? {}) as Record<string, string>
  const named = params.code
  const [path = '/'] = request.url.split('?', 1)
  const query: Record<string, string> = {}
  for (const [name, value] of Object.entries((request.query ?? {}) as Record<string, unknown>))
    query[name] = String(Array.isArray(value) ? value.at(-1) : value)
  return {
    code: named ?? office.defaultCode,
    base: named === undefined ? '' : `/codes/${named}`,
    path,
    query,
    params,
    viewer: admitted?.viewer ?? thePublic,
    token: admitted?.token ?? null,
  }
}

/** A reading for the call, at the times asked for; or what is wrong with them. */
export async function readingFor(
  office: Office,
  call: Call,
): Promise<Reading | readonly AskedWrongly[]> {
  const zone = office.codeNamed(call.code)?.code.zone ?? 'UTC'
  const time = timeAsked(call.query, zone)
  if (!('asOf' in time)) return time
  return office.read({ code: call.code, viewer: call.viewer, ...time })
}

/** Asks a view. What the viewer may not see is not found. */
export async function ask(office: Office, view: AnyView, call: Call): Promise<Answered> {
  const parsed = view.asked.safeParse({ ...call.query, ...call.params })
  const reading = await readingFor(office, call)
  const faults = [
    ...(Array.isArray(reading) ? reading : []),
    ...(parsed.success ? [] : faultsOf(parsed.error, call)),
  ]
  if (faults.length > 0 || Array.isArray(reading)) return { kind: 'asked-wrongly', faults }
  try {
    const answer = view.answer(reading as Reading, parsed.data)
    return answer === undefined
      ? { kind: 'not-found', reading: reading as Reading }
      : { kind: 'answer', reading: reading as Reading, answer }
  } catch (reason) {
    if (reason instanceof StandsAt) return { kind: 'moved', href: reason.href }
    if (!(reason instanceof NoSuchCursor)) throw reason
    const { message: says, came } = reason
    return { kind: 'asked-wrongly', faults: [{ name: 'after', says, came }] }
  }
}

function faultsOf(error: z.ZodError, call: Call): AskedWrongly[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '')
    return { name, says: issue.message, came: call.params[name] ?? call.query[name] ?? 'nothing' }
  })
}
