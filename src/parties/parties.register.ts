// The table of Parties that can be imported: a row is one Party, with its accession and, where it left, its exit.

import type { Register } from '#decision/register.ts'
import { enterPartyOnRecord } from './enter-party-on-record.ts'

export const partiesRegister: Register = {
  name: 'parties',
  says: 'Parties, one a row, with accession, category, company and exit',
  command: enterPartyOnRecord,
  columns: [
    { name: 'reference', says: 'the Party’s own reference' },
    { name: 'name', says: 'its name; empty for a natural person' },
    { name: 'category', says: 'its Party Category; empty for a Party outside all counts' },
    { name: 'acceded', says: 'its first day as a Party, as far as it is known' },
    { name: 'instrument', says: 'by what it became a Party' },
    { name: 'mechanism', says: 'how it left, if it did' },
    { name: 'cause', says: 'why it left, apart from how' },
    { name: 'exited', says: 'the first day no longer as a Party' },
    { name: 'company', says: 'the reference of its company, of which ownership is stated' },
    { name: 'person', says: 'the reference of the natural person who is the Party' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['person', 'notes'],
  input: (cells) => cells,
}
