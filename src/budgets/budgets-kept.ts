// The kept rows of budgets and appeals, and what is asked of them.

import { compareKnownDates } from '#calendar/known-date.ts'
import {
  type ConsultationOpened,
  consultationsAbout,
  type ResponseReceived,
  responsesTo,
} from '#consultations/index.ts'
import type { Fold, Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import { type AppealWindowClosed, type BudgetEvent, type BudgetYear, windowKey } from './budget.ts'

/** One year of a budget, and whether it is approved or stands only until it is consulted on again. */
export type YearOfBudget = BudgetYear & { readonly kind: 'approved' | 'indicative' }

const keyOf = ({ reference, year }: BudgetYear) => `${reference}/${year}`

/** Years of budgets by budget and year, such as `budget-2017-20/2017-18`, each from the approval on. */
export const budgetYearsKept: Fold<YearOfBudget, BudgetEvent> = {
  name: 'budgets.years',
  edition: 1,
  on: {
    BudgetApproved: ({ data }, years) => years.open(keyOf(data), { ...data, kind: 'approved' }),
    BudgetYearIndicated: ({ data }, years) =>
      years.open(keyOf(data), { ...data, kind: 'indicative' }),
  },
}

/** Appeal windows by budget and their two dates, each from its end on. */
export const appealsKept: Fold<AppealWindowClosed['data'], BudgetEvent> = {
  name: 'budgets.appeals',
  edition: 1,
  on: {
    AppealWindowClosed: ({ data }, windows) =>
      windows.open(`${data.budget}/${windowKey(data)}`, data),
  },
}

/** The years of budgets approved or indicated by the day asked for: the budget approved last on top, its years in order. */
export function budgetYears(reading: Reading): readonly Row<YearOfBudget>[] {
  return reading.inForce(budgetYearsKept).toSorted(byApprovalThenYear)
}

/** The years of one budget that are certainly, and that are possibly, on record by the day asked for. */
export function yearsOf(reading: Reading, reference: string) {
  const ofIt = (rows: readonly Row<YearOfBudget>[]) =>
    rows.filter(({ data }) => data.reference === reference).toSorted(byApprovalThenYear)
  return {
    certainly: ofIt(reading.inForce(budgetYearsKept)),
    possibly: ofIt(reading.possibly(budgetYearsKept)),
  }
}

/**
 * The approved budget of a year, such as '2017-18', as approved by the day asked for; of several the one approved last.
 * Nothing where none is on record. Its amount may be null, which is not known.
 */
export function approvedBudgetFor(reading: Reading, year: string): Row<YearOfBudget> | undefined {
  return budgetYears(reading).find(({ data }) => data.kind === 'approved' && data.year === year)
}

/** What was consulted on for a budget by the day asked for, and the responses that had been received. */
export interface DraftBudgetResponses {
  readonly consultations: readonly Row<ConsultationOpened['data']>[]
  readonly responses: readonly Row<ResponseReceived['data']>[]
  /** Null where no consultation on the budget is on record, so that the number is not known. */
  readonly number: number | null
}

export function draftBudgetResponses(reading: Reading, reference: string): DraftBudgetResponses {
  const consultations = consultationsAbout(reading, `budget:${reference}`)
  const responses = consultations.flatMap(({ key }) => responsesTo(reading, key))
  return { consultations, responses, number: consultations.length > 0 ? responses.length : null }
}

/** The appeals against a budget in the windows that had closed by the day asked for. */
export interface Appeals {
  readonly windows: readonly Row<AppealWindowClosed['data']>[]
  /** Null where no window is on record, so that the number is not known: nought is a statement of its own. */
  readonly number: number | null
}

export function appealsOf(reading: Reading, reference: string): Appeals {
  const windows = reading
    .inForce(appealsKept)
    .filter(({ data }) => data.budget === reference)
    .toSorted((one, other) => compareKnownDates(one.opens, other.opens))
  const number = windows.reduce((sum, { data }) => sum + data.number, 0)
  return { windows, number: windows.length > 0 ? number : null }
}

function byApprovalThenYear(one: Row<YearOfBudget>, other: Row<YearOfBudget>): number {
  const approval = compareKnownDates(other.opens, one.opens)
  if (approval !== 0) return approval
  return one.key < other.key ? -1 : 1
}
