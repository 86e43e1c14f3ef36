// The list of budgets.

import { Figure } from '#web/figure.tsx'
import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type BudgetShown, budgetsView } from './budgets.view.ts'

export const budgetsPage = page({
  view: budgetsView,
  heading: () => ({ title: 'Budgets' }),
  body: ({ budgets, total, next, possibly, years }, { link, entries, path, query, reading }) => {
    const count = ({ number, entries: ids }: BudgetShown['appeals'], of: string) =>
      number === null ? 'not known' : <Figure value={String(number)} href={entries(ids)} of={of} />
    return (
      <Register<BudgetShown>
        path={path}
        query={query}
        noun={{ one: 'budget', many: 'budgets' }}
        count={total}
        headline={
          `${total} ${total === 1 ? 'budget' : 'budgets'} on record` +
          (possibly > 0 ? `; ${possibly} more may have been approved by this day.` : '.')
        }
        facets={[
          {
            name: 'year',
            label: 'Year',
            options: years.map(({ year, count: of }) => ({ value: year, label: year, count: of })),
          },
        ]}
        columns={[
          {
            key: 'budget',
            label: 'Budget',
            names: true,
            cell: ({ reference, years: all }) => (
              <a href={link(`/budgets/${reference}`)}>Budget {all}</a>
            ),
          },
          {
            key: 'amount',
            label: 'Approved',
            numeric: true,
            cell: ({ said }) =>
              approved(said).map(({ year, amount, entries: ids }) => (
                <div key={year}>
                  <Figure
                    value={`${amount?.words ?? 'not known'} for ${year}`}
                    href={entries(ids)}
                    of={`approved for ${year}`}
                  />
                </div>
              )),
          },
          {
            key: 'effective',
            label: 'Takes effect',
            cell: ({ said }) =>
              approved(said)
                .map(({ effective }) => effective?.words ?? 'not known')
                .join('; '),
          },
          {
            key: 'responses',
            label: 'Responses to the draft',
            numeric: true,
            cell: ({ responses }) => count(responses, 'responses to the draft'),
          },
          {
            key: 'appeals',
            label: 'Appeals',
            numeric: true,
            cell: ({ appeals }) => count(appeals, 'appeals'),
          },
          {
            key: 'basis',
            label: 'How we know',
            cell: ({ said: [first] }) =>
              first && (
                <a href={entries(first.entries)}>
                  {first.basis === 'decided-here' ? (
                    'Entered here'
                  ) : (
                    <BasisMark basis={first.basis} />
                  )}
                </a>
              ),
          },
        ]}
        rows={budgets}
        rowKey={({ reference }) => reference}
        sort={null}
        pages={{ from: 1, to: budgets.length, ...(next ? { next: { after: next } } : {}) }}
        csv={link('/budgets.csv')}
        empty={{
          sentence:
            reading.viewer.name === 'operator'
              ? 'No budget is on record as approved by this day. Enter one, or read at a later day.'
              : 'No budget is on record as approved by this day. Read at a later day.',
        }}
      />
    )
  },
})

const approved = (said: BudgetShown['said']) => said.filter(({ kind }) => kind === 'approved')
