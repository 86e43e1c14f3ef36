// Reports and evaluations of objectives as a feed.

import { feed } from '#web/page.ts'
import type { reportsView } from './reports.view.ts'

export const reportsFeed = (view: ReturnType<typeof reportsView>) =>
  feed({
    view,
    at: '/reports.atom',
    title: 'Reports and evaluations',
    items: ({ title, reports }) =>
      reports
        .filter(({ over }) => over)
        .flatMap(({ year, words, happened, evaluations }) => [
          ...evaluations.map(({ objective, name, mark, notes, entries }) => ({
            href: `/reports/${year}`,
            title: `${year}: ${name}, ${mark.charAt(0).toLowerCase()}${mark.slice(1)}`,
            summary: notes ?? '',
            entries,
            about: objective,
          })),
          {
            href: `/reports/${year}`,
            title: `${title} ${year}`,
            summary: `${words}: ${happened.map((one) => one.words).join(', ') || 'nothing on record'}.`,
            entries: [],
            about: 'report',
          },
        ]),
  })
