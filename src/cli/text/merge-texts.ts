// `text merge` and `text rebase`: two drafts of one base made one, a draft brought onto a newer base, and what a person
// must decide.

import { writeDocx, writeText } from '#legal-text/engine/formats/index.ts'
import { merge } from '#legal-text/engine/index.ts'
import { carried, carriedBeside } from './carried-identities.ts'
import { conflictsOf, tellConflicts } from './conflicts-told.ts'
import type { ReadText, TextsRead } from './read-texts.ts'
import { asJson, type ExitCode, type Tell, tellNotes } from './said.ts'

export const MERGE_FORMATS = ['text', 'json', 'docx'] as const

type MergeFormat = (typeof MERGE_FORMATS)[number]

/** Of base, X and Y: tells the merged text, and beside it conflicts and notices; 1 where a person must decide. */
export function mergeTexts({ store, texts }: TextsRead, format: MergeFormat, tell: Tell): ExitCode {
  const [base, x, y] = texts as [ReadText, ReadText, ReadText]
  tellNotes(tell, texts)
  const left = carried(store, base, x)
  const right = carriedBeside(store, base, left, y)
  const merged = merge(store, base.root, left, right)
  const found = conflictsOf(store, { base: base.root, left, right }, merged)
  if (format === 'json') tell.answer(asJson({ ...found, text: writeText(merged.root) }))
  else {
    tell.answer(format === 'docx' ? writeDocx(merged.root) : writeText(merged.root))
    const names = { base: 'base', x: x.name, y: y.name }
    tellConflicts(found, names, "the merged text holds the base's", tell)
  }
  return found.conflicts.length === 0 ? 0 : 1
}

/**
 * Of the old base, a draft of it and a newer base: tells the draft as one of the newer base. In a conflict the newer
 * base's words stand, so that no amendment is undone unasked; 1 where there is one.
 */
export function rebaseTexts(
  { store, texts }: TextsRead,
  format: MergeFormat,
  tell: Tell,
): ExitCode {
  const [base, draft, newer] = texts as [ReadText, ReadText, ReadText]
  tellNotes(tell, texts)
  const left = carried(store, base, draft)
  const right = carriedBeside(store, base, left, newer)
  const rebased = merge(store, base.root, left, right, { holds: 'right' })
  const found = conflictsOf(store, { base: base.root, left, right }, rebased)
  if (format === 'json') tell.answer(asJson({ ...found, text: writeText(rebased.root) }))
  else {
    tell.answer(format === 'docx' ? writeDocx(rebased.root) : writeText(rebased.root))
    const names = { base: 'old base', x: draft.name, y: newer.name }
    tellConflicts(found, names, "the rebased draft holds the newer base's", tell)
  }
  return found.conflicts.length === 0 ? 0 : 1
}
