// The front door: what other rooms may use.

export type {
  AppealWindowClosed,
  BudgetApproved,
  BudgetEvent,
  BudgetYearIndicated,
} from './budget.ts'
export {
  type Appeals,
  appealsKept,
  appealsOf,
  approvedBudgetFor,
  budgetYears,
  budgetYearsKept,
  type DraftBudgetResponses,
  draftBudgetResponses,
  type YearOfBudget,
} from './budgets-kept.ts'
export { penceFrom, printPence, printPenceShort } from './money.ts'
