// Decisions as a feed.

import { feed } from '#web/page.ts'
import { decisionsView } from './decisions.view.ts'

export const decisionsFeed = feed({
  view: decisionsView,
  at: '/decisions.atom',
  title: 'Decisions',
  items: ({ decisions }) =>
    decisions.map(({ reference, subject, body, words, on, notes, entries }) => ({
      href: `/decisions/${reference}`,
      title: `${body.name}: ${subject}, ${words.toLowerCase()}, ${on.words}`,
      summary: notes ?? '',
      entries,
    })),
})
