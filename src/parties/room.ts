// What this room hands to the office.

import type { Room } from '#web/room.ts'
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
import { partiesRegister } from './parties.register.ts'

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
  views: [],
  pages: [],
  feeds: [],
  tables: [],
}
