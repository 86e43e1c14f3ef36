// Enters a dated event in the life of the code, from a source.

import { z } from 'zod'
import { isExact } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { type ChronicleEvent, evolveEvent, type NotedEvent, noEvent, referenceOf } from './event.ts'
import { ofTheCode } from './strand.ts'

const input = z.object({
  on: knownDateField.meta({
    label: 'On',
    hint: 'A day, or the date as far as it is known: 2016-07, ../2016-07',
    kind: 'known-date',
  }),
  says: said('what happened').meta({ label: 'What happened', kind: 'longtext' }),
  strand: z
    .union(
      [
        z
          .string()
          .trim()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        z.literal(''),
      ],
      { error: 'Give the strand in small letters, digits and hyphens' },
    )
    .optional()
    .transform((strand) => strand || ofTheCode)
    .meta({ label: 'Strand', hint: 'What it is part of; empty for the code itself' }),
  dateBasis: z
    .union([z.literal(''), z.enum(['stated', 'month only'])], {
      error: 'Say how the date is known: stated, or month only',
    })
    .optional()
    .transform((basis) => basis || null)
    .meta({ label: 'How the date is known', hint: 'stated, or month only; may be left empty' }),
  reference: z
    .union([referenceField('the event'), z.literal('')])
    .optional()
    .transform((reference) => reference || null)
    .meta({
      label: 'Reference',
      hint: 'Left empty, it is made from the date and the text',
    }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterEvent = z.output<typeof input>
type EventRule = Rule<EnterEvent, NotedEvent, undefined>

const eventIsNew: EventRule = (event, { noted }) =>
  noted
    ? {
        says: `The event ${referenceIn(event)} is already on record`,
        field: event.reference === null ? 'says' : 'reference',
        came: event.reference ?? event.says,
        instead:
          event.reference === null
            ? 'Leave it out: the same date and words are there'
            : 'Give this event a reference of its own',
      }
    : undefined

const dateIsKnownAsSaid: EventRule = ({ on, dateBasis }) =>
  dateBasis === 'month only' && !/^\d{4}-\d{2}$/.test(on)
    ? {
        says: isExact(on)
          ? 'The date is a day, but only its month is said to be known'
          : 'The date is no month, but its month is said to be known',
        field: 'on',
        expected: 'a month, such as 2016-07',
        came: on,
      }
    : undefined

export const enterEventOnRecord = command<EnterEvent, NotedEvent, ChronicleEvent>({
  name: 'enter-event-on-record',
  at: 'POST /chronicle',
  title: 'Enter an event on record',
  why: 'What happened in the life of the code and is kept in no register of its own stands in the chronicle.',
  may: 'operator',
  onRecord: true,
  input,
  stream: (event) => `event:${referenceIn(event)}`,
  starting: noEvent,
  evolve: evolveEvent,
  rules: { eventIsNew, dateIsKnownAsSaid },
  class: 'white',
  decide: (event) => [
    {
      type: 'EventNoted',
      data: {
        reference: referenceIn(event),
        on: event.on,
        strand: event.strand,
        says: event.says,
        notes: event.notes,
      },
      effectiveFrom: event.on,
    },
  ],
  shownAt: ({ strand }) => `/chronicle?strand=${strand}`,
})

const referenceIn = (event: EnterEvent) => event.reference ?? referenceOf(event)
