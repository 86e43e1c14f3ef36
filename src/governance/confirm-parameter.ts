// Confirms a parameter of the rulebook: from then on it counts as verified, with the value and clause given here.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { dayField, perhaps } from '#decision/on-record.ts'
import { canonical } from '#journal/canonical.ts'
import {
  evolveParameter,
  neverConfirmed,
  type ParameterEvent,
  type ParameterPast,
} from './parameter.ts'
import { expected, valueFor } from './parameter-value.ts'

const input = z.object({
  parameter: z
    .string({ error: 'Name the parameter' })
    .trim()
    .regex(/^[A-Za-z0-9.]{1,120}$/, 'Name the parameter as the rulebook does, such as panel.quorum')
    .meta({ label: 'Parameter', hint: 'Its lasting name, such as panel.quorum' }),
  value: z
    .union(
      [
        z.string().trim().min(1, 'Give the value').max(20_000, 'Give a shorter value'),
        z.number(),
        z.boolean(),
        z.array(z.union([z.number(), z.string()])),
        z.array(z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))),
      ],
      { error: 'Give the value' },
    )
    .meta({
      label: 'Value',
      hint: 'Without its unit. Items of a list are parted by semicolons; a table is given as JSON',
    }),
  clause: perhaps.meta({
    label: 'Clause',
    hint: 'As the code writes it; left empty, the clause stated in the rulebook stays',
  }),
  from: dayField.meta({
    label: 'From',
    hint: 'The first day on which it counts',
    kind: 'day',
  }),
  seenIn: perhaps.meta({ label: 'Seen in', hint: 'Where you read it' }),
})
type ConfirmParameter = z.output<typeof input>
type ParameterRule = Rule<ConfirmParameter, ParameterPast, undefined>

const parameterIsInTheRulebook: ParameterRule = ({ parameter, from }, _past, { rulebookOn }) =>
  rulebookOn(from).parameters.has(parameter)
    ? undefined
    : {
        says: `The rulebook of ${from} has no parameter ${parameter}`,
        field: 'parameter',
        came: parameter,
        instead: `Choose one of those at /rulebook?as-of=${from}, or another day`,
      }

const valueIsOfItsKind: ParameterRule = ({ parameter, value, from }, _past, { rulebookOn }) => {
  const stated = rulebookOn(from).parameters.get(parameter)
  if (!stated || 'value' in valueFor(stated, value)) return undefined
  return {
    says: `${parameter} is a ${stated.kind}`,
    field: 'value',
    expected: expected[stated.kind],
    came: typeof value === 'string' ? value : JSON.stringify(value),
  }
}

const confirmationIsNew: ParameterRule = (asked, past, { rulebookOn }) => {
  const stated = rulebookOn(asked.from).parameters.get(asked.parameter)
  const before = past.confirmed.get(asked.from)
  const typed = stated && valueFor(stated, asked.value)
  if (!before || !typed || !('value' in typed)) return undefined
  return canonical(before.value) === canonical(typed.value) && before.clause === asked.clause
    ? {
        says: `${asked.parameter} is already confirmed from ${asked.from} with this value and clause`,
        field: 'from',
        came: asked.from,
        instead: 'Nothing needs to be entered, unless another value, clause or day is meant',
      }
    : undefined
}

export const confirmParameter = command<ConfirmParameter, ParameterPast, ParameterEvent>({
  name: 'confirm-parameter',
  at: 'POST /rulebook-confirmations',
  title: 'Confirm a parameter',
  why: 'What the rulebook only recalls or assumes is shown as unverified until somebody has checked it. The value confirmed counts from its day on, until a later rulebook states the parameter anew.',
  may: 'operator',
  onRecord: false,
  input,
  stream: ({ parameter }) => `parameter:${parameter}`,
  starting: neverConfirmed,
  evolve: evolveParameter,
  rules: { parameterIsInTheRulebook, valueIsOfItsKind, confirmationIsNew },
  class: 'white',
  decide({ parameter, value, clause, from, seenIn }, _past, { rulebookOn }) {
    const typed = valueFor(rulebookOn(from).parameters.get(parameter)!, value)
    if ('fault' in typed) throw new Error(`the rules let pass a value that is not ${typed.fault}`)
    return [
      {
        type: 'ParameterConfirmed',
        data: { parameter, value: typed.value, clause, from, seenIn },
        effectiveFrom: from,
      },
    ]
  },
  shownAt: ({ parameter }) => `/rulebook/${parameter}`,
})
