// Consultations as a feed.

import { feed } from '#web/page.ts'
import { consultationsView } from './consultations.view.ts'

export const consultationsFeed = feed({
  view: consultationsView,
  at: '/consultations.atom',
  title: 'Consultations',
  items: ({ consultations }) =>
    consultations.map(({ reference, subject, owner, opened, closes, entries }) => ({
      href: `/consultations/${reference}`,
      title: subject,
      summary: `${owner.name} consults; opened: ${opened.words}; closes: ${closes?.words ?? 'not known'}`,
      entries,
    })),
})
