// Decisions as comma-separated values.

import { table } from '#web/page.ts'
import { decisionsView } from './decisions.view.ts'

export const decisionsTable = table({
  view: decisionsView,
  at: '/decisions.csv',
  columns: [
    'reference',
    'subject',
    'body',
    'decision',
    'on',
    'meeting',
    'basis',
    'source',
    'notes',
  ],
  rows: ({ decisions }) =>
    decisions.map((decision) => [
      decision.reference,
      decision.subject,
      decision.body.id,
      decision.decision,
      decision.on.date,
      decision.meeting,
      decision.basis,
      decision.source,
      decision.notes,
    ]),
})
