// Budgets as a feed.

import { feed } from '#web/page.ts'
import { budgetsView } from './budgets.view.ts'

export const budgetsFeed = feed({
  view: budgetsView,
  at: '/budgets.atom',
  title: 'Budgets',
  items: ({ budgets }) =>
    budgets.map(({ reference, years, said }) => ({
      href: `/budgets/${reference}`,
      title: `Budget ${years}`,
      summary: said
        .map(
          ({ year, kind, amount, approved }) =>
            `${year}: ${amount?.words ?? 'amount not known'}, ${kind}; approved: ${approved.words}`,
        )
        .join('. '),
      entries: said.flatMap(({ entries }) => entries),
    })),
})
