// The table of surveys that can be imported.

import type { Register } from '#decision/register.ts'
import { enterSurveyOnRecord } from './enter-survey-on-record.ts'

export const surveysRegister: Register = {
  name: 'surveys',
  says: 'Surveys that were held, one a row',
  command: enterSurveyOnRecord,
  columns: [
    { name: 'reference', says: 'the survey’s own reference' },
    { name: 'kind', says: 'customer-satisfaction, cross-code or what else it was' },
    { name: 'fieldwork', says: 'when people were asked, as far as it is known' },
    { name: 'threshold', says: 'the score that was to be reached, if stated' },
    { name: 'result_words', says: 'what came of it, in words', field: 'resultWords' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['threshold', 'result_words', 'notes'],
  input: ({ result_words: resultWords, ...others }) => ({ ...others, resultWords }),
}
