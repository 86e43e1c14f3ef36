// A Party: it accedes, is of a category or several, holds licences, may default, and may leave.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type PartyAcceded = Event<
  'PartyAcceded',
  {
    readonly reference: string
    /** The name of a company; null for a natural person, whom the record knows by id only. */
    readonly name: string | null
    /** The id of a natural person. */
    readonly person: string | null
    /** The company that is the Party, where one is on record; ownership is stated of companies. */
    readonly company: string | null
    /** By what it became a Party, such as accession-agreement; null where not known. */
    readonly instrument: string | null
    readonly acceded: KnownDate
    readonly notes: string | null
  }
>

/** From its day on the Party is in these categories and no others, until it is said anew. */
export type PartyCategorised = Event<
  'PartyCategorised',
  {
    readonly party: string
    /** Ids of Party Categories, in order; none where the Party then stands outside all counts. */
    readonly categories: readonly string[]
    readonly from: KnownDate
    /** The day of the statement that this one takes the place of; null for the first. */
    readonly replaces: KnownDate | null
    readonly notes: string | null
  }
>

export type LicenceGranted = Event<
  'LicenceGranted',
  { readonly party: string; readonly licence: string; readonly granted: KnownDate }
>

export type LicenceEnded = Event<
  'LicenceEnded',
  {
    readonly party: string
    readonly licence: string
    readonly granted: KnownDate
    readonly ended: KnownDate
    /** Such as revoked or surrendered; null where not known. */
    readonly how: string | null
  }
>

export type PartyDefaulted = Event<
  'PartyDefaulted',
  {
    readonly party: string
    /** Which Event of Default: its letter in the rulebook. */
    readonly event: string
    readonly occurred: KnownDate
    readonly notes: string | null
  }
>

export type DefaultRemedied = Event<
  'DefaultRemedied',
  {
    readonly party: string
    readonly event: string
    readonly occurred: KnownDate
    readonly remedied: KnownDate
  }
>

export type PartyLeft = Event<
  'PartyLeft',
  {
    readonly party: string
    /** How it left, such as withdrawal. */
    readonly mechanism: string
    /** Why, apart from how; null where not known. */
    readonly cause: string | null
    readonly exited: KnownDate
    readonly notes: string | null
  }
>

export type PartyEvent =
  | PartyAcceded
  | PartyCategorised
  | LicenceGranted
  | LicenceEnded
  | PartyDefaulted
  | DefaultRemedied
  | PartyLeft

/** What rules need to know of a Party's past. */
export interface Party {
  readonly acceded: KnownDate | null
  readonly left: KnownDate | null
  /** Since when it has been of the categories last stated. */
  readonly categorised: KnownDate | null
  readonly licences: readonly Spell[]
  readonly defaults: readonly Spell[]
}

/** Something that began, and may have ended: a licence held, a default. */
export interface Spell {
  readonly what: string
  readonly began: KnownDate
  readonly over: boolean
}

export const noParty: Party = {
  acceded: null,
  left: null,
  categorised: null,
  licences: [],
  defaults: [],
}

export function evolveParty(party: Party, event: PartyEvent): Party {
  switch (event.type) {
    case 'PartyAcceded':
      return { ...party, acceded: event.data.acceded }
    case 'PartyCategorised':
      return { ...party, categorised: event.data.from }
    case 'LicenceGranted': {
      const { licence: what, granted: began } = event.data
      return { ...party, licences: [...party.licences, { what, began, over: false }] }
    }
    case 'LicenceEnded':
      return {
        ...party,
        licences: over(party.licences, event.data.licence, event.data.granted),
      }
    case 'PartyDefaulted': {
      const { event: what, occurred: began } = event.data
      return { ...party, defaults: [...party.defaults, { what, began, over: false }] }
    }
    case 'DefaultRemedied':
      return { ...party, defaults: over(party.defaults, event.data.event, event.data.occurred) }
    case 'PartyLeft':
      return { ...party, left: event.data.exited }
  }
}

const over = (spells: readonly Spell[], what: string, began: KnownDate) =>
  spells.map((one) => (one.what === what && one.began === began ? { ...one, over: true } : one))
