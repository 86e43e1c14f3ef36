// One parameter of the rulebook: what it says on the day, and how it came to say so.

import { z } from 'zod'
import { addDays, type Day, day } from '#calendar/day.ts'
import { asShown, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import type { Parameter } from '#rulebook/rulebook.ts'
import { confirmationShown, confirmationsKept, shownConfirmation } from './confirmations.view.ts'
import { evidenceShown } from './evidence-shown.ts'
import { expected, parameterValue } from './parameter-value.ts'
import { entriesBeneath, standingOf, standings } from './rulebook.view.ts'

const standing = z.enum(Object.keys(standings) as [keyof typeof standings])

const spell = z.object({
  from: shownDate,
  until: shownDate.nullable().meta({ description: 'The day from which it reads otherwise' }),
  value: parameterValue.nullable(),
  words: z.string(),
  clause: z.string().nullable(),
  clauseConfidence: z
    .enum(['recalled', 'assumed'])
    .nullable()
    .meta({ description: 'Given where we are less sure of the clause than of the rest' }),
  confidence: z.enum(['seen', 'recalled', 'assumed']).nullable(),
  source: z.string().nullable(),
  standing,
  entries: z.array(z.string()),
  ahead: z.boolean().meta({ description: 'Whether it begins after the day asked for' }),
})
export type Spell = z.infer<typeof spell>

export const parameterView = view({
  name: 'parameter',
  at: '/rulebook/:parameter',
  title: 'A parameter of the rulebook',
  says: 'One parameter: value, unit, clause and source on the day asked for, what it was and will be, and who confirmed it.',
  asked: z.object({ parameter: z.string() }),
  gives: z.object({
    name: z.string(),
    says: z.string(),
    kind: z.enum(['number', 'text', 'flag', 'list', 'table']),
    looksLike: z.string().meta({ description: 'What a value of it looks like when typed' }),
    value: parameterValue.nullable(),
    words: z.string(),
    ...evidenceShown,
    from: shownDate,
    standing,
    verified: z.boolean(),
    entries: z.array(z.string()),
    inForce: z.boolean().meta({ description: 'Whether the rulebook of the day has it at all' }),
    history: z.array(spell),
    confirmations: z.array(confirmationShown),
  }),
  answer(reading, { parameter: name }) {
    const versions = versionsOf(name, reading)
    const stated = reading.rulebook.parameters.get(name)
    const parameter = stated ?? versions[0]?.parameter
    if (!parameter) return undefined
    return {
      name,
      says: parameter.says,
      kind: parameter.kind,
      looksLike: expected[parameter.kind],
      ...valueShown(parameter, reading),
      grade: parameter.grade ?? null,
      unit: parameter.unit ?? null,
      note: parameter.note ?? null,
      from: asShown(parameter.confirmed?.from ?? parameter.from),
      verified: parameter.verified,
      inForce: stated !== undefined,
      history: versions.map(({ parameter, from, until }) => ({
        from: asShown(from),
        until: until && asShown(until),
        ...valueShown(parameter, reading),
        ahead: from > reading.asOf,
      })),
      confirmations: reading
        .rows(confirmationsKept)
        .filter(({ data }) => data.parameter === name)
        .toSorted((one, other) => (one.key < other.key ? 1 : -1))
        .map((row) => shownConfirmation(row, reading)),
    }
  },
  each: (reading) => [...reading.rulebook.parameters.keys()].map((parameter) => ({ parameter })),
})

function valueShown(parameter: Parameter, reading: Reading) {
  const { value, unit, clause, confidence, source, confirmed } = parameter
  return {
    value: value ?? null,
    words: printValue(value, unit),
    clause: clause ?? null,
    clauseConfidence: parameter.clauseConfidence ?? null,
    confidence: confidence ?? null,
    source: source ?? null,
    standing: standingOf({ section: 'parameters', confirmed, value, confidence }),
    entries: confirmed ? entriesBeneath(confirmed, reading) : [],
  }
}

interface Version {
  readonly parameter: Parameter
  readonly from: Day
  readonly until: Day | null
}

const endOfDays = day('9999-12-31')

/**
 * How a parameter has read and will read, newest first: each rulebook says since when it stands, so that the day
 * before is the rulebook before it.
 */
function versionsOf(name: string, reading: Reading): readonly Version[] {
  const versions: Version[] = []
  let on = endOfDays
  let until: Day | null = null
  let since = reading.rulebookOn(on).since
  while (since !== null) {
    const parameter = reading.rulebookOn(on).parameters.get(name)
    const last = versions.at(-1)
    if (parameter && last && last.from === until && isSame(last.parameter, parameter))
      versions[versions.length - 1] = { ...last, from: since }
    else if (parameter) versions.push({ parameter, from: since, until })
    until = since
    on = addDays(since, -1)
    since = reading.rulebookOn(on).since
  }
  return versions
}

/** Whether both were stated by the same file or the same confirmation. */
function isSame(one: Parameter, other: Parameter): boolean {
  return (
    one.stated === other.stated &&
    one.confirmed?.recordedAt === other.confirmed?.recordedAt &&
    one.confirmed?.from === other.confirmed?.from
  )
}
