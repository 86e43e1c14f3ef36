// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { enterReleaseContentOnRecord } from './enter-release-content-on-record.ts'
import { enterReleaseOnRecord } from './enter-release-on-record.ts'
import { releasesFeed } from './releases.feed.ts'
import { releasePage, releasesPage } from './releases.page.tsx'
import { releaseContentsRegister, releasesRegister } from './releases.register.ts'
import { releaseContentsTable, releasesTable } from './releases.table.ts'
import { releasesView, releaseView } from './releases.view.ts'
import { contentsKept, releasesKept } from './releases-kept.ts'
import { releasesOnRecord } from './releases-on-record.ts'

export const releases: Room = {
  name: 'releases',
  listed: { label: 'Releases', href: '/releases' },
  folds: [releasesKept, contentsKept],
  commands: [enterReleaseOnRecord, enterReleaseContentOnRecord],
  registers: [releasesRegister, releaseContentsRegister],
  views: [releasesView, releaseView],
  pages: [releasesPage, releasePage],
  feeds: [releasesFeed],
  tables: [releasesTable, releaseContentsTable],
  findable: (reading) =>
    releasesOnRecord(reading)
      .filter(({ kind }) => kind === 'release')
      .map(({ reference, name, wentLive, contents }) => ({
        href: `/releases/${reference}`,
        kind: 'Release',
        title: name,
        words: [
          ...wentLive.flatMap(({ data }) => [data.region, data.notes]),
          ...contents.map(({ data }) => data.item),
        ]
          .filter(Boolean)
          .join(' '),
      })),
}
