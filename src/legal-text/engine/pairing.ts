// The pairs found so far between two texts, and who is whose parent.
import type { Clue, Pairing } from './match.ts'
import type { Shape } from './shape.ts'

export interface Pairs {
  readonly of: Map<Shape, Pairing>
  readonly taken: Map<Shape, Shape>
  readonly parentsA: Map<Shape, Shape>
  readonly parentsB: Map<Shape, Shape>
  isFree(a: Shape, b: Shape): boolean
  pair(a: Shape, b: Shape, clue: Clue, score: number): void
  /** Pairs two equal subtrees provision by provision, leaving out what is paired already. */
  pairWhole(a: Shape, b: Shape, clue: Clue): void
}

export const newPairs = (): Pairs => {
  const of = new Map<Shape, Pairing>()
  const taken = new Map<Shape, Shape>()
  const isFree = (a: Shape, b: Shape): boolean => !taken.has(a) && !of.has(b)
  const pair = (a: Shape, b: Shape, clue: Clue, score: number): void => {
    of.set(b, { from: a, clue, score })
    taken.set(a, b)
  }
  const pairWhole = (a: Shape, b: Shape, clue: Clue): void => {
    if (isFree(a, b)) pair(a, b, clue, 1)
    for (let at = 0; at < b.kids.length; at++)
      pairWhole(a.kids[at] as Shape, b.kids[at] as Shape, clue === 'same' ? 'same' : 'subtree')
  }
  return { of, taken, parentsA: new Map(), parentsB: new Map(), isFree, pair, pairWhole }
}

/** Those that occur once, by key; null where a key occurs more than once. */
export const onceBy = <K>(
  shapes: readonly Shape[],
  key: (shape: Shape) => K | null,
): Map<K, Shape | null> => {
  const once = new Map<K, Shape | null>()
  for (const shape of shapes) {
    const at = key(shape)
    if (at !== null) once.set(at, once.has(at) ? null : shape)
  }
  return once
}
