// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { appealsRegister } from './appeals.register.ts'
import { budgetPage } from './budget.page.tsx'
import { budgetsFeed } from './budgets.feed.ts'
import { budgetsPage } from './budgets.page.tsx'
import { budgetsRegister } from './budgets.register.ts'
import { budgetsTable } from './budgets.table.ts'
import { budgetsView, budgetView } from './budgets.view.ts'
import { appealsKept, budgetYears, budgetYearsKept } from './budgets-kept.ts'
import { enterAppealsOnRecord } from './enter-appeals-on-record.ts'
import { enterBudgetOnRecord } from './enter-budget-on-record.ts'

export const budgets: Room = {
  name: 'budgets',
  listed: { label: 'Budgets', href: '/budgets' },
  folds: [budgetYearsKept, appealsKept],
  commands: [enterBudgetOnRecord, enterAppealsOnRecord],
  registers: [budgetsRegister, appealsRegister],
  views: [budgetsView, budgetView],
  pages: [budgetsPage, budgetPage],
  feeds: [budgetsFeed],
  tables: [budgetsTable],
  findable: (reading) => {
    const said = budgetYears(reading).map(({ data }) => data)
    return [...new Set(said.map(({ reference }) => reference))].map((reference) => {
      const ofIt = said.filter((year) => year.reference === reference)
      return {
        href: `/budgets/${reference}`,
        kind: 'Budget',
        title: `Budget ${ofIt[0]!.years}`,
        words: [reference, ...ofIt.flatMap(({ year, notes }) => [year, notes])]
          .filter(Boolean)
          .join(' '),
      }
    })
  },
}
