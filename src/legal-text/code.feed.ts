// Versions of the Code and directions on it as feeds.

import { feed } from '#web/page.ts'
import { directionsView } from './directions.view.ts'
import { versionsView } from './versions.view.ts'

export const versionsFeed = feed({
  view: versionsView,
  at: '/code/versions.atom',
  title: 'Versions of the Code',
  items: ({ versions }) =>
    versions.map(({ version, effective, contents, claims }) => ({
      href: `/code/versions/${version}`,
      title: `Version ${version}, in force from ${effective.words}`,
      summary: contents ?? 'What it brought is not known from the source.',
      entries: claims.flatMap(({ entries }) => entries),
    })),
})

export const directionsFeed = feed({
  view: directionsView,
  at: '/code/directions.atom',
  title: 'Directions on the Code',
  items: ({ directions }) =>
    directions.map(({ reference, provisions, action, on, description, entries }) => ({
      href: '/code/directions',
      title: `${provisions.length > 0 ? `${provisions.join(', ')}: ` : ''}${action}, ${on.words}`,
      summary: description ?? '',
      entries,
      about: reference,
    })),
})
