// Enters a body of the code, as far as a source tells of it.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { peopleKept } from '#people/index.ts'
import { type Body, type BodyEvent, evolveBody, noBody } from './body.ts'

const input = z.object({
  reference: referenceField('the body').meta({
    label: 'Reference',
    hint: 'Its lasting id, as in the rulebook where that names it: change-board',
  }),
  name: said('the name of the body').meta({ label: 'Name' }),
  established: knownDateField.meta({
    label: 'Established',
    hint: 'A day, or the date as far as it is known: 2013-12, ../2016-09',
    kind: 'known-date',
  }),
  status: perhaps.meta({
    label: 'Status',
    hint: 'In the word of the source; empty if it has none',
  }),
  chair: z
    .union([referenceField('the person'), z.literal(''), z.null()])
    .optional()
    .transform((person) => (person ? person : null))
    .meta({ label: 'Chair', hint: 'The id of a person, if the source names one; never the name' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterBody = z.output<typeof input>

type BodyRule = Rule<EnterBody, Body, { readonly chairIsOnRecord: boolean }>

const bodyIsNew: BodyRule = ({ reference }, body) =>
  body.onRecord
    ? {
        says: `A body with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this body a reference of its own',
      }
    : undefined

const chairIsOnRecord: BodyRule = ({ chair }, _body, { facts }) =>
  facts.chairIsOnRecord
    ? undefined
    : {
        says: `No person with the reference ${chair} is on record`,
        field: 'chair',
        came: chair ?? '',
        instead: 'Enter the person on record first',
      }

export const enterBodyOnRecord = command<
  EnterBody,
  Body,
  BodyEvent,
  { readonly chairIsOnRecord: boolean }
>({
  name: 'enter-body-on-record',
  at: 'POST /bodies',
  title: 'Enter a body on record',
  why: 'A body stands on the list from the day it was established; what it is for, its seats and its powers come from the rulebook.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `body:${reference}`,
  starting: noBody,
  evolve: evolveBody,
  facts: ({ chair }, facts) => ({
    chairIsOnRecord: chair === null || facts.row(peopleKept, chair) !== undefined,
  }),
  rules: { bodyIsNew, chairIsOnRecord },
  class: 'white',
  decide: ({ reference, name, established, status, chair, notes }) => [
    {
      type: 'BodyEstablished',
      data: { reference, name, established, status, notes },
      effectiveFrom: established,
    },
    ...(chair === null
      ? []
      : [
          {
            type: 'AppointmentMade' as const,
            data: {
              body: reference,
              person: chair,
              role: 'chair' as const,
              seat: null,
              from: notKnown,
              until: null,
              notes: null,
            },
            effectiveFrom: notKnown,
          },
        ]),
  ],
  shownAt: ({ reference }) => `/bodies/${reference}`,
})
