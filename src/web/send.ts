// Sending answers: with an ETag of their own bytes, from the kept ones where the record has not moved.

import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'

export interface Drawn {
  readonly status?: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends on to another address, for now: what is asked for may stand elsewhere at another time. */
export const seeThere = (location: string): Drawn => ({
  status: 307,
  type: 'text/plain; charset=utf-8',
  body: `It stands at ${location}\n`,
  headers: { location },
})

export const html = (body: string, status = 200): Drawn => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
})

/**
 * Draws and sends, or sends what was drawn before for this viewer and address. Who asks may read it again only
 * by asking whether it is still the same; what the operator reads is kept by nobody on the way. `draw` is told what names
 * this answer on the record as it stands.
 */
export async function sendDrawn(
  request: FastifyRequest,
  reply: FastifyReply,
  at: { office: Office; viewer: Viewer; kept: KeptAnswers | undefined; code: string },
  draw: (key: string) => Promise<Drawn>,
): Promise<FastifyReply> {
  const { office, viewer, kept, code } = at
  const key = `${viewer.id} ${request.url}`
  const stand = `${office.journal.state.head.hash} ${office.today(code)}`
  let answer = kept?.get(key, stand)
  if (!answer) {
    answer = made(await draw(`${key} ${stand}`), viewer)
    if (answer.status === 200 || answer.status === 404) kept?.keep(key, stand, answer)
  }
  reply.headers(answer.headers)
  if (answer.status === 200 && request.headers['if-none-match']?.includes(answer.etag))
    return reply.code(304).send()
  return reply.code(answer.status).send(answer.body)
}

function made(drawn: Drawn, viewer: Viewer): KeptAnswer {
  const etag = `"${createHash('sha256').update(drawn.body).digest('base64url').slice(0, 27)}"`
  return {
    status: drawn.status ?? 200,
    body: drawn.body,
    etag,
    headers: {
      'content-type': drawn.type,
      etag,
      'cache-control': viewer.name === 'public' ? 'public, no-cache' : 'private, no-cache',
      vary: 'Cookie, Authorization',
      ...drawn.headers,
    },
  }
}
