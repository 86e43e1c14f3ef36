// The table of bodies that can be imported.

import type { Register } from '#decision/register.ts'
import { enterBodyOnRecord } from './enter-body-on-record.ts'

export const bodiesRegister: Register = {
  name: 'bodies',
  says: 'Bodies of the code, one a row',
  command: enterBodyOnRecord,
  columns: [
    { name: 'reference', says: 'the body’s lasting id, as in the rulebook' },
    { name: 'name', says: 'its name' },
    { name: 'established', says: 'the day, or the date as far as it is known' },
    { name: 'status', says: 'its status in the word of the source' },
    { name: 'chair', says: 'the id of the person who chairs it, if known' },
    { name: 'source', says: 'where this is stated' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['status', 'chair', 'basis', 'notes'],
  input: (cells) => cells,
}
