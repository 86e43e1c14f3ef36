// On which days each provision, with all that stands in it, became another; and which provisions ever had a number.

import { locate, type ProvisionId, pathTo, printedNumber, type Tree } from '../engine/index.ts'
import { bareNumber } from './cited-number.ts'
import type { TextOnRecord } from './text-on-record.ts'

/** One text of a provision with all that stands in it. */
export interface Stretch {
  readonly from: string
  /** The first day on which it is otherwise; null while it goes on. */
  readonly to: string | null
  readonly tree: Tree
  readonly number: string
  /** Effects that took effect on its first day. */
  readonly effects: readonly string[]
}

export interface ChangesOfText {
  /** Every text that a provision has had, oldest first. */
  stretchesOf(id: ProvisionId): readonly Stretch[]
  /** Provisions that had this number on some day, the last to have it first. */
  formerly(number: string): readonly ProvisionId[]
}

const made = new WeakMap<TextOnRecord, ChangesOfText>()

/** The changes of a text, made once for it. */
export function changesOf(text: TextOnRecord): ChangesOfText {
  const before = made.get(text)
  if (before) return before
  const intervals = text.timeline.intervals()
  const roots = intervals.map(({ version }) => text.store.root(version))
  const changed = new Map<ProvisionId, number[]>()
  const labelled = new Map<string, Map<ProvisionId, number>>()
  const note = (tree: Tree, at: number) => {
    const days = changed.get(tree.id)
    if (!days) changed.set(tree.id, [at])
    else if (days.at(-1) !== at) days.push(at)
    if (!tree.own.label) return
    const bare = bareNumber(tree.own.label.raw)
    const holders = labelled.get(bare) ?? new Map<ProvisionId, number>()
    holders.set(tree.id, at)
    labelled.set(bare, holders)
  }
  const noteAll = (tree: Tree, at: number): void => {
    note(tree, at)
    for (const kid of tree.kids) noteAll(kid, at)
  }
  const compare = (was: Tree, is: Tree, at: number): void => {
    if (was === is) return
    note(is, at)
    const before = new Map(was.kids.map((kid) => [kid.id, kid]))
    for (const kid of is.kids) {
      const same = before.get(kid.id)
      if (same) compare(same, kid, at)
      else noteAll(kid, at)
      before.delete(kid.id)
    }
    for (const gone of before.values()) noteAll(gone, at)
  }
  roots.forEach((root, at) => {
    const was = roots[at - 1]
    if (was) compare(was, root, at)
    else noteAll(root, at)
  })

  const stretchesOf = (id: ProvisionId): readonly Stretch[] => {
    const out: Stretch[] = []
    for (const at of changed.get(id) ?? []) {
      const { from, effects } = intervals[at]!
      const root = roots[at]!
      const tree = locate(root, id)?.tree
      const last = out.at(-1)
      if (last && last.to === null) out[out.length - 1] = { ...last, to: from }
      if (tree) out.push({ from, to: null, tree, number: printedNumber(pathTo(root, id)), effects })
    }
    return out
  }

  const formerly = (number: string): readonly ProvisionId[] => {
    const bare = bareNumber(number)
    const bracket = bare.indexOf('(')
    const [outer, brackets] =
      bracket > 0
        ? [bare.slice(0, bracket), bare.slice(bracket).match(/\([^)]*\)/g) ?? []]
        : [bare, []]
    const holders = [...(labelled.get(outer) ?? [])].toSorted(([, p], [, q]) => q - p)
    return holders.flatMap(([id]) => {
      if (brackets.length === 0) return [id]
      const within = stretchesOf(id)
        .toReversed()
        .map(({ tree }) => follow(tree, brackets))
      const found = within.find((one) => one !== undefined)
      return found ? [found] : []
    })
  }

  const fresh = { stretchesOf, formerly }
  made.set(text, fresh)
  return fresh
}

/** The provision under a tree that its brackets lead to, through provisions without a number. */
function follow(tree: Tree, brackets: readonly string[]): ProvisionId | undefined {
  const [first, ...rest] = brackets
  if (first === undefined) return tree.id
  for (const kid of tree.kids) {
    const label = kid.own.label ? bareNumber(kid.own.label.raw) : null
    const found =
      label === first ? follow(kid, rest) : label === null ? follow(kid, brackets) : undefined
    if (found) return found
  }
  return undefined
}
