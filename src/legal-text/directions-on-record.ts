// The directions on record, for this room's views and for reports.

import type { Day } from '#calendar/day.ts'
import { certainty, compareKnownDates, liesWithin } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import { directionsKept, partsKept } from './code-kept.ts'
import type { DirectionGiven } from './direction.ts'
import { compareParts, type PartEntered } from './part.ts'

export type Direction = Row<DirectionGiven['data']>

/** The directions certainly or possibly given by the day asked for, oldest first. */
export function directionsOnRecord(reading: Reading): readonly Direction[] {
  return reading
    .rows(directionsKept)
    .filter(({ opens, closes }) => certainty(opens, closes, reading.asOf) !== 'not')
    .toSorted(byDate)
}

/** The directions given in a period, oldest first: the whole of the date as known lies within it. */
export function directionsIn(reading: Reading, from: Day, to: Day): readonly Direction[] {
  return reading
    .rows(directionsKept)
    .filter(({ data }) => liesWithin(data.on, from, to))
    .toSorted(byDate)
}

/** The parts of the Code that certainly or possibly belong to it on the day asked for, in the order of the Code. */
export function partsOnRecord(reading: Reading): readonly Row<PartEntered['data']>[] {
  return [...reading.inForce(partsKept), ...reading.possibly(partsKept)].toSorted((one, other) =>
    compareParts(one.data, other.data),
  )
}

const byDate = (one: Direction, other: Direction) =>
  compareKnownDates(one.data.on, other.data.on) ||
  (one.data.reference < other.data.reference ? -1 : 1)
