// The list of engagement events.

import { ChartFigure } from '#web/chart.tsx'
import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type EventShown, supportView } from './support.view.ts'

export const supportPage = page({
  view: supportView,
  heading: () => ({ title: 'Support' }),
  body: ({ events, total, next, possibly, kinds }, { link, entries, path, query, reading }) => (
    <Register<EventShown>
      path={path}
      query={query}
      noun={{ one: 'event', many: 'events' }}
      count={total}
      headline={
        `${total} ${total === 1 ? 'event' : 'events'} held, as far as is on record` +
        (possibly > 0 ? `; ${possibly} more may have been held by this day` : '')
      }
      chart={
        kinds.length > 1 && (
          <ChartFigure
            id="engagement-kinds"
            finding={findingOf(kinds)}
            chart={{
              kind: 'bars',
              of: { category: 'Kind', value: 'Events' },
              bars: kinds.map(({ id, name, count }) => ({
                label: name,
                value: count,
                href: link(`/support?kind=${id}`),
              })),
            }}
          />
        )
      }
      facets={[
        {
          name: 'kind',
          label: 'Kind',
          options: kinds.map(({ id, name, count }) => ({ value: id, label: name, count })),
        },
      ]}
      columns={[
        {
          key: 'title',
          label: 'Event',
          names: true,
          cell: ({ reference, title }) => (
            <a href={link(`/support/engagement/${reference}`)}>{title}</a>
          ),
        },
        { key: 'kind', label: 'Kind', cell: ({ kind }) => kind.name },
        { key: 'held', label: 'Held', cell: ({ held }) => held.words },
        {
          key: 'attendance',
          label: 'Attended',
          cell: ({ attendance }) => attendance ?? 'not known',
        },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) => (
            <a href={entries(ids)}>
              {basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}
            </a>
          ),
        },
      ]}
      rows={events}
      rowKey={({ reference }) => reference}
      sort={null}
      pages={{ from: 1, to: events.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/support.csv')}
      empty={{
        sentence:
          reading.viewer.name === 'operator'
            ? 'No event is on record as held by this day. Enter one, or read at a later day.'
            : 'No event is on record as held by this day. Read at a later day.',
      }}
    />
  ),
})

type Kinds = readonly { readonly name: string; readonly count: number }[]

/** What the chart shows: which kind stands out, or that none does. */
function findingOf(kinds: Kinds): string {
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  const most = kinds[0]!
  return kinds[1]?.count === most.count
    ? `${total} events of ${kinds.length} kinds, no kind more often than ${most.count} times`
    : `${most.name} is the kind held most often: ${most.count} of ${total} events`
}
