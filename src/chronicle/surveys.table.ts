// Surveys as comma-separated values.

import { table } from '#web/page.ts'
import { surveysView } from './surveys.view.ts'

export const surveysTable = table({
  view: surveysView,
  at: '/surveys.csv',
  columns: [
    'reference',
    'kind',
    'fieldwork',
    'threshold',
    'result_words',
    'basis',
    'source',
    'notes',
  ],
  rows: ({ surveys }) =>
    surveys.map((survey) => [
      survey.reference,
      survey.kind,
      survey.fieldwork.date,
      survey.threshold,
      survey.resultWords,
      survey.basis,
      survey.source,
      survey.notes,
    ]),
})
