// A total that a source claims without naming each thing: it says how much of the whole the register holds.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

/** The totals that this room can set beside its own count. */
export const totalsClaimed = ['modifications raised'] as const

export type TotalClaimed = Event<
  'TotalClaimed',
  {
    readonly reference: string
    readonly what: (typeof totalsClaimed)[number]
    /** The number as the source words it, such as 'over 30'. */
    readonly words: string
    /** The first and the last day of which the source tells. */
    readonly period: KnownDate
  }
>
