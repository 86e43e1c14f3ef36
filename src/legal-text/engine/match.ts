// Finds which provision of one text is which of another where ids are missing, as after an import from Word.
import { alignSiblings, isSameNumbered } from './align-siblings.ts'
import { newPairs, onceBy, type Pairs } from './pairing.ts'
import type { Shape } from './shape.ts'
import { pairByShingles } from './shingles.ts'
import { newSimilarity, type Similarity } from './similarity.ts'

/** By which clue two provisions were taken to be one. */
export type Clue =
  | 'same'
  | 'subtree'
  | 'words'
  | 'children'
  | 'term'
  | 'number'
  | 'order'
  | 'likeness'
  | 'person'

export interface Pairing {
  readonly from: Shape
  readonly clue: Clue
  /** 0 to 1: how like the two are in words. */
  readonly score: number
}

export interface Matcher {
  /**
   * Pairs each provision of `b` with the one of `a` that it is, or with none. Pairs in `fixed` (b to a) are a
   * person's and stand as given. Both roots are taken to be one. Equal parts cost nothing beyond their first sight,
   * since the numbers given to subtrees are kept between matches.
   */
  match(a: Shape, b: Shape, fixed?: ReadonlyMap<Shape, Shape>): Map<Shape, Pairing>
}

/** Numbers that are equal where two subtrees are; `core` leaves out the subtree's own printed number. */
interface Numbering {
  readonly full: number
  readonly core: number
}

const LONG = 25

const newNumbering = (): ((shape: Shape) => Numbering) => {
  const keys = new Map<string, number>()
  const words = new Map<string, number>()
  const numbered = new WeakMap<Shape, Numbering>()
  const numberIn = (known: Map<string, number>, key: string): number => {
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, known.size + 1)
    return known.size
  }
  const number = (shape: Shape): Numbering => {
    const before = numbered.get(shape)
    if (before) return before
    let key = `${shape.kind} ${numberIn(words, shape.words)}`
    for (const kid of shape.kids) key += `,${number(kid).full}`
    const core = numberIn(keys, key)
    const full = shape.label === null ? -core : numberIn(keys, `${core} ${shape.label}`)
    const fresh = { core, full }
    numbered.set(shape, fresh)
    return fresh
  }
  return number
}

/** Pairs equal children at the same number, then goes into children of the same number that differ. */
const pairEqual = (a: Shape, b: Shape, number: (shape: Shape) => Numbering, pairs: Pairs): void => {
  let from = 0
  let endA = a.kids.length
  let endB = b.kids.length
  const same = (i: number, j: number): boolean =>
    a.kids[i] === b.kids[j] || number(a.kids[i] as Shape).full === number(b.kids[j] as Shape).full
  while (from < endA && from < endB && same(from, from)) {
    pairs.pairWhole(a.kids[from] as Shape, b.kids[from] as Shape, 'same')
    from++
  }
  while (endA > from && endB > from && same(endA - 1, endB - 1)) {
    endA--
    endB--
    pairs.pairWhole(a.kids[endA] as Shape, b.kids[endB] as Shape, 'same')
  }
  const restA = a.kids.slice(from, endA)
  const restB = b.kids.slice(from, endB)
  const equalB = onceBy(restB, (shape) => number(shape).full)
  for (const [full, one] of onceBy(restA, (shape) => number(shape).full)) {
    const other = equalB.get(full)
    if (one && other) pairs.pairWhole(one, other, 'same')
  }
  const labelled = onceBy(restA, (shape) => shape.label)
  for (const [label, other] of onceBy(restB, (shape) => shape.label)) {
    const one = labelled.get(label)
    if (one && other && pairs.isFree(one, other)) pairEqual(one, other, number, pairs)
  }
}

const pairEqualAnywhere = (
  left: { readonly a: readonly Shape[]; readonly b: readonly Shape[] },
  number: (shape: Shape) => Numbering,
  pairs: Pairs,
): void => {
  const long = (shape: Shape): boolean => shape.words.length >= LONG
  const cores = onceBy(left.b, (shape) => (long(shape) ? number(shape).core : null))
  for (const [core, one] of onceBy(left.a, (shape) => (long(shape) ? number(shape).core : null))) {
    const other = cores.get(core)
    if (one && other && pairs.isFree(one, other)) pairs.pairWhole(one, other, 'subtree')
  }
  const free = {
    a: left.a.filter((shape) => !pairs.taken.has(shape) && long(shape)),
    b: left.b.filter((shape) => !pairs.of.has(shape) && long(shape)),
  }
  const byWords = onceBy(free.b, (shape) => shape.words)
  for (const [words, one] of onceBy(free.a, (shape) => shape.words)) {
    const other = byWords.get(words)
    if (one && other) pairs.pair(one, other, 'words', 1)
  }
}

/** Numbers that stand once in each text (as sections do in an act) tell who is who whatever the headings above them. */
const pairByNumber = (
  left: { readonly a: readonly Shape[]; readonly b: readonly Shape[] },
  pairs: Pairs,
  likeness: Similarity,
): void => {
  const key = (shape: Shape): string | null =>
    shape.label !== null && /\d/.test(shape.label) && !shape.label.startsWith('(')
      ? `${shape.kind} ${shape.label}`
      : null
  const numbers = onceBy(left.b, key)
  for (const [at, one] of onceBy(left.a, key)) {
    const other = numbers.get(at)
    if (one && other && pairs.isFree(one, other) && isSameNumbered(one, other, likeness))
      pairs.pair(one, other, 'number', likeness.between(one, other))
  }
}

/** A parent whose children went together to one other parent is that parent. */
const pairByChildren = (left: readonly Shape[], pairs: Pairs): void => {
  for (const shape of [...left].reverse()) {
    if (pairs.of.has(shape) || shape.kids.length === 0) continue
    const votes = new Map<Shape, number>()
    let cast = 0
    for (const kid of shape.kids) {
      const from = pairs.of.get(kid)?.from
      const parent = from && pairs.parentsA.get(from)
      if (!parent || pairs.taken.has(parent)) continue
      votes.set(parent, (votes.get(parent) ?? 0) + 1)
      cast++
    }
    for (const [parent, count] of votes)
      if (count * 2 > shape.kids.length && count === cast)
        pairs.pair(parent, shape, 'children', count / shape.kids.length)
  }
}

/** What has no pair yet. Where pairs were fixed, a pair says nothing of what stands under it, so that is looked at too. */
const unpaired = (
  root: Shape,
  isPaired: (shape: Shape) => boolean,
  parents: Map<Shape, Shape>,
  isFixed: boolean,
  into: Shape[] = [],
): Shape[] => {
  for (const kid of root.kids) {
    parents.set(kid, root)
    const hasPair = isPaired(kid)
    if (!hasPair) into.push(kid)
    if (!hasPair || isFixed) unpaired(kid, isPaired, parents, isFixed, into)
  }
  return into
}

const fix = (a: Shape, b: Shape, fixed: ReadonlyMap<Shape, Shape>, pairs: Pairs): void => {
  pairs.pair(a, b, 'person', 1)
  for (const [other, one] of fixed)
    if (pairs.isFree(one, other)) pairs.pair(one, other, 'person', 1)
}

export const newMatcher = (): Matcher => {
  const number = newNumbering()
  return {
    match: (a, b, fixed = new Map()) => {
      const pairs = newPairs()
      fix(a, b, fixed, pairs)
      pairEqual(a, b, number, pairs)
      const isFixed = fixed.size > 0
      const left = {
        a: unpaired(a, (shape) => pairs.taken.has(shape), pairs.parentsA, isFixed),
        b: unpaired(b, (shape) => pairs.of.has(shape), pairs.parentsB, isFixed),
      }
      if (left.a.length > 0 && left.b.length > 0) {
        const likeness = newSimilarity()
        pairEqualAnywhere(left, number, pairs)
        pairByChildren(left.b, pairs)
        pairByNumber(left, pairs, likeness)
        alignDown(b, pairs, likeness)
        for (const found of pairByShingles(left, pairs, likeness)) alignDown(found, pairs, likeness)
      }
      return pairs.of
    },
  }
}

const alignDown = (b: Shape, pairs: Pairs, likeness: Similarity): void => {
  const pairing = pairs.of.get(b)
  if (pairing?.clue === 'same') return
  if (pairing) alignSiblings(pairing.from, b, pairs, likeness)
  for (const kid of b.kids) if (pairs.of.get(kid)?.clue !== 'same') alignDown(kid, pairs, likeness)
}
