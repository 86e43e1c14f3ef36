// Gives the provisions of a second text the identities of the first, so that the two can be compared and merged.

import {
  type Clue,
  type Draft,
  draftOf,
  type Inline,
  minter,
  newMatcher,
  type Paragraph,
  type ProvisionId,
  type Shape,
  shapeOfTree,
  type TextStore,
  type Tree,
} from '#legal-text/engine/index.ts'
import { seedOf } from './file-formats.ts'
import type { ReadText } from './read-texts.ts'

/** By what a provision of the second text was taken to be one of the first. */
export type MatchClue = Clue | 'identity' | 'root'

/** Pairings that a person fixed: the identity in the second text, and that in the first. */
export type FixedPairs = ReadonlyMap<ProvisionId, ProvisionId>

/** One provision of each text taken to be the same; null where it has none on the other side. */
export interface Match {
  readonly a: Tree | null
  readonly b: Tree | null
  readonly clue: MatchClue | null
  /** 0 to 1: how like the two are in words. */
  readonly score: number
}

/** All pairs and leftovers, in the order of the second text, then what of the first has no partner. */
export function matchesOf(
  a: ReadText,
  b: ReadText,
  by: { readonly content: boolean; readonly pairs?: FixedPairs },
): Match[] {
  const [before, after] = [provisionsOf(a.root), provisionsOf(b.root)]
  const given = by.content ? new Map<ProvisionId, Tree>() : identitiesIn(a, before)
  const partners = by.content ? new Map<ProvisionId, Tree>() : identitiesIn(b, after)
  const byPerson = pairedBy(by.pairs ?? new Map(), before, after)
  for (const [tree, one] of byPerson) {
    partners.delete(tree.id)
    given.delete(one.id)
  }
  const fixed = new Map<Shape, Shape>(
    [...byPerson].map(([tree, one]) => [shapeOfTree(tree), shapeOfTree(one)]),
  )
  for (const [id, tree] of partners) {
    const one = given.get(id)
    if (one) fixed.set(shapeOfTree(tree), shapeOfTree(one))
  }
  const pairs = newMatcher().match(shapeOfTree(a.root), shapeOfTree(b.root), fixed)
  const treeOf = new Map(before.map((tree) => [shapeOfTree(tree), tree]))
  const found = new Set<Tree>()
  const matches = after.map((tree): Match => {
    const pairing = pairs.get(shapeOfTree(tree))
    const one = pairing && treeOf.get(pairing.from)
    if (!pairing || !one) return { a: null, b: tree, clue: null, score: 0 }
    found.add(one)
    const isFixed = pairing.clue === 'person' && !byPerson.has(tree)
    const clue = isFixed ? (tree === b.root ? 'root' : 'identity') : pairing.clue
    return { a: one, b: tree, clue, score: pairing.score }
  })
  const left = before.filter((tree) => !found.has(tree))
  return [...matches, ...left.map((tree): Match => ({ a: tree, b: null, clue: null, score: 0 }))]
}

const pairedBy = (
  pairs: FixedPairs,
  before: readonly Tree[],
  after: readonly Tree[],
): Map<Tree, Tree> => {
  const old = new Map(before.map((tree) => [tree.id, tree]))
  const paired = new Map<Tree, Tree>()
  for (const tree of after) {
    const one = pairs.get(tree.id)
    const found = one === undefined ? undefined : old.get(one)
    if (found) paired.set(tree, found)
  }
  return paired
}

/** Ids that mean one provision wherever they stand; those that LIMS importing makes up from a place do not. */
const identitiesIn = (text: ReadText, all: readonly Tree[]): Map<ProvisionId, Tree> =>
  new Map(
    all
      .filter(({ id }) => text.format !== 'lims' || text.identified.has(id))
      .map((tree) => [tree.id, tree]),
  )

export function provisionsOf(root: Tree): Tree[] {
  const all: Tree[] = []
  const visit = (tree: Tree): void => {
    all.push(tree)
    tree.kids.forEach(visit)
  }
  visit(root)
  return all
}

/**
 * The second text under the identities of the first. What has no partner there keeps its own identity, or gets a new one
 * where the first text uses that for something else.
 */
export function carried(store: TextStore, a: ReadText, b: ReadText): Tree {
  if (a.series !== null && a.series === b.series) return b.root
  return carriedWith(store, a, b, {}).root
}

/**
 * The same, with the pairs by which it was done. Identities that are `retired` are given to nothing; `pairs` stand as a
 * person fixed them.
 */
export function carriedWith(
  store: TextStore,
  a: ReadText,
  b: ReadText,
  { retired, pairs }: { readonly retired?: ReadonlySet<ProvisionId>; readonly pairs?: FixedPairs },
): { readonly root: Tree; readonly matches: readonly Match[] } {
  const mint = minter(seedOf('n', a.root.treeHash, b.root.treeHash))
  const taken = new Set(provisionsOf(a.root).map(({ id }) => id))
  const names = new Map<ProvisionId, ProvisionId>()
  const matches = matchesOf(a, b, { content: false, ...(pairs ? { pairs } : {}) })
  for (const { a: one, b: other } of matches) {
    if (!other) continue
    const isFree = !taken.has(other.id) && !retired?.has(other.id)
    names.set(other.id, one ? one.id : isFree ? other.id : mint())
  }
  return { root: renamed(store, b.root, names), matches }
}

/**
 * The second draft of a base, under the identities of the base; where both drafts insert the same under the same
 * number, under one identity, so that a merge takes it once.
 */
export function carriedBeside(store: TextStore, base: ReadText, x: Tree, y: ReadText): Tree {
  const known = new Set(provisionsOf(base.root).map(({ id }) => id))
  const own = carried(store, base, y)
  const sides = [x, own].map(
    (root): ReadText => ({
      ...y,
      root,
      series: null,
      format: 'lims',
      identified: known,
    }),
  )
  const names = new Map<ProvisionId, ProvisionId>()
  for (const { a, b } of matchesOf(sides[0]!, sides[1]!, { content: false }))
    if (a && b && !known.has(a.id) && !known.has(b.id) && a.own === b.own) names.set(b.id, a.id)
  return names.size === 0 ? own : renamed(store, own, names)
}

/** The same text under other identities; what `names` does not name keeps its own. */
export function renamed(
  store: TextStore,
  root: Tree,
  names: ReadonlyMap<ProvisionId, ProvisionId>,
): Tree {
  const nameOf = (id: ProvisionId): ProvisionId => names.get(id) ?? id
  const inline = (one: Inline): Inline => {
    switch (one.t) {
      case 'em':
        return { ...one, c: one.c.map(inline) }
      case 'ref':
        return one.to.in === 'text' ? { ...one, to: { in: 'text', id: nameOf(one.to.id) } } : one
      case 'term':
        return one.def === null ? one : { ...one, def: nameOf(one.def) }
      default:
        return one
    }
  }
  const words = (paragraphs: readonly Paragraph[] | undefined): Paragraph[] =>
    (paragraphs ?? []).map((paragraph) => paragraph.map(inline))
  const rename = (draft: Draft): Draft => ({
    ...draft,
    id: nameOf(draft.id),
    heading: draft.heading?.map(inline) ?? null,
    lead: words(draft.lead),
    tail: words(draft.tail),
    children: (draft.children ?? []).map(rename),
  })
  return store.plant(rename(draftOf(root)))
}
