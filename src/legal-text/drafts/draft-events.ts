// What may happen to a draft of an amendment: it is entered and revised, and it may be withdrawn. That it becomes part
// of the text is an effect of its modification.

import type { Event } from '#journal/entry.ts'
import type { Hash, Op } from '../engine/index.ts'
import type { Starting } from '../text/text-events.ts'

/**
 * What a person chose where the draft and the text in force disagree: one of the three texts; what they say themselves;
 * what both sides put in; or to leave the provision out.
 */
export const settlings = ['draft', 'in-force', 'base', 'own', 'both', 'out'] as const
export type Settling = (typeof settlings)[number]

/** A conflict that a person settled when the draft was rebased. */
export interface Settled {
  /** Which: see `conflictKey`. */
  readonly conflict: string
  readonly choice: Settling
  /** The words, the number or the place chosen, where they are neither side's. */
  readonly words: string | null
}

/** One revision of the draft of a modification; each is a whole, and the last one counts. */
export type DraftEntered = Event<
  'DraftEntered',
  {
    readonly modification: string
    /** Counted from 1 among the revisions of its information class, so that it tells nothing of the others. */
    readonly ordinal: number
    readonly title: string
    /** The text that it amends, by its root hash, and a day on which that is in force. */
    readonly baseline: { readonly version: Hash; readonly day: string }
    readonly starts: Starting
    readonly layer: 'permanent' | 'variation'
    readonly ops: readonly Op[]
    /** The instructions as they were typed; null where the text was edited or operations were given. */
    readonly instructions: string | null
    /** The root hash of the text as drafted. */
    readonly gives: Hash
    readonly settled: readonly Settled[]
  }
>

/** The draft is no longer proposed. */
export type DraftWithdrawn = Event<
  'DraftWithdrawn',
  {
    readonly modification: string
    /** Counted from 1 among the withdrawals of its information class. */
    readonly ordinal: number
    readonly reason: string | null
  }
>

export type DraftEvent = DraftEntered | DraftWithdrawn
