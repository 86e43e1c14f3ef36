// Instants in words, for pages.

import { type Day, printDay } from '#calendar/day.ts'

/** An instant to the second, in UTC: '16:00:00 UTC on 31 March 2017'. */
export function printInstant(instant: string): string {
  return `${instant.slice(11, 19)} UTC on ${printDay(instant.slice(0, 10) as Day)}`
}
