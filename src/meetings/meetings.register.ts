// The table of meetings that can be imported.

import type { Register } from '#decision/register.ts'
import { enterMeetingOnRecord } from './enter-meeting-on-record.ts'

export const meetingsRegister: Register = {
  name: 'meetings',
  says: 'Meetings that were held, one a row',
  command: enterMeetingOnRecord,
  columns: [
    { name: 'reference', says: 'the meeting’s own reference' },
    { name: 'body', says: 'the id of the body that met' },
    { name: 'kind', says: 'meeting, workshop or what else it was' },
    { name: 'held', says: 'the day, or the date as far as it is known' },
    { name: 'place', says: 'where, if known' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['place', 'notes'],
  input: (cells) => cells,
}
