// Enters one year of a budget, approved or indicative, from a source.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { perhaps, perhapsKnownDate, provenance, referenceField } from '#decision/on-record.ts'
import {
  type Budget,
  type BudgetApproved,
  type BudgetYearIndicated,
  evolveBudget,
  noBudget,
} from './budget.ts'
import { penceFrom } from './money.ts'
import { isOneYear, spansYear, yearSpan } from './year-span.ts'

const amountExpected =
  'Give the amount in whole pence, 699500000, or in pounds with the sign, £6,995,000; leave it empty where it is not known'

/** Whole pence as digits or a whole number, or a text of pounds; nothing and blanks are null. */
const perhapsAmount = z
  .union([z.string(), z.number()], { error: amountExpected })
  .nullish()
  .transform((value, context): number | null => {
    const text = String(value ?? '').trim()
    if (text === '') return null
    const pence = penceFrom(text)
    if (pence !== undefined && pence >= 0) return pence
    context.addIssue({ code: 'custom', message: amountExpected })
    return z.NEVER
  })

const input = z.object({
  reference: referenceField('the budget').meta({
    label: 'Reference',
    hint: 'Such as budget-2017-20',
  }),
  years: z
    .string({ error: 'Give all years of the budget, such as 2017-20' })
    .trim()
    .refine((text) => yearSpan(text), { error: 'Give all years of the budget, such as 2017-20' })
    .meta({ label: 'Years', hint: 'All years of the budget, such as 2017-20' }),
  year: z
    .string({ error: 'Give one year, such as 2017-18' })
    .trim()
    .refine(isOneYear, { error: 'Give one year, such as 2017-18' })
    .meta({ label: 'Year', hint: 'The one year that this is about, such as 2017-18' }),
  kind: z
    .enum(['approved', 'indicative'], { error: 'Say which it is: approved or indicative' })
    .meta({ label: 'Kind', hint: 'Approved, or indicative until it is consulted on again' }),
  amountPence: perhapsAmount.meta({
    label: 'Amount',
    hint: 'Whole pence, 699500000, or pounds with the sign, £6,995,000; empty where it is not known',
  }),
  approved: perhapsKnownDate.meta({
    label: 'Approved',
    hint: 'A day, or the date as far as it is known: 2017-03, 2017-02-14/2017-03-31. An indicative year may leave it empty: it then counts from the approval of the budget',
  }),
  effective: perhapsKnownDate.meta({
    label: 'Takes effect',
    hint: 'The day from which it may be spent by, such as 2017-04-01',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterBudget = z.output<typeof input>
type BudgetRule = Rule<EnterBudget, Budget, undefined>

const budgetYearIsNew: BudgetRule = ({ reference, year }, { said }) =>
  said.includes(year)
    ? {
        says: `The year ${year} of the budget ${reference} is already on record`,
        field: 'year',
        came: year,
        instead: 'Give an amended budget a reference of its own',
      }
    : undefined

const yearIsOfTheBudget: BudgetRule = ({ years, year }) =>
  spansYear(years, year)
    ? undefined
    : {
        says: 'A budget says something only of its own years',
        field: 'year',
        expected: `a year within ${years}`,
        came: year,
      }

const yearsOfTheBudgetAgree: BudgetRule = ({ reference, years }, budget) =>
  budget.years === null || budget.years === years
    ? undefined
    : {
        says: `The budget ${reference} is on record with other years`,
        field: 'years',
        expected: budget.years,
        came: years,
      }

const approvalIsDated: BudgetRule = ({ kind, approved }) =>
  kind === 'approved' && approved === null
    ? {
        says: 'An approved budget says when it was approved, as far as that is known',
        field: 'approved',
        came: 'nothing',
        instead: `Give the date as far as it is known: 2017-02-14/2017-03-31, or ${notKnown} for not known at all`,
      }
    : undefined

const indicationIsDated: BudgetRule = ({ kind, approved }, budget) =>
  kind === 'indicative' && approved === null && budget.approved === null
    ? {
        says: 'An indicative year counts from the approval of its budget, which is not on record',
        field: 'approved',
        came: 'nothing',
        instead: 'Enter the approved year first, or say when this year was indicated',
      }
    : undefined

export const enterBudgetOnRecord = command<
  EnterBudget,
  Budget,
  BudgetApproved | BudgetYearIndicated
>({
  name: 'enter-budget-on-record',
  at: 'POST /budgets',
  title: 'Enter a year of a budget on record',
  why: 'The approved amount of each year stands in the year’s report; indicative years show what is still to be consulted on.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `budget:${reference}`,
  starting: noBudget,
  evolve: evolveBudget,
  rules: {
    budgetYearIsNew,
    yearIsOfTheBudget,
    yearsOfTheBudgetAgree,
    approvalIsDated,
    indicationIsDated,
  },
  class: 'white',
  decide: ({ basis: _basis, source: _source, kind, ...year }, budget) => {
    // The rules above see to it that one of the two is dated.
    const approved = (year.approved ?? budget.approved)!
    const type = kind === 'approved' ? 'BudgetApproved' : 'BudgetYearIndicated'
    return [{ type, data: { ...year, approved }, effectiveFrom: approved }]
  },
  shownAt: ({ reference }) => `/budgets/${reference}`,
})
