// `text diff`: the redline of two texts.

import {
  writeDocxRedline,
  writeHtmlRedline,
  writeTextRedline,
} from '#legal-text/engine/formats/index.ts'
import { diff, isSubstantive } from '#legal-text/engine/index.ts'
import { carried } from './carried-identities.ts'
import { pdfRedlineOf } from './pdf-files.ts'
import { numbersOf } from './provision-number.ts'
import type { ReadText, TextsRead } from './read-texts.ts'
import { piecesOf, redlineLines, whatBecame } from './redline-lines.ts'
import { asJson, type ExitCode, type Tell, tellNotes } from './said.ts'

export const DIFF_FORMATS = ['text', 'html', 'json', 'docx', 'pdf'] as const

export interface DiffAsked {
  readonly format: (typeof DIFF_FORMATS)[number]
  /** The equal provisions too, in reading order. */
  readonly all: boolean
  /** Who and when the tracked changes of a Word file are said to be by. */
  readonly reviser: { readonly author: string; readonly date: string }
}

/** Tells the redline; 0 where the two texts say the same under the same numbers in the same order. */
export function diffTexts({ store, texts }: TextsRead, asked: DiffAsked, tell: Tell): ExitCode {
  const [a, b] = texts as [ReadText, ReadText]
  tellNotes(tell, [a, b])
  const after = carried(store, a, b)
  const { changes } = diff(store, a.root, after)
  const told = changes.filter(isSubstantive)
  const numbers = { before: numbersOf(a.root), after: numbersOf(after) }
  switch (asked.format) {
    case 'json':
      tell.answer(
        asJson({
          a: { name: a.name, version: a.root.treeHash },
          b: { name: b.name, version: after.treeHash },
          same: told.length === 0,
          changes: told.map((change) => ({
            id: change.id,
            what: whatBecame(change),
            number: {
              before: (change.before && numbers.before.get(change.id)) ?? null,
              after: (change.after && numbers.after.get(change.id)) ?? null,
            },
            moved: change.moved,
            words: piecesOf(change, store.lexicon),
          })),
        }),
      )
      break
    case 'html':
      tell.answer(
        writeHtmlRedline(a.root, after, store.lexicon, {
          title: `${a.name} to ${b.name}`,
          before: a.name,
          after: b.name,
          all: asked.all,
        }),
      )
      break
    case 'docx':
      tell.answer(
        writeDocxRedline(a.root, after, store.lexicon, { ...asked.reviser, moves: 'tracked' }),
      )
      break
    case 'pdf':
      tell.answer(pdfRedlineOf({ a, b, after, store, all: asked.all }, tell))
      break
    case 'text':
      tell.answer(
        asked.all
          ? writeTextRedline(a.root, after, store.lexicon, { all: true })
          : redlineLines(told, numbers, store.lexicon)
              .map((line) => `${line}\n`)
              .join(''),
      )
  }
  const marked = changes.filter(
    (change) => !isSubstantive(change) && change.before!.own.ownHash !== change.after!.own.ownHash,
  ).length
  if (marked > 0)
    tell.beside(
      `${marked} provisions differ in formatting, kind or where a reference points alone; not told`,
    )
  return told.length === 0 ? 0 : 1
}
