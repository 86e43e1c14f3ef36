// The journal as a file: one entry a line, in order, and a last line with the count and the head's hash.
// Whoever holds the file can check the whole chain without us.

import { isDay } from '#calendar/day.ts'
import { isKnownDate } from '#calendar/known-date.ts'
import { canonical, type Json } from './canonical.ts'
import { bases, beforeTheFirst, breach, type Entry, type Head, headAfter } from './entry.ts'
import { informationClasses } from './information-class.ts'

/** What is wrong with a chain, and at which entry first. */
export interface Fault {
  readonly position: number
  readonly says: string
  readonly line?: number
}

export interface Verified {
  readonly count: number
  readonly head: Head
  readonly fault: Fault | undefined
}

/** The lines of an export, each ending with a line feed. */
export async function* exported(entries: AsyncIterable<Entry>): AsyncIterable<string> {
  let head = beforeTheFirst
  for await (const entry of entries) {
    head = headAfter(entry)
    yield `${canonical(entry as unknown as Json)}\n`
  }
  yield `${canonical({ count: head.position, head: head.hash })}\n`
}

/** Checks entries from the first on, and stops at the first that does not hold. */
export async function verified(entries: AsyncIterable<Entry>): Promise<Verified> {
  const versions = new Map<string, number>()
  let head = beforeTheFirst
  for await (const entry of entries) {
    const says = breach(entry, head, versions.get(entry.stream) ?? 0)
    if (says) return { count: head.position, head, fault: { position: entry.position, says } }
    versions.set(entry.stream, entry.version)
    head = headAfter(entry)
  }
  return { count: head.position, head, fault: undefined }
}

/** Checks the lines of an export: every entry, the last line, and that nothing was cut off. */
export async function verifiedLines(lines: AsyncIterable<string>): Promise<Verified> {
  const reading = readLines(lines)
  const result = await verified(reading.entries)
  const { fault, closing, line } = reading.found()
  if (fault) return { ...result, fault }
  if (result.fault) return { ...result, fault: { ...result.fault, line } }
  const { count, head } = result
  if (!closing)
    return {
      ...result,
      fault: {
        position: count + 1,
        line: line + 1,
        says: `the tail is cut off: expected an entry or the closing line after entry ${count}, found the end of the file`,
      },
    }
  if (closing.count !== count || closing.head !== head.hash)
    return {
      ...result,
      fault: {
        position: count + 1,
        line,
        says: `the closing line names ${closing.count} entries with the head ${closing.head.slice(0, 12)}…, the file holds ${count} with ${head.hash.slice(0, 12)}…`,
      },
    }
  return result
}

/** Lines from pieces of a text: only a line feed ends one, since a text in an entry may hold any other separator. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest) yield rest
}

/** The entries of an export's lines, as they come. `found` tells afterwards what stood beside them. */
export function readLines(lines: AsyncIterable<string>): {
  entries: AsyncIterable<Entry>
  found: () => { fault?: Fault; closing?: { count: number; head: string }; line: number }
} {
  let line = 0
  let last = 0
  let fault: Fault | undefined
  let closing: { count: number; head: string } | undefined
  async function* entries(): AsyncIterable<Entry> {
    for await (const text of lines) {
      line += 1
      if (closing) {
        fault = { position: last + 1, line, says: 'expected nothing after the closing line' }
        return
      }
      const value = parsed(text)
      if (isClosing(value)) closing = value
      else if (isEntry(value)) {
        last = value.position
        yield value
      } else {
        fault = { position: last + 1, line, says: 'expected an entry of the journal as JSON' }
        return
      }
    }
  }
  return {
    entries: entries(),
    found: () => ({ line, ...(fault ? { fault } : {}), ...(closing ? { closing } : {}) }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isClosing(value: unknown): value is { count: number; head: string } {
  const { count, head, ...rest } = (value ?? {}) as Record<string, unknown>
  return typeof count === 'number' && typeof head === 'string' && Object.keys(rest).length === 0
}

const texts = ['id', 'stream', 'type', 'recordedAt', 'by', 'command'] as const
const hashes = ['contentHash', 'previousHash', 'hash'] as const

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  return (
    Number.isInteger(entry.position) &&
    Number.isInteger(entry.version) &&
    texts.every((name) => typeof entry[name] === 'string') &&
    hashes.every((name) => /^[0-9a-f]{64}$/.test(String(entry[name]))) &&
    typeof entry.data === 'object' &&
    entry.data !== null &&
    isKnownDate(entry.effectiveFrom) &&
    isDay(entry.rulebook) &&
    (bases as readonly unknown[]).includes(entry.basis) &&
    (informationClasses as readonly unknown[]).includes(entry.class)
  )
}
