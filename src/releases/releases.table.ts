// Releases, and what each brought, as comma-separated values, in the columns in which they can be imported.

import { table } from '#web/page.ts'
import { releasesView } from './releases.view.ts'

export const releasesTable = table({
  view: releasesView,
  at: '/releases.csv',
  columns: ['release', 'region', 'live', 'basis', 'source', 'notes'],
  rows: ({ releases }) =>
    releases.flatMap(({ name, wentLive }) =>
      wentLive
        .filter(({ holds }) => holds !== 'not')
        .map(({ region, live, basis, source, notes }) => [
          ...[name, region, live.date, basis, source, notes],
        ]),
    ),
})

export const releaseContentsTable = table({
  view: releasesView,
  at: '/releases/contents.csv',
  columns: ['release_or_version', 'item', 'source', 'basis'],
  rows: ({ releases }) =>
    releases.flatMap(({ name, contents }) =>
      contents.map(({ item, source, basis }) => [name, item, source, basis]),
    ),
})
