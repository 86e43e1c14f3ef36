// The rulebook of a day as comma-separated values.

import { table } from '#web/page.ts'
import { rulebookView } from './rulebook.view.ts'

export const rulebookTable = table({
  view: rulebookView,
  at: '/rulebook.csv',
  columns: [
    'part',
    'name',
    'says',
    'value',
    'unit',
    'clause',
    'clause_confidence',
    'confidence',
    'grade',
    'source',
    'note',
    'from',
    'holds',
    'standing',
  ],
  rows: ({ entries }) =>
    entries.map((entry) => [
      entry.part,
      entry.name,
      entry.says,
      Array.isArray(entry.value)
        ? JSON.stringify(entry.value)
        : entry.value === null
          ? null
          : String(entry.value),
      entry.unit,
      entry.clause,
      entry.clauseConfidence,
      entry.confidence,
      entry.grade,
      entry.source,
      entry.note,
      entry.from.date,
      entry.holds,
      entry.standing,
    ]),
})
