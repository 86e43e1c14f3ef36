// How a consultation stands on a day, and whether a response came in time. The day of closing is the last day open.

import type { Day } from '#calendar/day.ts'
import { certainty, earliest, type KnownDate } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import { type ClosingTime, closingDay } from './closing-time.ts'
import type { ConsultationOpened } from './consultation.ts'

/** Ahead of its opening, possibly opened, open, closed, or opened with no close on record. */
export const standings = ['ahead', 'possibly-open', 'open', 'closed', 'not-known'] as const
export type Standing = (typeof standings)[number]

/** How a consultation stands on a day. */
export function standingOf(
  { opens, data: { closes } }: Pick<Row<ConsultationOpened['data']>, 'opens' | 'data'>,
  on: Day,
): Standing {
  const opened = certainty(opens, null, on)
  if (opened === 'not') return 'ahead'
  if (closes !== null && closingDay(closes) < on) return 'closed'
  if (opened === 'possibly') return 'possibly-open'
  return closes === null ? 'not-known' : 'open'
}

/** Whether a response certainly came after the day of closing. On that day itself the hour decides, which a date does not tell. */
export function cameLate(received: KnownDate, closes: ClosingTime | null): boolean {
  const first = earliest(received)
  return closes !== null && first !== null && closingDay(closes) < first
}
