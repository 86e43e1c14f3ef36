// What one viewer may read of one code, at two times: as in force on a day, and as known at an instant.
// What a viewer may not see is taken away here, below every page, API, feed, search, count and export.

import type { Day } from '#calendar/day.ts'
import { certainty } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import type { Viewer } from '#journal/information-class.ts'
import { type RowsRead, rowsRead } from '#journal/rows-read.ts'
import type { State } from '#journal/state.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

export interface Reading extends RowsRead {
  readonly code: string
  readonly viewer: Viewer
  /** As in force on this day. */
  readonly asOf: Day
  readonly today: Day
  /** As recorded by this instant; null for now. */
  readonly knownAt: string | null
  /** The rulebook of the day asked for. */
  readonly rulebook: Rulebook
  /** The rulebook of any other day, as known by the instant asked for. */
  rulebookOn(day: Day): Rulebook
  /** Where the record stood that this was drawn from, as far as this viewer may know. */
  readonly record: {
    readonly position: number
    readonly hash: string
    readonly recordedAt: string | null
  }
  /** Names of the codes of which anything is on record. */
  readonly codes: readonly string[]
  /** The same reading of another code. */
  ofCode(code: string): Reading
  /** The same reading as in force on another day. */
  on(day: Day): Reading
  /** The rows that certainly hold on the day asked for. */
  inForce<Data>(fold: Fold<Data, never>): readonly Row<Data>[]
  /** The rows that possibly hold on it: their dates are known in part. */
  possibly<Data>(fold: Fold<Data, never>): readonly Row<Data>[]
}

export interface Asked {
  readonly code: string
  readonly viewer: Viewer
  readonly asOf: Day
  readonly today: Day
  readonly knownAt: string | null
}

/** A reading of a state. Use it at once: it must not outlive an await. */
export function readingOf(
  state: State,
  asked: Asked,
  rulebookOn: (code: string, on: Day) => Rulebook,
): Reading {
  const { code, viewer, asOf } = asked
  const reads = rowsRead(state, code, viewer)
  const visible = reads.rows
  const holding =
    (how: 'certainly' | 'possibly') =>
    <Data>(fold: Fold<Data, never>) =>
      visible(fold).filter((row) => certainty(row.opens, row.closes, asOf) === how)

  let rulebook: Rulebook | undefined
  return {
    ...asked,
    get rulebook() {
      rulebook ??= rulebookOn(code, asOf)
      return rulebook
    },
    rulebookOn: (day) => rulebookOn(code, day),
    codes: [...state.codes()].sort(),
    on: (day) => readingOf(state, { ...asked, asOf: day }, rulebookOn),
    ofCode: (other) => readingOf(state, { ...asked, code: other }, rulebookOn),
    record:
      viewer.name === 'operator'
        ? state.head
        : {
            position: state.publicHead.count,
            hash: state.publicHead.hash,
            recordedAt: state.publicHead.recordedAt,
          },
    ...reads,
    inForce: holding('certainly'),
    possibly: holding('possibly'),
  }
}
