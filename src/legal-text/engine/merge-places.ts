// Where each provision of a merged text stands: what survives, under which parent, until nothing is left hanging.
import type { Conflict, ConflictKind } from './conflict.ts'
import type { Difference, Stood, Survey } from './diff.ts'
import type { ProvisionId, Tree } from './model.ts'

/** The three texts, and what the merge has decided of places so far. */
export interface Places {
  readonly left: ReadonlyMap<ProvisionId, Difference>
  readonly right: ReadonlyMap<ProvisionId, Difference>
  /** Every provision that differs on either side. */
  readonly touched: readonly ProvisionId[]
  /** Provisions that stand as in the base, with all under them, because the sides disagree about them. */
  readonly frozen: ReadonlySet<ProvisionId>
  readonly passed: (id: ProvisionId) => Stood | undefined
  stands(id: ProvisionId): boolean
  parentOf(id: ProvisionId): ProvisionId | null
  /** The provision's tree in base, left and right; null where it does not stand there. */
  trees(id: ProvisionId): Pick<Conflict, 'id' | 'base' | 'left' | 'right'>
  readonly held: ReadonlySet<ProvisionId>
  hold(id: ProvisionId, kind: ConflictKind): void
  readonly conflicts: readonly Conflict[]
}

const isGone = (one: Difference | undefined): boolean => one?.a != null && one.b === null

/** Whether a difference is more than the loss of children: new words, a new place, or something brought in. */
const isWork = (one: Difference | undefined): boolean => {
  if (!one?.b) return false
  if (!one.a || one.moved || one.a.tree.own !== one.b.tree.own) return true
  const before = new Set(one.a.tree.kids.map((kid) => kid.id))
  return one.b.tree.kids.some((kid) => !before.has(kid.id))
}

const byId = (survey: Survey): Map<ProvisionId, Difference> =>
  new Map(survey.differences.map((one) => [one.id, one]))

/** What the merged text holds where the sides disagree: the base's words and places, or the right side's. */
export type Holds = 'base' | 'right'

/** Works out places for a merge of two texts that come from one base, given how each differs from it. */
export const placesOf = (surveys: readonly [Survey, Survey], holds: Holds): Places => {
  const leftAll = byId(surveys[0])
  const left = new Map(leftAll)
  const right = byId(surveys[1])
  const touched = [...new Set([...left.keys(), ...right.keys()])]
  const frozen = new Set<ProvisionId>()
  const held = new Set<ProvisionId>()
  const suppressed = new Set<ProvisionId>()
  const conflicts = new Map<string, Conflict>()

  const bases = new Map<ProvisionId, Stood | undefined>()
  for (const id of touched) bases.set(id, leftAll.get(id)?.a ?? right.get(id)?.a ?? undefined)
  const passed = (id: ProvisionId): Stood | undefined =>
    bases.get(id) ?? surveys[0].passed.get(id) ?? surveys[1].passed.get(id)
  const isDeleted = (id: ProvisionId): boolean => isGone(left.get(id)) || isGone(right.get(id))
  const isNew = (id: ProvisionId): boolean => {
    const one = leftAll.get(id) ?? right.get(id)
    return one !== undefined && one.a === null
  }
  const shown = new Map<ProvisionId, Pick<Conflict, 'id' | 'base' | 'left' | 'right'>>()
  const trees = (id: ProvisionId): Pick<Conflict, 'id' | 'base' | 'left' | 'right'> => {
    const known = shown.get(id)
    if (known) return known
    const stood = passed(id)?.tree ?? null
    const on = (one: Difference | undefined): Tree | null => (one ? (one.b?.tree ?? null) : stood)
    const fresh = { id, base: stood, left: on(leftAll.get(id)), right: on(right.get(id)) }
    shown.set(id, fresh)
    return fresh
  }
  const conflict = (id: ProvisionId, kind: ConflictKind): void => {
    conflicts.set(`${id} ${kind}`, { kind, ...trees(id) })
  }
  const stands = (id: ProvisionId): boolean =>
    frozen.has(id) || (isNew(id) ? !suppressed.has(id) : !isDeleted(id))

  const baseParent = (id: ProvisionId): ProvisionId | null => passed(id)?.parent?.id ?? null
  const parentOf = (id: ProvisionId): ProvisionId | null => {
    if (frozen.has(id) || held.has(id)) return baseParent(id)
    const was = baseParent(id)
    if (!left.get(id)?.moved && !right.get(id)?.moved && !isNew(id)) return was
    const on = (one: Difference | undefined): ProvisionId | null =>
      one?.b ? (one.b.parent?.id ?? null) : was
    const [l, r] = [on(left.get(id)), on(right.get(id))]
    if (isNew(id)) {
      const [p, q] = [left.get(id)?.b?.parent?.id, right.get(id)?.b?.parent?.id]
      return p !== undefined && q !== undefined ? (p < q ? p : q) : (p ?? q ?? null)
    }
    return l === was ? r : l
  }

  /** The left side's doing with the place of a provision of the base, left out. */
  const unmake = (id: ProvisionId): void => {
    left.delete(id)
  }

  const freeze = (id: ProvisionId): void => {
    let top = passed(id)
    while (top?.parent && isDeleted(top.parent.id) && !frozen.has(top.parent.id))
      top = passed(top.parent.id)
    const take = (tree: Tree): void => {
      if (isWork(leftAll.get(tree.id)) || isWork(right.get(tree.id)))
        conflict(tree.id, 'deleted-changed')
      if (holds === 'base') frozen.add(tree.id)
      else if (isGone(left.get(tree.id))) unmake(tree.id)
      tree.kids.forEach(take)
    }
    if (top) {
      take(top.tree)
      conflict(top.tree.id, 'deleted-changed')
    }
  }

  const hold = (id: ProvisionId, kind: ConflictKind): void => {
    if (holds === 'base') held.add(id)
    else unmake(id)
    conflict(id, kind)
  }

  const settleMoves = (id: ProvisionId): void => {
    const [l, r] = [left.get(id), right.get(id)]
    const [p, q] = [l?.b?.parent?.id, r?.b?.parent?.id]
    if (!l?.b || !r?.b || p === q) return
    if (isNew(id)) conflict(id, 'moved-twice')
    else if (l.moved && r.moved) hold(id, 'moved-twice')
  }

  /** A provision whose parent will not have it: it goes back, or, if it is new, it waits in the conflict. */
  const settleParent = (id: ProvisionId): boolean => {
    const parent = parentOf(id)
    if (parent === null || !stands(id)) return false
    const isAtHome = !isNew(id) && baseParent(id) === parent
    if (frozen.has(parent) ? isAtHome : stands(parent)) return false
    if (!frozen.has(parent) && !isNew(parent)) {
      freeze(parent)
      if (holds === 'base' || stands(parent)) return true
    }
    if (isNew(id)) suppressed.add(id)
    else hold(id, 'place-lost')
    return true
  }

  const areMoved = [leftAll, right].every((side) =>
    side.values().some((one) => one.moved || one.a === null),
  )
  const breakCycles = (): boolean => {
    if (!areMoved) return false
    let broken = false
    for (const id of touched) {
      if (!stands(id) || held.has(id) || frozen.has(id) || parentOf(id) === baseParent(id)) continue
      const seen: ProvisionId[] = []
      let at: ProvisionId | null = id
      while (at !== null && !seen.includes(at)) {
        seen.push(at)
        at = parentOf(at)
      }
      if (at !== id) continue
      for (const one of seen)
        if (!isNew(one) && parentOf(one) !== baseParent(one)) hold(one, 'cycle')
      broken = true
    }
    return broken
  }

  for (const id of touched) {
    if (
      isGone(left.get(id)) ? isWork(right.get(id)) : isGone(right.get(id)) && isWork(left.get(id))
    )
      freeze(id)
    settleMoves(id)
  }
  for (let again = true; again; ) {
    again = false
    for (const id of touched) again = settleParent(id) || again
    again = breakCycles() || again
  }
  const list = (): Conflict[] => [...conflicts.values()]
  return {
    left,
    right,
    touched,
    frozen,
    held,
    passed,
    stands,
    parentOf,
    trees,
    hold,
    get conflicts() {
      return list()
    },
  }
}
