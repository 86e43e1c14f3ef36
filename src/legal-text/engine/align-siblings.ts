// Pairs the children of two provisions known to be one, by term, number, order and likeness, in that order.
import { onceBy, type Pairs } from './pairing.ts'
import type { Shape } from './shape.ts'
import type { Similarity } from './similarity.ts'

const SHORT = 40
const NUMBER_LIKE = 0.3
const ALONE_LIKE = 0.65
const MOST_COMPARED = 250_000
const EMPTIED = /^\W{0,2}(not used|repealed|reserved|expired|omitted|deleted)\b/i

const isSlight = (shape: Shape): boolean =>
  EMPTIED.test(shape.words) || (shape.words.length < SHORT && shape.kids.length === 0)

/** Whether two provisions under the same number are one: alike, or too short or too empty to tell. */
export const isSameNumbered = (x: Shape, y: Shape, likeness: Similarity): boolean =>
  isSlight(x) || isSlight(y) || likeness.between(x, y) >= NUMBER_LIKE

/** Pairs the free children of `a` and `b`. Each pair carries its clue and its score. */
export const alignSiblings = (a: Shape, b: Shape, pairs: Pairs, likeness: Similarity): void => {
  const freeA = (): Shape[] => a.kids.filter((kid) => !pairs.taken.has(kid))
  const freeB = (): Shape[] => b.kids.filter((kid) => !pairs.of.has(kid))
  if (freeA().length === 0 || freeB().length === 0) return
  const byKey = (
    key: (shape: Shape) => string | null,
    accept: (x: Shape, y: Shape) => boolean,
    clue: 'term' | 'number',
  ): void => {
    const ofA = onceBy(freeA(), key)
    for (const [at, y] of onceBy(freeB(), key)) {
      const x = ofA.get(at)
      if (x && y && accept(x, y)) pairs.pair(x, y, clue, likeness.between(x, y))
    }
  }
  byKey(
    (shape) => shape.term,
    () => true,
    'term',
  )
  byKey(
    (shape) => (shape.label === null ? null : `${shape.label}\n${shape.words}`),
    () => true,
    'number',
  )
  byKey(
    (shape) => shape.label,
    (x, y) => isSameNumbered(x, y, likeness),
    'number',
  )
  byOrder(freeA(), freeB(), pairs, likeness)
  byLikeness(freeA(), freeB(), pairs, likeness)
  byKey(
    (shape) => (shape.label === null ? null : `${shape.kind} ${shape.label}`),
    () => true,
    'number',
  )
}

/** Equal words, taken in the order they stand. */
const byOrder = (
  a: readonly Shape[],
  b: readonly Shape[],
  pairs: Pairs,
  likeness: Similarity,
): void => {
  const queues = new Map<string, Shape[]>()
  const key = (shape: Shape): string => `${shape.kind}\n${shape.words}`
  for (const x of a) {
    const queue = queues.get(key(x))
    if (queue) queue.push(x)
    else queues.set(key(x), [x])
  }
  for (const y of b) {
    const x = queues.get(key(y))?.[0]
    if (!x || likeness.between(x, y) < NUMBER_LIKE) continue
    queues.get(key(y))?.shift()
    pairs.pair(x, y, 'order', likeness.between(x, y))
  }
}

/** The likest pairs first; where two are equally like, the one nearer in order. */
const byLikeness = (
  a: readonly Shape[],
  b: readonly Shape[],
  pairs: Pairs,
  likeness: Similarity,
): void => {
  if (a.length * b.length > MOST_COMPARED) return
  const found: { x: Shape; y: Shape; score: number; apart: number }[] = []
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      if (x.kind !== y.kind || (isSlight(x) && x.label !== y.label)) return
      const score = likeness.between(x, y)
      if (score >= ALONE_LIKE) found.push({ x, y, score, apart: Math.abs(i - j) })
    })
  })
  found.sort((p, q) => q.score - p.score || p.apart - q.apart)
  for (const { x, y, score } of found) if (pairs.isFree(x, y)) pairs.pair(x, y, 'likeness', score)
}
