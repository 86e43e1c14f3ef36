// Engagement: an event held for those whom the code concerns, such as a seminar or a workshop.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type EngagementHeld = Event<
  'EngagementHeld',
  {
    readonly reference: string
    /** What kind of event, by a lasting id such as seminar. */
    readonly kind: string
    readonly title: string
    readonly held: KnownDate
    /** How many attended; null where the number is not known. */
    readonly attended: number | null
    /** Attendance as the source puts it, such as 'over 60'. */
    readonly attendedWords: string | null
    /** The reference of the event that it repeated for those who found no place. */
    readonly repeatOf: string | null
    readonly notes: string | null
  }
>

/** What rules need to know of an event's past. */
export interface Engagement {
  readonly held: boolean
}

export const noEngagement: Engagement = { held: false }

export function evolveEngagement(_engagement: Engagement, event: EngagementHeld): Engagement {
  switch (event.type) {
    case 'EngagementHeld':
      return { held: true }
  }
}
