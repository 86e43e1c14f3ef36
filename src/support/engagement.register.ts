// The table of engagement events that can be imported.

import type { Register } from '#decision/register.ts'
import { enterEngagementOnRecord } from './enter-engagement-on-record.ts'

export const engagementRegister: Register = {
  name: 'engagement',
  says: 'Events held for those whom the code concerns, one a row',
  command: enterEngagementOnRecord,
  columns: [
    { name: 'reference', says: 'the event’s own reference' },
    { name: 'kind', says: 'engagement-day, seminar, workshop or what else it was' },
    { name: 'title', says: 'what it was called' },
    { name: 'held', says: 'the day, or the date as far as it is known' },
    { name: 'attended', says: 'how many attended, if known' },
    {
      name: 'attended_words',
      says: 'attendance as the source puts it, where it gives no number',
      field: 'attendedWords',
    },
    {
      name: 'repeat_of',
      says: 'the reference of the event that it repeated, if it repeated one',
      field: 'repeatOf',
    },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['attended', 'attended_words', 'repeat_of', 'notes'],
  input: ({ attended_words: attendedWords, repeat_of: repeatOf, ...cells }) => ({
    ...cells,
    attendedWords,
    repeatOf,
  }),
}
