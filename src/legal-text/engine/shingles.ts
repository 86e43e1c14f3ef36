// Pairs long provisions that are like each other though they stand under different parents.
import type { Pairs } from './pairing.ts'
import type { Shape } from './shape.ts'
import type { Similarity } from './similarity.ts'

const WORDS = 4
const LEAST_WORDS = 12
const LIKE = 0.85
const COMMON = 40

const shinglesOf = (words: string): Set<string> => {
  const all = words.split(/\s+/)
  const shingles = new Set<string>()
  for (let at = 0; at + WORDS <= all.length; at++) shingles.add(all.slice(at, at + WORDS).join(' '))
  return shingles
}

const isLong = (shape: Shape): boolean => {
  let spaces = 0
  for (
    let at = shape.words.indexOf(' ');
    at >= 0 && spaces < LEAST_WORDS;
    at = shape.words.indexOf(' ', at + 1)
  )
    spaces++
  return spaces >= LEAST_WORDS - 1
}

/** Pairs what is left over and gives the provisions of the second text that found their twin. */
export const pairByShingles = (
  left: { readonly a: readonly Shape[]; readonly b: readonly Shape[] },
  pairs: Pairs,
  likeness: Similarity,
): Shape[] => {
  const index = new Map<string, Shape[]>()
  for (const shape of left.a) {
    if (pairs.taken.has(shape) || !isLong(shape)) continue
    for (const shingle of shinglesOf(shape.words)) {
      const holders = index.get(shingle)
      if (holders) holders.push(shape)
      else index.set(shingle, [shape])
    }
  }
  if (index.size === 0) return []
  const found: Shape[] = []
  for (const shape of left.b) {
    if (pairs.of.has(shape) || !isLong(shape)) continue
    const shared = new Map<Shape, number>()
    for (const shingle of shinglesOf(shape.words)) {
      const holders = index.get(shingle) ?? []
      if (holders.length > COMMON) continue
      for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1)
    }
    const [best] = [...shared].filter(([one]) => !pairs.taken.has(one)).sort((p, q) => q[1] - p[1])
    if (!best) continue
    const score = likeness.between(best[0], shape)
    if (score < LIKE || best[0].kind !== shape.kind) continue
    pairs.pair(best[0], shape, 'likeness', score)
    found.push(shape)
  }
  return found
}
