// `text merge`: two drafts of one base made one, and what a person must decide.

import { writeDocx, writeText } from '#legal-text/engine/formats/index.ts'
import {
  type Conflict,
  fieldRange,
  type Lexicon,
  lineOf,
  locate,
  merge,
  type Notice,
  newStore,
  type ProvisionId,
  type TokenRange,
  type Tree,
  wordsOfTokens,
} from '#legal-text/engine/index.ts'
import { carried, carriedBeside } from './carried-identities.ts'
import type { NamedText } from './named-text.ts'
import { numbersOf } from './provision-number.ts'
import { type ReadText, readTexts } from './read-texts.ts'
import { asJson, type ExitCode, type Tell, tellNotes } from './said.ts'

export const MERGE_FORMATS = ['text', 'json', 'docx'] as const

export interface MergeAsked {
  readonly base: NamedText
  readonly x: NamedText
  readonly y: NamedText
  readonly format: (typeof MERGE_FORMATS)[number]
}

const CONFLICT_SAID: Record<Conflict['kind'], string> = {
  words: 'both change the same words',
  'deleted-changed': 'one repeals what the other changes',
  'moved-twice': 'each takes it to another place',
  cycle: 'each puts one within the other',
  'place-lost': 'its new place is not in the merged text',
  'two-labels': 'each gives it another number',
  'one-label': 'each gives this number to another provision; both stand in the merged text',
  'substituted-twice': 'each replaces it as a whole',
  'two-kinds': 'each makes it another kind of provision',
}

const NOTICE_SAID: Record<Notice['kind'], string> = {
  'same-place': 'both insert here; put in the order of their numbers',
  'same-provision': 'both change this provision, in different words',
  'same-change': 'both make the same change; taken once',
  reference: 'new words refer to what the other side changes',
  term: 'new words use a term that the other side redefines',
  variation: 'under a variation',
}

/** One state of what a conflict is about: its printed number and words; null where it does not stand. */
interface State {
  readonly number: string
  readonly words: string
  /** The words in dispute, where words of one field are. */
  readonly disputed?: string
}

const HOLDS = "; the merged text holds the base's"

/** Tells the merged text, and beside it the conflicts and notices; 1 where a person must decide. */
export function mergeTexts(asked: MergeAsked, tell: Tell): ExitCode {
  const store = newStore()
  const texts = readTexts(store, [asked.base, asked.x, asked.y])
  const [base, x, y] = texts as [ReadText, ReadText, ReadText]
  tellNotes(tell, texts)
  const left = carried(store, base, x)
  const right = carriedBeside(store, base, left, y)
  const merged = merge(store, base.root, left, right)
  const numbers = [base.root, left, right].map(numbersOf)
  const numberOf = (id: ProvisionId): string =>
    numbers.map((known) => known.get(id)).find((number) => number) || id
  const conflicts = merged.conflicts.map((conflict) => {
    const state = (tree: Tree | null, at: number, range?: TokenRange): State | null =>
      tree && {
        number: numbers[at]!.get(conflict.id) ?? '',
        words: lineOf(tree.own),
        ...(range && conflict.field
          ? { disputed: disputedIn(tree, conflict.field, range, store.lexicon) }
          : {}),
      }
    return {
      kind: conflict.kind,
      id: conflict.id,
      number:
        conflict.kind === 'one-label'
          ? (numbersOf(merged.root).get(conflict.id) ?? '')
          : numberOf(conflict.id),
      ...(conflict.other ? { other: otherIn(merged.root, conflict.other) } : {}),
      ...(conflict.field ? { field: conflict.field } : {}),
      base: state(conflict.base, 0, conflict.ranges?.base),
      x: state(conflict.left, 1, conflict.ranges?.left),
      y: state(conflict.right, 2, conflict.ranges?.right),
    }
  })
  const notices = merged.notices.map((notice) => ({ ...notice, number: numberOf(notice.id) }))
  if (asked.format === 'json')
    tell.answer(asJson({ conflicts, notices, text: writeText(merged.root) }))
  else {
    tell.answer(asked.format === 'docx' ? writeDocx(merged.root) : writeText(merged.root))
    for (const { kind, number, base: was, x: one, y: two, other } of conflicts) {
      tell.beside(`conflict at ${number}: ${CONFLICT_SAID[kind]}${other ? '' : HOLDS}`)
      for (const [name, state] of [
        ['base', was],
        [x.name, one],
        [y.name, two],
      ] as const)
        tell.beside(`  ${name}: ${state ? (state.disputed ?? state.words).trim() : '(not there)'}`)
      if (other !== undefined) tell.beside(`  the other: ${other}`)
    }
    for (const { kind, number } of notices) tell.beside(`notice at ${number}: ${NOTICE_SAID[kind]}`)
  }
  return conflicts.length === 0 ? 0 : 1
}

/** The words of the other provision that claims a number. */
const otherIn = (root: Tree, id: ProvisionId): string => {
  const found = locate(root, id)
  return found ? lineOf(found.tree.own) : ''
}

function disputedIn(
  { own }: Tree,
  field: NonNullable<Conflict['field']>,
  [from, to]: TokenRange,
  lexicon: Lexicon,
): string {
  const [start] = fieldRange(own.tokens, field)
  return wordsOfTokens(own.tokens, start + from, start + to, lexicon)
}
