// Accessions and exits as a feed, newest first.

import { feed } from '#web/page.ts'
import { accessionsAndExitsView } from './accessions-and-exits.view.ts'

export const partiesFeed = feed({
  view: accessionsAndExitsView,
  at: '/parties.atom',
  title: 'Parties: accessions and exits',
  items: ({ happenings }) =>
    happenings.map(({ party, name, kind, how, cause, date, basis, entries }) => ({
      href: `/parties/${party}`,
      title: `${name} ${kind === 'accession' ? 'acceded' : 'left'}, ${date.words}${basis === 'illustrative' ? ' (illustrative)' : ''}`,
      summary: [how && `By ${how}`, cause, basis === 'illustrative' && 'Invented for illustration']
        .filter(Boolean)
        .join('; '),
      entries,
      about: kind,
    })),
})
