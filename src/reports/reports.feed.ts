// Approved reports and evaluations of objectives as a feed.

import { feed } from '#web/page.ts'
import type { reportsView } from './reports.view.ts'

export const reportsFeed = (view: ReturnType<typeof reportsView>) =>
  feed({
    view,
    at: '/reports.atom',
    title: 'Reports and evaluations',
    items: ({ title, reports }) =>
      reports.flatMap(({ year, words, approvals, evaluations }) => [
        ...evaluations.map(({ objective, name, mark, notes, entries }) => ({
          href: `/reports/${year}`,
          title: `${year}: ${name}, ${mark.charAt(0).toLowerCase()}${mark.slice(1)}`,
          summary: notes ?? '',
          entries,
          about: objective,
        })),
        ...approvals.map(({ version, approver, on, entries }) => ({
          href: `/reports/${year}`,
          title: `${title} ${year}, version ${version}: approved`,
          summary: `${words}. ${approver}: ${on.words}.`,
          entries,
          about: `version-${version}`,
        })),
      ]),
  })
