// A meeting: held by a body, on a day as far as it is known.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type MeetingHeld = Event<
  'MeetingHeld',
  {
    readonly reference: string
    /** The body's lasting id. */
    readonly body: string
    readonly kind: string
    readonly held: KnownDate
    readonly place: string | null
    readonly notes: string | null
  }
>

export type MeetingEvent = MeetingHeld

/** What rules need to know of a meeting's past. */
export interface Meeting {
  readonly held: boolean
}

export const noMeeting: Meeting = { held: false }

export function evolveMeeting(_meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'MeetingHeld':
      return { held: true }
  }
}
