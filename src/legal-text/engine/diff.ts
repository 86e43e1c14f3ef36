// Finds what differs between two versions by walking both trees by id and stopping wherever they are equal.
import type { Lexicon } from './lexicon.ts'
import type { ProvisionId, Tree } from './model.ts'
import type { Change, Redline, Standing } from './redline.ts'
import { settled } from './settled.ts'
import type { TextStore } from './store.ts'
import { wordEdits } from './word-edits.ts'

export interface DiffOptions {
  /** `readable` (the default) joins and slides changes for a reader; `least` strikes as few words as possible. */
  readonly words?: 'readable' | 'least' | 'none'
}

/** A provision in a version, with where it stands there. */
export interface Stood {
  readonly tree: Tree
  readonly parent: Tree | null
  readonly at: number
}

/** A provision that differs between two versions in content, place or children; null where it does not stand. */
export interface Difference {
  readonly id: ProvisionId
  readonly a: Stood | null
  readonly b: Stood | null
  readonly moved: boolean
}

/** What a walk over two versions finds: the differences in reading order, and where everything it passed stands in `a`. */
export interface Survey {
  readonly differences: readonly Difference[]
  readonly passed: ReadonlyMap<ProvisionId, Stood>
}

/** What the walk meets; what is gone and what has come is told apart from what moved afterwards. */
type Met =
  | { readonly t: 'both'; readonly a: Stood; readonly b: Stood; readonly moved: boolean }
  | { readonly t: 'gone'; readonly a: Stood }
  | { readonly t: 'come'; readonly b: Stood }

interface Walk {
  readonly met: Met[]
  readonly passed: Map<ProvisionId, Stood>
}

const idsOf = (kids: readonly Tree[]): ProvisionId[] => kids.map((kid) => kid.id)

/** Whether two lists of children are the same provisions in the same order. */
export const sameKids = (a: readonly Tree[], b: readonly Tree[]): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at] && a[at]?.id !== b[at]?.id) return false
  return true
}

const walk = (a: Stood, b: Stood, moved: boolean, into: Walk): void => {
  if (a.tree === b.tree) {
    if (moved) into.met.push({ t: 'both', a, b, moved })
    return
  }
  into.passed.set(a.tree.id, a)
  const [before, after] = [a.tree.kids, b.tree.kids]
  const same = sameKids(before, after)
  if (moved || !same || a.tree.own !== b.tree.own) into.met.push({ t: 'both', a, b, moved })
  if (same) {
    for (let at = 0; at < after.length; at++) {
      const [one, other] = [before[at] as Tree, after[at] as Tree]
      if (one !== other)
        walk({ tree: one, parent: a.tree, at }, { tree: other, parent: b.tree, at }, false, into)
    }
  } else walkSiblings(a.tree, b.tree, into)
}

const placesOf = (tree: Tree, from = 0, to = tree.kids.length): Map<ProvisionId, number> => {
  const places = new Map<ProvisionId, number>()
  for (let at = from; at < to; at++) places.set((tree.kids[at] as Tree).id, at)
  return places
}

/** Those of some children of `b`, which are children of `a` at the places given, that have not moved among each other. */
const stillAmong = (a: Tree, kids: readonly Tree[], inA: Map<ProvisionId, number>): Set<Tree> =>
  settled(
    kids.filter((kid) => inA.has(kid.id)),
    (kid) => inA.get(kid.id) as number,
    (kid) => a.kids[inA.get(kid.id) as number]?.size ?? 1,
  )

const walkSiblings = (a: Tree, b: Tree, into: Walk): void => {
  const pair = (was: number, is: number, moved: boolean): void =>
    walk(
      { tree: a.kids[was] as Tree, parent: a, at: was },
      { tree: b.kids[is] as Tree, parent: b, at: is },
      moved,
      into,
    )
  // Equal ends are in their place whatever lies between them.
  let from = 0
  while (from < a.kids.length && a.kids[from]?.id === b.kids[from]?.id) from++
  let back = 0
  const most = Math.min(a.kids.length, b.kids.length) - from
  while (back < most && a.kids.at(-1 - back)?.id === b.kids.at(-1 - back)?.id) back++
  const [toA, toB] = [a.kids.length - back, b.kids.length - back]
  for (let at = 0; at < from; at++) if (a.kids[at] !== b.kids[at]) pair(at, at, false)

  const inA = placesOf(a, from, toA)
  const middle = b.kids.slice(from, toB)
  const still = stillAmong(a, middle, inA)
  const kept = new Set(middle.map((kid) => kid.id))
  const meetGone = (first: number): void => {
    for (let at = first; at < toA; at++) {
      const kid = a.kids[at] as Tree
      if (kept.has(kid.id)) return
      into.met.push({ t: 'gone', a: { tree: kid, parent: a, at } })
    }
  }
  meetGone(from)
  middle.forEach((kid, index) => {
    const was = inA.get(kid.id)
    if (was === undefined)
      into.met.push({ t: 'come', b: { tree: kid, parent: b, at: from + index } })
    else {
      pair(was, from + index, !still.has(kid))
      meetGone(was + 1)
    }
  })

  for (let at = 0; at < back; at++)
    if (a.kids[toA + at] !== b.kids[toB + at]) pair(toA + at, toB + at, false)
}

const enumerate = (stood: Stood, into: Map<ProvisionId, Stood>): void => {
  into.set(stood.tree.id, stood)
  stood.tree.kids.forEach((kid, at) => {
    enumerate({ tree: kid, parent: stood.tree, at }, into)
  })
}

/** Where two versions of one text differ. Equal subtrees cost nothing. Throws where the roots are two provisions. */
export const surveyOf = (a: Tree, b: Tree): Survey => {
  if (a.id !== b.id)
    throw new Error(`Two versions of one text have one root; these have ${a.id} and ${b.id}`)
  const { met, passed }: Walk = { met: [], passed: new Map() }
  if (a !== b)
    walk({ tree: a, parent: null, at: 0 }, { tree: b, parent: null, at: 0 }, false, { met, passed })
  const gone = new Map<ProvisionId, Stood>()
  const come = new Map<ProvisionId, Stood>()
  for (const one of met)
    if (one.t === 'gone') enumerate(one.a, gone)
    else if (one.t === 'come') enumerate(one.b, come)
  for (const [id, stood] of gone) passed.set(id, stood)
  const differences: Difference[] = []
  const newcomer = (b: Stood, shifted: boolean): void => {
    const { id } = b.tree
    const a = gone.get(id)
    const moved = a !== undefined && (shifted || a.parent?.id !== b.parent?.id)
    const isSame = a !== undefined && sameKids(a.tree.kids, b.tree.kids)
    if (!a) differences.push({ id, a: null, b, moved: false })
    else if (moved || a.tree.own !== b.tree.own || !isSame) differences.push({ id, a, b, moved })
    const still = a && !isSame ? stillAmong(a.tree, b.tree.kids, placesOf(a.tree)) : null
    b.tree.kids.forEach((kid, at) => {
      const isShifted = still !== null && a?.tree === gone.get(kid.id)?.parent && !still.has(kid)
      newcomer({ tree: kid, parent: b.tree, at }, isShifted)
    })
  }
  const leaver = (a: Stood): void => {
    if (!come.has(a.tree.id)) differences.push({ id: a.tree.id, a, b: null, moved: false })
    a.tree.kids.forEach((kid, at) => {
      leaver({ tree: kid, parent: a.tree, at })
    })
  }
  for (const one of met)
    if (one.t === 'both')
      differences.push({ id: one.a.tree.id, a: one.a, b: one.b, moved: one.moved })
    else if (one.t === 'come') newcomer(one.b, false)
    else leaver(one.a)
  return { differences, passed }
}

const standing = (stood: Stood | null): Standing | null =>
  stood && {
    own: stood.tree.own,
    parent: stood.parent?.id ?? null,
    after: stood.parent?.kids[stood.at - 1]?.id ?? null,
  }

const childrenOf = ({ a, b }: Difference): Change['children'] =>
  a && b && sameKids(a.tree.kids, b.tree.kids)
    ? null
    : { before: a ? idsOf(a.tree.kids) : [], after: b ? idsOf(b.tree.kids) : [] }

/** All changes from `a` to `b`, two trees of one store under one root id. */
export const changesBetween = (
  a: Tree,
  b: Tree,
  lexicon: Lexicon,
  shown: DiffOptions['words'] = 'readable',
): Change[] =>
  surveyOf(a, b).differences.map((difference) => {
    const [before, after] = [difference.a?.tree.own, difference.b?.tree.own]
    const isWorded = before && after && before !== after && shown !== 'none'
    return {
      id: difference.id,
      before: standing(difference.a),
      after: standing(difference.b),
      moved: difference.moved,
      fields: isWorded ? wordEdits(before, after, lexicon, shown) : [],
      children: childrenOf(difference),
    }
  })

/** The redline between two versions held in one store. */
export const diff = (store: TextStore, a: Tree, b: Tree, options: DiffOptions = {}): Redline => ({
  from: a.treeHash,
  to: b.treeHash,
  changes: changesBetween(a, b, store.lexicon, options.words ?? 'readable'),
})
