// A drafting key lets the proposer of a modification draft it until people sign in by name. The record says to whom it was
// given, over which draft, how far it reads and until when; the key itself stands nowhere in it.

import type { Event } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'
import type { InformationClass } from '#journal/information-class.ts'

export type DraftingKeyIssued = Event<
  'DraftingKeyIssued',
  {
    /** `SECMP0031-K1`: the modification, and the number of the key among its keys. */
    readonly reference: string
    readonly modification: string
    /** The Party, body or person it was given to, by reference. */
    readonly holder: string
    /** Revisions of this class and of every more open one are read with it. */
    readonly reads: InformationClass
    /** The last day on which it opens anything. */
    readonly until: string
  }
>

export type DraftingKeyWithdrawn = Event<
  'DraftingKeyWithdrawn',
  { readonly reference: string; readonly reason: string | null }
>

export type DraftingKeyEvent = DraftingKeyIssued | DraftingKeyWithdrawn

/** The keys to the draft of one modification, by reference, and whether each was withdrawn. */
export type KeysOfDraft = ReadonlyMap<string, 'issued' | 'withdrawn'>

export const noKeys: KeysOfDraft = new Map()

export function evolveKeys(keys: KeysOfDraft, event: DraftingKeyEvent): KeysOfDraft {
  switch (event.type) {
    case 'DraftingKeyIssued':
      return new Map(keys).set(event.data.reference, 'issued')
    case 'DraftingKeyWithdrawn':
      return new Map(keys).set(event.data.reference, 'withdrawn')
  }
}

/** The stream of all keys to the draft of a modification. */
export const keysStream = (modification: string): string => `drafting-keys:${modification}`

/** The keys by reference; a row closes on the day on which its key is withdrawn. */
export const draftingKeysKept: Fold<DraftingKeyIssued['data'], DraftingKeyEvent> = {
  name: 'legal-text.drafting-keys',
  edition: 1,
  on: {
    DraftingKeyIssued: (entry, keys) => keys.open(entry.data.reference, entry.data),
    DraftingKeyWithdrawn: (entry, keys) => keys.close(entry.data.reference),
  },
}
