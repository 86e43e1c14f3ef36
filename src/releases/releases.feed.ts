// Releases as a feed: one item for each region in which one went live, and for each version of which it is told.

import { feed } from '#web/page.ts'
import { releasesView } from './releases.view.ts'

export const releasesFeed = feed({
  view: releasesView,
  at: '/releases.atom',
  title: 'Releases',
  items: ({ releases }) =>
    releases.flatMap(({ reference, name, kind, from, wentLive, contents }) => {
      const href = `/releases/${reference}`
      const brought = contents.map(({ item }) => item).join(', ')
      if (kind === 'version') {
        const entries = contents.flatMap((one) => one.entries)
        return [{ href, title: `Version ${name}: ${from.words}`, summary: brought, entries }]
      }
      return wentLive
        .filter(({ holds }) => holds !== 'not')
        .map(({ region, live, notes, entries }) => ({
          href,
          title: `${name}${region ? `, ${region}` : ''}: live ${live.words}`,
          summary: [brought, notes].filter(Boolean).join('. '),
          entries,
          about: region ?? 'everywhere',
        }))
    }),
})
