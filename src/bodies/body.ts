// A body of the code: when it was established, and who was appointed to it. What it is for stands in the rulebook.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type BodyEstablished = Event<
  'BodyEstablished',
  {
    /** Its lasting id, as the rulebook has it. */
    readonly reference: string
    readonly name: string
    readonly established: KnownDate
    /** The status that the source states, in its word; null where it states none. */
    readonly status: string | null
    readonly notes: string | null
  }
>

export type AppointmentMade = Event<
  'AppointmentMade',
  {
    readonly body: string
    /** The id of a person; names stand apart. */
    readonly person: string
    readonly role: Role
    /** The kind of seat, as the rulebook has it. */
    readonly seat: string | null
    readonly from: KnownDate
    /** The first day on which it no longer holds. */
    readonly until: KnownDate | null
    readonly notes: string | null
  }
>

export type BodyEvent = BodyEstablished | AppointmentMade

/** What a person can be on a body. */
export const roles = {
  chair: 'Chair',
  member: 'Member',
  alternate: 'Alternate',
  observer: 'Observer',
} as const
export type Role = keyof typeof roles

/** What rules need to know of a body's past. */
export interface Body {
  readonly onRecord: boolean
  /** Keys of its appointments. */
  readonly appointments: ReadonlySet<string>
}

export const noBody: Body = { onRecord: false, appointments: new Set() }

export function evolveBody(body: Body, event: BodyEvent): Body {
  switch (event.type) {
    case 'BodyEstablished':
      return { ...body, onRecord: true }
    case 'AppointmentMade':
      return { ...body, appointments: new Set([...body.appointments, appointmentKey(event.data)]) }
  }
}

/** One appointment among all of a code's. */
export function appointmentKey({
  body,
  person,
  role,
  from,
}: Pick<AppointmentMade['data'], 'body' | 'person' | 'role' | 'from'>): string {
  return `${body} ${role} ${person} ${from}`
}
