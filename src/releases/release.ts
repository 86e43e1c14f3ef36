// A release: changes go live on a day, in one region or everywhere; and what a release or a version brought.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type ReleaseWentLive = Event<
  'ReleaseWentLive',
  {
    readonly reference: string
    readonly release: string
    /** Null where it went live everywhere at once. */
    readonly region: string | null
    readonly live: KnownDate
    readonly notes: string | null
  }
>

export type ContentBrought = Event<
  'ContentBrought',
  {
    /** The reference of the release or version that brought it. */
    readonly reference: string
    /** The release or version as it is named. */
    readonly broughtBy: string
    readonly kind: 'release' | 'version'
    /** A part of the Code, a proposal, or a release. */
    readonly item: string
    /** When the release first went live, or the version came into force. */
    readonly from: KnownDate
  }
>

/** What rules need to know of a release's past: where it went live. */
export interface Release {
  readonly regions: readonly (string | null)[]
}

export const noRelease: Release = { regions: [] }

export function evolveRelease({ regions }: Release, event: ReleaseWentLive): Release {
  return { regions: [...regions, event.data.region] }
}

/** The address of a release within this room, out of its name: 'DCC Release 1.2' is 'DCC-Release-1.2'. */
export function releaseReference(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '')
}
