// What has been made and may be asked for again, the longest unasked let go first.

export interface Kept<T> {
  /** What is kept under the key, or what `make` gives. */
  of(key: string, make: () => T): T
}

/** Keeps things up to a sum of their costs. */
export const newKept = <T>(most: number, costOf: (made: T) => number): Kept<T> => {
  const held = new Map<string, T>()
  let sum = 0
  return {
    of: (key, make) => {
      const known = held.get(key)
      if (known !== undefined) {
        held.delete(key)
        held.set(key, known)
        return known
      }
      const made = make()
      const cost = costOf(made)
      if (cost > most) return made
      held.set(key, made)
      sum += cost
      for (const [oldest, one] of held) {
        if (sum <= most) break
        held.delete(oldest)
        sum -= costOf(one)
      }
      return made
    },
  }
}
