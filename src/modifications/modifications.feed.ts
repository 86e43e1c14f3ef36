// Modification Proposals as a feed.

import { feed } from '#web/page.ts'
import { modificationsView } from './modifications.view.ts'

export const modificationsFeed = feed({
  view: modificationsView,
  at: '/modifications.atom',
  title: 'Modifications',
  items: ({ modifications }) =>
    modifications.map(({ number, title, stands, raised, outcomes, status, entries }) => ({
      href: `/modifications/${number}`,
      title: `${number}: ${title}`,
      summary: `${stands.words}. Raised: ${raised.words}.`,
      entries: [
        ...entries,
        ...Object.values(outcomes).flatMap((outcome) => outcome?.entries ?? []),
        ...(status?.entries ?? []),
      ],
    })),
})
