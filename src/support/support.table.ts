// Engagement events as comma-separated values, with the columns of the register.

import { table } from '#web/page.ts'
import { supportView } from './support.view.ts'

export const supportTable = table({
  view: supportView,
  at: '/support.csv',
  columns: [
    'reference',
    'kind',
    'title',
    'held',
    'attended',
    'attended_words',
    'repeat_of',
    'basis',
    'source',
    'notes',
  ],
  rows: ({ events }) =>
    events.map((event) => [
      event.reference,
      event.kind.id,
      event.title,
      event.held.date,
      event.attended,
      event.attended === null ? event.attendance : null,
      event.repeatOf?.reference ?? null,
      event.basis,
      event.source,
      event.notes,
    ]),
})
