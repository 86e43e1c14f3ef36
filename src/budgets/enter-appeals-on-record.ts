// Enters how many appeals came against a budget in a window, from a source that states it.

import { z } from 'zod'
import { earliest, latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField } from '#decision/on-record.ts'
import { wholeNumber } from '#decision/whole-number.ts'
import {
  type AppealWindowClosed,
  type Budget,
  evolveBudget,
  noBudget,
  windowKey,
} from './budget.ts'

const input = z.object({
  budget: referenceField('the budget').meta({
    label: 'Budget',
    hint: 'Its reference, such as budget-2017-20',
  }),
  periodFrom: knownDateField.meta({
    label: 'Window from',
    hint: 'The first day on which one could appeal, as far as it is known',
  }),
  periodTo: knownDateField.meta({
    label: 'Window to',
    hint: 'The last day on which one could appeal, as far as it is known',
  }),
  number: wholeNumber('the number of appeals').meta({
    label: 'Appeals',
    hint: '0 where the source states that none came',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterAppeals = z.output<typeof input>
type AppealRule = Rule<EnterAppeals, Budget, undefined>

const budgetIsOnRecord: AppealRule = ({ budget }, { years }) =>
  years === null
    ? {
        says: `No budget with the reference ${budget} is on record`,
        field: 'budget',
        came: budget,
        instead: 'Enter the budget first',
      }
    : undefined

const appealWindowIsNew: AppealRule = (window, { windows }) =>
  windows.includes(windowKey(window))
    ? {
        says: `The appeals against ${window.budget} in this window are already on record`,
        field: 'periodTo',
        came: windowKey(window),
      }
    : undefined

const windowEndsAfterItBegins: AppealRule = ({ periodFrom, periodTo }) => {
  const [first, last] = [earliest(periodFrom), latest(periodTo)]
  return first !== null && last !== null && last < first
    ? {
        says: 'A window ends on or after the day on which it begins',
        field: 'periodTo',
        expected: `a date from ${first} on`,
        came: periodTo,
      }
    : undefined
}

export const enterAppealsOnRecord = command<EnterAppeals, Budget, AppealWindowClosed>({
  name: 'enter-appeals-on-record',
  at: 'POST /budgets/appeals',
  title: 'Enter the appeals of a window on record',
  why: 'That nobody appealed is known only where a source states it; without such an entry the number of appeals is not known.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ budget }) => `budget:${budget}`,
  starting: noBudget,
  evolve: evolveBudget,
  rules: { budgetIsOnRecord, appealWindowIsNew, windowEndsAfterItBegins },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...window }) => [
    { type: 'AppealWindowClosed', data: window, effectiveFrom: window.periodTo },
  ],
  shownAt: ({ budget }) => `/budgets/${budget}`,
})
