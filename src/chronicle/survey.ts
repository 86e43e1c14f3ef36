// A survey: how those whom the code serves judged its administration.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type SurveyHeld = Event<
  'SurveyHeld',
  {
    readonly reference: string
    readonly kind: string
    readonly fieldwork: KnownDate
    /** The score that was to be reached, as the source writes it; null where it states none. */
    readonly threshold: string | null
    /** What came of it, in words. */
    readonly resultWords: string | null
    readonly notes: string | null
  }
>

export type SurveyEvent = SurveyHeld

/** What rules need to know of a survey's past. */
export interface Survey {
  readonly held: boolean
}

export const noSurvey: Survey = { held: false }

export function evolveSurvey(_survey: Survey, event: SurveyEvent): Survey {
  switch (event.type) {
    case 'SurveyHeld':
      return { held: true }
  }
}
