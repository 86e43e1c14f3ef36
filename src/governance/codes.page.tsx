// The codes administered.

import { DataTable } from '#web/data-table.tsx'
import { page } from '#web/page.ts'
import { codesView } from './codes.view.ts'

export const codesPage = page({
  view: codesView,
  heading: () => ({ title: 'Codes administered' }),
  body: ({ codes }, { entries }) =>
    codes.length === 0 ? (
      <div class="nothing">
        <p>No code had been registered by the time asked for.</p>
      </div>
    ) : (
      <DataTable
        caption="Codes administered here"
        columns={[
          {
            key: 'title',
            label: 'Code',
            names: true,
            cell: ({ title, name }) => <a href={`/codes/${name}/`}>{title}</a>,
          },
          { key: 'name', label: 'Name in addresses', cell: ({ name }) => <code>{name}</code> },
          {
            key: 'registered',
            label: 'Registered',
            cell: ({ registered, entries: ids }) => <a href={entries(ids)}>{registered.words}</a>,
          },
          {
            key: 'rulebook',
            label: 'Rulebook',
            cell: ({ name, rulebook: { since, parameters, unverified } }) =>
              since ? (
                <a href={`/codes/${name}/rulebook`}>
                  since {since.words}: {parameters} parameters, {unverified} unverified
                </a>
              ) : (
                'empty'
              ),
          },
          {
            key: 'demonstration',
            label: 'Record',
            cell: ({ demonstration }) => (demonstration ? 'Demonstration' : 'The code’s own'),
          },
        ]}
        rows={codes}
        rowKey={({ name }) => name}
      />
    ),
})
