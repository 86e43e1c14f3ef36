// Three-way merge of two versions that come from one base, provision by provision and field by field.
import { type Conflict, type Notice, sortedByPlace } from './conflict.ts'
import { type Survey, sameKids, surveyOf } from './diff.ts'
import { mergeChildren } from './merge-children.ts'
import { noticesOf } from './merge-notices.ts'
import { mergeOwn, nothing } from './merge-own.ts'
import { type Holds, type Places, placesOf } from './merge-places.ts'
import type { ChosenWords, WordConflict } from './merge-words.ts'
import type { Own, ProvisionId, Tree } from './model.ts'
import type { TextStore } from './store.ts'
import type { Field } from './tokens.ts'

export interface MergeOptions {
  /** Provisions under an active variation: a change to one is a notice. */
  readonly varied?: ReadonlySet<ProvisionId>
  /** What the merged text holds where the sides disagree: the base's (the default), or the right side's. */
  readonly holds?: Holds
  /** What a person settled where the sides change the same words; undefined where nothing was. */
  readonly chosen?: (id: ProvisionId, field: Field, ranges: WordConflict) => ChosenWords | undefined
  /** How left and right differ from the base, where that is known already. */
  readonly surveys?: readonly [Survey, Survey]
}

export interface Merged {
  readonly root: Tree
  /** Where a person must decide; there the merged text holds what the options say, by default the base's. */
  readonly conflicts: readonly Conflict[]
  /** What was merged but should be known. */
  readonly notices: readonly Notice[]
}

const sameLabel = (
  places: Places,
  kids: readonly ProvisionId[],
  ownOf: (id: ProvisionId) => Own | undefined,
): Conflict[] => {
  const claimed = (side: Places['left'], id: ProvisionId): boolean => {
    const one = side.get(id)
    if (!one?.b) return false
    return (
      !one.a ||
      one.a.parent?.id !== one.b.parent?.id ||
      one.a.tree.own.label?.raw !== one.b.tree.own.label?.raw
    )
  }
  const byLabel = new Map<string, ProvisionId[]>()
  for (const id of kids) {
    const label =
      claimed(places.left, id) || claimed(places.right, id) ? ownOf(id)?.label : undefined
    if (label) byLabel.set(label.raw, [...(byLabel.get(label.raw) ?? []), id])
  }
  const out: Conflict[] = []
  for (const ids of byLabel.values())
    for (const id of ids)
      for (const other of ids) {
        if (id >= other) continue
        const crosses =
          (claimed(places.left, id) && claimed(places.right, other)) ||
          (claimed(places.right, id) && claimed(places.left, other))
        const together = [places.left, places.right].some(
          (side) => claimed(side, id) && claimed(side, other),
        )
        if (crosses && !together) out.push({ kind: 'one-label', ...places.trees(id), other })
      }
  return out
}

const hasKids = (tree: Tree, kids: readonly Tree[]): boolean =>
  tree.kids.length === kids.length && kids.every((kid, at) => kid === tree.kids[at])

const mergeDifferent = (
  store: TextStore,
  base: Tree,
  left: Tree,
  right: Tree,
  options: MergeOptions,
): Merged => {
  const holds = options.holds ?? 'base'
  const surveys = options.surveys ?? ([surveyOf(base, left), surveyOf(base, right)] as const)
  const places = placesOf(surveys, holds)
  const conflicts: Conflict[] = []
  const notices: Notice[] = []
  const owns = new Map<ProvisionId, Own>()
  for (const id of places.touched) {
    if (!places.stands(id)) continue
    const trees = places.trees(id)
    if (places.frozen.has(id)) continue
    const [l, r] = [trees.left?.own, trees.right?.own]
    if (!l || !r) {
      owns.set(id, (l ?? r) as Own)
      continue
    }
    const was =
      trees.base?.own ?? (l === r ? l : nothing(store, trees.left as Tree, trees.right as Tree))
    const merged = mergeOwn(store, was, l, r, trees, holds, (field, ranges) =>
      options.chosen?.(id, field, ranges),
    )
    owns.set(id, merged.own)
    conflicts.push(...merged.conflicts)
    if (merged.hasSame) notices.push({ kind: 'same-change', id })
    if (l !== was && r !== was && l !== r) notices.push({ kind: 'same-provision', id })
  }
  const isTouched = new Set(places.touched)
  const labelOf = (id: ProvisionId) => (owns.get(id) ?? places.passed(id)?.tree.own)?.label ?? null
  const made = (
    id: ProvisionId,
    own: Own,
    kids: Tree[],
    like: readonly (Tree | null | undefined)[],
  ): Tree =>
    like.find((tree) => tree?.own === own && hasKids(tree, kids)) ?? store.tree(id, own, kids)
  const childrenOf = (
    id: ProvisionId,
    trees: Pick<Conflict, 'base' | 'left' | 'right'>,
  ): readonly ProvisionId[] => {
    const { base: was, left: l, right: r } = trees
    if (was && l && r && sameKids(was.kids, l.kids) && sameKids(was.kids, r.kids))
      return was.kids.map((kid) => kid.id)
    const merged = mergeChildren(places, id, labelOf)
    conflicts.push(...merged.conflicts)
    notices.push(...merged.notices)
    return merged.kids
  }
  const build = (id: ProvisionId, stood: Tree | undefined): Tree => {
    const was = stood ?? places.passed(id)?.tree ?? undefined
    if (!isTouched.has(id)) {
      const before = was as Tree
      if (!places.passed(id)) return before
      return made(
        id,
        before.own,
        before.kids.map((kid) => build(kid.id, kid)),
        [before],
      )
    }
    const trees = places.trees(id)
    const kids = childrenOf(id, trees)
    conflicts.push(...sameLabel(places, kids, (kid) => owns.get(kid)))
    const known = new Map((was?.kids ?? []).map((kid) => [kid.id, kid]))
    const own = owns.get(id) ?? (was as Tree).own
    return made(
      id,
      own,
      kids.map((kid) => build(kid, known.get(kid))),
      [trees.left, trees.right, was],
    )
  }
  const root = build(base.id, base)
  notices.push(...noticesOf(places, options.varied ?? new Set()))
  return {
    root,
    conflicts: sortedByPlace([...places.conflicts, ...conflicts]),
    notices: sortedByPlace(notices),
  }
}

/**
 * Merges `left` and `right`, both made from `base`. Nothing either side inserted is lost: it stands in the merged text
 * or in a conflict. With the sides swapped the text is the same, and the conflicts are the same with sides swapped.
 */
export const merge = (
  store: TextStore,
  base: Tree,
  left: Tree,
  right: Tree,
  options: MergeOptions = {},
): Merged => {
  const only = left === right || right === base ? left : left === base ? right : undefined
  return only
    ? { root: only, conflicts: [], notices: [] }
    : mergeDifferent(store, base, left, right, options)
}
