// The kept rows of engagement, and what is asked of them.

import type { Day } from '#calendar/day.ts'
import { compareKnownDates, liesWithin } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import type { EngagementHeld } from './engagement.ts'

/** Events by their reference, each from the day on which it was held. */
export const engagementKept: Fold<EngagementHeld['data'], EngagementHeld> = {
  name: 'support.engagement',
  edition: 1,
  on: { EngagementHeld: (entry, events) => events.open(entry.data.reference, entry.data) },
}

/** Events held by the day asked for, newest first; those whose date is known in part stand by its end. */
export function heldEngagement(reading: Reading): readonly Row<EngagementHeld['data']>[] {
  return reading
    .inForce(engagementKept)
    .toSorted(
      (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
    )
}

export interface KindOfEngagement {
  readonly kind: string
  readonly rows: readonly Row<EngagementHeld['data']>[]
}

/** Rows by their kind, in the order of kinds. */
export function byKind(rows: readonly Row<EngagementHeld['data']>[]): readonly KindOfEngagement[] {
  const kinds = Map.groupBy(rows, ({ data }) => data.kind)
  return [...kinds]
    .map(([kind, of]) => ({ kind, rows: of }))
    .sort((one, other) => (one.kind < other.kind ? -1 : 1))
}

/** The events that were certainly held from the first to the last day of a period, by kind; none after the day asked for. */
export function engagementIn(reading: Reading, from: Day, to: Day): readonly KindOfEngagement[] {
  return byKind(heldEngagement(reading).filter(({ data }) => liesWithin(data.held, from, to)))
}
