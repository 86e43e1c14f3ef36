// A budget: for some years ahead, of which the next is approved and the others are indicative until they are consulted
// on again; and the windows in which it could be appealed against.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type BudgetYear = {
  readonly reference: string
  /** All the years of the budget, such as 2017-20. */
  readonly years: string
  /** The one year that this says something of, such as 2017-18. */
  readonly year: string
  /** Whole pence; null where the amount is not known. */
  readonly amountPence: number | null
  /** When the budget was approved, or the year indicated. */
  readonly approved: KnownDate
  /** From when one may spend by it; null where that is not known or not yet settled. */
  readonly effective: KnownDate | null
  readonly notes: string | null
}

export type BudgetApproved = Event<'BudgetApproved', BudgetYear>

/** A year whose amount stands only until it is reviewed and consulted on again. */
export type BudgetYearIndicated = Event<'BudgetYearIndicated', BudgetYear>

/** So many appeals came in a window. Nought is a statement that none came, not the lack of one. */
export type AppealWindowClosed = Event<
  'AppealWindowClosed',
  {
    readonly budget: string
    readonly periodFrom: KnownDate
    readonly periodTo: KnownDate
    readonly number: number
    readonly notes: string | null
  }
>

export type BudgetEvent = BudgetApproved | BudgetYearIndicated | AppealWindowClosed

/** What rules need to know of a budget's past. */
export interface Budget {
  /** All its years; null where nothing of it is on record. */
  readonly years: string | null
  /** The years that something is said of. */
  readonly said: readonly string[]
  /** When its first year was approved; null where no approval is on record. */
  readonly approved: KnownDate | null
  /** Its appeal windows, each as windowKey names it. */
  readonly windows: readonly string[]
}

export const noBudget: Budget = { years: null, said: [], approved: null, windows: [] }

export function evolveBudget(budget: Budget, event: BudgetEvent): Budget {
  switch (event.type) {
    case 'BudgetApproved':
    case 'BudgetYearIndicated': {
      const { years, year, approved } = event.data
      return {
        ...budget,
        years,
        said: [...budget.said, year],
        approved: event.type === 'BudgetApproved' ? (budget.approved ?? approved) : budget.approved,
      }
    }
    case 'AppealWindowClosed':
      return { ...budget, windows: [...budget.windows, windowKey(event.data)] }
  }
}

/** The name of a window among those of its budget. */
export function windowKey({
  periodFrom,
  periodTo,
}: Pick<AppealWindowClosed['data'], 'periodFrom' | 'periodTo'>): string {
  return `${periodFrom} to ${periodTo}`
}
