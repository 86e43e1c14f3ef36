// Who may act over the web until people sign in by name: whoever holds the operator's key, or a key that the record says
// was given to somebody. A key comes as a bearer token from programs, and as a cookie made from it in a browser.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Row } from '#journal/fold.ts'
import { type Grant, theOperator, type Viewer } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'

/** A viewer who was let in. */
export interface Admitted {
  readonly viewer: Viewer
  /** The code in which it begins. */
  readonly code: string
  /** What a browser holds instead of the key. */
  readonly cookie: string
  /** Proves that a form was this viewer's own. */
  readonly token: string
}

export interface Access {
  /** The operator's key; undefined where nobody acts over the web. */
  readonly key: string | undefined
  /** Whom a key lets in. */
  admit(key: string): Admitted | undefined
  /** Whom a request comes from: by its bearer token or its cookie; nobody where it is the public. */
  admitted(request: FastifyRequest): Admitted | undefined
}

/** What is signed with the operator's key. */
type Use = 'key' | 'cookie' | 'form'

/** The operator as one who hands out keys, made from its own; without one it hands out none. */
export function operatorWith(secret: string | undefined): Viewer {
  return secret === undefined
    ? theOperator
    : { ...theOperator, keyFor: (grant) => signed(secret, 'key', grant) }
}

/**
 * Access by the operator's key, and by those that are made from it: `CODE.REFERENCE.SIGNATURE`, signed for the entry by
 * which it was given. So the record never holds a key, and nobody who has the record alone can make one. Without an
 * operator's key nobody acts over the web.
 */
export function accessTo(office: Office, secret: string | undefined): Access {
  if (secret === undefined)
    return { key: undefined, admit: () => undefined, admitted: () => undefined }
  const operator: Admitted = {
    viewer: operatorWith(secret),
    code: office.defaultCode,
    cookie: digest(`cookie ${secret}`),
    token: digest(`form ${secret}`),
  }
  /** Whoever holds what was signed for this use, as long as the record lets it in. */
  const granted = (given: string, use: Use): Admitted | undefined => {
    const found = grantOf(office, given)
    if (!found || !same(given, signed(secret, use, found.grant))) return undefined
    const { viewer, grant } = found
    return {
      viewer,
      code: grant.code,
      cookie: signed(secret, 'cookie', grant),
      token: signed(secret, 'form', grant),
    }
  }
  const byKey = (key: string) =>
    same(digest(key), digest(secret)) ? operator : granted(key, 'key')
  const byCookie = (held: string) =>
    same(held, operator.cookie) ? operator : granted(held, 'cookie')
  return {
    key: secret,
    admit: byKey,
    admitted(request) {
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
      const held = cookieOf(request)
      return (
        (bearer === undefined ? undefined : byKey(bearer)) ??
        (held === undefined ? undefined : byCookie(held))
      )
    },
  }
}

/** What the record says today of a key that names itself so, in whichever room it stands. */
function grantOf(office: Office, given: string): { viewer: Viewer; grant: Grant } | undefined {
  const [, code, reference] = /^([^.]+)\.(.+)\.[^.]+$/.exec(given) ?? []
  const { state } = office.journal
  if (code === undefined || reference === undefined || !office.knows(state, code)) return undefined
  for (const { keys } of office.rooms) {
    const row = keys && (state.row(code, keys.fold.name, reference) as Row | undefined)
    const viewer = row && keys.admits(row, code, office.today(code))
    if (viewer) return { viewer, grant: { code, reference, entry: row.entries[0]! } }
  }
  return undefined
}

function signed(secret: string, use: Use, { code, reference, entry }: Grant): string {
  const signature = createHmac('sha256', secret).update(`${use} ${code} ${reference} ${entry}`)
  return `${code}.${reference}.${signature.digest('base64url').slice(0, 32)}`
}

const cookieName = 'secretariat-key'

/**
 * The header that keeps a cookie for a day, or takes it away. The operator's is never sent on from another site; a
 * key that came by post is opened from there.
 */
export function setCookie(admitted: Admitted | null, secure: boolean): string {
  const kept = admitted === null ? 'Max-Age=0' : 'Max-Age=86400'
  const site = admitted && admitted.viewer.name !== 'operator' ? 'Lax' : 'Strict'
  return `${cookieName}=${admitted?.cookie ?? ''}; Path=/; HttpOnly; SameSite=${site}; ${kept}${secure ? '; Secure' : ''}`
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
