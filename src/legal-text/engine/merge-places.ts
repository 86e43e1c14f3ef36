// Where each provision of a merged text stands: what survives, under which parent, until nothing is left hanging.
import type { Conflict, ConflictKind } from './conflict.ts'
import type { Difference, Stood, Survey } from './diff.ts'
import { tanglesOf } from './merge-tangles.ts'
import type { ProvisionId, Tree } from './model.ts'

/** A provision that differs from the base on either side, and what the merge makes of that. */
export interface Touched {
  readonly id: ProvisionId
  readonly base: Stood | null
  /** What the left side did, whether or not the merge has undone it. */
  readonly leftDid: Difference | undefined
  /** The same as far as places go: none where the merge has undone it. */
  readonly left: Difference | undefined
  readonly right: Difference | undefined
}

/** The three texts, and what the merge has decided of places so far. */
export interface Places {
  /** Every provision that differs on either side. */
  readonly touched: ReadonlyMap<ProvisionId, Touched>
  /** Those that differ on both sides. */
  readonly both: readonly Touched[]
  /** Provisions that stand as in the base, with all under them, because the sides disagree about them. */
  readonly frozen: ReadonlySet<ProvisionId>
  readonly passed: (id: ProvisionId) => Stood | undefined
  stands(id: ProvisionId): boolean
  parentOf(id: ProvisionId): ProvisionId | null
  /** The provision's tree in base, left and right; null where it does not stand there. */
  trees(id: ProvisionId): Pick<Conflict, 'id' | 'base' | 'left' | 'right'>
  readonly held: ReadonlySet<ProvisionId>
  hold(id: ProvisionId, kind: ConflictKind): void
  /** Whether what stands under a provision may have come from, gone to or been kept elsewhere; else it is merged in place. */
  isTangled(id: ProvisionId): boolean
  readonly conflicts: readonly Conflict[]
}

type Settling = { -readonly [K in keyof Touched]: Touched[K] }

const isGone = (one: Difference | undefined): boolean => one?.a != null && one.b === null

/** Whether a difference is more than the loss of children: new words, a new place, or something brought in. */
const isWork = (one: Difference | undefined): boolean => {
  if (!one?.b) return false
  if (!one.a || one.moved || one.a.tree.own !== one.b.tree.own) return true
  const before = new Set(one.a.tree.kids.map((kid) => kid.id))
  return one.b.tree.kids.some((kid) => !before.has(kid.id))
}

/** What the merged text holds where the sides disagree: the base's words and places, or the right side's. */
export type Holds = 'base' | 'right'

const joined = (
  surveys: readonly [Survey, Survey],
): { touched: Map<ProvisionId, Settling>; both: Settling[] } => {
  const touched = new Map<ProvisionId, Settling>()
  const both: Settling[] = []
  for (const left of surveys[0].differences)
    touched.set(left.id, { id: left.id, base: left.a, leftDid: left, left, right: undefined })
  for (const right of surveys[1].differences) {
    const { id, a } = right
    const known = touched.get(id)
    if (known) {
      known.right = right
      both.push(known)
    } else touched.set(id, { id, base: a, leftDid: undefined, left: undefined, right })
  }
  return { touched, both }
}

/** Works out places for a merge of two texts that come from one base, given how each differs from it. */
export const placesOf = (surveys: readonly [Survey, Survey], holds: Holds): Places => {
  const { touched, both } = joined(surveys)
  const frozen = new Set<ProvisionId>()
  const held = new Set<ProvisionId>()
  const suppressed = new Set<ProvisionId>()
  const undone = new Set<ProvisionId>()
  const conflicts = new Map<string, Conflict>()

  const passed = (id: ProvisionId): Stood | undefined =>
    touched.get(id)?.base ?? surveys[0].passed.get(id) ?? surveys[1].passed.get(id)
  const isDeleted = (id: ProvisionId): boolean => {
    const one = touched.get(id)
    return one !== undefined && (isGone(one.left) || isGone(one.right))
  }
  const isNew = (id: ProvisionId): boolean => touched.get(id)?.base === null
  const trees = (id: ProvisionId): Pick<Conflict, 'id' | 'base' | 'left' | 'right'> => {
    const one = touched.get(id)
    const stood = passed(id)?.tree ?? null
    const on = (side: Difference | undefined): Tree | null =>
      side ? (side.b?.tree ?? null) : stood
    return { id, base: stood, left: on(one?.leftDid), right: on(one?.right) }
  }
  const conflict = (id: ProvisionId, kind: ConflictKind): void => {
    conflicts.set(`${id} ${kind}`, { kind, ...trees(id) })
  }
  const stands = (id: ProvisionId): boolean =>
    frozen.has(id) || (isNew(id) ? !suppressed.has(id) : !isDeleted(id))

  const baseParent = (id: ProvisionId): ProvisionId | null => passed(id)?.parent?.id ?? null
  const parentOf = (id: ProvisionId): ProvisionId | null => {
    const one = touched.get(id)
    if (!one || frozen.has(id) || held.has(id)) return baseParent(id)
    const [p, q] = [one.left?.b?.parent?.id, one.right?.b?.parent?.id]
    if (one.base === null) {
      if (p === undefined || q === undefined) return p ?? q ?? null
      return holds === 'right' || q < p ? q : p
    }
    const was = one.base.parent?.id ?? null
    if (!one.left?.moved && !one.right?.moved) return was
    const l = one.left?.b ? (p ?? null) : was
    return l === was && one.right?.b ? (q ?? null) : l
  }

  /** The left side's doing with the place of a provision of the base, left out. */
  const unmake = (id: ProvisionId): void => {
    const one = touched.get(id)
    if (one) one.left = undefined
    undone.add(id)
  }

  const freeze = (id: ProvisionId): void => {
    let top = passed(id)
    while (top?.parent && isDeleted(top.parent.id) && !frozen.has(top.parent.id))
      top = passed(top.parent.id)
    const take = (tree: Tree): void => {
      const one = touched.get(tree.id)
      if (isWork(one?.leftDid) || isWork(one?.right)) conflict(tree.id, 'deleted-changed')
      if (holds === 'base') frozen.add(tree.id)
      else if (isGone(one?.left)) unmake(tree.id)
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

  const settleMoves = ({ id, base, left, right }: Touched): void => {
    if (!left?.b || !right?.b || left.b.parent?.id === right.b.parent?.id) return
    if (base === null) conflict(id, 'moved-twice')
    else if (left.moved && right.moved) hold(id, 'moved-twice')
  }

  /** A provision whose parent will not have it: it goes back, or, if it is new, it waits in the conflict. */
  const settleParent = ({ id, base }: Touched): boolean => {
    const parent = parentOf(id)
    if (parent === null || !stands(id)) return false
    const isAtHome = base !== null && baseParent(id) === parent
    if (frozen.has(parent) ? isAtHome : stands(parent)) return false
    if (!frozen.has(parent) && !isNew(parent)) {
      freeze(parent)
      if (holds === 'base' || stands(parent)) return true
    }
    if (base === null) suppressed.add(id)
    else hold(id, 'place-lost')
    return true
  }

  // A provision that only one side changed, in its place, has the parent it had, and that parent stands: whoever
  // repealed the parent repealed it too, or moved it.
  const isMoved = (one: Touched): boolean => Boolean(one.leftDid?.moved || one.right?.moved)
  const isBoth = (one: Touched): boolean => one.leftDid !== undefined && one.right !== undefined
  const unsettled = [...touched.values()].filter(
    (one) => one.base === null || isMoved(one) || isBoth(one),
  )
  // A cycle holds a provision that was moved, or that both sides brought in.
  const roaming = unsettled.filter((one) => isMoved(one) || (one.base === null && isBoth(one)))

  const breakCycles = (): boolean => {
    let broken = false
    for (const { id } of roaming) {
      if (!stands(id) || parentOf(id) === baseParent(id)) continue
      const seen: ProvisionId[] = []
      let at: ProvisionId | null = id
      while (at !== null && !seen.includes(at)) {
        seen.push(at)
        at = parentOf(at)
      }
      if (at !== id) continue
      const moved = seen.filter((one) => !isNew(one) && parentOf(one) !== baseParent(one))
      for (const one of moved) hold(one, 'cycle')
      if (moved.length === 0)
        for (const one of seen) {
          suppressed.add(one)
          conflict(one, 'cycle')
        }
      broken = true
    }
    return broken
  }

  for (const one of both) {
    if (isGone(one.left) ? isWork(one.right) : isGone(one.right) && isWork(one.left)) freeze(one.id)
    settleMoves(one)
  }
  for (let again = true; again; ) {
    again = false
    for (const one of unsettled) again = settleParent(one) || again
    again = breakCycles() || again
  }
  const list = (): Conflict[] => [...conflicts.values()]
  const tangles = tanglesOf(touched, passed, [
    ...roaming.map((one) => one.id),
    ...frozen,
    ...held,
    ...suppressed,
    ...undone,
  ])
  return {
    touched,
    both,
    frozen,
    held,
    passed,
    stands,
    parentOf,
    trees,
    hold,
    isTangled: (id) => tangles.has(id),
    get conflicts() {
      return list()
    },
  }
}
