// Two versions laid over one another in one reading order: what stays, what is gone where it stood, what has come.
import type { ProvisionId, Tree } from '../../model.ts'
import { settled } from '../../settled.ts'

/** A provision in one or both of two versions. One that moved stands twice: gone from one place, come to another. */
export interface Compared {
  /** As it stands in the older version; null where it has come here. */
  readonly a: Tree | null
  /** As it stands in the newer version; null where it is gone from here. */
  readonly b: Tree | null
  readonly depth: number
  /** Gone from here or come here by a move of the whole provision. */
  readonly moved: boolean
  /** The children of a provision that differs; null where it is equal, gone or come as a whole. */
  readonly kids: readonly Compared[] | null
}

interface Sides {
  readonly a: Tree
  readonly b: Tree
}

const rootsOf = (sides: Sides): { gone: Set<ProvisionId>; come: Set<ProvisionId> } => {
  const gone = new Set<ProvisionId>()
  const come = new Set<ProvisionId>()
  const visit = ({ a, b }: Sides): void => {
    for (const { a: one, b: other } of pairsOf(a, b)) {
      if (one && other) {
        if (one.treeHash !== other.treeHash) visit({ a: one, b: other })
      } else if (one) gone.add(one.id)
      else if (other) come.add(other.id)
    }
  }
  visit(sides)
  return { gone, come }
}

/** Children of two states of one provision in one order; a child out of order stands once on each side. */
const pairsOf = (a: Tree, b: Tree): { a: Tree | null; b: Tree | null }[] => {
  const places = new Map(a.kids.map((kid, at) => [kid.id, at]))
  const still = settled(
    b.kids.filter((kid) => places.has(kid.id)),
    (kid) => places.get(kid.id) as number,
    (kid) => a.kids[places.get(kid.id) as number]?.size ?? 1,
  )
  const staying = new Set([...still].map((kid) => kid.id))
  const out: { a: Tree | null; b: Tree | null }[] = []
  let next = 0
  for (const kid of b.kids) {
    if (!still.has(kid)) {
      out.push({ a: null, b: kid })
      continue
    }
    for (; a.kids[next]?.id !== kid.id; next++) out.push({ a: a.kids[next] as Tree, b: null })
    out.push({ a: a.kids[next++] as Tree, b: kid })
  }
  for (; next < a.kids.length; next++) {
    const kid = a.kids[next] as Tree
    if (!staying.has(kid.id)) out.push({ a: kid, b: null })
  }
  return out
}

/** Lays two trees of one store over one another; they must be states of the same provision. */
export const compared = (a: Tree, b: Tree): Compared => {
  if (a.id !== b.id)
    throw new Error(`Two versions of one text have one root; these have ${a.id} and ${b.id}`)
  const { gone, come } = a === b ? { gone: new Set(), come: new Set() } : rootsOf({ a, b })
  const lay = (one: Tree | null, other: Tree | null, depth: number): Compared => {
    const id = (one ?? (other as Tree)).id
    if (!one || !other)
      return { a: one, b: other, depth, moved: gone.has(id) && come.has(id), kids: null }
    if (one.treeHash === other.treeHash)
      return { a: one, b: other, depth, moved: false, kids: null }
    const kids = pairsOf(one, other).map((pair) => lay(pair.a, pair.b, depth + 1))
    return { a: one, b: other, depth, moved: false, kids }
  }
  return lay(a, b, 0)
}
