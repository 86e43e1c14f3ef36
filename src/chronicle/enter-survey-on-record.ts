// Enters a survey that was held, from a source.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField } from '#decision/on-record.ts'
import { evolveSurvey, noSurvey, type Survey, type SurveyEvent } from './survey.ts'

const input = z.object({
  reference: referenceField('the survey').meta({
    label: 'Reference',
    hint: 'Such as survey-2016-06',
  }),
  kind: referenceField('the kind of survey').meta({
    label: 'Kind',
    hint: 'Such as customer-satisfaction or cross-code',
  }),
  fieldwork: knownDateField.meta({
    label: 'Asked in',
    hint: 'When people were asked, as far as it is known: 2016-06, 2016-10-31/..',
    kind: 'known-date',
  }),
  threshold: z
    .union([
      z
        .string()
        .trim()
        .regex(/^(\d+(\.\d+)?)?$/, 'Give the score to be reached as a number, such as 3 or 3.5'),
      z.null(),
    ])
    .optional()
    .transform((score) => score || null)
    .meta({ label: 'Threshold', hint: 'The score that was to be reached, if stated' }),
  resultWords: perhaps.meta({ label: 'Result', hint: 'What came of it, in words' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterSurvey = z.output<typeof input>

const surveyIsNew: Rule<EnterSurvey, Survey, undefined> = ({ reference }, { held }) =>
  held
    ? {
        says: `A survey with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this survey a reference of its own',
      }
    : undefined

export const enterSurveyOnRecord = command<EnterSurvey, Survey, SurveyEvent>({
  name: 'enter-survey-on-record',
  at: 'POST /surveys',
  title: 'Enter a survey on record',
  why: 'A survey that was held stands on the list, and the year’s report tells of it.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `survey:${reference}`,
  starting: noSurvey,
  evolve: evolveSurvey,
  rules: { surveyIsNew },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...survey }) => [
    { type: 'SurveyHeld', data: survey, effectiveFrom: survey.fieldwork },
  ],
  shownAt: () => '/surveys',
})
