// A dated fact of the code's life that no other room holds.

import type { KnownDate } from '#calendar/known-date.ts'
import { sha256 } from '#journal/canonical.ts'
import type { Event } from '#journal/entry.ts'

export type EventNoted = Event<
  'EventNoted',
  {
    readonly reference: string
    readonly on: KnownDate
    /** What it is part of: the code's own life, or another thread of events with an id of its own. */
    readonly strand: string
    readonly says: string
    readonly notes: string | null
  }
>

export type ChronicleEvent = EventNoted

/** What rules need to know of an event's past. */
export interface NotedEvent {
  readonly noted: boolean
}

export const noEvent: NotedEvent = { noted: false }

export function evolveEvent(_event: NotedEvent, event: ChronicleEvent): NotedEvent {
  switch (event.type) {
    case 'EventNoted':
      return { noted: true }
  }
}

/**
 * The reference of an event that its source gives none: its date, and eight digits of the hash of its strand, date and
 * text. The same event has the same reference wherever it is entered.
 */
export function referenceOf({
  strand,
  on,
  says,
}: Pick<EventNoted['data'], 'strand' | 'on' | 'says'>): string {
  const date = on.replace(/[^0-9]+/g, '-').replace(/^-|-$/g, '') || 'undated'
  return `${date}-${sha256(`${strand}\n${on}\n${says}`).slice(0, 8)}`
}
