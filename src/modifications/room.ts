// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { enterClaimedTotalOnRecord } from './enter-claimed-total-on-record.ts'
import { enterModificationOnRecord } from './enter-modification-on-record.ts'
import { enterModificationStepOnRecord } from './enter-modification-step-on-record.ts'
import { modificationPage } from './modification.page.tsx'
import { modificationView } from './modification.view.ts'
import { modificationsFeed } from './modifications.feed.ts'
import { modificationsPage } from './modifications.page.tsx'
import {
  claimedTotalsRegister,
  modificationStepsRegister,
  modificationsRegister,
} from './modifications.register.ts'
import { modificationsTable } from './modifications.table.ts'
import { modificationsView } from './modifications.view.ts'
import {
  claimedTotalsKept,
  outcomesKept,
  proposalsKept,
  statusesKept,
  stepsKept,
} from './modifications-kept.ts'

export const modifications: Room = {
  name: 'modifications',
  listed: { label: 'Modifications', href: '/modifications' },
  folds: [proposalsKept, outcomesKept, statusesKept, stepsKept, claimedTotalsKept],
  commands: [enterModificationOnRecord, enterModificationStepOnRecord, enterClaimedTotalOnRecord],
  registers: [modificationsRegister, modificationStepsRegister, claimedTotalsRegister],
  views: [modificationsView, modificationView],
  pages: [modificationsPage, modificationPage],
  feeds: [modificationsFeed],
  tables: [modificationsTable],
  findable: (reading) =>
    reading.rows(proposalsKept).map(({ data }) => ({
      href: `/modifications/${data.number}`,
      kind: 'Modification Proposal',
      title: `${data.number}: ${data.title}`,
      words: [
        ...[data.proposer, data.path, data.notes],
        ...[...data.sectionsAffected, ...data.impactedCategories],
      ]
        .filter(Boolean)
        .join(' '),
    })),
}
