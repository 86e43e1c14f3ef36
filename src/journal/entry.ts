// An entry: one thing that happened, who entered it and when, and the chain that holds it in its place.

import type { Day } from '#calendar/day.ts'
import type { KnownDate } from '#calendar/known-date.ts'
import { canonical, type Json, type JsonObject, settled, sha256 } from './canonical.ts'
import type { InformationClass } from './information-class.ts'

/** How we come to hold it: decided here by its rules, entered from a source, counted by one, or invented to show. */
export const bases = ['decided-here', 'on-record', 'known-by-count', 'illustrative'] as const
export type Basis = (typeof bases)[number]

/** What happened, in the past tense, with its data: declared in the file of its noun. */
export interface Event<Type extends string = string, Data extends object = object> {
  readonly type: Type
  readonly data: Data
}

/** What a decision hands to the journal; the journal adds when, where in the chain, and the hashes. */
export interface NewEntry<E extends Event = Event> {
  readonly stream: string
  readonly type: E['type']
  readonly data: E['data']
  readonly effectiveFrom: KnownDate
  readonly by: string
  readonly onBehalfOf: string | null
  readonly command: string
  readonly rulebook: Day
  readonly basis: Basis
  readonly source: string | null
  readonly class: InformationClass
}

/** The content is what may be shown; its hash says nothing of its neighbours. */
export interface EntryContent<E extends Event = Event> extends NewEntry<E> {
  readonly recordedAt: string
}

export interface Entry<E extends Event = Event> extends EntryContent<E> {
  /** The first 20 digits of the content's hash: the entry's address, the same whatever stands around it. */
  readonly id: string
  readonly position: number
  readonly version: number
  readonly contentHash: string
  readonly previousHash: string
  readonly hash: string
}

/** Where the chain stands: before the first entry, position 0 and sixty-four noughts. */
export interface Head {
  readonly position: number
  readonly hash: string
  readonly recordedAt: string | null
}

export const beforeTheFirst: Head = { position: 0, hash: '0'.repeat(64), recordedAt: null }

/**
 * Puts content into the chain behind `head`.
 * Gives the entry with its hashes; its data is settled, so that it equals what a reader gets back.
 */
export function chained(content: EntryContent, head: Head, version: number): Entry {
  const data = settled(content.data as JsonObject)
  const position = head.position + 1
  const contentHash = hashOfContent({ ...content, data })
  const hash = hashOfLink({ position, version, contentHash, previousHash: head.hash })
  return {
    ...content,
    data,
    id: contentHash.slice(0, 20),
    position,
    version,
    contentHash,
    previousHash: head.hash,
    hash,
  }
}

export function hashOfContent(content: EntryContent): string {
  return sha256(
    canonical({
      basis: content.basis,
      by: content.by,
      class: content.class,
      command: content.command,
      data: content.data as Json,
      effectiveFrom: content.effectiveFrom,
      onBehalfOf: content.onBehalfOf,
      recordedAt: content.recordedAt,
      rulebook: content.rulebook,
      source: content.source,
      stream: content.stream,
      type: content.type,
    }),
  )
}

export function hashOfLink(link: {
  position: number
  version: number
  contentHash: string
  previousHash: string
}): string {
  return sha256(canonical(link))
}

/**
 * What keeps an entry from standing where it stands, or nothing: a sentence for the person who verifies.
 * `versionBefore` is the last version of its stream, 0 for none.
 */
export function breach(entry: Entry, head: Head, versionBefore: number): string | undefined {
  if (entry.position !== head.position + 1)
    return `expected position ${head.position + 1}, found ${entry.position}`
  if (entry.previousHash !== head.hash)
    return `expected the hash of entry ${head.position} (${head.hash.slice(0, 12)}…) as the one before, found ${entry.previousHash.slice(0, 12)}…`
  if (entry.version !== versionBefore + 1)
    return `expected version ${versionBefore + 1} of ${entry.stream}, found ${entry.version}`
  if (head.recordedAt !== null && entry.recordedAt < head.recordedAt)
    return `expected a time of record not before ${head.recordedAt}, found ${entry.recordedAt}`
  const contentHash = hashOfContent(entry)
  if (contentHash !== entry.contentHash || entry.id !== contentHash.slice(0, 20))
    return `its content has the hash ${contentHash.slice(0, 12)}…, but it was entered with ${entry.contentHash.slice(0, 12)}…`
  const hash = hashOfLink({ ...pickLink(entry), contentHash })
  if (hash !== entry.hash)
    return `its place in the chain has the hash ${hash.slice(0, 12)}…, but it was entered with ${entry.hash.slice(0, 12)}…`
  return undefined
}

export function headAfter(entry: Entry): Head {
  return { position: entry.position, hash: entry.hash, recordedAt: entry.recordedAt }
}

/** Whether a text can be the id of an entry at all. */
export const isId = (text: string): boolean => /^[0-9a-f]{20}$/.test(text)

/** `sec` of `sec/modification:SECMP0022`. */
export function codeOf(stream: string): string {
  const slash = stream.indexOf('/')
  if (slash < 1) throw new TypeError(`a stream is named CODE/NOUN:REFERENCE, not ${stream}`)
  return stream.slice(0, slash)
}

const pickLink = ({ position, version, previousHash }: Entry) => ({
  position,
  version,
  previousHash,
})
