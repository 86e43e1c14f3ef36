// The table of people that can be imported.

import type { Register } from '#decision/register.ts'
import { enterPersonOnRecord } from './enter-person-on-record.ts'

export const peopleRegister: Register = {
  name: 'people',
  says: 'People whom the sources name, one a row; their names are kept apart from the record',
  command: enterPersonOnRecord,
  columns: [
    { name: 'reference', says: 'the person’s reference, which tells no name', field: 'id' },
    { name: 'name', says: 'the name, kept apart from the record' },
    { name: 'role', says: 'in what capacity the record speaks of the person' },
    { name: 'source', says: 'where this is stated' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
  ],
  input: ({ reference, ...cells }) => ({ ...cells, id: reference }),
}
