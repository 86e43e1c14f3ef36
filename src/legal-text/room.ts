// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { directionsFeed, versionsFeed } from './code.feed.ts'
import { codePage } from './code.page.tsx'
import { directionsTable, partsTable, versionClaimsTable, versionsTable } from './code.table.ts'
import { codeView } from './code.view.ts'
import { directionsKept, partsKept, versionClaimsKept, versionsKept } from './code-kept.ts'
import { directionsPage } from './directions.page.tsx'
import { directionsView } from './directions.view.ts'
import { enterDirectionOnRecord } from './enter-direction-on-record.ts'
import { enterPartOnRecord } from './enter-part-on-record.ts'
import { enterVersionClaimOnRecord } from './enter-version-claim-on-record.ts'
import { enterVersionOnRecord } from './enter-version-on-record.ts'
import {
  directionsRegister,
  partsRegister,
  versionClaimsRegister,
  versionsRegister,
} from './legal-text.register.ts'
import { beginText } from './text/begin-text.ts'
import { endEffect } from './text/end-effect.ts'
import { enterEffect } from './text/enter-effect.ts'
import { enterProvisionOnRecord } from './text/enter-provision-on-record.ts'
import { holdSourceFiles } from './text/hold-source-files.ts'
import { recordCommencement } from './text/record-commencement.ts'
import {
  commencementsRegister,
  effectsRegister,
  endingsRegister,
  provisionsRegister,
  textsRegister,
} from './text/text.register.ts'
import { textFolds } from './text/text-kept.ts'
import { versionPage, versionsPage } from './versions.page.tsx'
import { versionsView, versionView } from './versions.view.ts'

export const legalText: Room = {
  name: 'legal-text',
  listed: { label: 'The Code', href: '/code' },
  folds: [versionsKept, versionClaimsKept, directionsKept, partsKept, ...textFolds],
  commands: [
    enterVersionOnRecord,
    enterVersionClaimOnRecord,
    enterDirectionOnRecord,
    enterPartOnRecord,
    beginText,
    enterProvisionOnRecord,
    enterEffect,
    endEffect,
    recordCommencement,
    holdSourceFiles,
  ],
  registers: [
    partsRegister,
    versionsRegister,
    versionClaimsRegister,
    directionsRegister,
    textsRegister,
    provisionsRegister,
    effectsRegister,
    endingsRegister,
    commencementsRegister,
  ],
  views: [codeView, versionsView, versionView, directionsView],
  pages: [codePage, versionsPage, versionPage, directionsPage],
  feeds: [versionsFeed, directionsFeed],
  tables: [partsTable, versionsTable, versionClaimsTable, directionsTable],
  findable: (reading) => [
    ...reading.rows(versionsKept).map(({ data }) => ({
      href: `/code/versions/${data.version}`,
      kind: 'Version of the Code',
      title: `Version ${data.version}`,
      words: [data.madeBy, data.contents, data.notes].filter(Boolean).join(' '),
    })),
    ...reading.rows(partsKept).map(({ data }) => ({
      href: '/code',
      kind: 'Part of the Code',
      title: data.title ? `${data.reference}: ${data.title}` : data.reference,
      words: data.kind,
    })),
    ...reading.rows(directionsKept).map(({ data }) => ({
      href: '/code/directions',
      kind: 'Direction on the Code',
      title: [data.provisions.join(', '), data.action].filter(Boolean).join(': '),
      words: data.description ?? '',
    })),
  ],
}
