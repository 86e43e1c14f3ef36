// The list of reports.

import { DataTable } from '#web/data-table.tsx'
import { page } from '#web/page.ts'
import type { ReportInList, reportsView } from './reports.view.ts'

export const reportsPage = (view: ReturnType<typeof reportsView>) =>
  page({
    view,
    heading: () => ({ title: 'Reports' }),
    body: ({ title, label, reports }, { link }) => {
      if (title === null)
        return (
          <div class="nothing">
            <p>
              No yearly report is laid out for this code. Add its files to the folder of the code,
              and every year on record can be reported on.
            </p>
          </div>
        )
      if (reports.length === 0)
        return (
          <div class="nothing">
            <p>
              Nothing is on record yet that a report could be drawn from. Enter what happened, and
              the year that it fell in appears here.
            </p>
          </div>
        )
      return (
        <>
          <p class="headline">
            {title}: {reports.length} {reports.length === 1 ? 'year' : 'years'} to read
          </p>
          <p>
            Each report is drawn from the record at the moment it is asked for, as the code stood on
            the last day of its {label}. Every figure opens to the entries beneath it.
          </p>
          <DataTable<ReportInList>
            caption={`${title} by ${label}`}
            columns={[
              {
                key: 'year',
                label,
                names: true,
                cell: ({ year, over }) => (
                  <>
                    <a href={link(`/reports/${year}`)}>{year}</a>
                    {!over && ' (not over yet)'}
                  </>
                ),
              },
              { key: 'period', label: 'From and to', cell: ({ words }) => words },
              {
                key: 'happened',
                label: 'On record',
                long: true,
                cell: ({ happened }) =>
                  happened.map(({ words }) => words).join(', ') || 'nothing known to have happened',
              },
              {
                key: 'approved',
                label: 'Approved',
                cell: ({ approvals }) =>
                  approvals.map(({ version }) => version).join(', ') || 'none on record',
              },
              {
                key: 'evaluated',
                label: 'Objectives evaluated',
                cell: ({ evaluations, objectives }) =>
                  objectives === 0 ? 'no objectives' : `${evaluations.length} of ${objectives}`,
              },
            ]}
            rows={reports}
            rowKey={({ year }) => year}
          />
        </>
      )
    },
  })
