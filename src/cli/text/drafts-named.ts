// The open drafts of the record as texts: by the number of their modification, beside versions and files.

import { clashes, type ProvisionId, type Tree } from '#legal-text/engine/index.ts'
import { type OpenDraft, onOneBaseline, openDrafts, type TextOnRecord } from '#legal-text/index.ts'
import type { Reading } from '#reading/reading.ts'
import { Refused } from '../session.ts'
import { tellClashes } from './clashing-texts.ts'
import type { ReadText, TextsRead } from './read-texts.ts'
import type { RecordText } from './record-text.ts'
import type { ExitCode, Tell } from './said.ts'

/** The open draft of a modification as far as the reader may see it; undefined where there is none. */
export const draftNamed = (
  reading: Reading,
  text: TextOnRecord,
  modification: string,
): OpenDraft | undefined =>
  openDrafts(reading, text).find(({ draft }) => draft.modification === modification)

/** A tree of the record as a text, under the identities of the record. */
export const asReadText = (code: string, name: string, root: Tree): ReadText => ({
  name,
  format: 'record',
  date: null,
  root,
  series: code,
  identified: new Set<ProvisionId>(),
  sourceHash: null,
  notes: [],
})

/** What a rebase of an open draft begins from: its base, the draft, and the text in force where it starts. */
export function draftToRebase(
  { reading, text, code, region }: RecordText,
  name: string,
): TextsRead {
  const open = draftNamed(reading, text, name)
  everywhere(region)
  if (!open)
    throw new Refused(
      `No open draft of ${name} is on record; there are: ${openNames(reading, text)}`,
      2,
    )
  const { carried } = onOneBaseline(text, [open], reading.today)
  const onto = carried[0]!.rebased.proposal.baseline
  return {
    store: text.store,
    texts: [
      asReadText(code, `the base of ${name}`, open.texts.base),
      asReadText(code, name, open.texts.root),
      asReadText(code, 'in force', onto),
    ],
  }
}

/** A draft amends the text as it holds everywhere, so that it is not carried onto what holds in one region. */
function everywhere(region: string | undefined): void {
  if (region !== undefined)
    throw new Refused(
      `--region ${region} is for versions; an open draft amends the text that holds everywhere. Leave --region out`,
      2,
    )
}

const openNames = (reading: Reading, text: TextOnRecord): string =>
  openDrafts(reading, text)
    .map(({ draft }) => draft.modification)
    .join(', ') || 'none'

/** Tells which open drafts have to do with each other, all carried onto one baseline; 1 where some have. */
export function clashesOnRecord(
  { reading, text, region }: RecordText,
  json: boolean,
  tell: Tell,
): ExitCode {
  everywhere(region)
  const { day, carried } = onOneBaseline(text, openDrafts(reading, text), reading.today)
  const proposals = carried.map(({ rebased }) => rebased.proposal)
  tell.beside(`${proposals.length} open drafts, compared on the text of ${day}`)
  return tellClashes(clashes(text.store, proposals), proposals, json, tell)
}
