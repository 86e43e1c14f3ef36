// One body: remit, seats, powers and rules from the rulebook of the day; established, chair and decisions from the record.

import { z } from 'zod'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import {
  appointmentShown,
  appointmentsOf,
  bodiesKept,
  bodiesOn,
  bodyInList,
  bodyOn,
  nameOfDecider,
  prefixOf,
} from './bodies.view.ts'
import { decisionShown, decisionsBy, shownDecision } from './decisions.view.ts'
import { seatShown, seatsOf } from './seat.ts'

const named = z.object({ id: z.string(), name: z.string() })
const confidence = z.enum(['seen', 'recalled', 'assumed'])

const bodyShown = z.object({
  ...bodyInList.shape,
  rulebook: z
    .object({
      clause: z.string().nullable(),
      clauseConfidence: z.enum(['recalled', 'assumed']).nullable(),
      confidence,
      source: z.string(),
      note: z.string().nullable(),
      decides: z.enum(['determine', 'recommend', 'advise', 'none']),
      holds: z.enum(['certainly', 'possibly', 'not']),
    })
    .nullable()
    .meta({ description: 'Null where the rulebook of the day does not name the body' }),
  partOf: named.nullable(),
  parts: z.array(named).meta({ description: 'Bodies that are part of it' }),
  powers: z.array(
    z.object({
      power: z.string(),
      mode: z.enum(['determine', 'recommend', 'advise']),
      clause: z.string().nullable(),
      appealTo: named.nullable(),
    }),
  ),
  seatTable: z.array(seatShown),
  appointments: z.array(appointmentShown),
  rules: z
    .array(
      z.object({
        name: z.string(),
        says: z.string(),
        words: z.string(),
        clause: z.string().nullable(),
        confidence: confidence.nullable(),
        verified: z.boolean(),
      }),
    )
    .meta({ description: 'The parameters of the rulebook that speak of it' }),
  decisions: z.array(decisionShown).meta({ description: 'The newest, ten at most' }),
  decisionsInAll: z.int(),
  notes: z.string().nullable(),
})
export type BodyShown = z.infer<typeof bodyShown>

const decisionsShownAtMost = 10

export const bodyView = view({
  name: 'body',
  at: '/bodies/:reference',
  title: 'A body',
  says: 'One body: what it is for and under which clause, its seats on the day, its powers, who chairs it and what it decided.',
  asked: z.object({ reference: z.string() }),
  gives: bodyShown,
  answer(reading, { reference }) {
    const body = bodyOn(reference, reading)
    if (!body) return undefined
    const ruled = reading.rulebook.bodies.find(({ id }) => id === reference)
    const decisions = decisionsBy(reading, reference)
    return {
      ...body,
      rulebook: ruled
        ? {
            clause: ruled.clause ?? null,
            clauseConfidence: ruled.clauseConfidence ?? null,
            confidence: ruled.confidence,
            source: ruled.source,
            note: ruled.note ?? null,
            decides: ruled.decides,
            holds: ruled.holds,
          }
        : null,
      partOf: ruled?.partOf ? nameOf(ruled.partOf, reading) : null,
      parts: reading.rulebook.bodies
        .filter(({ partOf, holds }) => partOf === reference && holds !== 'not')
        .map(({ id, name }) => ({ id, name })),
      powers: (ruled?.powers ?? []).map(({ power, mode, clause, appealTo }) => ({
        power,
        mode,
        clause: clause ?? null,
        appealTo: appealTo ? nameOf(appealTo, reading) : null,
      })),
      seatTable: seatsOf(reference, reading.rulebook),
      appointments: appointmentsOf(reference, reading),
      rules: rulesOf(reference, reading),
      decisions: decisions.slice(0, decisionsShownAtMost).map((row) => shownDecision(row, reading)),
      decisionsInAll: decisions.length,
      notes: reading.row(bodiesKept, reference)?.data.notes ?? null,
    }
  },
  each: (reading) => bodiesOn(reading).map(({ reference }) => ({ reference })),
})

function rulesOf(reference: string, { rulebook }: Reading): BodyShown['rules'] {
  return [...rulebook.parameters.values()]
    .filter(({ name }) => name.startsWith(prefixOf(reference)))
    .map(({ name, says, value, unit, clause, confidence, verified }) => ({
      name,
      says,
      words: printValue(value, unit),
      clause: clause ?? null,
      confidence: confidence ?? null,
      verified,
    }))
}

const nameOf = (id: string, reading: Reading) => ({ id, name: nameOfDecider(id, reading) })
