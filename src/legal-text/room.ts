// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { directionsFeed, versionsFeed } from './code.feed.ts'
import { codePage } from './code.page.tsx'
import { directionsTable, partsTable, versionClaimsTable, versionsTable } from './code.table.ts'
import { codeView } from './code.view.ts'
import { directionsKept, partsKept, versionClaimsKept, versionsKept } from './code-kept.ts'
import { directionsPage } from './directions.page.tsx'
import { directionsView } from './directions.view.ts'
import { draftingKeys, type Holders } from './drafting-keys/room.ts'
import { drafting, draftsBeside, wordsDrafted } from './drafts/room.ts'
import type { PdfFonts } from './engine/formats/index.ts'
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
import { checksPage } from './text/checks.page.tsx'
import { checksView } from './text/checks.view.ts'
import { slugOf } from './text/cited-number.ts'
import { effectPage, effectsPage } from './text/effects.page.tsx'
import { effectsView, effectView } from './text/effects.view.ts'
import { endEffect } from './text/end-effect.ts'
import { enterEffect } from './text/enter-effect.ts'
import { enterProvisionOnRecord } from './text/enter-provision-on-record.ts'
import { findInCodePage } from './text/find-in-code.page.tsx'
import { findInCodeView } from './text/find-in-code.view.ts'
import { holdSourceFiles } from './text/hold-source-files.ts'
import type { ProposalsBeside } from './text/proposals-beside.ts'
import { provisionPage } from './text/provision.page.tsx'
import { provisionView } from './text/provision.view.ts'
import { recordCommencement } from './text/record-commencement.ts'
import { redlinePage } from './text/redline.page.tsx'
import { redlineView } from './text/redline.view.ts'
import { textDownloads } from './text/text.download.ts'
import { effectsFeed } from './text/text.feed.ts'
import { textPage } from './text/text.page.tsx'
import {
  commencementsRegister,
  effectsRegister,
  endingsRegister,
  provisionsRegister,
  textsRegister,
} from './text/text.register.ts'
import { effectsTable } from './text/text.table.ts'
import { textView } from './text/text.view.ts'
import { textFolds } from './text/text-kept.ts'
import { textMadeReady } from './text/text-made-ready.ts'
import { versionPage, versionsPage } from './versions.page.tsx'
import { versionsView, versionView } from './versions.view.ts'

const textViews = [textView, redlineView, effectsView, effectView, checksView]
const textPages = [textPage, redlinePage, effectsPage, effectPage, checksPage]

/**
 * The room. `beside` tells of open proposals that touch a provision, which another room knows; `typeFaces` reads the
 * fonts in which texts are printed; `holders` tells who is on record and may hold a key.
 */
export function legalTextRoom(
  beside: ProposalsBeside = () => [],
  typeFaces?: () => PdfFonts,
  holders: Holders = () => true,
): Room {
  const keys = draftingKeys(holders)
  const provision = provisionView((reading, at, tree, number) => [
    ...draftsBeside(reading, at, tree, number),
    ...beside(reading, at, tree, number),
  ])
  const find = findInCodeView(wordsDrafted)
  return {
    name: 'legal-text',
    listed: { label: 'The Code', href: '/code' },
    folds: [
      versionsKept,
      versionClaimsKept,
      directionsKept,
      partsKept,
      ...textFolds,
      ...drafting.folds,
      ...keys.folds,
    ],
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
      ...drafting.commands,
      ...keys.commands,
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
      ...drafting.registers,
    ],
    views: [
      codeView,
      versionsView,
      versionView,
      directionsView,
      ...textViews,
      find,
      ...drafting.views,
      ...keys.views,
      provision,
    ],
    pages: [
      codePage,
      versionsPage,
      versionPage,
      directionsPage,
      ...textPages,
      findInCodePage(find),
      ...drafting.pages,
      ...keys.pages,
      provisionPage(provision),
    ],
    feeds: [versionsFeed, directionsFeed, effectsFeed, ...drafting.feeds],
    tables: [
      partsTable,
      versionsTable,
      versionClaimsTable,
      directionsTable,
      effectsTable,
      ...drafting.tables,
    ],
    downloads: [...textDownloads(typeFaces), ...drafting.downloads],
    workbenches: drafting.workbenches,
    keys: keys.keys,
    *makeReady(reading) {
      yield* textMadeReady(reading)
      yield* drafting.makeReady(reading)
    },
    findable: (reading) => [
      ...drafting.findable(reading),
      ...reading.rows(versionsKept).map(({ data }) => ({
        href: `/code/versions/${data.version}`,
        kind: 'Version of the Code',
        title: `Version ${data.version}`,
        words: [data.madeBy, data.contents, data.notes].filter(Boolean).join(' '),
      })),
      ...reading.rows(partsKept).map(({ data }) => ({
        href: `/code/${slugOf(data.reference)}`,
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
}
