// What has been made and may be asked for again, the longest unasked let go first.

import type { Slices } from '../slices.ts'

export interface Kept<T> {
  /** What is kept under the key, or what `make` gives. */
  of(key: string, make: () => T): T
  /** The same where it is made in slices; given up, nothing is kept. */
  inSlices(key: string, make: () => Slices<T>): Slices<T>
}

/** Keeps things up to a sum of their costs. */
export const newKept = <T>(most: number, costOf: (made: T) => number): Kept<T> => {
  const held = new Map<string, T>()
  let sum = 0
  const take = (key: string): T | undefined => {
    const known = held.get(key)
    held.delete(key)
    if (known !== undefined) held.set(key, known)
    return known
  }
  const keep = (key: string, made: T): T => {
    const cost = costOf(made)
    // Made twice at one time, it is kept once.
    if (cost > most || held.has(key)) return made
    held.set(key, made)
    sum += cost
    for (const [oldest, one] of held) {
      if (sum <= most) break
      held.delete(oldest)
      sum -= costOf(one)
    }
    return made
  }
  return {
    of: (key, make) => take(key) ?? keep(key, make()),
    *inSlices(key, make) {
      return take(key) ?? keep(key, yield* make())
    },
  }
}
