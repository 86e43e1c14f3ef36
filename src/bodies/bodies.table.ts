// Bodies as comma-separated values.

import { table } from '#web/page.ts'
import { bodiesView } from './bodies.view.ts'

export const bodiesTable = table({
  view: bodiesView,
  at: '/bodies.csv',
  columns: [
    'reference',
    'name',
    'kind',
    'purpose',
    'standing',
    'established',
    'status',
    'chair',
    'seats',
    'quorum',
    'basis',
    'source',
  ],
  rows: ({ bodies }) =>
    bodies.map((body) => [
      body.reference,
      body.name,
      body.kind,
      body.purpose,
      body.standing,
      body.established?.date ?? null,
      body.status,
      body.chairs.map(({ person }) => person).join('; ') || null,
      body.seats,
      body.quorum,
      body.basis,
      body.source,
    ]),
})
