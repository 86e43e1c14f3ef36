// A direction given on the effect of provisions while the Code is being brought in. It makes no version: an activation
// brings a provision into effect, a variation lies over its text for a time, a cancellation takes that away again.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type DirectionGiven = Event<
  'DirectionGiven',
  {
    readonly reference: string
    readonly on: KnownDate
    /** The provisions it names; none where the source names none. */
    readonly provisions: readonly string[]
    /** What it does, as the source words it. */
    readonly action: string
    readonly description: string | null
  }
>

export const directionKinds = [
  'activation',
  'variation',
  'cancellation',
  'variation-and-cancellation',
  'date',
  'other',
] as const
export type DirectionKind = (typeof directionKinds)[number]

/** What a direction does, from the words of its action. */
export function directionKind(action: string): DirectionKind {
  if (/activat/i.test(action)) return 'activation'
  if (/\bdates?\b/i.test(action)) return 'date'
  const cancels = /cancel|remov|revok/i.test(action)
  const varies = /varied|vary|added|directed|introduced/i.test(action)
  if (cancels) return varies ? 'variation-and-cancellation' : 'cancellation'
  return varies ? 'variation' : 'other'
}
