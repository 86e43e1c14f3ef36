// The table of budgets that can be imported, a year a row.

import type { Register } from '#decision/register.ts'
import { enterBudgetOnRecord } from './enter-budget-on-record.ts'

export const budgetsRegister: Register = {
  name: 'budgets',
  says: 'Years of budgets, approved or indicative, one a row; the approved year of a budget first',
  command: enterBudgetOnRecord,
  columns: [
    { name: 'reference', says: 'the budget’s own reference' },
    { name: 'years', says: 'all years of the budget, such as 2017-20' },
    { name: 'kind', says: 'approved, or indicative' },
    {
      name: 'amount_pence',
      says: 'whole pence; empty where the amount is not known',
      field: 'amountPence',
    },
    { name: 'year', says: 'the one year that the row is about' },
    {
      name: 'approved',
      says: 'when it was approved, as far as known; may be empty for an indicative year',
    },
    { name: 'effective', says: 'the day from which it may be spent by, if known' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['effective', 'notes'],
  input: ({ amount_pence: amountPence, ...cells }) => ({ ...cells, amountPence }),
}
