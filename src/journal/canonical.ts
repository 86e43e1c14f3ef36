// One text for one value, on every machine: what the journal hashes and what an export holds.

import { createHash } from 'node:crypto'

/** What an entry may hold: JSON and nothing else. Numbers are whole or decimal, never a measure of money. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/**
 * The canonical text of a JSON value: names sorted, no spaces, Unicode in composed form (NFC).
 * Throws where a value could not come back from a database unchanged: an undefined, a number that
 * is not finite, a lone surrogate or a NUL.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new TypeError(`a number in the record is finite, not ${value}`)
    return JSON.stringify(Object.is(value, -0) ? 0 : value)
  }
  if (typeof value === 'string') return JSON.stringify(storable(value))
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`the record holds JSON, not ${typeof value}`)
  const object = value as JsonObject
  const names = Object.keys(object).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(object[name]!)}`).join(',')}}`
}

/** The same value as it will come back from the record: texts composed, -0 as 0. */
export function settled<T extends Json>(value: T): T {
  return JSON.parse(canonical(value)) as T
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function storable(text: string): string {
  if (text.includes('\u0000')) throw new TypeError('a text in the record holds no NUL character')
  if (!text.isWellFormed()) throw new TypeError('a text in the record holds whole characters only')
  return text.normalize('NFC')
}
