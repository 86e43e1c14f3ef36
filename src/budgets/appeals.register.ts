// The table of appeal windows that can be imported.

import type { Register } from '#decision/register.ts'
import { enterAppealsOnRecord } from './enter-appeals-on-record.ts'

export const appealsRegister: Register = {
  name: 'appeals',
  says: 'Windows in which so many appeals came against a budget, one a row; 0 where a source states that none came',
  command: enterAppealsOnRecord,
  columns: [
    { name: 'budget', says: 'the reference of the budget' },
    {
      name: 'period_from',
      says: 'the first day of the window, as far as known',
      field: 'periodFrom',
    },
    { name: 'period_to', says: 'the last day of the window, as far as known', field: 'periodTo' },
    { name: 'number', says: 'how many appeals came' },
    { name: 'source', says: 'where this is stated' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['notes'],
  input: ({ period_from: periodFrom, period_to: periodTo, ...cells }) => ({
    ...cells,
    periodFrom,
    periodTo,
  }),
}
