// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { accessionsAndExitsPage } from './accessions-and-exits.page.tsx'
import { accessionsAndExitsView } from './accessions-and-exits.view.ts'
import { companiesRegister } from './companies.register.ts'
import { enterCategoryOnRecord } from './enter-category-on-record.ts'
import { enterCompanyOnRecord } from './enter-company-on-record.ts'
import { enterDefaultOnRecord } from './enter-default-on-record.ts'
import { enterExitOnRecord } from './enter-exit-on-record.ts'
import { enterLicenceOnRecord } from './enter-licence-on-record.ts'
import { enterOwnershipOnRecord } from './enter-ownership-on-record.ts'
import { enterPartyOnRecord } from './enter-party-on-record.ts'
import { groupsRegister } from './groups.register.ts'
import {
  categoriesKept,
  companiesKept,
  defaultsKept,
  exitsKept,
  licenceEndsKept,
  licencesKept,
  ownershipKept,
  partiesKept,
} from './kept.ts'
import { partiesFeed } from './parties.feed.ts'
import { partiesPage } from './parties.page.tsx'
import { partiesRegister } from './parties.register.ts'
import { partiesTable } from './parties.table.ts'
import { partiesView } from './parties.view.ts'
import { partyPage } from './party.page.tsx'
import { partyView } from './party.view.ts'
import { standingsOn } from './standing.ts'
import { votingGroupsPage } from './voting-groups.page.tsx'
import { votingGroupsView } from './voting-groups.view.ts'

export const parties: Room = {
  name: 'parties',
  listed: { label: 'Parties', href: '/parties' },
  folds: [
    partiesKept,
    categoriesKept,
    exitsKept,
    licencesKept,
    licenceEndsKept,
    defaultsKept,
    companiesKept,
    ownershipKept,
  ],
  commands: [
    enterPartyOnRecord,
    enterCategoryOnRecord,
    enterExitOnRecord,
    enterLicenceOnRecord,
    enterDefaultOnRecord,
    enterCompanyOnRecord,
    enterOwnershipOnRecord,
  ],
  registers: [groupsRegister, partiesRegister, companiesRegister],
  views: [partiesView, votingGroupsView, accessionsAndExitsView, partyView],
  pages: [partiesPage, votingGroupsPage, accessionsAndExitsPage, partyPage],
  feeds: [partiesFeed],
  tables: [partiesTable],
  findable: (reading) =>
    standingsOn(reading, reading.asOf)
      .filter(({ standing }) => standing !== 'ahead')
      .map(({ reference, standing, party: { data } }) => ({
        href: `/parties/${reference}`,
        kind: standing === 'left' ? 'Party that left' : 'Party',
        title: data.name ?? data.person ?? reference,
        words: [reference, data.company].filter(Boolean).join(' '),
      })),
}
