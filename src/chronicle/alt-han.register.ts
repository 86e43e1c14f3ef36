// The table of events of the Alt HAN arrangements that can be imported: a strand of the chronicle.

import type { Register } from '#decision/register.ts'
import { enterEventOnRecord } from './enter-event-on-record.ts'

export const altHanRegister: Register = {
  name: 'alt-han',
  says: 'Dated events of the Alt HAN arrangements, one a row',
  command: enterEventOnRecord,
  columns: [
    { name: 'date', says: 'the day, or the date as far as it is known', field: 'on' },
    { name: 'event', says: 'what happened', field: 'says' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['notes'],
  input: ({ date, event, ...others }) => ({ ...others, on: date, says: event, strand: 'alt-han' }),
}
