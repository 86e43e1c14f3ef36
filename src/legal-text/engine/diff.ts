// Finds what differs between two versions by walking both trees by id and stopping wherever they are equal.
import type { Lexicon } from './lexicon.ts'
import type { ProvisionId, Tree } from './model.ts'
import type { Change, Redline, Standing } from './redline.ts'
import { settled } from './settled.ts'
import type { TextStore } from './store.ts'
import { type FieldEdits, wordEdits } from './word-edits.ts'

export interface DiffOptions {
  /** `readable` (the default) joins and slides changes for a reader; `least` strikes as few words as possible. */
  readonly words?: 'readable' | 'least' | 'none'
}

interface Stood {
  readonly tree: Tree
  readonly parent: Tree | null
  readonly at: number
}

/** What the walk meets, in reading order; what is gone and what has come is told apart from what moved afterwards. */
type Met =
  | { readonly t: 'both'; readonly a: Stood; readonly b: Stood; readonly moved: boolean }
  | { readonly t: 'gone'; readonly a: Stood }
  | { readonly t: 'come'; readonly b: Stood }

const standing = ({ tree, parent, at }: Stood): Standing => ({
  own: tree.own,
  parent: parent?.id ?? null,
  after: parent?.kids[at - 1]?.id ?? null,
})

const idsOf = (kids: readonly Tree[]): ProvisionId[] => kids.map((kid) => kid.id)

const sameKids = (a: readonly Tree[], b: readonly Tree[]): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at] && a[at]?.id !== b[at]?.id) return false
  return true
}

const walk = (a: Stood, b: Stood, moved: boolean, met: Met[]): void => {
  if (a.tree.treeHash === b.tree.treeHash) {
    if (moved) met.push({ t: 'both', a, b, moved })
    return
  }
  const [before, after] = [a.tree.kids, b.tree.kids]
  const same = sameKids(before, after)
  if (moved || !same || a.tree.own !== b.tree.own) met.push({ t: 'both', a, b, moved })
  if (same) {
    for (let at = 0; at < after.length; at++) {
      const [one, other] = [before[at] as Tree, after[at] as Tree]
      if (one !== other)
        walk({ tree: one, parent: a.tree, at }, { tree: other, parent: b.tree, at }, false, met)
    }
  } else walkSiblings(a.tree, b.tree, met)
}

const walkSiblings = (a: Tree, b: Tree, met: Met[]): void => {
  const inA = new Map<ProvisionId, number>()
  a.kids.forEach((kid, at) => {
    inA.set(kid.id, at)
  })
  const kept = new Set<ProvisionId>()
  for (const kid of b.kids) if (inA.has(kid.id)) kept.add(kid.id)
  const still = settled(
    b.kids.filter((kid) => kept.has(kid.id)),
    (kid) => inA.get(kid.id) as number,
  )
  const meetGone = (from: number): void => {
    for (let at = from; at < a.kids.length; at++) {
      const kid = a.kids[at] as Tree
      if (kept.has(kid.id)) return
      met.push({ t: 'gone', a: { tree: kid, parent: a, at } })
    }
  }
  meetGone(0)
  b.kids.forEach((kid, at) => {
    const stood: Stood = { tree: kid, parent: b, at }
    const was = inA.get(kid.id)
    if (was === undefined) {
      met.push({ t: 'come', b: stood })
      return
    }
    walk({ tree: a.kids[was] as Tree, parent: a, at: was }, stood, !still.has(kid), met)
    meetGone(was + 1)
  })
}

const enumerate = (stood: Stood, into: Map<ProvisionId, Stood>): void => {
  into.set(stood.tree.id, stood)
  stood.tree.kids.forEach((kid, at) => {
    enumerate({ tree: kid, parent: stood.tree, at }, into)
  })
}

const children = (a: Tree, b: Tree): Change['children'] =>
  sameKids(a.kids, b.kids) ? null : { before: idsOf(a.kids), after: idsOf(b.kids) }

const sidesOf = (a: Stood | null, b: Stood | null): Omit<Change, 'fields' | 'moved'> => ({
  id: (a ?? (b as Stood)).tree.id,
  before: a && standing(a),
  after: b && standing(b),
  children:
    a && b
      ? children(a.tree, b.tree)
      : { before: a ? idsOf(a.tree.kids) : [], after: b ? idsOf(b.tree.kids) : [] },
})

/** All changes from `a` to `b`, two trees of one store under one root id. Equal subtrees cost nothing. */
export const changesBetween = (
  a: Tree,
  b: Tree,
  lexicon: Lexicon,
  shown: DiffOptions['words'] = 'readable',
): Change[] => {
  if (a === b) return []
  if (a.id !== b.id)
    throw new Error(`Two versions of one text have one root; these have ${a.id} and ${b.id}`)
  const met: Met[] = []
  walk({ tree: a, parent: null, at: 0 }, { tree: b, parent: null, at: 0 }, false, met)
  const gone = new Map<ProvisionId, Stood>()
  const come = new Map<ProvisionId, Stood>()
  for (const one of met)
    if (one.t === 'gone') enumerate(one.a, gone)
    else if (one.t === 'come') enumerate(one.b, come)
  const out: Change[] = []
  const fields = (one: Tree, other: Tree): readonly FieldEdits[] =>
    one.own === other.own || shown === 'none' ? [] : wordEdits(one.own, other.own, lexicon, shown)
  const both = (one: Stood, other: Stood, moved: boolean): void => {
    out.push({ ...sidesOf(one, other), moved, fields: fields(one.tree, other.tree) })
  }
  const newcomer = (other: Stood): void => {
    const one = gone.get(other.tree.id)
    if (!one) out.push({ ...sidesOf(null, other), moved: false, fields: [] })
    else if (
      one.parent?.id !== other.parent?.id ||
      one.tree.own !== other.tree.own ||
      !sameKids(one.tree.kids, other.tree.kids)
    )
      both(one, other, one.parent?.id !== other.parent?.id)
    other.tree.kids.forEach((kid, at) => {
      newcomer({ tree: kid, parent: other.tree, at })
    })
  }
  const leaver = (one: Stood): void => {
    if (!come.has(one.tree.id)) out.push({ ...sidesOf(one, null), moved: false, fields: [] })
    one.tree.kids.forEach((kid, at) => {
      leaver({ tree: kid, parent: one.tree, at })
    })
  }
  for (const one of met)
    if (one.t === 'both') both(one.a, one.b, one.moved)
    else if (one.t === 'come') newcomer(one.b)
    else leaver(one.a)
  return out
}

/** The redline between two versions held in one store. */
export const diff = (store: TextStore, a: Tree, b: Tree, options: DiffOptions = {}): Redline => ({
  from: a.treeHash,
  to: b.treeHash,
  changes: changesBetween(a, b, store.lexicon, options.words ?? 'readable'),
})
