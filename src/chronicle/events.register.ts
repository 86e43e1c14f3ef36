// The table of events in the life of the code that can be imported.

import type { Register } from '#decision/register.ts'
import { enterEventOnRecord } from './enter-event-on-record.ts'

export const eventsRegister: Register = {
  name: 'events',
  says: 'Dated events in the life of the code, one a row',
  command: enterEventOnRecord,
  columns: [
    { name: 'date', says: 'the day, or the date as far as it is known', field: 'on' },
    { name: 'date_basis', says: 'stated, or month only', field: 'dateBasis' },
    { name: 'event', says: 'what happened', field: 'says' },
    { name: 'source', says: 'where this is stated' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'reference', says: 'its own reference; else made from date and text' },
    { name: 'strand', says: 'what it is part of; else the code itself' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['date_basis', 'basis', 'reference', 'strand', 'notes'],
  input: ({ date, date_basis: dateBasis, event, ...others }) => ({
    ...others,
    on: date,
    dateBasis,
    says: event,
  }),
}
