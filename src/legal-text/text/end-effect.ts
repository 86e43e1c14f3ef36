// Enters that an instrument ends a variation: everywhere, or in the regions that it names.

import { z } from 'zod'
import { earliest, latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, listed, provenance, referenceField, said } from '#decision/on-record.ts'
import { type EffectEnded, type EffectEntered, instrumentKinds } from './text-events.ts'

const input = z.object({
  effect: referenceField('the effect').meta({ label: 'Effect', hint: 'A variation on record' }),
  instrumentKind: z
    .enum(instrumentKinds, { error: `Say what ends it: ${instrumentKinds.join(', ')}` })
    .meta({ label: 'Ended by a' }),
  instrument: said('which instrument').meta({ label: 'Which' }),
  on: knownDateField.meta({ label: 'Over from', hint: 'The first day on which it is over' }),
  regions: listed.meta({ label: 'Regions', hint: 'Empty where it is over everywhere' }),
  ...provenance,
})
type EndEffect = z.output<typeof input>

interface State {
  readonly varied: EffectEntered['data'] | null
  readonly ended: readonly (readonly string[])[]
}
type EndingRule = Rule<EndEffect, State, undefined>

const effectIsAVariation: EndingRule = ({ effect }, { varied }) => {
  if (!varied) return { says: `No effect ${effect} is on record`, field: 'effect', came: effect }
  return varied.layer === 'variation'
    ? undefined
    : { says: `${effect} is a permanent change, which does not end`, field: 'effect', came: effect }
}

const effectStillHolds: EndingRule = ({ effect, regions }, { ended }) => {
  const overThere = ended.some(
    (before) =>
      before.length === 0 || (regions.length > 0 && regions.every((one) => before.includes(one))),
  )
  return overThere
    ? { says: `That ${effect} is over there is on record already`, field: 'effect', came: effect }
    : undefined
}

const endFollowsStart: EndingRule = ({ on }, { varied }) => {
  if (!varied || varied.starts === 'not-commenced' || !('on' in varied.starts)) return undefined
  const [started, over] = [earliest(varied.starts.on), latest(on)]
  return started !== null && over !== null && over <= started
    ? {
        says: 'It would be over before it started',
        field: 'on',
        expected: `a day after ${started}`,
        came: on,
      }
    : undefined
}

export const endEffect = command<EndEffect, State, EffectEnded | EffectEntered, undefined>({
  name: 'end-effect',
  at: 'POST /code/effects/endings',
  title: 'End a variation',
  why: 'From that day the permanent text shows again, with what was amended in it meanwhile.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ effect }) => `effect:${effect}`,
  starting: { varied: null, ended: [] },
  evolve: (state, event) =>
    event.type === 'EffectEntered'
      ? { ...state, varied: event.data }
      : { ...state, ended: [...state.ended, event.data.regions] },
  rules: { effectIsAVariation, effectStillHolds, endFollowsStart },
  class: 'white',
  decide: ({ effect, instrumentKind, instrument, on, regions }) => [
    {
      type: 'EffectEnded',
      data: { effect, instrument: { kind: instrumentKind, reference: instrument }, on, regions },
      effectiveFrom: on,
    },
  ],
  shownAt: ({ effect }) => `/code/effects/${effect}`,
})
