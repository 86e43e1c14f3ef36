// Enters a consultation that was opened, from a source.

import { z } from 'zod'
import { earliest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { closingDay, perhapsClosingTime, printClosingTime } from './closing-time.ts'
import {
  type Consultation,
  type ConsultationOpened,
  evolveConsultation,
  noConsultation,
} from './consultation.ts'

const input = z.object({
  reference: referenceField('the consultation').meta({
    label: 'Reference',
    hint: 'Such as draft-budget-2017-20',
  }),
  subject: said('what was consulted on').meta({ label: 'Subject' }),
  owner: referenceField('the body that consulted').meta({
    label: 'Consulted by',
    hint: 'The lasting id of the body, such as panel',
  }),
  opened: knownDateField.meta({
    label: 'Opened',
    hint: 'A day, or the date as far as it is known: 2017-01-17, 2017-01',
  }),
  closes: perhapsClosingTime.meta({
    label: 'Closes',
    hint: 'The last day and hour for responses by the clocks where the code lives: 2017-02-14 17:00',
  }),
  about: z
    .string()
    .trim()
    .regex(/^([a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9.-]{0,79})?$/, {
      error: 'Name the thing consulted on by its kind and reference, as budget:budget-2017-20',
    })
    .nullish()
    .transform((text) => text || null)
    .meta({
      label: 'About',
      hint: 'The thing in the record that it was about, by kind and reference: budget:budget-2017-20',
    }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterConsultation = z.output<typeof input>
type ConsultationRule = Rule<EnterConsultation, Consultation, undefined>

const consultationIsNew: ConsultationRule = ({ reference }, { opened }) =>
  opened === null
    ? undefined
    : {
        says: `A consultation with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this consultation a reference of its own',
      }

const closingFollowsOpening: ConsultationRule = ({ opened, closes }) => {
  const first = earliest(opened)
  return first === null || closes === null || first <= closingDay(closes)
    ? undefined
    : {
        says: 'A consultation closes on or after the day on which it was opened',
        field: 'closes',
        expected: `a day and hour from ${first} on`,
        came: printClosingTime(closes),
      }
}

export const enterConsultationOnRecord = command<
  EnterConsultation,
  Consultation,
  ConsultationOpened
>({
  name: 'enter-consultation-on-record',
  at: 'POST /consultations',
  title: 'Enter a consultation on record',
  why: 'Responses are counted by their consultation, and what was decided afterwards points back to it.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `consultation:${reference}`,
  starting: noConsultation,
  evolve: evolveConsultation,
  rules: { consultationIsNew, closingFollowsOpening },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...consultation }) => [
    { type: 'ConsultationOpened', data: consultation, effectiveFrom: consultation.opened },
  ],
  shownAt: ({ reference }) => `/consultations/${reference}`,
})
