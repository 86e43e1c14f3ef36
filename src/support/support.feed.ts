// Engagement events as a feed.

import { feed } from '#web/page.ts'
import { supportView } from './support.view.ts'

export const supportFeed = feed({
  view: supportView,
  at: '/support.atom',
  title: 'Support: events',
  items: ({ events }) =>
    events.map(({ reference, kind, title, held, attendance, entries }) => ({
      href: `/support/engagement/${reference}`,
      title: `${title}, ${held.words}`,
      summary: `${kind.name}; attendance: ${attendance ?? 'not known'}`,
      entries,
    })),
})
