// Enters an effect of an instrument on the text: what it amends or varies, from when to when, where, and by which
// operations. Without operations its words are not held, and the text says so.

import { z } from 'zod'
import { command, type Objection, type Rule } from '#decision/command.ts'
import { listed, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { applyOps, type Effect, type ISODate, type OpFault, type Tree } from '../engine/index.ts'
import { notGiven } from './begin-text.ts'
import { hashField, jsonField, opsForm } from './op-form.ts'
import { strangeRegions } from './regions.ts'
import { dateOf, startingField, whenOf } from './starting.ts'
import { type EffectEntered, effectModes, instrumentKinds, type Starting } from './text-events.ts'
import { effectsKept } from './text-kept.ts'
import { type TextOnRecord, textOf } from './text-on-record.ts'

const input = z.object({
  reference: referenceField('the effect').meta({
    label: 'Reference',
    hint: 'Lasting, such as SECMP0026-G3 or E2-varied-2016',
  }),
  instrumentKind: z
    .enum(instrumentKinds, { error: `Say what does it: ${instrumentKinds.join(', ')}` })
    .meta({ label: 'Made by a' }),
  instrument: said('which instrument').meta({
    label: 'Which',
    hint: 'The number of the modification, the version designated, the reference of the direction',
  }),
  layer: z
    .enum(['permanent', 'variation'], { error: 'Say which layer: permanent or variation' })
    .default('permanent')
    .meta({ label: 'Layer', hint: 'A variation lies over the permanent text for a time' }),
  mode: z
    .enum(effectModes, { error: `Say what it does: ${effectModes.join(', ')}` })
    .default('amend')
    .meta({ label: 'What it does' }),
  provisions: listed.meta({ label: 'Provisions', hint: 'With semicolons between: E1; E2' }),
  starts: startingField.meta({
    label: 'Starts',
    hint: 'A day as far as it is known, or release:NAME, event:NAME, not-commenced',
  }),
  ends: z
    .union([z.literal('').transform(() => null), startingField])
    .nullish()
    .transform((ends): Starting | null => ends ?? null)
    .meta({ label: 'Ends', hint: 'Only where the instrument says so; for variations' }),
  regions: listed.meta({ label: 'Regions', hint: 'Where the direction says so; else everywhere' }),
  ops: jsonField(opsForm, 'the operations').meta({
    label: 'Operations',
    hint: 'As JSON; empty where its words are not held',
    kind: 'longtext',
  }),
  says: perhaps.meta({ label: 'In a sentence' }),
  supersedes: perhaps.meta({
    label: 'Stands instead of',
    hint: 'The reference of an effect that was entered wrongly',
  }),
  gives: hashField.meta({
    label: 'Gives, by hash',
    hint: 'Where a program gives the operations: the root hash that the text must have on the first day',
  }),
  ...provenance,
})
export type EnterEffect = z.output<typeof input>

export interface Before {
  readonly text: TextOnRecord | undefined
  readonly superseded: boolean | null
}
type EffectRule = Rule<EnterEffect, boolean, Before>

const effectIsNew: EffectRule = ({ reference }, entered) =>
  entered
    ? { says: `The effect ${reference} is already on record`, field: 'reference', came: reference }
    : undefined

const textIsThere: EffectRule = (_input, _entered, { facts }) =>
  facts.text
    ? undefined
    : {
        says: 'The text of this code has not begun, so nothing can be done to it',
        instead: 'Begin the text first: begin-text',
      }

const onlyVariationsEnd: EffectRule = ({ layer, ends, regions }) => {
  if (layer === 'variation') return undefined
  if (ends !== null)
    return { says: 'Only a variation ends; a permanent change stands', field: 'ends' }
  return regions.length > 0
    ? {
        says: 'Only a variation holds in some regions; a permanent change holds everywhere',
        field: 'regions',
      }
    : undefined
}

const regionsAreKnown: EffectRule = ({ regions }, _entered, { rulebook }) => {
  const strange = strangeRegions(rulebook, regions)
  return strange && { ...strange, field: 'regions' }
}

const supersededIsOnRecord: EffectRule = ({ supersedes }, _entered, { facts }) =>
  facts.superseded === false
    ? {
        says: `No effect ${supersedes} is on record to stand instead of`,
        field: 'supersedes',
        came: supersedes!,
      }
    : undefined

const operationsApply: EffectRule = (given, _entered, { facts }) => {
  if (!facts.text || given.ops === null) return undefined
  const applied = afterwards(facts.text, given)
  return applied && 'faults' in applied ? faultInWords(applied.faults) : undefined
}

const textIsWhatWasGiven: EffectRule = (given, _entered, { facts }) => {
  if (!facts.text || given.ops === null || given.gives === null) return undefined
  const applied = afterwards(facts.text, given)
  if (!applied)
    return {
      says: 'What it gives can be proved only where its first day is known',
      field: 'gives',
      instead: 'Leave the hash out, or give the day',
    }
  return 'root' in applied ? notGiven(given.gives, applied.root.treeHash) : undefined
}

export const enterEffect = command<EnterEffect, boolean, EffectEntered, Before>({
  name: 'enter-effect',
  at: 'POST /code/effects',
  title: 'Enter an effect on the text',
  why: 'What an instrument does to the text, and from when, makes the text of every later day.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `effect:${reference}`,
  starting: false,
  evolve: () => true,
  facts: ({ supersedes }, facts) => ({
    text: textOf(facts),
    superseded: supersedes === null ? null : facts.row(effectsKept, supersedes) !== undefined,
  }),
  rules: {
    effectIsNew,
    textIsThere,
    onlyVariationsEnd,
    regionsAreKnown,
    supersededIsOnRecord,
    operationsApply,
    textIsWhatWasGiven,
  },
  class: 'white',
  decide: (given, _entered, { facts }) => {
    const { reference, instrumentKind, instrument, layer, mode, provisions, starts } = given
    const { ends, regions, ops, says, supersedes } = given
    const applied = facts.text && ops !== null ? afterwards(facts.text, given) : undefined
    return [
      {
        type: 'EffectEntered',
        data: {
          reference,
          instrument: { kind: instrumentKind, reference: instrument },
          layer,
          mode,
          provisions,
          starts,
          ends,
          regions,
          ops,
          says,
          supersedes,
          gives: applied && 'root' in applied ? applied.root.treeHash : null,
        },
        effectiveFrom: dateOf(starts),
      },
    ]
  },
  shownAt: ({ reference }) => `/code/effects/${reference}`,
})

/** The same where it stands instead of another: on that day's text without the one superseded. */
function insteadOf(
  { timeline, store }: TextOnRecord,
  given: EnterEffect,
  on: ISODate,
): { readonly root: Tree } | { readonly faults: readonly OpFault[] } {
  const { reference, instrument, layer, mode, regions, supersedes } = given
  const isPermanent = layer === 'permanent'
  const effect: Effect = {
    id: reference,
    instrument,
    layer,
    mode,
    ops: given.ops ?? [],
    starts: { on },
    recordedAt: '',
    supersedes: supersedes!,
    ...(isPermanent || regions.length === 0 ? {} : { regions }),
  }
  const [region] = regions
  const interval = timeline.with([effect]).interval(on, {
    ...(isPermanent ? { without: 'variations' as const } : {}),
    ...(region === undefined ? {} : { region }),
  })
  const fault = interval.faults.find((one) => one.effect === reference)
  return fault ? { faults: fault.faults } : { root: store.root(interval.version) }
}

/**
 * What an effect gives on its first day: the text, or why its operations cannot be applied. Undefined where that day is
 * not known yet.
 */
function afterwards(
  text: TextOnRecord,
  given: EnterEffect,
): { readonly root: Tree } | { readonly faults: readonly OpFault[] } | undefined {
  const { ops, starts, layer, regions, supersedes } = given
  const when = whenOf(starts, text.began)
  if (typeof when === 'string' || !('on' in when)) return undefined
  if (supersedes !== null && text.effects.has(supersedes) && !text.effects.has(given.reference))
    return insteadOf(text, given, when.on)
  const [region] = regions
  const version = text.timeline.at(when.on, {
    ...(layer === 'permanent' ? { without: 'variations' as const } : {}),
    ...(region === undefined ? {} : { region }),
  })
  const result = applyOps(text.store, text.store.root(version), ops ?? [])
  return result.ok ? { root: result.value.root } : { faults: result.faults }
}

/** The first faults as one objection: which operation, on which provision, what was expected and what was found. */
export function faultInWords(faults: readonly OpFault[]): Objection {
  const [first, ...more] = faults
  return {
    says: `Operation ${first!.index + 1} (${first!.op}) cannot be applied to ${first!.provision}${more.length > 0 ? `, and ${more.length} more cannot` : ''}`,
    field: 'ops',
    expected: first!.expected,
    came: first!.found,
  }
}
