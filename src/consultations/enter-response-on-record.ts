// Enters a response to a consultation, from a source.

import { z } from 'zod'
import { earliest, latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField } from '#decision/on-record.ts'
import { wholeNumber } from '#decision/whole-number.ts'
import {
  type Consultation,
  evolveConsultation,
  noConsultation,
  type ResponseReceived,
} from './consultation.ts'

const input = z.object({
  consultation: referenceField('the consultation').meta({
    label: 'Consultation',
    hint: 'Its reference, such as draft-budget-2017-20',
  }),
  number: wholeNumber('the number of the response', 1).meta({
    label: 'Number',
    hint: 'Which response to this consultation it is: 1, 2 and so on',
  }),
  received: knownDateField.meta({
    label: 'Received',
    hint: 'A day, or the date as far as it is known: 2017-02-10, 2017-01-01/2017-02-14',
  }),
  respondent: perhaps.meta({
    label: 'Respondent',
    hint: 'The organisation, never a person; empty where only the number of responses is known',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterResponse = z.output<typeof input>
type ResponseRule = Rule<EnterResponse, Consultation, undefined>

const consultationIsOnRecord: ResponseRule = ({ consultation }, { opened }) =>
  opened === null
    ? {
        says: `No consultation with the reference ${consultation} is on record`,
        field: 'consultation',
        came: consultation,
        instead: 'Enter the consultation first',
      }
    : undefined

const responseNumberIsNew: ResponseRule = ({ consultation, number }, { responses }) =>
  responses.includes(number)
    ? {
        says: `Response ${number} to ${consultation} is already on record`,
        field: 'number',
        expected: `a number that is free, such as ${Math.max(...responses) + 1}`,
        came: String(number),
      }
    : undefined

const respondentIsNamedOrCounted: ResponseRule = ({ respondent, basis }) =>
  respondent === null && basis !== 'known-by-count'
    ? {
        says: 'A response names who responded, unless it is known only by a count',
        field: 'respondent',
        came: 'nothing',
        instead: 'Name the organisation, or choose the basis known-by-count',
      }
    : undefined

const responseFollowsOpening: ResponseRule = ({ received }, { opened }) => {
  const last = latest(received)
  const first = opened && earliest(opened)
  return last !== null && first !== null && last < first
    ? {
        says: 'A response is received on or after the day on which its consultation was opened',
        field: 'received',
        expected: `a date from ${first} on`,
        came: received,
      }
    : undefined
}

export const enterResponseOnRecord = command<EnterResponse, Consultation, ResponseReceived>({
  name: 'enter-response-on-record',
  at: 'POST /consultations/responses',
  title: 'Enter a response on record',
  why: 'Responses count in the year’s report, and show who was heard before a decision.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ consultation }) => `consultation:${consultation}`,
  starting: noConsultation,
  evolve: evolveConsultation,
  rules: {
    consultationIsOnRecord,
    responseNumberIsNew,
    respondentIsNamedOrCounted,
    responseFollowsOpening,
  },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...response }) => [
    { type: 'ResponseReceived', data: response, effectiveFrom: response.received },
  ],
  shownAt: ({ consultation }) => `/consultations/${consultation}`,
})
