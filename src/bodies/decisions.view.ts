// Decisions on record: a list, and each by itself.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { certainty, compareKnownDates, liesWithin } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { isBody, nameOfDecider } from './bodies.view.ts'
import {
  type DecisionEvent,
  type DecisionTaken,
  type DecisionWord,
  decisionWords,
} from './decision.ts'

/** One row a decision, by its reference, from the day it was taken. */
export const decisionsKept: Fold<DecisionTaken['data'], DecisionEvent> = {
  name: 'bodies.decisions',
  edition: 1,
  on: {
    DecisionTaken: (entry, decisions) => decisions.open(entry.data.reference, entry.data),
  },
}

const words = Object.keys(decisionWords) as [DecisionWord, ...DecisionWord[]]

export const decisionShown = z.object({
  reference: z.string(),
  subject: z.string(),
  body: z.object({
    id: z.string(),
    name: z.string(),
    isBody: z.boolean().meta({ description: 'False for one outside who decides under the code' }),
  }),
  decision: z.enum(words),
  words: z.string(),
  on: shownDate,
  holds: z
    .enum(['certainly', 'possibly', 'not'])
    .meta({ description: 'Whether it had been taken by the day asked for, as far as is known' }),
  meeting: z.string().nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type DecisionShown = z.infer<typeof decisionShown>

export const decisionsView = view({
  name: 'decisions',
  at: '/decisions',
  title: 'Decisions',
  says: 'The decisions on record that had been taken, or possibly taken, by the day asked for, newest first.',
  asked: z.object({
    ...paging,
    body: z.string().optional().meta({ label: 'Who decided' }),
    decision: z.enum(words).optional().meta({ label: 'Decision' }),
  }),
  gives: z.object({
    decisions: z.array(decisionShown),
    total: z.int(),
    possible: z.int().meta({ description: 'How many of them had only possibly been taken' }),
    next: z.string().nullable(),
    bodies: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
    words: z.array(z.object({ decision: z.enum(words), label: z.string(), count: z.int() })),
  }),
  answer(reading, { body, decision, ...paged }) {
    const all = decisionsBy(reading)
    const wanted = all.filter(
      ({ data }) =>
        (body === undefined || data.body === body) &&
        (decision === undefined || data.decision === decision),
    )
    const possible = new Set(reading.possibly(decisionsKept).map(({ key }) => key))
    const { rows, total, next } = pageOf(wanted, paged, ({ key }) => key)
    return {
      decisions: rows.map((row) => shownDecision(row, reading)),
      total,
      possible: wanted.filter(({ key }) => possible.has(key)).length,
      next,
      bodies: [...new Set(all.map(({ data }) => data.body))].map((id) => ({
        id,
        name: nameOfDecider(id, reading),
        count: all.filter(({ data }) => data.body === id).length,
      })),
      words: words
        .map((word) => ({
          decision: word,
          label: decisionWords[word],
          count: all.filter(({ data }) => data.decision === word).length,
        }))
        .filter(({ count }) => count > 0),
    }
  },
})

export const decisionView = view({
  name: 'decision',
  at: '/decisions/:reference',
  title: 'A decision',
  says: 'One decision: who took it, on what, when as far as it is known, and where this is stated.',
  asked: z.object({ reference: z.string() }),
  gives: decisionShown,
  answer(reading, { reference }) {
    const row = reading.row(decisionsKept, reference)
    return row && shownDecision(row, reading)
  },
  each: (reading) => reading.rows(decisionsKept).map(({ key }) => ({ reference: key })),
})

/** Decisions taken or possibly taken by the day asked for, newest first; those known in part stand by the end of their date. */
export function decisionsBy(
  reading: Reading,
  body?: string,
): readonly Row<DecisionTaken['data']>[] {
  return [...reading.inForce(decisionsKept), ...reading.possibly(decisionsKept)]
    .filter(({ data }) => body === undefined || data.body === body)
    .toSorted(
      (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
    )
}

/**
 * Decisions that were certainly taken in a period, by the day asked for: those whose whole date lies from its first to
 * its last day. What a report counts.
 */
export function decisionsWithin(
  reading: Reading,
  period: { readonly from: Day; readonly to: Day },
  of: { readonly body?: string; readonly decision?: DecisionWord } = {},
): readonly Row<DecisionTaken['data']>[] {
  return reading
    .inForce(decisionsKept)
    .filter(
      ({ data, opens }) =>
        liesWithin(opens, period.from, period.to) &&
        (of.body === undefined || data.body === of.body) &&
        (of.decision === undefined || data.decision === of.decision),
    )
}

export function shownDecision(row: Row<DecisionTaken['data']>, reading: Reading): DecisionShown {
  const { reference, subject, body, decision, meeting, notes } = row.data
  return {
    reference,
    subject,
    body: {
      id: body,
      name: nameOfDecider(body, reading),
      isBody: isBody(body, reading),
    },
    decision,
    words: decisionWords[decision],
    on: asShown(row.opens),
    holds: certainty(row.opens, row.closes, reading.asOf),
    meeting,
    notes,
    ...beneathOf(row),
  }
}
