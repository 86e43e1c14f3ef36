// What is on record of meetings: a list, and each by itself.

import { z } from 'zod'
import { compareKnownDates } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { MeetingEvent, MeetingHeld } from './meeting.ts'

export const meetingsKept: Fold<MeetingHeld['data'], MeetingEvent> = {
  name: 'meetings.meetings',
  edition: 1,
  on: {
    MeetingHeld: (entry, meetings) => meetings.open(entry.data.reference, entry.data),
  },
}

const meetingShown = z.object({
  reference: z.string(),
  body: z.object({ id: z.string(), name: z.string() }),
  kind: z.string(),
  held: shownDate,
  place: z.string().nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type MeetingShown = z.infer<typeof meetingShown>

const asked = z.object({
  ...paging,
  body: z.string().optional().meta({ label: 'Body', description: 'Only meetings of this body' }),
})

export const meetingsView = view({
  name: 'meetings',
  at: '/meetings',
  title: 'Meetings',
  says: 'The meetings on record that had been held by the day asked for, newest first.',
  asked,
  gives: z.object({
    meetings: z.array(meetingShown),
    total: z.int(),
    next: z.string().nullable(),
    bodies: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  }),
  answer(reading, { body, ...paged }) {
    const held = heldMeetings(reading)
    const wanted = held.filter((row) => body === undefined || row.data.body === body)
    const { rows, total, next } = pageOf(wanted, paged, (row) => row.key)
    return {
      meetings: rows.map((row) => shown(row, reading)),
      total,
      next,
      bodies: [...new Set(held.map((row) => row.data.body))].map((id) => ({
        id,
        name: nameOf(id, reading),
        count: held.filter((row) => row.data.body === id).length,
      })),
    }
  },
})

export const meetingView = view({
  name: 'meeting',
  at: '/meetings/:reference',
  title: 'A meeting',
  says: 'One meeting: who met, when as far as it is known, and where this is stated.',
  asked: z.object({ reference: z.string() }),
  gives: meetingShown,
  answer(reading, { reference }) {
    const row = reading.row(meetingsKept, reference)
    return row && shown(row, reading)
  },
  each: (reading) => reading.rows(meetingsKept).map(({ key }) => ({ reference: key })),
})

/** Meetings held by the day asked for, newest first; those whose date is known in part stand by its end. */
export function heldMeetings(reading: Reading): readonly Row<MeetingHeld['data']>[] {
  return reading
    .inForce(meetingsKept)
    .toSorted(
      (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
    )
}

function shown(row: Row<MeetingHeld['data']>, reading: Reading): MeetingShown {
  const { reference, body, kind, held, place, notes } = row.data
  return {
    reference,
    body: { id: body, name: nameOf(body, reading) },
    kind,
    held: asShown(held),
    place,
    notes,
    ...beneathOf(row),
  }
}

const nameOf = (body: string, { rulebook }: Reading) =>
  rulebook.bodies.find(({ id }) => id === body)?.name ?? body
