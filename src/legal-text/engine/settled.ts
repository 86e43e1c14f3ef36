// Which of some siblings in a new order have stayed where they were: the heaviest run that is still in order.
import type { Tree } from './model.ts'

/**
 * `was` gives each sibling's old place, `weigh` its weight as it was, so that later edits within a sibling do not
 * change who has moved. What is not in the answer has moved.
 */
export const settled = (
  siblings: readonly Tree[],
  was: (tree: Tree) => number,
  weigh: (tree: Tree) => number,
): Set<Tree> => {
  const places = siblings.map(was)
  if (places.every((place, at) => at === 0 || place > (places[at - 1] as number)))
    return new Set(siblings)
  const ranks = new Map([...places].sort((p, q) => p - q).map((place, rank) => [place, rank + 1]))
  const best: number[] = new Array(siblings.length + 1).fill(-1)
  const weight: number[] = []
  const before: number[] = []
  const upTo = (rank: number): number => {
    let found = -1
    for (let at = rank; at > 0; at -= at & -at) {
      const one = best[at] as number
      if (one >= 0 && (found < 0 || (weight[one] as number) > (weight[found] as number)))
        found = one
    }
    return found
  }
  siblings.forEach((tree, at) => {
    const rank = ranks.get(places[at] as number) as number
    const last = upTo(rank - 1)
    before[at] = last
    weight[at] = weigh(tree) + (last >= 0 ? (weight[last] as number) : 0)
    for (let up = rank; up <= siblings.length; up += up & -up) {
      const held = best[up] as number
      if (held < 0 || (weight[held] as number) < (weight[at] as number)) best[up] = at
    }
  })
  const out = new Set<Tree>()
  for (let at = upTo(siblings.length); at >= 0; at = before[at] as number)
    out.add(siblings[at] as Tree)
  return out
}
