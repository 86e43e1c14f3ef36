// The chronicle as a feed.

import { feed } from '#web/page.ts'
import { chronicleView } from './chronicle.view.ts'

export const chronicleFeed = feed({
  view: chronicleView,
  at: '/chronicle.atom',
  title: 'Chronicle',
  items: ({ events }) =>
    events.map(({ reference, says, on, strand, notes, entries }) => ({
      href: `/chronicle?strand=${strand.id}`,
      title: `${on.words}: ${says}`,
      summary: notes ?? '',
      entries,
      about: reference,
    })),
})
