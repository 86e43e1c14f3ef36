// The order of children in a merged text.
import type { Conflict, Notice } from './conflict.ts'
import { compareLabels } from './label.ts'
import type { Places } from './merge-places.ts'
import type { Label, ProvisionId, Tree } from './model.ts'

export interface MergedChildren {
  readonly kids: readonly ProvisionId[]
  readonly notices: readonly Notice[]
  readonly conflicts: readonly Conflict[]
}

type Side = 'left' | 'right'

const idsOf = (tree: Tree | null): ProvisionId[] => (tree?.kids ?? []).map((kid) => kid.id)

/** Newcomers of one side by the last unmoved sibling before them; null for those at the head. */
const slotsOf = (
  kids: readonly ProvisionId[],
  skeleton: ReadonlySet<ProvisionId>,
  isNewcomer: (id: ProvisionId) => boolean,
): Map<ProvisionId | null, ProvisionId[]> => {
  const slots = new Map<ProvisionId | null, ProvisionId[]>()
  let after: ProvisionId | null = null
  for (const id of kids) {
    if (skeleton.has(id)) after = id
    else if (isNewcomer(id)) slots.set(after, [...(slots.get(after) ?? []), id])
  }
  return slots
}

/** Merges the children of one provision; `labelOf` gives their numbers in the merged text. */
export const mergeChildren = (
  places: Places,
  parent: ProvisionId,
  labelOf: (id: ProvisionId) => Label | null,
): MergedChildren => {
  const { base, left, right } = places.trees(parent)
  const [inBase, inLeft, inRight] = [idsOf(base), idsOf(left), idsOf(right)]
  if (places.frozen.has(parent)) return { kids: inBase, notices: [], conflicts: [] }
  const atHome = new Set(inBase)
  const isTouched = (id: ProvisionId): boolean => places.touched.has(id)
  const belongs = (id: ProvisionId): boolean =>
    isTouched(id) ? places.stands(id) && places.parentOf(id) === parent : atHome.has(id)
  const shifted = (side: Side, id: ProvisionId): boolean => {
    const one = places.touched.get(id)?.[side]
    return (
      one?.moved === true &&
      one.b?.parent?.id === parent &&
      !places.held.has(id) &&
      !places.frozen.has(id)
    )
  }
  const isTwice = (id: ProvisionId): boolean =>
    atHome.has(id) &&
    shifted('left', id) &&
    shifted('right', id) &&
    before(inLeft, id) !== before(inRight, id)
  const twice = inBase.filter((id) => belongs(id) && isTwice(id))
  for (const id of twice) places.hold(id, 'moved-twice')
  const isStill = (id: ProvisionId): boolean => !shifted('left', id) && !shifted('right', id)
  const skeleton = new Set(inBase.filter((id) => belongs(id) && isStill(id)))
  const comes = (side: Side) => (id: ProvisionId) =>
    belongs(id) && (!atHome.has(id) || shifted(side, id))
  const fromLeft = slotsOf(inLeft, skeleton, comes('left'))
  const fromRight = slotsOf(inRight, skeleton, comes('right'))
  const kids: ProvisionId[] = []
  const notices: Notice[] = []
  const placed = new Set<ProvisionId>()
  const comesFirst = (p: ProvisionId, q: ProvisionId): boolean => {
    const [one, other] = [labelOf(p), labelOf(q)]
    const legal = one && other ? compareLabels(one, other) : 0
    return legal !== 0 ? legal < 0 : p <= q
  }
  const fill = (slot: ProvisionId | null): void => {
    const l = fromLeft.get(slot) ?? []
    const r = fromRight.get(slot) ?? []
    if (l.length > 0 && r.length > 0 && l.join(' ') !== r.join(' '))
      for (const id of [...l, ...r]) notices.push({ kind: 'same-place', id })
    let [i, j] = [0, 0]
    while (i < l.length || j < r.length) {
      const [p, q] = [l[i], r[j]]
      const takeLeft = q === undefined || (p !== undefined && comesFirst(p, q))
      const id = (takeLeft ? p : q) as ProvisionId
      if (takeLeft) i++
      else j++
      if (!placed.has(id)) kids.push(id)
      placed.add(id)
    }
  }
  fill(null)
  for (const id of skeleton) {
    kids.push(id)
    fill(id)
  }
  return {
    kids,
    notices: notices.filter((one, at) => notices.findIndex((other) => other.id === one.id) === at),
    conflicts: substitutedTwice(places, inBase, fromLeft, fromRight, skeleton),
  }
}

const before = (kids: readonly ProvisionId[], id: ProvisionId): ProvisionId | null =>
  kids[kids.indexOf(id) - 1] ?? null

/** A provision repealed on both sides where both put something else into its place. */
const substitutedTwice = (
  places: Places,
  inBase: readonly ProvisionId[],
  fromLeft: ReadonlyMap<ProvisionId | null, readonly ProvisionId[]>,
  fromRight: ReadonlyMap<ProvisionId | null, readonly ProvisionId[]>,
  skeleton: ReadonlySet<ProvisionId>,
): Conflict[] => {
  const out: Conflict[] = []
  let slot: ProvisionId | null = null
  for (const id of inBase) {
    if (skeleton.has(id)) slot = id
    const { left: l, right: r } = places.touched.get(id) ?? {}
    const isGone = l?.a && !l.b && r?.a && !r.b
    const isNew = (side: Side) => (one: ProvisionId) => places.touched.get(one)?.[side]?.a === null
    const put = (fromLeft.get(slot) ?? []).filter(isNew('left'))
    const other = (fromRight.get(slot) ?? []).filter(isNew('right'))
    if (isGone && put.length > 0 && other.length > 0 && put.join(' ') !== other.join(' '))
      out.push({ kind: 'substituted-twice', ...places.trees(id) })
  }
  return out
}
