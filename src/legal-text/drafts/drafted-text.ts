// What a draft amends and what it gives: two trees of the text on record.

import type { Day } from '#calendar/day.ts'
import { applyOps, type Hash, locate, type Op, type Tree } from '../engine/index.ts'
import { whenOf } from '../text/starting.ts'
import type { Starting } from '../text/text-events.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import type { Revision } from './drafts-on-record.ts'
import { stepsThrough } from './instructions.ts'

export type Layer = 'permanent' | 'variation'

/** A text in force, and a day on which it is. */
export interface Baseline {
  readonly day: Day
  readonly root: Tree
}

export interface DraftedText {
  readonly base: Tree
  readonly root: Tree
}

/** A permanent amendment is made to the permanent text; a variation to what it says with the others laid over it. */
export const layerAsked = (layer: Layer) =>
  layer === 'permanent' ? ({ without: 'variations' } as const) : {}

/** The day on which a draft would start: where that is not known, `today`; never before the text began. */
export function startingDay(text: TextOnRecord, starts: Starting, today: Day): Day {
  const when = whenOf(starts, text.began)
  const day = typeof when === 'object' && 'on' in when ? (when.on as Day) : today
  return day < text.began ? text.began : day
}

/** The text into which a draft would come on the day on which it starts. */
export function baselineFor(
  text: TextOnRecord,
  { starts, layer }: { readonly starts: Starting; readonly layer: Layer },
  today: Day,
): Baseline {
  const day = startingDay(text, starts, today)
  return { day, root: text.store.root(text.timeline.at(day, layerAsked(layer))) }
}

/**
 * The text that a revision amends: as it was known when the revision was recorded, else any that was ever in force.
 * Undefined where the text on record, as far as it may be read, never said that.
 */
function baselineOf(text: TextOnRecord, { data }: Revision): Tree | undefined {
  const asked = layerAsked(data.layer)
  const { version, day } = data.baseline
  const told = (hash: Hash) => (hash === version ? text.store.root(hash) : undefined)
  if (day < text.began) return undefined
  return (
    told(text.timeline.at(day, { ...asked, knownAt: data.recordedAt })) ??
    told(text.timeline.at(day, asked)) ??
    text.timeline
      .intervals(asked)
      .map((interval) => told(interval.version))
      .find((root) => root !== undefined)
  )
}

const drafted = new WeakMap<Tree, WeakMap<readonly Op[], Tree | null>>()

/** What operations give; kept, since the same ones on the same text always give the same. */
function given({ store }: TextOnRecord, base: Tree, ops: readonly Op[]): Tree | undefined {
  const known = drafted.get(base) ?? new WeakMap()
  drafted.set(base, known)
  let root = known.get(ops)
  if (root === undefined) {
    const result = applyOps(store, base, ops)
    root = result.ok ? result.value.root : null
    known.set(ops, root)
  }
  return root ?? undefined
}

/** Both trees of a revision; undefined where its baseline is not on record for this viewer. */
export function draftedText(text: TextOnRecord, revision: Revision): DraftedText | undefined {
  const base = baselineOf(text, revision)
  if (!base) return onTextAsNowKnown(text, revision)
  const { ops, gives } = revision.data
  const root = given(text, base, ops)
  return root?.treeHash === gives ? { base, root } : undefined
}

/**
 * Where something else came onto the record since (a part that was in the Code already), no text is the baseline any
 * more. The text as now known serves as well where every word that the draft amends stands there as it was amended.
 */
function onTextAsNowKnown(text: TextOnRecord, { data }: Revision): DraftedText | undefined {
  const { ops, layer, baseline } = data
  if (baseline.day < text.began) return undefined
  const base = text.store.root(text.timeline.at(baseline.day, layerAsked(layer)))
  const root = given(text, base, ops)
  const isAnchored = (): boolean =>
    stepsThrough(text.store, base, ops).every(
      ({ op, before }) =>
        op.op !== 'words' || locate(before, op.target)?.tree.own.ownHash === op.at.base,
    )
  return root && isAnchored() ? { base, root } : undefined
}
