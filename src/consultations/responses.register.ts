// The table of responses that can be imported.

import type { Register } from '#decision/register.ts'
import { enterResponseOnRecord } from './enter-response-on-record.ts'

export const responsesRegister: Register = {
  name: 'responses',
  says: 'Responses to consultations, one a row',
  command: enterResponseOnRecord,
  columns: [
    { name: 'consultation', says: 'the reference of the consultation' },
    { name: 'number', says: 'which response to it this is, from 1 on' },
    { name: 'received', says: 'the day, or the date as far as it is known' },
    { name: 'respondent', says: 'the organisation; empty where only the count is known' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['respondent', 'notes'],
  input: (cells) => cells,
}
