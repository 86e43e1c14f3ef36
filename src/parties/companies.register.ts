// The table of who owns whom.

import type { Register } from '#decision/register.ts'
import { enterOwnershipOnRecord } from './enter-ownership-on-record.ts'

export const companiesRegister: Register = {
  name: 'companies',
  says: 'Which company owns which, and when, one ownership a row',
  command: enterOwnershipOnRecord,
  columns: [
    { name: 'parent', says: 'the reference of the owner', field: 'owner' },
    { name: 'owned', says: 'the reference of the company owned' },
    { name: 'from', says: 'since when, as far as it is known', field: 'began' },
    { name: 'to', says: 'the first day on which it held no longer', field: 'ended' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['notes'],
  input: ({ parent, from, to, ...cells }) => ({ ...cells, owner: parent, began: from, ended: to }),
}
