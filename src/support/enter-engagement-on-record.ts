// Enters an event that was held for those whom the code concerns, from a source.

import { z } from 'zod'
import { earliest, latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { perhapsWholeNumber } from '#decision/whole-number.ts'
import type { Row } from '#journal/fold.ts'
import {
  type Engagement,
  type EngagementHeld,
  evolveEngagement,
  noEngagement,
} from './engagement.ts'
import { engagementKept } from './engagement-kept.ts'

const input = z.object({
  reference: referenceField('the event').meta({
    label: 'Reference',
    hint: 'Such as introduction-seminar-2017-03-24',
  }),
  kind: z
    .string({ error: 'Give the kind of event, such as seminar' })
    .trim()
    .regex(/^[a-z][a-z-]{0,59}$/, {
      error: 'Give the kind of event in small letters and hyphens, such as engagement-day',
    })
    .meta({ label: 'Kind', hint: 'Such as seminar, workshop or engagement-day' }),
  title: said('the title of the event').meta({ label: 'Title' }),
  held: knownDateField.meta({
    label: 'Held',
    hint: 'A day, or the date as far as it is known: 2016-11-04, 2016-07, 2016-04-01/2017-03-31',
  }),
  attended: perhapsWholeNumber('the number who attended').meta({
    label: 'Attended',
    hint: 'How many; empty where the number is not known',
  }),
  attendedWords: perhaps.meta({
    label: 'Attendance as stated',
    hint: 'Where the source gives no number but says something of it, such as: over 60',
  }),
  repeatOf: perhaps.meta({
    label: 'Repeat of',
    hint: 'The reference of the event that it repeated, where it repeated one',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterEngagement = z.output<typeof input>
/** The event that is said to have been repeated. */
type Repeated = Row<EngagementHeld['data']> | undefined
type EngagementRule = Rule<EnterEngagement, Engagement, Repeated>

const engagementIsNew: EngagementRule = ({ reference }, { held }) =>
  held
    ? {
        says: `An event with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this event a reference of its own',
      }
    : undefined

const repeatedEngagementIsOnRecord: EngagementRule = ({ repeatOf }, _event, { facts: repeated }) =>
  repeatOf !== null && !repeated
    ? {
        says: `No event with the reference ${repeatOf} is on record that this one could repeat`,
        field: 'repeatOf',
        came: repeatOf,
        instead: 'Enter the event that was repeated first, or leave this empty',
      }
    : undefined

const repeatFollowsWhatItRepeats: EngagementRule = ({ held }, _event, { facts: repeated }) => {
  const [first, last] = [repeated ? earliest(repeated.data.held) : null, latest(held)]
  return first !== null && last !== null && last < first
    ? {
        says: 'A repeat is held on or after the day of the event that it repeats',
        field: 'held',
        expected: `a date from ${first} on`,
        came: held,
      }
    : undefined
}

export const enterEngagementOnRecord = command<
  EnterEngagement,
  Engagement,
  EngagementHeld,
  Repeated
>({
  name: 'enter-engagement-on-record',
  at: 'POST /support/engagement',
  title: 'Enter an engagement event on record',
  why: 'Events held for Parties and others count in the year’s report, by kind and with their attendance.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `engagement:${reference}`,
  starting: noEngagement,
  evolve: evolveEngagement,
  facts: ({ repeatOf }, facts) =>
    repeatOf === null ? undefined : facts.row(engagementKept, repeatOf),
  rules: { engagementIsNew, repeatedEngagementIsOnRecord, repeatFollowsWhatItRepeats },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...event }) => [
    { type: 'EngagementHeld', data: event, effectiveFrom: event.held },
  ],
  shownAt: ({ reference }) => `/support/engagement/${reference}`,
})
