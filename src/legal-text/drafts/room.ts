// What drafts of amendments bring to the room.

import type { Reading } from '#reading/reading.ts'
import type { Findable } from '#web/room.ts'
import { wordsOf } from '../engine/index.ts'
import type { ProposedWords } from '../text/find-in-code.view.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import type { ProposalsBeside } from '../text/proposals-beside.ts'
import { textOf } from '../text/text-on-record.ts'
import { clashesFeed } from './clashes.feed.ts'
import { clashesPage } from './clashes.page.tsx'
import { clashesView } from './clashes.view.ts'
import { draftDownloads } from './draft.download.ts'
import { draftPage } from './draft.page.tsx'
import { draftView } from './draft.view.ts'
import { baselineFor } from './drafted-text.ts'
import { draftingBench } from './drafting.bench.tsx'
import { draftsPage } from './drafts.page.tsx'
import { draftsRegister } from './drafts.register.ts'
import { clashesTable, draftsTable } from './drafts.table.ts'
import { draftsView } from './drafts.view.ts'
import { draftFolds } from './drafts-kept.ts'
import { draftsOnRecord } from './drafts-on-record.ts'
import { enterDraft } from './enter-draft.ts'
import { findingsMadeReady } from './findings-brought.ts'
import { incorporateDraft } from './incorporate-draft.ts'
import { mergePage } from './merge.page.tsx'
import { mergeView } from './merge.view.ts'
import { draftedWords, openDraftsTouching } from './open-drafts.ts'
import { rebasePage } from './rebase.page.tsx'
import { rebaseView } from './rebase.view.ts'
import { rebaseDraft } from './rebase-draft.ts'
import { incorporateBench, rebaseBench } from './settling.bench.tsx'
import { withdrawDraft } from './withdraw-draft.ts'

export const drafting = {
  folds: draftFolds,
  commands: [enterDraft, withdrawDraft, rebaseDraft, incorporateDraft],
  registers: [draftsRegister],
  views: [draftsView, clashesView, mergeView, draftView, rebaseView],
  pages: [draftsPage, clashesPage, mergePage, draftPage, rebasePage],
  feeds: [clashesFeed],
  tables: [draftsTable, clashesTable],
  downloads: draftDownloads,
  workbenches: [draftingBench, rebaseBench, incorporateBench],
  /** What the first preview of a draft on the text of the day would have to wait for. */
  *makeReady(reading: Reading): Generator<void, void, void> {
    const text = textOf(reading)
    if (!text) return
    const starts = { starts: 'not-commenced', layer: 'permanent' } as const
    yield* findingsMadeReady(baselineFor(text, starts, reading.today).root)
  },
  findable: (reading: Reading): readonly Findable[] =>
    draftsOnRecord(reading, reading.asOf).map(({ modification, latest }) => ({
      href: `/code/drafts/${modification}`,
      kind: 'Draft of an amendment',
      title: `${modification}: ${latest.data.title}`,
      words: latest.data.instructions ?? '',
    })),
}

/** The open drafts beside a provision. */
export const draftsBeside: ProposalsBeside = (reading, at, tree) =>
  openDraftsTouching(reading, at, tree.id).map(({ modification, title, href, how }) => ({
    reference: modification,
    title: `draft: ${title}`,
    how: how === 'inserts in' ? 'inserts here' : how,
    href,
  }))

/** The words that open drafts put into the text, for the search in it. */
export const wordsDrafted = (reading: Reading): readonly ProposedWords[] =>
  draftedWords(reading).map(({ open, tree }) => ({
    reference: open.draft.modification,
    href: `/code/drafts/${open.draft.modification}`,
    number: numbersOf(open.texts.root).numberOf(tree.id),
    words: [tree.own.heading ?? [], ...tree.own.lead, ...tree.own.tail].map(wordsOf).join(' '),
  }))
