// The table of companies that are no Parties, such as the parents of groups.

import type { Register } from '#decision/register.ts'
import { enterCompanyOnRecord } from './enter-company-on-record.ts'

export const groupsRegister: Register = {
  name: 'groups',
  says: 'Companies that are no Parties and own some, one a row',
  command: enterCompanyOnRecord,
  columns: [
    { name: 'reference', says: 'the company’s own reference' },
    { name: 'name', says: 'its name' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
  ],
  input: (cells) => cells,
}
