// The directions on the Code as a register.

import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type DirectionShown, directionsView } from './directions.view.ts'

export const directionsPage = page({
  view: directionsView,
  heading: () => ({
    title: 'Directions on the Code',
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: ({ directions, total, next, kinds }, { link, entries, path, query }) => (
    <Register<DirectionShown>
      path={path}
      query={query}
      noun={{ one: 'direction', many: 'directions' }}
      count={total}
      headline={`${total} ${total === 1 ? 'direction' : 'directions'} on record by this day.`}
      search={{ name: 'q', label: 'Find in the directions' }}
      facets={[{ name: 'kind', label: 'Kind', options: kinds }]}
      columns={[
        {
          key: 'provisions',
          label: 'Provisions',
          names: true,
          cell: ({ provisions }) =>
            provisions.length > 0 ? provisions.join(', ') : 'provisions not named by the source',
        },
        {
          key: 'date',
          label: 'From',
          cell: ({ on, holds, ...direction }) => (
            <a href={entries(direction.entries)}>
              {holds === 'possibly' && 'possibly '}
              {on.words}
            </a>
          ),
        },
        { key: 'action', label: 'What it does', long: true, cell: ({ action }) => action },
      ]}
      rows={directions}
      rowKey={({ reference }) => reference}
      why={({ description }) => description}
      sort={null}
      pages={{ from: 1, to: directions.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/code/directions.csv')}
      empty={{
        sentence:
          'No direction is on record for this day. One comes onto it when it is entered or a register of directions is imported.',
      }}
    />
  ),
})
