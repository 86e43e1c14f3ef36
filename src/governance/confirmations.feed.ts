// Confirmations of the rulebook as a feed.

import { feed } from '#web/page.ts'
import { confirmationsView } from './confirmations.view.ts'

export const confirmationsFeed = feed({
  view: confirmationsView,
  at: '/rulebook.atom',
  title: 'Rulebook: parameters confirmed',
  items: ({ confirmations }) =>
    confirmations.map(({ parameter, words, from, clause, entries, recordedAt }) => ({
      href: `/rulebook/${parameter}`,
      title: `${parameter}: ${words}, from ${from.words}`,
      summary: clause ? `Clause ${clause}` : '',
      entries,
      about: `${from.date} ${recordedAt}`,
    })),
})
