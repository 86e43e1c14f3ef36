// The confirmations of the rulebook, last entered first.

import { page } from '#web/page.ts'
import { printInstant } from '#web/printed.ts'
import { Register } from '#web/register.tsx'
import { type ConfirmationShown, confirmationsView } from './confirmations.view.ts'

export const confirmationsPage = page({
  view: confirmationsView,
  heading: () => ({
    title: 'Confirmations of the rulebook',
    trail: [{ label: 'Rulebook', href: '/rulebook' }],
  }),
  body: ({ confirmations, total, next }, { link, entries, path, query, nameOf }) => (
    <Register<ConfirmationShown>
      path={path}
      query={query}
      noun={{ one: 'confirmation', many: 'confirmations' }}
      count={total}
      headline={`${total} ${total === 1 ? 'confirmation' : 'confirmations'} entered.`}
      facets={[]}
      columns={[
        {
          key: 'parameter',
          label: 'Parameter',
          names: true,
          cell: ({ parameter }) => <a href={link(`/rulebook/${parameter}`)}>{parameter}</a>,
        },
        { key: 'value', label: 'Value', cell: ({ words }) => words },
        { key: 'clause', label: 'Clause', cell: ({ clause }) => clause ?? 'as stated' },
        {
          key: 'from',
          label: 'Counts from',
          cell: ({ from, until }) =>
            until ? `${from.words} to the day before ${until.words}` : from.words,
        },
        { key: 'seen', label: 'Seen in', cell: ({ seenIn }) => seenIn ?? 'not stated' },
        {
          key: 'entered',
          label: 'Entered',
          cell: ({ by, recordedAt, entries: ids }) => (
            <a href={entries(ids)}>
              by {nameOf(by)} at {printInstant(recordedAt)}
            </a>
          ),
        },
      ]}
      rows={confirmations}
      rowKey={({ parameter, from, recordedAt }) => `${parameter} ${from.date} ${recordedAt}`}
      sort={null}
      pages={{
        from: confirmations.length === 0 ? 0 : 1,
        to: confirmations.length,
        ...(next ? { next: { after: next } } : {}),
      }}
      empty={{
        sentence:
          'Nobody has confirmed a parameter yet. Open an unverified one in the rulebook, and confirm it once you have read it in the code.',
        action: { label: 'Unverified parameters', href: link('/rulebook?standing=recalled') },
      }}
    />
  ),
})
