// What is on record of budgets: a list, and each by itself with its years, its consultation and its appeals.

import { z } from 'zod'
import type { Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import {
  appealsOf,
  budgetYears,
  budgetYearsKept,
  draftBudgetResponses,
  type YearOfBudget,
  yearsOf,
} from './budgets-kept.ts'
import { printPence, printPenceShort } from './money.ts'

const amount = z
  .object({
    pence: z.int().meta({ description: 'Whole pence' }),
    words: z.string(),
    short: z.string().meta({ description: 'In millions where that is exact' }),
  })
  .nullable()
  .meta({ description: 'Null where it is not known' })

const yearShown = z.object({
  year: z.string(),
  kind: z
    .enum(['approved', 'indicative'])
    .meta({ description: 'Indicative years are subject to further review and consultation' }),
  holds: z.enum(['certainly', 'possibly']).meta({
    description:
      'Possibly where the approval is known in part and may come after the day asked for',
  }),
  amount,
  approved: shownDate,
  effective: shownDate.nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type YearShown = z.infer<typeof yearShown>

const counted = z.object({
  number: z.int().nullable().meta({ description: 'Null where the record does not tell' }),
  entries: z.array(z.string()),
})

const budgetShown = z.object({
  reference: z.string(),
  years: z.string().meta({ description: 'All its years, such as 2017-20' }),
  said: z.array(yearShown).meta({ description: 'What is on record of each year' }),
  responses: counted.meta({ description: 'Responses to the consultation on its draft' }),
  appeals: counted,
})
export type BudgetShown = z.infer<typeof budgetShown>

const consulted = z.object({ reference: z.string(), subject: z.string(), ...beneath.shape })
const windowShown = z.object({
  from: shownDate,
  to: shownDate,
  number: z.int(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type WindowShown = z.infer<typeof windowShown>

const askedByRulebook = z.object({
  name: z.string(),
  says: z.string(),
  value: z.string().meta({ description: 'In words, with its unit' }),
  clause: z.string().nullable(),
  confidence: z.enum(['seen', 'recalled', 'assumed']),
  verified: z.boolean().meta({ description: 'Seen in a source, or confirmed since' }),
})
export type AskedByRulebook = z.infer<typeof askedByRulebook>

export const budgetsView = view({
  name: 'budgets',
  at: '/budgets',
  title: 'Budgets',
  says: 'The budgets on record that had been approved by the day asked for, the one approved last on top.',
  asked: z.object({
    ...paging,
    year: z
      .string()
      .max(20)
      .optional()
      .meta({ label: 'Year', description: 'Only budgets that say something of this year' }),
  }),
  gives: z.object({
    budgets: z.array(budgetShown),
    total: z.int(),
    next: z.string().nullable(),
    possibly: z.int().meta({
      description: 'More that may have been approved by then: their dates are known in part',
    }),
    years: z.array(z.object({ year: z.string(), count: z.int() })),
  }),
  answer(reading, { year, ...paged }) {
    const said = budgetYears(reading)
    const references = distinct(said)
    const saysOf = (reference: string, of: string) =>
      said.some(({ data }) => data.reference === reference && data.year === of)
    const wanted = references.filter((reference) => year === undefined || saysOf(reference, year))
    const { rows, total, next } = pageOf(wanted, paged, (reference) => reference)
    return {
      budgets: rows.map((reference) => shown(reading, reference)),
      total,
      next,
      possibly: distinct(reading.possibly(budgetYearsKept)).filter(
        (reference) => !references.includes(reference),
      ).length,
      years: [...new Set(said.map(({ data }) => data.year))].sort().map((of) => ({
        year: of,
        count: references.filter((reference) => saysOf(reference, of)).length,
      })),
    }
  },
})

export const budgetView = view({
  name: 'budget',
  at: '/budgets/:reference',
  title: 'A budget',
  says: 'One budget: what is approved for the next year, what is only indicated, the consultation on its draft and the appeals.',
  asked: z.object({ reference: z.string() }),
  gives: budgetShown.extend({
    consultations: z.array(consulted),
    windows: z.array(windowShown),
    rulebook: z
      .array(askedByRulebook)
      .meta({ description: 'What the rulebook of the day asked for says of budgets' }),
  }),
  answer(reading, { reference }) {
    if (!reading.rows(budgetYearsKept).some(({ data }) => data.reference === reference))
      return undefined
    return {
      ...shown(reading, reference),
      consultations: draftBudgetResponses(reading, reference).consultations.map((row) => ({
        reference: row.key,
        subject: row.data.subject,
        ...beneathOf(row),
      })),
      windows: appealsOf(reading, reference).windows.map((row) => ({
        from: asShown(row.data.periodFrom),
        to: asShown(row.data.periodTo),
        number: row.data.number,
        notes: row.data.notes,
        ...beneathOf(row),
      })),
      rulebook: rulebookOnBudgets(reading),
    }
  },
  each: (reading) => distinct(reading.rows(budgetYearsKept)).map((reference) => ({ reference })),
})

const distinct = (rows: readonly Row<YearOfBudget>[]) => [
  ...new Set(rows.map(({ data }) => data.reference)),
]

function shown(reading: Reading, reference: string): BudgetShown {
  const { certainly, possibly } = yearsOf(reading, reference)
  const any = reading.rows(budgetYearsKept).find(({ data }) => data.reference === reference)
  const { responses, number, consultations } = draftBudgetResponses(reading, reference)
  const appeals = appealsOf(reading, reference)
  return {
    reference,
    years: any?.data.years ?? '',
    said: [
      ...certainly.map((row) => yearOf(row, 'certainly')),
      ...possibly.map((row) => yearOf(row, 'possibly')),
    ],
    responses: { number, entries: idsOf(responses.length > 0 ? responses : consultations) },
    appeals: { number: appeals.number, entries: idsOf(appeals.windows) },
  }
}

function yearOf(row: Row<YearOfBudget>, holds: YearShown['holds']): YearShown {
  const { year, kind, amountPence, approved, effective, notes } = row.data
  return {
    year,
    kind,
    holds,
    amount:
      amountPence === null
        ? null
        : {
            pence: amountPence,
            words: printPence(amountPence),
            short: printPenceShort(amountPence),
          },
    approved: asShown(approved),
    effective: effective && asShown(effective),
    notes,
    ...beneathOf(row),
  }
}

const idsOf = (rows: readonly Row[]) => rows.flatMap(({ entries }) => entries)

/** Every parameter named `budget.…` whose value is known. */
function rulebookOnBudgets({ rulebook }: Reading): AskedByRulebook[] {
  return [...rulebook.parameters.values()].flatMap(
    ({ name, says, value, unit, clause, confidence, verified }) =>
      name.startsWith('budget.') && value !== undefined && confidence !== undefined
        ? [
            {
              name,
              says,
              value: printValue(value, unit),
              clause: clause ?? null,
              confidence,
              verified,
            },
          ]
        : [],
  )
}
