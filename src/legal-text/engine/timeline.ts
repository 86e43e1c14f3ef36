// The text in force on any day, as known on any day: a permanent chain of versions, and variations laid over it.
import { applyOps } from './apply-ops.ts'
import { changesBetween } from './diff.ts'
import type { Commencement, Effect, Ending } from './effect.ts'
import { type Dated, datedEffects, isActive } from './holding.ts'
import { locate, pathTo, printedNumber } from './locate.ts'
import type { ISODate, ProvisionId, Tree, VersionId } from './model.ts'
import type { OpFault } from './op.ts'
import type { TextStore } from './store.ts'

/** All that was ever recorded of a text: how it began, and what has been done to it, in the order recorded. */
export interface TextRecord {
  readonly began: ISODate
  readonly first: VersionId
  readonly effects: readonly Effect[]
  readonly commencements?: readonly Commencement[]
  readonly endings?: readonly Ending[]
}

export interface AsKnown {
  /** Instant in UTC; what was recorded later is not seen. */
  readonly knownAt?: string
  /** `variations` gives the permanent text alone. */
  readonly without?: 'variations'
  /** As in force in this region; without it, only what holds everywhere is applied. */
  readonly region?: string
}

/** An effect that could not be applied where it was due; the text is as if it did not exist, and this says so. */
export interface EffectFault {
  readonly effect: string
  readonly faults: readonly OpFault[]
}

/** The text from one day to another. */
export interface TextInterval {
  readonly from: ISODate
  /** The first day on which it is otherwise; null while it goes on. */
  readonly to: ISODate | null
  readonly version: VersionId
  /** Effects that made it, in the order applied: permanent ones that start with it, and variations active in it. */
  readonly effects: readonly string[]
  /** Effects that hold in some regions only, and are left out because no region was asked for. */
  readonly regional: readonly string[]
  readonly faults: readonly EffectFault[]
}

/** One text of one provision. */
export interface ProvisionInterval {
  readonly from: ISODate
  readonly to: ISODate | null
  readonly tree: Tree
  readonly number: string
  /** Instruments that took effect on the day on which this text began. */
  readonly instruments: readonly string[]
}

export interface Timeline {
  /** The version in force on a day; throws before the text began. */
  at(date: ISODate, o?: AsKnown): VersionId
  interval(date: ISODate, o?: AsKnown): TextInterval
  intervals(o?: AsKnown): readonly TextInterval[]
  /** Each text of one provision, from, to, and by which instruments. */
  history(id: ProvisionId, o?: AsKnown): readonly ProvisionInterval[]
  /** Effects known but without a day of commencement. */
  notCommenced(o?: AsKnown): readonly Effect[]
  /** Pairs of effects of one day that would give another text in the other order. */
  orderDependent(date: ISODate, o?: AsKnown): readonly (readonly [string, string])[]
  /** The same record with more in it; what is before the first new day is not computed again. */
  with(effects: readonly Effect[], commencements?: readonly Commencement[]): Timeline
  /** Another record of the same first text; whatever was applied to a text before is not applied to it again. */
  of(record: TextRecord): Timeline
}

interface State {
  readonly root: Tree
  readonly retired: ReadonlySet<ProvisionId>
}

interface Step {
  readonly state: State
  readonly faults: readonly OpFault[]
}

/** Results of applying an effect to a text, kept for all timelines that grow from one another. */
type Memo = WeakMap<State, Map<Effect, Step>>

const idsGone = (store: TextStore, a: Tree, b: Tree): ProvisionId[] =>
  changesBetween(a, b, store.lexicon, 'none')
    .filter((change) => !change.after)
    .map((change) => change.id)

const applied = (store: TextStore, memo: Memo, state: State, effect: Effect): Step => {
  const known = memo.get(state)?.get(effect)
  if (known) return known
  const result = applyOps(store, state.root, effect.ops, { retired: state.retired })
  const step: Step = result.ok
    ? {
        faults: [],
        state: {
          root: result.value.root,
          retired: state.retired.union(new Set(idsGone(store, state.root, result.value.root))),
        },
      }
    : { faults: result.faults, state }
  const kept = memo.get(state) ?? new Map<Effect, Step>()
  kept.set(effect, step)
  memo.set(state, kept)
  return step
}

const check = (record: TextRecord): void => {
  const seen = new Set<string>()
  for (const effect of record.effects) {
    if (seen.has(effect.id)) throw new Error(`Effect ${effect.id} is recorded twice`)
    seen.add(effect.id)
    if (effect.layer === 'permanent' && effect.ends !== undefined)
      throw new Error(`Effect ${effect.id} is permanent and cannot end; only variations do`)
    if (effect.layer === 'permanent' && effect.regions !== undefined)
      throw new Error(
        `Effect ${effect.id} is permanent and holds everywhere; only variations do not`,
      )
  }
}

const lastUpTo = <T extends { readonly from: ISODate }>(
  all: readonly T[],
  date: ISODate,
): T | undefined => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as T).from <= date) low = middle + 1
    else high = middle
  }
  return all[low - 1]
}

const asOrdered = (dated: readonly Dated[]): Dated[] =>
  dated.toSorted((p, q) => (p.from < q.from ? -1 : p.from > q.from ? 1 : 0))

const computeIntervals = (
  store: TextStore,
  memo: Memo,
  first: State,
  record: TextRecord,
  o: AsKnown,
): TextInterval[] => {
  const { dated, regional } = datedEffects(record, o)
  const shown =
    o.without === 'variations' ? dated.filter((one) => one.effect.layer === 'permanent') : dated
  const inPart = o.without === 'variations' ? [] : regional
  const permanent = asOrdered(shown.filter((one) => one.effect.layer === 'permanent'))
  const variations = asOrdered(shown.filter((one) => one.effect.layer === 'variation'))
  const days = [...shown, ...inPart].flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
  const cuts = [...new Set([record.began, ...days.filter((day) => day > record.began)])].sort()
  let state = first
  let next = 0
  const standing: EffectFault[] = []
  return cuts.map((from, at) => {
    const effects: string[] = []
    for (; next < permanent.length && (permanent[next] as Dated).from <= from; next++) {
      const { effect } = permanent[next] as Dated
      const step = applied(store, memo, state, effect)
      effects.push(effect.id)
      if (step.faults.length > 0) standing.push({ effect: effect.id, faults: step.faults })
      state = step.state
    }
    let overlaid = state
    const faults = [...standing]
    for (const one of variations) {
      if (!isActive(one, from)) continue
      const { effect } = one
      const step = applied(store, memo, overlaid, effect)
      effects.push(effect.id)
      if (step.faults.length > 0) faults.push({ effect: effect.id, faults: step.faults })
      overlaid = step.state
    }
    const version = store.keep(overlaid.root)
    const partly = inPart.filter((one) => isActive(one, from)).map((one) => one.effect.id)
    return { from, to: cuts[at + 1] ?? null, version, effects, regional: partly, faults }
  })
}

/**
 * The timeline of a record. Permanent effects of one day apply in the order recorded, then active variations in the
 * order of their start. Throws where an effect is recorded twice or a permanent one has an end.
 */
export const newTimeline = (store: TextStore, record: TextRecord): Timeline => {
  const root = store.root(record.first)
  const all = new Set<ProvisionId>()
  return growTimeline(store, record, new WeakMap(), { root, retired: all })
}

const growTimeline = (store: TextStore, record: TextRecord, memo: Memo, first: State): Timeline => {
  check(record)
  const kept = new Map<string, readonly TextInterval[]>()
  const instruments = new Map(record.effects.map((effect) => [effect.id, effect.instrument]))

  const intervals = (o: AsKnown = {}): readonly TextInterval[] => {
    const key = `${o.knownAt ?? ''} ${o.without ?? ''} ${o.region ?? ''}`
    const before = kept.get(key)
    if (before) return before
    const fresh = computeIntervals(store, memo, first, record, o)
    if (kept.size > 64) kept.delete(kept.keys().next().value as string)
    kept.set(key, fresh)
    return fresh
  }

  const interval = (date: ISODate, o?: AsKnown): TextInterval => {
    const found = lastUpTo(intervals(o), date)
    if (!found) throw new Error(`The text began on ${record.began}; ${date} is before it`)
    return found
  }

  const history = (id: ProvisionId, o?: AsKnown): readonly ProvisionInterval[] => {
    const out: ProvisionInterval[] = []
    for (const { from, to, version, effects } of intervals(o)) {
      const whole = store.root(version)
      const tree = locate(whole, id)?.tree
      if (!tree) continue
      const last = out.at(-1)
      const number = printedNumber(pathTo(whole, id))
      if (last?.to === from && last.tree === tree && last.number === number)
        out[out.length - 1] = { ...last, to }
      else {
        const by = [...new Set(effects.map((effect) => instruments.get(effect) as string))]
        out.push({ from, to, tree, number, instruments: by })
      }
    }
    return out
  }

  const orderDependent = (date: ISODate, o: AsKnown = {}): (readonly [string, string])[] => {
    const { dated } = datedEffects(record, o)
    const today = dated.filter((one) => one.from === date && one.effect.layer === 'permanent')
    const eve = intervals({ ...o, without: 'variations' }).findLast((one) => one.from < date)
    const start = eve ? store.root(eve.version) : first.root
    const out: (readonly [string, string])[] = []
    const after = (...ops: Effect['ops'][]): string => {
      const result = applyOps(store, start, ops.flat())
      return result.ok ? result.value.root.treeHash : `fault ${result.faults[0]?.provision}`
    }
    today.forEach(({ effect: one }, at) => {
      for (const { effect: other } of today.slice(at + 1))
        if (after(one.ops, other.ops) !== after(other.ops, one.ops)) out.push([one.id, other.id])
    })
    return out
  }

  return {
    at: (date, o) => interval(date, o).version,
    interval,
    intervals,
    history,
    notCommenced: (o = {}) => datedEffects(record, o).waiting,
    orderDependent,
    with: (effects, commencements = []) =>
      growTimeline(
        store,
        {
          ...record,
          effects: [...record.effects, ...effects],
          commencements: [...(record.commencements ?? []), ...commencements],
        },
        memo,
        first,
      ),
    of: (other) => {
      if (other.first !== record.first)
        throw new Error(
          `A record of the text ${record.first} was expected; got one of ${other.first}`,
        )
      return growTimeline(store, other, memo, first)
    },
  }
}
