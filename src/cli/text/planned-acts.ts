// What acts would do to the text on record: those for good amend it one after the other, those for a time lie over it.

import {
  type ActInstruction,
  applyOps,
  type DcAct,
  type Effect,
  endOfAct,
  minter,
  modeOfAct,
  type Op,
  opsOfInstruction,
  placesIn,
  startOfAct,
  type TextStore,
  type Timeline,
  type Tree,
} from '#legal-text/engine/index.ts'
import type { TextOnRecord } from '#legal-text/index.ts'
import { seedOf } from './file-formats.ts'

/** What cannot be applied: an act, or one instruction of it, and why. */
export interface LeftOut {
  readonly act: string
  readonly place: string | null
  readonly reason: string
}

/** An act all of whose instructions to this text could be applied. */
export interface AppliedAct {
  readonly act: string
  readonly day: string
  /** The first day on which it is over; null where it amends the text for good. */
  readonly ends: string | null
  readonly mode: Effect['mode']
  readonly places: readonly string[]
  readonly ops: readonly Op[]
  /** The text that it gives on its first day. */
  readonly root: Tree
}

export interface PlannedActs {
  /** Those that amend for good first, each kind in the order in which they took effect. */
  readonly applied: readonly AppliedAct[]
  readonly left: readonly LeftOut[]
}

/** An act with those of its instructions that are to the text on record. */
interface Ours {
  readonly act: DcAct
  readonly instructions: readonly ActInstruction[]
}

/** Plans every act with instructions to the text, each whole or not at all. */
export function plannedActs(text: TextOnRecord, acts: readonly DcAct[]): PlannedActs {
  const last = text.timeline.intervals({ without: 'variations' }).at(-1)!
  const titles = new Set([...placesIn(text.store.root(last.version)).keys()].map(titleOf))
  const ours = acts
    .toSorted(inOrder)
    .map((act) => ({
      act,
      instructions: act.instructions.filter(({ path }) => titles.has(titleOf(path))),
    }))
    .filter(({ instructions }) => instructions.length > 0)
  const forGood = amending(
    text,
    ours.filter(({ act }) => !act.isTemporary),
    last,
  )
  const forATime = varying(
    text,
    ours.filter(({ act }) => act.isTemporary),
    text.timeline.with(forGood.applied.map(asEffect)),
  )
  return {
    applied: [...forGood.applied, ...forATime.applied],
    left: [...forGood.left, ...forATime.left],
  }
}

/** Applies the acts one after the other in the order in which they took effect, on the last text on record. */
function amending(
  { store, began, effects }: TextOnRecord,
  acts: readonly Ours[],
  last: { readonly version: Tree['treeHash']; readonly from: string },
): PlannedActs {
  let root = store.root(last.version)
  const applied: AppliedAct[] = []
  const left: LeftOut[] = []
  for (const { act, instructions } of acts) {
    const start = startIn({ began, effects }, act)
    const isLate = start.ok && start.value < last.from
    if (!start.ok || isLate) {
      const reason = start.ok
        ? `it took effect before ${last.from}, when the text on record last changed`
        : start.faults
      left.push({ act: act.name, place: null, reason })
      continue
    }
    const result = appliedTo(store, root, act.name, instructions)
    if ('left' in result) {
      left.push(...result.left)
      continue
    }
    applied.push({
      act: act.name,
      day: start.value,
      ends: null,
      mode: 'amend',
      places: placesOf(instructions),
      ...result,
    })
    root = result.root
  }
  return { applied, left }
}

/** Lays the acts over the text in the order in which they took effect, each on what it says with those before it. */
function varying(
  { store, began, effects }: TextOnRecord,
  acts: readonly Ours[],
  from: Timeline,
): PlannedActs {
  let timeline = from
  const applied: AppliedAct[] = []
  const left: LeftOut[] = []
  for (const { act, instructions } of acts) {
    const start = startIn({ began, effects }, act)
    const end = start.ok ? endOfAct(act, start.value, instructions) : start
    if (!start.ok || !end.ok) {
      left.push({ act: act.name, place: null, reason: end.ok ? '' : end.faults })
      continue
    }
    const base = store.root(timeline.at(start.value))
    const result = appliedTo(store, base, act.name, instructions)
    if ('left' in result) {
      left.push(...result.left)
      continue
    }
    const planned: AppliedAct = {
      act: act.name,
      day: start.value,
      ends: end.value,
      mode: modeOfAct(instructions),
      places: placesOf(instructions),
      ...result,
    }
    const grown = timeline.with([asEffect(planned)])
    const reason = standsWhole(timeline, grown, planned)
    if (reason !== null) {
      left.push({ act: act.name, place: null, reason })
      continue
    }
    applied.push(planned)
    timeline = grown
  }
  return { applied, left }
}

/** Why the act cannot lie over every text of its time, or would take the ground from another; null where it can. */
function standsWhole(before: Timeline, after: Timeline, { act, ends }: AppliedAct): string | null {
  const id = referenceOf(act)
  for (const { from, effects, faults } of after.intervals()) {
    const fault = faults.find(({ effect }) => effect === id)?.faults[0]
    if (fault)
      return `the text is amended on ${from}, before it ends on ${ends}, so that an operation (${fault.op}) no longer applies: expected ${fault.expected}`
    if (!effects.includes(id)) continue
    const known = new Set(before.interval(from).faults.map(({ effect }) => effect))
    const lost = faults.find(({ effect }) => !known.has(effect))
    if (lost) return `with it, ${lost.effect} could not be applied from ${from} on`
  }
  return null
}

const asEffect = ({ act, day, ends, mode, ops }: AppliedAct): Effect => ({
  id: referenceOf(act),
  instrument: act,
  layer: ends === null ? 'permanent' : 'variation',
  mode,
  ops,
  starts: { on: day },
  ...(ends === null ? {} : { ends: { on: ends } }),
  recordedAt: '',
})

/** The day from which the act holds, unless it is on record already or the text is younger. */
function startIn({ began, effects }: Pick<TextOnRecord, 'began' | 'effects'>, act: DcAct) {
  const no = (faults: string) => ({ ok: false, faults }) as const
  if (effects.has(referenceOf(act.name))) return no('the act is on record already')
  if (act.effective !== null && act.effective < began)
    return no(`it took effect before ${began}, when the text begins`)
  return startOfAct(act)
}

function appliedTo(
  store: TextStore,
  from: Tree,
  act: string,
  instructions: readonly ActInstruction[],
): { readonly ops: readonly Op[]; readonly root: Tree } | { readonly left: readonly LeftOut[] } {
  let root = from
  const all: Op[] = []
  const left: LeftOut[] = []
  const seed = seedOf('act', act).slice(0, 16)
  instructions.forEach((instruction, at) => {
    const ops = opsOfInstruction(root, placesIn(root), instruction, minter(`${seed}.${at}`))
    const result = ops.ok ? applyOps(store, root, ops.value) : undefined
    if (ops.ok && result?.ok) {
      root = result.value.root
      all.push(...ops.value)
      return
    }
    const fault = result && !result.ok ? result.faults[0] : undefined
    const reason = ops.ok
      ? `an operation (${fault?.op}) cannot be applied: expected ${fault?.expected}`
      : ops.faults.replace(/ at §\S.*$/, '')
    left.push({ act, place: printed(instruction.path), reason })
  })
  return left.length > 0 ? { left } : { ops: all, root }
}

/** Those of one day by their names. */
const inOrder = (one: DcAct, other: DcAct): number => {
  const [mine, theirs] = [one, other].map(({ effective, name }) => `${effective} ${name}`)
  return mine! < theirs! ? -1 : mine! > theirs! ? 1 : 0
}

/** `47` of `§47-1801.04|(a)` and of `47|18`. */
const titleOf = (path: string): string => /^§?(\w+)/.exec(path)?.[1] ?? ''

const placesOf = (instructions: readonly ActInstruction[]): readonly string[] => [
  ...new Set(instructions.map(({ path }) => printed(path))),
]

const printed = (path: string): string => path.replaceAll('|', '')

/** The reference of the effect that an act is entered as. */
export const referenceOf = (act: string): string =>
  act
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(-80)
    .replace(/^[^A-Za-z0-9]+/, '') || seedOf('act', act)
