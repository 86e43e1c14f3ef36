// The drafts on record: for each modification its revisions as far as they may be read, and where the draft stands.

import type { Day } from '#calendar/day.ts'
import { earliest } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Instrument } from '../text/text-events.ts'
import { effectsKept } from '../text/text-kept.ts'
import type { RecordOfText } from '../text/text-on-record.ts'
import type { DraftEntered, DraftWithdrawn } from './draft-events.ts'
import { draftsKept, type Placed, withdrawalsKept } from './drafts-kept.ts'

export type Revision = Row<DraftEntered['data'] & Placed>
export type Withdrawal = Row<DraftWithdrawn['data'] & Placed>

export interface DraftOnRecord {
  readonly modification: string
  /** The first one first; never empty. */
  readonly revisions: readonly Revision[]
  readonly latest: Revision
  readonly state: 'open' | 'withdrawn' | 'incorporated'
  /** What ended it, where something did. */
  readonly withdrawal: Withdrawal | null
  /** References of the effects by which it became part of the text. */
  readonly effects: readonly string[]
}

const isOf = ({ kind, reference }: Instrument, modification: string) =>
  kind === 'modification' && reference === modification

const byPlace = (one: Row<Placed>, other: Row<Placed>) => one.data.position - other.data.position

/**
 * Every draft with a revision that `record` may read, by the number of its modification. With `asOf`, only what counted
 * by that day.
 */
export function draftsOnRecord(record: RecordOfText, asOf?: Day): readonly DraftOnRecord[] {
  const counts = (row: Row) => {
    const from = asOf === undefined ? null : earliest(row.opens)
    return from === null || from <= asOf!
  }
  const revisions = record.rows(draftsKept).filter(counts).toSorted(byPlace)
  const withdrawals = record.rows(withdrawalsKept).filter(counts).toSorted(byPlace)
  const effects = record.rows(effectsKept)
  return [...Map.groupBy(revisions, ({ data }) => data.modification)]
    .map(([modification, all]): DraftOnRecord => {
      const latest = all.at(-1)!
      const made = effects
        .filter(
          ({ data }) =>
            isOf(data.instrument, modification) && data.recordedAt >= latest.data.recordedAt,
        )
        .map(({ data }) => data.reference)
      const withdrawal =
        withdrawals.findLast(
          ({ data }) => data.modification === modification && data.position > latest.data.position,
        ) ?? null
      const state = withdrawal ? 'withdrawn' : made.length > 0 ? 'incorporated' : 'open'
      return { modification, revisions: all, latest, state, withdrawal, effects: made }
    })
    .toSorted((one, other) => (one.modification < other.modification ? -1 : 1))
}

/**
 * The revisions of what is proposed now: those since the draft was last withdrawn or made part of the text. What is said
 * of it must not be said to those who could only read what came before.
 */
export function revisionsProposed(
  record: RecordOfText,
  { modification, revisions }: DraftOnRecord,
): readonly Revision[] {
  const ended = record
    .rows(withdrawalsKept)
    .filter(({ data }) => data.modification === modification)
    .reduce((last, { data }) => Math.max(last, data.position), -1)
  const made = record
    .rows(effectsKept)
    .filter(({ data }) => isOf(data.instrument, modification))
    .reduce((last, { data }) => (data.recordedAt > last ? data.recordedAt : last), '')
  return revisions.filter(({ data }) => data.position > ended && data.recordedAt > made)
}

/** The draft of one modification. */
export const draftOnRecord = (
  record: RecordOfText,
  modification: string,
  asOf?: Day,
): DraftOnRecord | undefined =>
  draftsOnRecord(record, asOf).find((draft) => draft.modification === modification)
