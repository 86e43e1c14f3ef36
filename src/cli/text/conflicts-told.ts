// The conflicts and notices of a merge as they are told: under printed numbers, with all three texts.

import {
  type Conflict,
  fieldRange,
  type Lexicon,
  lineOf,
  locate,
  type Merged,
  type Notice,
  type ProvisionId,
  type TextStore,
  type TokenRange,
  type Tree,
  wordsOfTokens,
} from '#legal-text/engine/index.ts'
import { numbersOf } from './provision-number.ts'
import type { Tell } from './said.ts'

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

/** The three texts of a merge. */
export interface ThreeTexts {
  readonly base: Tree
  readonly left: Tree
  readonly right: Tree
}

/** A conflict with what each of the three texts says. */
export interface ToldConflict {
  readonly kind: Conflict['kind']
  readonly id: ProvisionId
  readonly number: string
  readonly other?: string
  readonly field?: NonNullable<Conflict['field']>
  readonly base: State | null
  readonly x: State | null
  readonly y: State | null
}

/** Conflicts and notices under the printed numbers of what they are about. */
export function conflictsOf(
  { lexicon }: TextStore,
  { base, left, right }: ThreeTexts,
  merged: Merged,
): {
  readonly conflicts: readonly ToldConflict[]
  readonly notices: readonly (Notice & { readonly number: string })[]
} {
  const numbers = [base, left, right].map(numbersOf)
  const numberOf = (id: ProvisionId): string =>
    numbers.map((known) => known.get(id)).find((number) => number) || id
  const conflicts = merged.conflicts.map((conflict): ToldConflict => {
    const state = (tree: Tree | null, at: number, range?: TokenRange): State | null =>
      tree && {
        number: numbers[at]!.get(conflict.id) ?? '',
        words: lineOf(tree.own),
        ...(range && conflict.field
          ? { disputed: disputedIn(tree, conflict.field, range, lexicon) }
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
  return {
    conflicts,
    notices: merged.notices.map((notice) => ({ ...notice, number: numberOf(notice.id) })),
  }
}

/** Tells them beside the answer; `holds` is whose words the merged text has at a conflict. */
export function tellConflicts(
  { conflicts, notices }: ReturnType<typeof conflictsOf>,
  names: { readonly base: string; readonly x: string; readonly y: string },
  holds: string,
  tell: Tell,
): void {
  for (const conflict of conflicts) {
    const { kind, number, other } = conflict
    tell.beside(`conflict at ${number}: ${CONFLICT_SAID[kind]}${other ? '' : `; ${holds}`}`)
    for (const side of ['base', 'x', 'y'] as const) {
      const state = conflict[side]
      tell.beside(
        `  ${names[side]}: ${state ? (state.disputed ?? state.words).trim() : '(not there)'}`,
      )
    }
    if (other !== undefined) tell.beside(`  the other: ${other}`)
  }
  for (const { kind, number } of notices) tell.beside(`notice at ${number}: ${NOTICE_SAID[kind]}`)
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
