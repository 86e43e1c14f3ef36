// At which two times somebody reads: `as-of` a day (in force), `known-at` an instant (as recorded).

import { addDays, type Day, isDay, isInstant, startOfDayIn } from '#calendar/day.ts'

export interface TimeAsked {
  readonly asOf: Day | undefined
  readonly knownAt: string | null
}

/** A fault in something that was asked: what was expected and what came. */
export interface AskedWrongly {
  readonly name: string
  readonly says: string
  readonly came: string
}

/**
 * Reads `as-of` and `known-at`; empty is today and now. A day as `known-at` is the end of that day in `zone`.
 * Gives the times, or what is wrong with them.
 */
export function timeAsked(
  query: Readonly<Record<string, string | undefined>>,
  zone: string,
): TimeAsked | readonly AskedWrongly[] {
  const faults: AskedWrongly[] = []
  const asOf = query['as-of']?.trim() || undefined
  const knownAt = query['known-at']?.trim() || undefined
  if (asOf !== undefined && !isDay(asOf))
    faults.push({
      name: 'as-of',
      says: 'Give the day as 2017-03-31, or leave it out for today',
      came: asOf,
    })
  if (knownAt !== undefined && !isDay(knownAt) && !isInstantOfTheCalendar(knownAt))
    faults.push({
      name: 'known-at',
      says: 'Give the instant as 2026-01-31T12:00:00Z, or a day for its end, or leave it out for now',
      came: knownAt,
    })
  if (faults.length > 0) return faults
  return {
    asOf: asOf as Day | undefined,
    knownAt: knownAt === undefined ? null : instantOf(knownAt, zone),
  }
}

/** An offset may carry an instant beyond the years that can be written. */
const isInstantOfTheCalendar = (text: string) =>
  isInstant(text) && /^(?!0000)\d{4}-/.test(new Date(text).toISOString())

/** The last day that can be written; no other comes after it. */
const lastDay = '9999-12-31'

function instantOf(text: string, zone: string): string {
  if (!isDay(text)) return new Date(text).toISOString()
  if (text === lastDay) return `${text}T23:59:59.999Z`
  const next = startOfDayIn(zone, addDays(text, 1))
  return new Date(Date.parse(next) - 1).toISOString()
}
