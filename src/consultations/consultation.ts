// A consultation: a question put to those it concerns, open until a day and hour, and what came in.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'
import type { ClosingTime } from './closing-time.ts'

export type ConsultationOpened = Event<
  'ConsultationOpened',
  {
    readonly reference: string
    readonly subject: string
    /** The lasting id of the body that consults. */
    readonly owner: string
    readonly opened: KnownDate
    /** By the clocks where the code lives; null where it is not known. */
    readonly closes: ClosingTime | null
    /** The thing consulted on, as the record names it, such as `budget:budget-2017-20`; null where it names none. */
    readonly about: string | null
    readonly notes: string | null
  }
>

export type ResponseReceived = Event<
  'ResponseReceived',
  {
    readonly consultation: string
    /** Which response to this consultation it is, from 1 on. */
    readonly number: number
    readonly received: KnownDate
    /** The organisation that responded, never a person; null where only the number of responses is known. */
    readonly respondent: string | null
    readonly notes: string | null
  }
>

export type ConsultationEvent = ConsultationOpened | ResponseReceived

/** What rules need to know of a consultation's past. */
export interface Consultation {
  readonly opened: KnownDate | null
  /** The numbers of the responses received. */
  readonly responses: readonly number[]
}

export const noConsultation: Consultation = { opened: null, responses: [] }

export function evolveConsultation(
  consultation: Consultation,
  event: ConsultationEvent,
): Consultation {
  switch (event.type) {
    case 'ConsultationOpened':
      return { ...consultation, opened: event.data.opened }
    case 'ResponseReceived':
      return { ...consultation, responses: [...consultation.responses, event.data.number] }
  }
}
