// Meetings as comma-separated values.

import { table } from '#web/page.ts'
import { meetingsView } from './meetings.view.ts'

export const meetingsTable = table({
  view: meetingsView,
  at: '/meetings.csv',
  columns: ['reference', 'body', 'kind', 'held', 'place', 'basis', 'source', 'notes'],
  rows: ({ meetings }) =>
    meetings.map((meeting) => [
      meeting.reference,
      meeting.body.id,
      meeting.kind,
      meeting.held.date,
      meeting.place,
      meeting.basis,
      meeting.source,
      meeting.notes,
    ]),
})
