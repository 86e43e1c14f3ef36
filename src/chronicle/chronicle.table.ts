// The chronicle as comma-separated values.

import { table } from '#web/page.ts'
import { chronicleView } from './chronicle.view.ts'

export const chronicleTable = table({
  view: chronicleView,
  at: '/chronicle.csv',
  columns: ['reference', 'strand', 'date', 'event', 'basis', 'source', 'notes'],
  rows: ({ events }) =>
    events.map((event) => [
      event.reference,
      event.strand.id,
      event.on.date,
      event.says,
      event.basis,
      event.source,
      event.notes,
    ]),
})
