// The operator's key: until people sign in by name, whoever holds it may act. It comes as a bearer token from
// programs, and as a cookie made from it in a browser.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { theOperator, thePublic, type Viewer } from '#journal/information-class.ts'

export interface OperatorAccess {
  readonly key: string | undefined
  /** The cookie's value, and the token that proves a form was ours. */
  readonly cookie: string
  readonly token: string
  admits(key: string): boolean
  viewerOf(request: FastifyRequest): Viewer
}

const cookieName = 'secretariat-operator'

/** Access by this key; without a key nobody acts over the web. */
export function operatorAccess(key: string | undefined): OperatorAccess {
  const cookie = key ? digest(`cookie ${key}`) : ''
  const admits = (given: string) => key !== undefined && same(digest(given), digest(key))
  return {
    key,
    cookie,
    token: key ? digest(`form ${key}`) : '',
    admits,
    viewerOf(request) {
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
      if (bearer !== undefined && admits(bearer)) return theOperator
      const held = cookieOf(request)
      return key !== undefined && held !== undefined && same(held, cookie) ? theOperator : thePublic
    },
  }
}

/** The header that keeps the cookie for a day, or takes it away. */
export function setCookie(value: string | null, secure: boolean): string {
  const kept = value === null ? 'Max-Age=0' : 'Max-Age=86400'
  return `${cookieName}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict; ${kept}${secure ? '; Secure' : ''}`
}

/** Whether a browser sent this from a page of ours, as far as it tells. */
export function cameFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  return origin === undefined || origin === `${request.protocol}://${request.headers.host}`
}

function cookieOf(request: FastifyRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === cookieName) return value
  }
  return undefined
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const same = (one: string, other: string) => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
