// The table by which drafts come onto the record.

import { cellsByField, type Register } from '#decision/register.ts'
import { enterDraft } from './enter-draft.ts'

const columns = [
  { name: 'modification', says: 'the number of the modification' },
  { name: 'title', says: 'what the draft is about' },
  {
    name: 'starts',
    says: 'a day as far as it is known, release:NAME, event:NAME or not-commenced',
  },
  { name: 'layer', says: 'permanent or variation' },
  { name: 'instructions', says: 'what it does, one instruction a line' },
  { name: 'class', says: 'who may read it: white, green, amber or red' },
  { name: 'from', says: 'when it was drafted, as far as it is known' },
  { name: 'basis', says: 'decided-here, on-record, known-by-count or illustrative' },
  { name: 'source', says: 'where it is stated' },
]

export const draftsRegister: Register = {
  name: 'drafts',
  says: 'Drafts of amendments, each for a modification by number, one revision a row',
  command: enterDraft,
  columns,
  mayLack: ['layer', 'from', 'basis', 'source'],
  input: (cells) => cellsByField(cells, columns),
}
