// A version of the Code: designated, with the date from which it is in force as far as it is known.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type VersionDesignated = Event<
  'VersionDesignated',
  {
    readonly version: string
    readonly effective: KnownDate
    /** How the date is known, in the words of the source list. */
    readonly dateBasis: string | null
    /** Who or what made the version, as the source words it. */
    readonly madeBy: string | null
    readonly contents: string | null
    readonly notes: string | null
  }
>

/** Another source gives the version another date. Both stand until somebody settles it. */
export type VersionDateClaimed = Event<
  'VersionDateClaimed',
  {
    readonly version: string
    /** Which of the claims beside the first date it is, from 1. */
    readonly ordinal: number
    readonly effective: KnownDate
    readonly notes: string | null
  }
>

export type VersionEvent = VersionDesignated | VersionDateClaimed

/** What rules need to know of a version's past: the dates that it has been given. */
export interface Version {
  readonly dates: readonly KnownDate[]
}

export const noVersion: Version = { dates: [] }

export function evolveVersion({ dates }: Version, event: VersionEvent): Version {
  switch (event.type) {
    case 'VersionDesignated':
    case 'VersionDateClaimed':
      return { dates: [...dates, event.data.effective] }
  }
}
