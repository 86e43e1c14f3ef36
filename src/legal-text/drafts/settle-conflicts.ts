// A merge in which a person settled the conflicts: at each, both sides are made to say what was chosen, so that they
// merge there without one.

import {
  assemble,
  type Conflict,
  fieldRange,
  type Merged,
  merge,
  type Own,
  type Paragraph,
  type ProvisionId,
  type TextStore,
  type TokenRange,
  type Tree,
  text,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import type { Settled } from './draft-events.ts'
import { withProvision } from './edited-text.ts'
import { conflictKey, type Sides } from './shown-conflicts.ts'

export interface SettledMerge extends Merged {
  /** Conflicts of the merge as it was before anything was settled. */
  readonly found: readonly Conflict[]
  /** Choices that name no conflict of it. */
  readonly strange: readonly Settled[]
}

/** Merges the draft (left) with the text in force (right); what is not settled holds the text in force. */
export function settledMerge(
  store: TextStore,
  sides: Sides,
  choices: readonly Settled[],
): SettledMerge {
  const first = merge(store, sides.base, sides.left, sides.right, { holds: 'right' })
  const byKey = new Map(first.conflicts.map((conflict) => [conflictKey(conflict), conflict]))
  const strange = choices.filter(({ conflict }) => !byKey.has(conflict))
  // From the last to the first, so that the places of those before stay as they are.
  const chosen = choices
    .flatMap((choice) => {
      const conflict = byKey.get(choice.conflict)
      return conflict ? [{ choice, conflict }] : []
    })
    .toSorted(
      (one, other) => (other.conflict.ranges?.base[0] ?? 0) - (one.conflict.ranges?.base[0] ?? 0),
    )
  let { left, right } = sides
  for (const { choice, conflict } of chosen) {
    if (conflict.field && conflict.ranges) {
      left = withWords(store, left, conflict, 'left', choice)
      right = withWords(store, right, conflict, 'right', choice)
    } else {
      const ids = conflict.other ? [conflict.id, conflict.other] : [conflict.id]
      const from =
        choice.choice === 'draft' ? sides.left : choice.choice === 'base' ? sides.base : sides.right
      for (const id of ids) {
        left = asIn(store, left, from, id)
        right = asIn(store, right, from, id)
      }
    }
  }
  const settled = merge(store, sides.base, left, right, { holds: 'right' })
  const stillOpen = settled.conflicts.filter(
    (conflict) => !choices.some((choice) => choice.conflict === conflictKey(conflict)),
  )
  return { ...settled, conflicts: stillOpen, found: first.conflicts, strange }
}

/** One side with the words chosen where the conflict stands. */
function withWords(
  store: TextStore,
  root: Tree,
  conflict: Conflict,
  side: 'left' | 'right',
  { choice, words }: Settled,
): Tree {
  const tree = numbersOf(root).tree(conflict.id)
  if (!tree || !conflict.field || !conflict.ranges) return root
  const { field, ranges } = conflict
  const range = ranges[side]
  const source = choice === 'draft' ? 'left' : choice === 'base' ? 'base' : 'right'
  const chosen: { content: Own; range: TokenRange } =
    choice === 'own'
      ? ownWords(store, field, words ?? '')
      : { content: conflict[source]!.own, range: ranges[source] }
  const [start, end] = fieldRange(tree.own.tokens, field)
  const paragraphs = assemble(field, [
    { content: tree.own, from: 0, to: range[0] },
    { content: chosen.content, from: chosen.range[0], to: chosen.range[1] },
    { content: tree.own, from: range[1], to: end - start },
  ])
  const own = store.own({
    kind: tree.own.kind,
    label: tree.own.label,
    heading: field === 'heading' ? (paragraphs[0] ?? null) : tree.own.heading,
    lead: field === 'lead' ? paragraphs : tree.own.lead,
    tail: field === 'tail' ? paragraphs : tree.own.tail,
  })
  return withProvision(store, root, store.tree(tree.id, own, tree.kids))
}

function ownWords(store: TextStore, field: 'heading' | 'lead' | 'tail', words: string) {
  const said: Paragraph[] = words.trim() === '' ? [] : [[text(words.trim())]]
  const content = store.own(
    field === 'heading'
      ? { kind: 'clause', heading: said[0] ?? null }
      : { kind: 'clause', [field]: said },
  )
  const [from, to] = fieldRange(content.tokens, field)
  return { content, range: [0, to - from] as TokenRange }
}

/** The text with one provision as another text has it: there, gone, or in its place with all under it. */
function asIn(store: TextStore, root: Tree, from: Tree, id: ProvisionId): Tree {
  const wanted = numbersOf(from)
  const tree = wanted.tree(id)
  const without = numbersOf(root).tree(id) ? lifted(store, root, id) : root
  if (!tree) return without
  const parent = wanted.pathOf(id).at(-2)
  const into = parent && numbersOf(without).tree(parent.id)
  if (!into) return root
  const earlier = parent.kids.slice(0, parent.kids.indexOf(tree)).map((kid) => kid.id)
  const after = into.kids.findLastIndex((kid) => earlier.includes(kid.id))
  const kids = into.kids.toSpliced(after + 1, 0, tree)
  return withProvision(store, without, store.tree(into.id, into.own, kids))
}

function lifted(store: TextStore, root: Tree, id: ProvisionId): Tree {
  const parent = numbersOf(root).pathOf(id).at(-2)
  if (!parent) return root
  const kids = parent.kids.filter((kid) => kid.id !== id)
  return withProvision(store, root, store.tree(parent.id, parent.own, kids))
}
