// The parts of an answer that all rooms share, as schemas for the reference.

import { z } from 'zod'
import type { KnownDate } from '#calendar/known-date.ts'
import { printKnownDate } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'

/** A date as it is known: the text for machines, and in words. */
export const shownDate = z.object({
  date: z
    .string()
    .meta({ description: '2017-03-31, or as far as it is known: 2016-07, ../2014-07' }),
  words: z.string(),
})
export type ShownDate = z.infer<typeof shownDate>

export function asShown(date: KnownDate): ShownDate {
  return { date, words: printKnownDate(date) }
}

/** How a fact is known, and the entries beneath it. */
export const beneath = z.object({
  basis: z.enum(['decided-here', 'on-record', 'known-by-count', 'illustrative']),
  source: z.string().nullable(),
  entries: z.array(z.string()).meta({ description: 'Ids of the entries beneath: see /record/ID' }),
})
export type Beneath = z.infer<typeof beneath>

export function beneathOf(row: Row): Beneath {
  return { basis: row.basis, source: row.source, entries: [...row.entries] }
}
