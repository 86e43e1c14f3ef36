// Consultations as comma-separated values, with the columns of the register.

import { table } from '#web/page.ts'
import { consultationsView } from './consultations.view.ts'

export const consultationsTable = table({
  view: consultationsView,
  at: '/consultations.csv',
  columns: [
    'reference',
    'subject',
    'opened',
    'closes',
    'owner',
    'about',
    'basis',
    'source',
    'notes',
    'responses',
  ],
  rows: ({ consultations }) =>
    consultations.map((consultation) => [
      consultation.reference,
      consultation.subject,
      consultation.opened.date,
      consultation.closes?.date ?? null,
      consultation.owner.id,
      consultation.about,
      consultation.basis,
      consultation.source,
      consultation.notes,
      consultation.responses,
    ]),
})
