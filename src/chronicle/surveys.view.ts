// The surveys on record.

import { z } from 'zod'
import { certainty, compareKnownDates } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { SurveyEvent, SurveyHeld } from './survey.ts'

/** One row a survey, by its reference, from when people were asked. */
export const surveysKept: Fold<SurveyHeld['data'], SurveyEvent> = {
  name: 'chronicle.surveys',
  edition: 1,
  on: {
    SurveyHeld: (entry, surveys) => surveys.open(entry.data.reference, entry.data),
  },
}

const surveyShown = z.object({
  reference: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  fieldwork: shownDate,
  holds: z.enum(['certainly', 'possibly']),
  threshold: z.string().nullable().meta({ description: 'The score to be reached, as stated' }),
  resultWords: z.string().nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type SurveyShown = z.infer<typeof surveyShown>

export const surveysView = view({
  name: 'surveys',
  at: '/surveys',
  title: 'Surveys',
  says: 'The surveys that had been held, or possibly held, by the day asked for, newest first.',
  asked: z.object({
    ...paging,
    kind: z.string().max(80).optional().meta({ label: 'Kind' }),
  }),
  gives: z.object({
    surveys: z.array(surveyShown),
    total: z.int(),
    next: z.string().nullable(),
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), count: z.int() })),
  }),
  answer(reading, { kind, ...paged }) {
    const all = surveysBy(reading)
    const wanted = all.filter(({ data }) => kind === undefined || data.kind === kind)
    const { rows, total, next } = pageOf(wanted, paged, ({ key }) => key)
    return {
      surveys: rows.map((row) => shown(row, reading)),
      total,
      next,
      kinds: [...new Set(all.map(({ data }) => data.kind))].sort().map((name) => ({
        kind: name,
        label: printKind(name),
        count: all.filter(({ data }) => data.kind === name).length,
      })),
    }
  },
})

/** Surveys that had been held or possibly held by the day asked for, newest first. */
export function surveysBy(reading: Reading): readonly Row<SurveyHeld['data']>[] {
  return [...reading.inForce(surveysKept), ...reading.possibly(surveysKept)].toSorted(
    (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
  )
}

function shown(row: Row<SurveyHeld['data']>, reading: Reading): SurveyShown {
  const { fieldwork, ...survey } = row.data
  return {
    ...survey,
    kindLabel: printKind(survey.kind),
    fieldwork: asShown(fieldwork),
    holds:
      certainty(row.opens, row.closes, reading.asOf) === 'certainly' ? 'certainly' : 'possibly',
    ...beneathOf(row),
  }
}

export function printKind(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
