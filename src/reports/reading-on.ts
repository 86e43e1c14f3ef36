// The same record, as in force on another day: a report reads the last day of its year whatever day is asked for.

import type { Day } from '#calendar/day.ts'
import { certainty } from '#calendar/known-date.ts'
import type { Fold } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'

/** A reading by the same viewer, as known at the same instant, as in force on another day. */
export function readingOn(reading: Reading, on: Day): Reading {
  if (reading.asOf === on) return reading
  const holding =
    (how: 'certainly' | 'possibly') =>
    <Data>(fold: Fold<Data, never>) =>
      reading.rows(fold).filter((row) => certainty(row.opens, row.closes, on) === how)
  const { code, viewer, today, knownAt, record } = reading
  return {
    code,
    viewer,
    today,
    knownAt,
    record,
    asOf: on,
    get rulebook() {
      return reading.rulebookOn(on)
    },
    rulebookOn: (day) => reading.rulebookOn(day),
    rows: (fold) => reading.rows(fold),
    row: (fold, key) => reading.row(fold, key),
    inForce: holding('certainly'),
    possibly: holding('possibly'),
  }
}
