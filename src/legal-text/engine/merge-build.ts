// Puts the merged text together from the top down. Where only one side changed anything, its tree stands as it is; only
// where both did, or where something came from elsewhere, is a provision made anew.
import type { Conflict, Notice } from './conflict.ts'
import { sameKids } from './diff.ts'
import { mergeChildren } from './merge-children.ts'
import { oneLabel } from './merge-labels.ts'
import type { Places } from './merge-places.ts'
import type { Label, Own, ProvisionId, Tree } from './model.ts'
import type { TextStore } from './store.ts'

export interface Built {
  readonly root: Tree
  readonly conflicts: readonly Conflict[]
  readonly notices: readonly Notice[]
}

const hasKids = (tree: Tree, kids: readonly Tree[]): boolean => {
  if (tree.kids.length !== kids.length) return false
  for (let at = 0; at < kids.length; at++) if (tree.kids[at] !== kids[at]) return false
  return true
}

const byId = (tree: Tree | undefined): ReadonlyMap<ProvisionId, Tree> =>
  new Map(tree?.kids.map((kid) => [kid.id, kid]))

/** The merged text of three roots; `owns` is what each provision says that both sides changed. */
export const builtOf = (
  store: TextStore,
  places: Places,
  owns: ReadonlyMap<ProvisionId, Own>,
  [base, left, right]: readonly [Tree, Tree, Tree],
): Built => {
  const conflicts: Conflict[] = []
  const notices: Notice[] = []

  const ownOf = (id: ProvisionId): Own | undefined => {
    const merged = owns.get(id)
    if (merged) return merged
    const one = places.frozen.has(id) ? undefined : places.touched.get(id)
    const change = one?.leftDid ?? one?.right
    return (change?.b?.tree ?? places.passed(id)?.tree)?.own
  }
  const labelOf = (id: ProvisionId): Label | null => ownOf(id)?.label ?? null

  const made = (
    id: ProvisionId,
    own: Own,
    kids: readonly Tree[],
    like: readonly (Tree | null | undefined)[],
  ): Tree => {
    for (const tree of like) if (tree && tree.own === own && hasKids(tree, kids)) return tree
    return store.tree(id, own, kids)
  }

  const childrenOf = (id: ProvisionId): readonly ProvisionId[] => {
    const merged = mergeChildren(places, id, labelOf)
    conflicts.push(...merged.conflicts)
    notices.push(...merged.notices)
    conflicts.push(
      ...oneLabel(
        places,
        merged.kids.map((id) => ({ id })),
        ownOf,
      ),
    )
    return merged.kids
  }

  /** Merges in place, where nothing that stands here came from or went elsewhere. */
  const inPlace = (b: Tree, l: Tree, r: Tree): Tree => {
    if (l === b || l === r) return r
    if (r === b) return l
    const own =
      l.own === b.own || l.own === r.own ? r.own : r.own === b.own ? l.own : (owns.get(b.id) as Own)
    const [leftHas, rightHas] = [sameKids(b.kids, l.kids), sameKids(b.kids, r.kids)]
    if (leftHas || rightHas) {
      const kids = leftHas ? alongside(b.kids, r.kids, l.kids) : alongside(b.kids, l.kids, r.kids)
      return made(b.id, own, kids, [l, r])
    }
    const [inB, inL, inR] = [byId(b), byId(l), byId(r)]
    const kids = childrenOf(b.id).map((kid): Tree => {
      const was = inB.get(kid)
      const [mine, theirs] = [inL.get(kid), inR.get(kid)]
      return was && mine && theirs ? inPlace(was, mine, theirs) : ((mine ?? theirs) as Tree)
    })
    return made(b.id, own, kids, [l, r])
  }

  /** Children of which one side may have brought and taken away some, and the other none: those left are in their order. */
  const alongside = (
    before: readonly Tree[],
    changed: readonly Tree[],
    same: readonly Tree[],
  ): Tree[] => {
    const fresh: Tree[] = []
    let at = 0
    const kids = changed.map((kid) => {
      const isNew = kid.id !== before[at]?.id && places.touched.get(kid.id)?.base === null
      if (!isNew) while (before[at]?.id !== kid.id) at++
      const was = isNew ? undefined : (before[at] as Tree)
      const merged = was ? inPlace(was, kid, same[at] as Tree) : kid
      if (was) at++
      if (merged !== was) fresh.push(merged)
      return merged
    })
    conflicts.push(...oneLabel(places, fresh, ownOf))
    return kids
  }

  /** Merges a provision of which it is known where it stood in each text only if it stood under the same parent. */
  const branch = (
    id: ProvisionId,
    stood: Tree | undefined,
    l: Tree | undefined,
    r: Tree | undefined,
  ): Tree => {
    const isTangled = places.isTangled(id)
    if (stood && l && r && !isTangled) return inPlace(stood, l, r)
    const one = places.touched.get(id)
    const brought = (one?.leftDid ?? one?.right)?.b
    if (one?.base === null && brought && !isTangled) return brought.tree
    const was = stood ?? places.passed(id)?.tree
    if (!one && !places.passed(id)) return was as Tree
    const kids = one ? childrenOf(id) : (was as Tree).kids.map((kid) => kid.id)
    const [inB, inL, inR] = [byId(was), byId(l), byId(r)]
    return made(
      id,
      ownOf(id) as Own,
      kids.map((kid) => branch(kid, inB.get(kid), inL.get(kid), inR.get(kid))),
      [one?.leftDid?.b?.tree, one?.right?.b?.tree, was],
    )
  }
  return { root: branch(base.id, base, left, right), conflicts, notices }
}
