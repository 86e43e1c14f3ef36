// Budgets as comma-separated values, a year a row, with the columns of the register.

import { table } from '#web/page.ts'
import { budgetsView } from './budgets.view.ts'

export const budgetsTable = table({
  view: budgetsView,
  at: '/budgets.csv',
  columns: [
    'reference',
    'years',
    'kind',
    'amount_pence',
    'year',
    'approved',
    'effective',
    'basis',
    'source',
    'notes',
  ],
  rows: ({ budgets }) =>
    budgets.flatMap(({ reference, years, said }) =>
      said.map((year) => [
        reference,
        years,
        year.kind,
        year.amount?.pence ?? null,
        year.year,
        year.approved.date,
        year.effective?.date ?? null,
        year.basis,
        year.source,
        year.notes,
      ]),
    ),
})
