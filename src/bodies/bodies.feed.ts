// Bodies as a feed.

import { feed } from '#web/page.ts'
import { bodiesView } from './bodies.view.ts'

export const bodiesFeed = feed({
  view: bodiesView,
  at: '/bodies.atom',
  title: 'Bodies',
  items: ({ bodies }) =>
    bodies
      .filter(({ entries }) => entries.length > 0)
      .map(({ reference, name, established, purpose, entries }) => ({
        href: `/bodies/${reference}`,
        title: `${name}: established ${established?.words ?? 'on a day not known'}`,
        summary: purpose ?? '',
        entries,
      })),
})
