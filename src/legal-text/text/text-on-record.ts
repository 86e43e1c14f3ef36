// The text as it is on record: a timeline of versions made from the rows, with what each effect is and who made it.
// What was made once from the same entries is kept, since the same entries always say the same.

import type { Day } from '#calendar/day.ts'
import type { KnownDate } from '#calendar/known-date.ts'
import type { Basis } from '#journal/entry.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { partsKept } from '../code-kept.ts'
import {
  type Effect,
  type Hash,
  newStore,
  newTimeline,
  type Op,
  type ProvisionId,
  type TextStore,
  type Timeline,
} from '../engine/index.ts'
import { draftFrom } from './held-nodes.ts'
import { dateOf, whenOf } from './starting.ts'
import { type Entered, fullNumber, structureEffects } from './structure-effects.ts'
import type { EffectEntered, Instrument, Starting } from './text-events.ts'
import {
  commencementsKept,
  effectsKept,
  endingsKept,
  nodesKept,
  provisionsKept,
  textsKept,
} from './text-kept.ts'

/** Where rows are read: what a viewer may see, or what a rule decides on. */
export interface RecordOfText {
  rows<Data>(fold: Fold<Data, never>): readonly Row<Data>[]
  row<Data>(fold: Fold<Data, never>, key: string): Row<Data> | undefined
}

/** An effect with what is known of it. */
export interface EffectOnRecord {
  readonly id: string
  /** Nothing for parts and provisions that were entered one by one. */
  readonly instrument: Instrument | null
  readonly layer: 'permanent' | 'variation'
  readonly mode: EffectEntered['data']['mode']
  /** As it cites them; for what was entered one by one, its own full number, if it has one. */
  readonly provisions: readonly string[]
  readonly starts: Starting
  /** Since when, as far as it is known. */
  readonly date: KnownDate
  readonly ends: Starting | null
  readonly regions: readonly string[]
  readonly wordsHeld: boolean
  readonly says: string | null
  readonly gives: Hash | null
  readonly basis: Basis
  readonly source: string | null
  readonly entries: readonly string[]
  readonly recordedAt: string
  readonly ops: readonly Op[]
}

export interface TextOnRecord {
  readonly title: string
  readonly began: Day
  readonly store: TextStore
  readonly timeline: Timeline
  readonly effects: ReadonlyMap<string, EffectOnRecord>
  /** Effects that others stand instead of: they have no part in any text as it is known now. */
  readonly superseded: ReadonlySet<string>
  /** The effects whose operations name a provision, in the order in which they apply to it. */
  readonly made: ReadonlyMap<ProvisionId, readonly EffectOnRecord[]>
  /** Tells this text from any other: the entries that it was made from. */
  readonly key: string
}

interface Ground {
  readonly store: TextStore
  readonly first: Hash
  readonly timeline: Timeline
}

const mostTexts = 24
const texts = new Map<string, TextOnRecord>()
const grounds = new Map<string, Ground>()

/** The text of a record as far as it may be read; undefined where none has begun, or its nodes are not held. */
export function textOf(record: RecordOfText): TextOnRecord | undefined {
  const begun = record.row(textsKept, 'text')
  if (!begun) return undefined
  const parts = record.rows(partsKept)
  const provisions = record.rows(provisionsKept)
  const effects = record.rows(effectsKept)
  const endings = record.rows(endingsKept)
  const commencements = record.rows(commencementsKept)
  const key = [[begun], parts, provisions, effects, endings, commencements]
    .map((rows) => rows.map(({ entries }) => entries.join(',')).join(' '))
    .join('/')
  const before = texts.get(key)
  if (before) {
    texts.delete(key)
    texts.set(key, before)
    return before
  }

  const began = begun.data.began as Day
  const ground = groundOf(record, begun.data.root, began)
  if (!ground) return undefined
  const structure = structureEffects(parts, provisions, began)
  const onRecord = [...structure.map(effectOfStructure), ...effects.map(effectOfRow)]
  const superseded = new Set(effects.flatMap(({ data }) => data.supersedes ?? []))
  const timeline = ground.timeline.of({
    began,
    first: ground.first,
    effects: onRecord.map((effect) =>
      asEngineKnows(effect, began, supersededBy(effects, effect.id)),
    ),
    endings: endings.map(({ data }) => ({
      of: data.effect,
      instrument: `${data.instrument.kind} ${data.instrument.reference}`,
      on: whenOf({ on: data.on }, began),
      recordedAt: data.recordedAt,
      ...(data.regions.length > 0 ? { regions: data.regions } : {}),
    })),
    commencements: commencements.map(({ data }) => ({
      of: data.what === 'release' ? { release: data.name } : { event: data.name },
      on: (whenOf({ on: data.on }, began) as { on: string }).on,
      recordedAt: data.recordedAt,
    })),
  })
  const made: TextOnRecord = {
    title: begun.data.title,
    began,
    store: ground.store,
    timeline,
    effects: new Map(onRecord.map((effect) => [effect.id, effect])),
    superseded,
    made: makersOf(onRecord.filter(({ id }) => !superseded.has(id))),
    key,
  }
  texts.set(key, made)
  if (texts.size > mostTexts) texts.delete(texts.keys().next().value!)
  return made
}

/** A store and an empty timeline for each first text; all that grows from it shares them. */
function groundOf(record: RecordOfText, root: Hash, began: Day): Ground | undefined {
  const before = grounds.get(root)
  if (before) return before
  const draft = draftFrom(root, (hash) => record.row(nodesKept, hash)?.data)
  if (!draft) return undefined
  const store = newStore()
  const first = store.keep(store.plant(draft))
  if (first !== root) return undefined
  const ground = { store, first, timeline: newTimeline(store, { began, first, effects: [] }) }
  grounds.set(root, ground)
  if (grounds.size > 6) grounds.delete(grounds.keys().next().value!)
  return ground
}

const engineEffects = new WeakMap<readonly Op[], Effect>()

/** The same effect is the same object each time, so that what it did to a text need not be done again. */
function asEngineKnows(effect: EffectOnRecord, began: Day, supersedes: string | undefined): Effect {
  const isVariation = effect.layer === 'variation'
  const fresh: Effect = {
    id: effect.id,
    instrument: effect.instrument
      ? `${effect.instrument.kind} ${effect.instrument.reference}`
      : effect.id,
    layer: effect.layer,
    mode: effect.mode,
    ops: effect.ops,
    starts: whenOf(effect.starts, began),
    recordedAt: effect.recordedAt,
    ...(isVariation && effect.ends !== null ? { ends: whenOf(effect.ends, began) } : {}),
    ...(isVariation && effect.regions.length > 0 ? { regions: effect.regions } : {}),
    ...(supersedes === undefined ? {} : { supersedes }),
  }
  const known = engineEffects.get(effect.ops)
  if (known && JSON.stringify({ ...known, ops: 0 }) === JSON.stringify({ ...fresh, ops: 0 }))
    return known
  engineEffects.set(effect.ops, fresh)
  return fresh
}

const supersededBy = (
  rows: readonly Row<EffectEntered['data']>[],
  id: string,
): string | undefined =>
  rows.find(({ data }) => data.reference === id)?.data.supersedes ?? undefined

const noOps: readonly Op[] = []

function effectOfStructure({ id, date, op, row, isPart }: Entered): EffectOnRecord {
  const data = row.data
  return {
    // No reference of an effect holds a colon: the two never meet.
    id: `entered:${id}`,
    instrument: null,
    layer: 'permanent',
    mode: 'amend',
    provisions: ['number' in data ? fullNumber(data.parent, data.number) : data.reference].filter(
      Boolean,
    ),
    starts: { on: date },
    date,
    ends: null,
    regions: [],
    wordsHeld: !isPart,
    says: null,
    gives: null,
    basis: row.basis,
    source: row.source,
    entries: row.entries,
    recordedAt: 'recordedAt' in data ? data.recordedAt : '',
    ops: [op],
  }
}

function effectOfRow({
  data,
  basis,
  source,
  entries,
}: Row<EffectEntered['data'] & { readonly recordedAt: string }>): EffectOnRecord {
  const { reference, instrument, layer, mode, provisions, starts, ends, regions, ops } = data
  return {
    id: reference,
    instrument,
    layer,
    mode,
    provisions,
    starts,
    date: dateOf(starts),
    ends,
    regions,
    wordsHeld: ops !== null,
    says: data.says,
    gives: data.gives,
    basis,
    source,
    entries,
    recordedAt: data.recordedAt,
    ops: ops ?? noOps,
  }
}

/** The identities that an operation writes. */
export function writtenBy(op: Op): readonly ProvisionId[] {
  const within = (draft: { id: ProvisionId; children?: readonly unknown[] }): ProvisionId[] => [
    draft.id,
    ...((draft.children ?? []) as (typeof draft)[]).flatMap(within),
  ]
  switch (op.op) {
    case 'insert':
      return within(op.node)
    case 'substitute':
      return [op.target, ...op.with.flatMap(within)]
    case 'split':
    case 'join':
      return [...op.targets, ...op.into.flatMap(within)]
    default:
      return [op.target]
  }
}

function makersOf(effects: readonly EffectOnRecord[]) {
  const made = new Map<ProvisionId, EffectOnRecord[]>()
  for (const effect of effects)
    for (const id of new Set(effect.ops.flatMap(writtenBy))) {
      const known = made.get(id)
      if (known) known.push(effect)
      else made.set(id, [effect])
    }
  return made
}
