// Who joined and who left, newest first, and how the number of Parties came about.

import { z } from 'zod'
import { addDays, type Day, isDay } from '#calendar/day.ts'
import { certainty, compareKnownDates, type KnownDate, mayLieWithin } from '#calendar/known-date.ts'
import { dayField } from '#decision/on-record.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { exitsKept, partiesKept } from './kept.ts'
import { inWords } from './leaving.ts'
import { accessionsIn, exitsIn, partiesOn } from './party-figures.ts'

const happeningShown = z.object({
  party: z.string(),
  name: z.string(),
  kind: z.enum(['accession', 'exit']),
  how: z.string().nullable().meta({ description: 'By which instrument it joined, or how it left' }),
  cause: z.string().nullable(),
  date: shownDate,
  ...beneath.shape,
})
export type HappeningShown = z.infer<typeof happeningShown>

export const accessionsAndExitsView = view({
  name: 'accessions-and-exits',
  at: '/parties/accessions-and-exits',
  title: 'Accessions and exits',
  says: 'Accessions and exits by the day asked for, newest first, and the number of Parties before and after.',
  asked: z.object({
    ...paging,
    from: dayField.optional().meta({ label: 'From', description: 'The first day, as 2016-04-01' }),
    to: dayField.optional().meta({ label: 'To', description: 'The last day, as 2017-03-31' }),
    kind: z
      .enum(['accession', 'exit'], { error: 'Ask for accession or exit' })
      .optional()
      .meta({ label: 'Kind' }),
  }),
  gives: z.object({
    happenings: z.array(happeningShown),
    total: z.int(),
    start: z.int().meta({ description: 'Which of all that match the first row is' }),
    next: z.string().nullable(),
    period: z.object({ from: z.string().nullable(), to: z.string() }),
    opening: z
      .int()
      .nullable()
      .meta({ description: 'Parties the day before; null without a first day' }),
    accessions: z.int(),
    exits: z.int(),
    mechanisms: z.array(z.object({ mechanism: z.string(), count: z.int() })),
    closing: z.int(),
    kinds: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  }),
  answer(reading, { from, to, kind, ...paged }) {
    const [first, last] = periodOf(reading, from, to)
    const all = happeningsIn(reading, first, last)
    const wanted = all.filter((one) => !kind || one.kind === kind)
    const { rows, total, next } = pageOf(wanted, paged, keyOf)
    const exits = exitsIn(reading, first, last)
    return {
      happenings: [...rows],
      total,
      start: rows[0] ? wanted.indexOf(rows[0]) + 1 : 0,
      next,
      period: { from: from ?? null, to: last },
      opening: from ? partiesOn(reading, addDays(from, -1)).value : null,
      accessions: accessionsIn(reading, first, last).value,
      exits: exits.value,
      mechanisms: [...exits.byMechanism]
        .map(([mechanism, { value }]) => ({ mechanism: inWords(mechanism), count: value }))
        .filter(({ count }) => count > 0),
      closing: partiesOn(reading, last).value,
      kinds: [
        ['accession', 'Accessions'],
        ['exit', 'Exits'],
      ].map(([id, label]) => ({
        id: id!,
        label: label!,
        count: all.filter((one) => one.kind === id).length,
      })),
    }
  },
})

const longAgo = '0001-01-02' as Day

/** Nothing after the day asked for is told, whatever period is. */
function periodOf({ asOf }: Reading, from: Day | undefined, to: Day | undefined) {
  return [from ?? longAgo, to === undefined || asOf < to ? asOf : to] as const
}

function happeningsIn(reading: Reading, from: Day, to: Day): readonly HappeningShown[] {
  const told = (date: KnownDate) =>
    mayLieWithin(date, from, to) && certainty(date, null, reading.asOf) !== 'not'
  const parties = new Map(reading.rows(partiesKept).map((row) => [row.key, row]))
  const nameOf = (party: string) => {
    const data = parties.get(party)?.data
    return data?.name ?? data?.person ?? party
  }
  const accessions = [...parties.values()]
    .filter(({ opens }) => told(opens))
    .map((row) => ({
      date: row.opens,
      shown: {
        ...beneathOf(row),
        entries: [row.entries[0]!],
        party: row.key,
        name: nameOf(row.key),
        kind: 'accession' as const,
        how: row.data.instrument && inWords(row.data.instrument),
        cause: null,
        date: asShown(row.opens),
      },
    }))
  const exits = reading
    .rows(exitsKept)
    .filter(({ opens }) => told(opens))
    .map((row) => ({
      date: row.opens,
      shown: {
        ...beneathOf(row),
        party: row.key,
        name: nameOf(row.key),
        kind: 'exit' as const,
        how: inWords(row.data.mechanism),
        cause: row.data.cause && inWords(row.data.cause),
        date: asShown(row.opens),
      },
    }))
  return [...accessions, ...exits]
    .sort(
      (one, other) =>
        compareKnownDates(other.date, one.date) || (keyOf(one.shown) < keyOf(other.shown) ? -1 : 1),
    )
    .map(({ shown }) => shown)
}

const keyOf = ({ party, kind }: HappeningShown) => `${kind}.${party}`

/** The day of a date that is known to the day. */
export const dayOf = ({ date }: { readonly date: string }) => (isDay(date) ? date : undefined)
