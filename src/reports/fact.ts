// A fact that a report can count: one thing that another room has on record, in the same shape whatever it is.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Basis } from '#journal/entry.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'

/** Several words where a field has several values at once, such as the categories of a Party. */
export type FactValue = string | number | null | readonly string[]

export interface Fact {
  /** Unlike any other of its kind. */
  readonly key: string
  /** What it is, in words, for lists. */
  readonly says: string
  /** The page that shows it, in this code; null where it has none. */
  readonly href: string | null
  /** When it happened, or from when it holds. */
  readonly opens: KnownDate
  /** Until when it holds; null for what happened, and for what has not ended. */
  readonly closes: KnownDate | null
  readonly fields: Readonly<Record<string, FactValue>>
  readonly basis: Basis
  readonly source: string | null
  readonly entries: readonly string[]
}

/** One kind of fact: how it is called, what can be asked of each, and how it is read from the record. */
export interface FactKind {
  readonly one: string
  readonly many: string
  /** The fields by which it can be narrowed, summed and listed. */
  readonly fields: readonly string[]
  /** Every fact that the viewer may see; what is computed for a day is computed for the day of the reading. */
  readonly gather: (reading: Reading) => readonly Fact[]
}

/** A fact from a row: its dates, basis, source and entries are those of the row. */
export function factOf(
  row: Row,
  told: Pick<Fact, 'says' | 'href' | 'fields'> &
    Partial<Pick<Fact, 'key' | 'opens' | 'closes' | 'entries'>>,
): Fact {
  const { key, opens, closes, basis, source, entries } = row
  return { key, opens, closes, basis, source, entries, ...told }
}

const fromWeakest: readonly Basis[] = [
  'illustrative',
  'known-by-count',
  'on-record',
  'decided-here',
]

/** The weakest of several bases: what is made of an illustrative fact is illustrative. */
export function weakest(bases: readonly Basis[]): Basis {
  return fromWeakest.find((basis) => bases.includes(basis)) ?? 'decided-here'
}
