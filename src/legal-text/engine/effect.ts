// What an instrument does to the text, from when to when, and when we came to know it.
import type { ISODate } from './model.ts'
import type { Op } from './op.ts'

/** When something starts or ends: on a day, with a release, on an event, or not yet commenced. */
export type When =
  | { readonly on: ISODate }
  | { readonly release: string }
  | { readonly event: string }
  | 'not-commenced'

/**
 * One effect of an instrument (a modification, designation, direction, correction or transitional variation). An
 * effect without operations is one whose words are not held.
 */
export interface Effect {
  readonly id: string
  readonly instrument: string
  readonly layer: 'permanent' | 'variation'
  readonly ops: readonly Op[]
  readonly starts: When
  /** Only for variations and disapplications: from this day on they are over. */
  readonly ends?: When
  readonly mode: 'amend' | 'vary' | 'disapply' | 'read-as' | 'add-for-period'
  /** Where a variation has effect; everywhere where none is named. */
  readonly regions?: readonly string[]
  /** Instant in UTC at which this was recorded: the second axis of time, what we knew when. */
  readonly recordedAt: string
  /** The effect that this one corrects and stands instead of. */
  readonly supersedes?: string
}

/** Another instrument ends a variation, everywhere or in the regions named. */
export interface Ending {
  /** The effect that it ends. */
  readonly of: string
  readonly instrument: string
  readonly on: When
  readonly regions?: readonly string[]
  readonly recordedAt: string
}

/** The day on which a release was made or an event happened, and when that was recorded. */
export interface Commencement {
  readonly of: { readonly release: string } | { readonly event: string }
  readonly on: ISODate
  readonly recordedAt: string
}

/** The civil day of a start or end as far as the commencements tell it, else null. The last recorded one counts. */
export const dayOf = (when: When, commencements: readonly Commencement[]): ISODate | null => {
  if (when === 'not-commenced') return null
  if ('on' in when) return when.on
  const wanted = JSON.stringify(when)
  const known = commencements.filter((one) => JSON.stringify(one.of) === wanted)
  return (
    known
      .toSorted((p, q) => (p.recordedAt < q.recordedAt ? -1 : p.recordedAt > q.recordedAt ? 1 : 0))
      .at(-1)?.on ?? null
  )
}
