// Parties as comma-separated values: those that the register lists.

import { table } from '#web/page.ts'
import { partiesView } from './parties.view.ts'
import { standingWords } from './party-shown.ts'

export const partiesTable = table({
  view: partiesView,
  at: '/parties.csv',
  columns: [
    'reference',
    'name',
    'person',
    'status',
    'category',
    'acceded',
    'instrument',
    'exited',
    'mechanism',
    'cause',
    'basis',
    'source',
  ],
  rows: ({ parties }) =>
    parties.map((party) => [
      party.reference,
      party.name,
      party.person,
      standingWords[party.standing],
      party.outsideCounts
        ? 'outside all counts'
        : party.categories.map(({ id }) => id).join('; ') + (party.categoryIsCertain ? '' : ' ?'),
      party.acceded.date,
      party.instrument,
      party.left?.date.date ?? null,
      party.left?.mechanism ?? null,
      party.left?.cause ?? null,
      party.basis,
      party.source,
    ]),
})
