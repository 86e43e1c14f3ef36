// Enters an appointment to a body, from a source.

import { z } from 'zod'
import { earliest, latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import {
  knownDateField,
  perhaps,
  perhapsKnownDate,
  provenance,
  referenceField,
} from '#decision/on-record.ts'
import { peopleKept } from '#people/index.ts'
import {
  appointmentKey,
  type Body,
  type BodyEvent,
  evolveBody,
  noBody,
  type Role,
  roles,
} from './body.ts'

const input = z.object({
  body: referenceField('the body').meta({
    label: 'Body',
    hint: 'Its lasting id, such as change-board',
  }),
  person: referenceField('the person').meta({
    label: 'Person',
    hint: 'The person’s id; names stand apart from the record',
  }),
  role: z
    .enum(Object.keys(roles) as [Role, ...Role[]], {
      error: `Give the role as one of ${Object.keys(roles).join(', ')}`,
    })
    .meta({ label: 'Role' }),
  seat: perhaps.meta({
    label: 'Kind of seat',
    hint: 'As in the rulebook, such as large-supplier; empty where it does not matter',
  }),
  from: knownDateField.meta({
    label: 'From',
    hint: 'A day, or the date as far as it is known: 2016-07, ../2016-09, ..',
    kind: 'known-date',
  }),
  until: perhapsKnownDate.meta({
    label: 'Until',
    hint: 'The first day on which it no longer holds; empty while no end is on record',
    kind: 'known-date',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterAppointment = z.output<typeof input>
type AppointmentRule = Rule<EnterAppointment, Body, { readonly personIsOnRecord: boolean }>

const bodyIsKnown: AppointmentRule = ({ body }, { onRecord }, { rulebook }) =>
  onRecord || rulebook.bodies.some(({ id }) => id === body)
    ? undefined
    : {
        says: `No body ${body} is on record or in the rulebook`,
        field: 'body',
        came: body,
        instead: 'Enter the body first, or name one of those at /bodies',
      }

const personIsOnRecord: AppointmentRule = ({ person }, _body, { facts }) =>
  facts.personIsOnRecord
    ? undefined
    : {
        says: `No person with the reference ${person} is on record`,
        field: 'person',
        came: person,
        instead: 'Enter the person on record first',
      }

const seatIsInTheRulebook: AppointmentRule = ({ body, seat }, _body, { rulebook }) => {
  const kinds = rulebook.seats.filter((one) => one.body === body).map(({ kind }) => kind)
  if (seat === null || kinds.length === 0 || kinds.includes(seat)) return undefined
  return {
    says: `The rulebook gives ${body} no seat of the kind ${seat}`,
    field: 'seat',
    expected: [...new Set(kinds)].join(', '),
    came: seat,
  }
}

const appointmentIsNew: AppointmentRule = (appointment, { appointments }) =>
  appointments.has(appointmentKey(appointment))
    ? {
        says: `${appointment.person} is already on record as ${appointment.role} of ${appointment.body} from this date`,
        field: 'person',
        came: appointment.person,
        instead: 'Give another date if this is another appointment',
      }
    : undefined

const appointmentEndsAfterItBegins: AppointmentRule = ({ from, until }) => {
  if (until === null) return undefined
  const [first, last] = [earliest(from), latest(until)]
  return first && last && last <= first
    ? {
        says: 'An appointment ends after it begins',
        field: 'until',
        expected: `a day after ${first}`,
        came: until,
      }
    : undefined
}

export const enterAppointmentOnRecord = command<
  EnterAppointment,
  Body,
  BodyEvent,
  { readonly personIsOnRecord: boolean }
>({
  name: 'enter-appointment-on-record',
  at: 'POST /appointments',
  title: 'Enter an appointment on record',
  why: 'Who chairs a body and who sits on it is shown on its page for the days on which it held.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ body }) => `body:${body}`,
  starting: noBody,
  evolve: evolveBody,
  facts: ({ person }, facts) => ({
    personIsOnRecord: facts.row(peopleKept, person) !== undefined,
  }),
  rules: {
    bodyIsKnown,
    personIsOnRecord,
    seatIsInTheRulebook,
    appointmentIsNew,
    appointmentEndsAfterItBegins,
  },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...appointment }) => [
    { type: 'AppointmentMade', data: appointment, effectiveFrom: appointment.from },
  ],
  shownAt: ({ body }) => `/bodies/${body}`,
})
