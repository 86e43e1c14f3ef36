// The list of sources.

import { DataTable } from '#web/data-table.tsx'
import { page } from '#web/page.ts'
import { type SourceShown, sourcesView } from './sources.view.ts'

export const sourcesPage = page({
  view: sourcesView,
  heading: () => ({ title: 'Sources', trail: [{ label: 'Chronicle', href: '/chronicle' }] }),
  body: ({ sources }, { entries }) =>
    sources.length === 0 ? (
      <p>No source is listed yet. Import the register of sources, or enter one at the desk.</p>
    ) : (
      <DataTable<SourceShown>
        caption={`${sources.length} ${sources.length === 1 ? 'source' : 'sources'} that the record cites`}
        columns={[
          {
            key: 'title',
            label: 'Source',
            names: true,
            cell: ({ title, address }) =>
              address ? <a href={address}>{title === address ? 'Page' : title}</a> : title,
          },
          {
            key: 'address',
            label: 'Published on',
            cell: ({ address }) =>
              address ? new URL(address).hostname.replace(/^www\./, '') : 'no address that we know',
          },
          {
            key: 'entry',
            label: 'Entry',
            cell: ({ entries: ids, title }) => (
              <a href={entries(ids)}>
                entry<span class="unseen"> of {title}</span>
              </a>
            ),
          },
        ]}
        rows={sources}
        rowKey={({ reference }) => reference}
      />
    ),
})
