// Enters a meeting that was held, from a source.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { evolveMeeting, type Meeting, type MeetingEvent, noMeeting } from './meeting.ts'

const input = z.object({
  reference: referenceField('the meeting').meta({
    label: 'Reference',
    hint: 'Such as CB-2016-17-1',
  }),
  body: referenceField('the body').meta({
    label: 'Body',
    hint: 'Its lasting id, such as change-board',
  }),
  kind: said('the kind of meeting').meta({ label: 'Kind', hint: 'Such as meeting or workshop' }),
  held: knownDateField.meta({
    label: 'Held',
    hint: 'A day, or the date as far as it is known: 2017-02-22, 2016-07, 2016-04-01/2017-03-31',
  }),
  place: perhaps.meta({ label: 'Place' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterMeeting = z.output<typeof input>

const meetingIsNew: Rule<EnterMeeting, Meeting, undefined> = ({ reference }, meeting) =>
  meeting.held
    ? {
        says: `A meeting with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this meeting a reference of its own',
      }
    : undefined

const bodyIsInTheRulebook: Rule<EnterMeeting, Meeting, undefined> = (
  { body },
  _meeting,
  { rulebook },
) =>
  rulebook.bodies.length === 0 || rulebook.bodies.some(({ id }) => id === body)
    ? undefined
    : {
        says: `The rulebook names no body ${body}`,
        field: 'body',
        expected: rulebook.bodies.map(({ id }) => id).join(', '),
        came: body,
      }

export const enterMeetingOnRecord = command<EnterMeeting, Meeting, MeetingEvent>({
  name: 'enter-meeting-on-record',
  at: 'POST /meetings',
  title: 'Enter a meeting on record',
  why: 'A meeting that was held counts in the year’s report and stands beside what it decided.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `meeting:${reference}`,
  starting: noMeeting,
  evolve: evolveMeeting,
  rules: { meetingIsNew, bodyIsInTheRulebook },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...meeting }) => [
    { type: 'MeetingHeld', data: meeting, effectiveFrom: meeting.held },
  ],
  shownAt: ({ reference }) => `/meetings/${reference}`,
})
