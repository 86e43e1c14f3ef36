// What is on record of consultations: a list, and each by itself with what came in.

import { z } from 'zod'
import type { Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printClosingTime } from './closing-time.ts'
import type { ConsultationOpened, ResponseReceived } from './consultation.ts'
import {
  consultationsKept,
  mayHaveOpened,
  openedConsultations,
  responsesTo,
} from './consultations-kept.ts'
import { cameLate, type Standing, standingOf, standings } from './standing.ts'

const consultationShown = z.object({
  reference: z.string(),
  subject: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }),
  standing: z
    .enum(standings)
    .meta({ description: 'On the day asked for; not-known where no close is on record' }),
  opened: shownDate,
  closes: shownDate
    .nullable()
    .meta({ description: 'The last day and hour by local clocks; null where it is not known' }),
  about: z
    .string()
    .nullable()
    .meta({ description: 'The thing consulted on, as budget:budget-2017-20' }),
  responses: z.int().meta({ description: 'On record as received by the day asked for' }),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type ConsultationShown = z.infer<typeof consultationShown>

const responseShown = z.object({
  number: z.int(),
  received: shownDate,
  respondent: z.string().nullable().meta({ description: 'Null where only the count is known' }),
  late: z.boolean().meta({ description: 'It certainly came after the day of closing' }),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type ResponseShown = z.infer<typeof responseShown>

export const consultationsView = view({
  name: 'consultations',
  at: '/consultations',
  title: 'Consultations',
  says: 'The consultations on record that had been opened by the day asked for, those that close last on top.',
  asked: z.object({
    ...paging,
    standing: z
      .enum(standings)
      .optional()
      .meta({ label: 'Standing', description: 'Only consultations that stand so on that day' }),
  }),
  gives: z.object({
    consultations: z.array(consultationShown),
    total: z.int(),
    next: z.string().nullable(),
    possibly: z.int().meta({
      description: 'More that may have been opened by then: their dates are known in part',
    }),
    standings: z.array(z.object({ standing: z.enum(standings), count: z.int() })),
  }),
  answer(reading, { standing, ...paged }) {
    const opened = openedConsultations(reading)
    const standsSo = (row: Row<ConsultationOpened['data']>, as: Standing) =>
      standingOf(row, reading.asOf) === as
    const wanted = opened.filter((row) => standing === undefined || standsSo(row, standing))
    const { rows, total, next } = pageOf(wanted, paged, (row) => row.key)
    return {
      consultations: rows.map((row) => shown(row, reading)),
      total,
      next,
      possibly: mayHaveOpened(reading).length,
      standings: standings
        .map((as) => ({ standing: as, count: opened.filter((row) => standsSo(row, as)).length }))
        .filter(({ count }) => count > 0),
    }
  },
})

export const consultationView = view({
  name: 'consultation',
  at: '/consultations/:reference',
  title: 'A consultation',
  says: 'One consultation: who consulted on what, until when, and the responses received by the day asked for.',
  asked: z.object({ reference: z.string() }),
  gives: consultationShown.extend({ received: z.array(responseShown) }),
  answer(reading, { reference }) {
    const row = reading.row(consultationsKept, reference)
    if (!row) return undefined
    return {
      ...shown(row, reading),
      received: responsesTo(reading, reference).map((response) => responseOf(response, row)),
    }
  },
  each: (reading) => reading.rows(consultationsKept).map(({ key }) => ({ reference: key })),
})

function shown(row: Row<ConsultationOpened['data']>, reading: Reading): ConsultationShown {
  const { reference, subject, owner, opened, closes, about, notes } = row.data
  return {
    reference,
    subject,
    owner: {
      id: owner,
      name: reading.rulebook.bodies.find(({ id }) => id === owner)?.name ?? owner,
    },
    standing: standingOf(row, reading.asOf),
    opened: asShown(opened),
    closes: closes && { date: closes, words: printClosingTime(closes) },
    about,
    responses: responsesTo(reading, reference).length,
    notes,
    ...beneathOf(row),
  }
}

function responseOf(
  row: Row<ResponseReceived['data']>,
  { data: { closes } }: Row<ConsultationOpened['data']>,
): ResponseShown {
  const { number, received, respondent, notes } = row.data
  return {
    number,
    received: asShown(received),
    respondent,
    late: cameLate(received, closes),
    notes,
    ...beneathOf(row),
  }
}
