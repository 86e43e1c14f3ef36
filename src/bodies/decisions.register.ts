// The table of decisions that can be imported.

import type { Register } from '#decision/register.ts'
import { enterDecisionOnRecord } from './enter-decision-on-record.ts'

export const decisionsRegister: Register = {
  name: 'decisions',
  says: 'Decisions of bodies and of others who decide under the code, one a row',
  command: enterDecisionOnRecord,
  columns: [
    { name: 'reference', says: 'the decision’s own reference' },
    { name: 'subject', says: 'what was decided on' },
    { name: 'body', says: 'the id of who decided' },
    { name: 'decision', says: 'approved, recommended-approval and the like' },
    { name: 'on', says: 'the day, or the date as far as it is known' },
    { name: 'meeting', says: 'the reference of the meeting, if known' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['meeting', 'basis', 'notes'],
  input: (cells) => cells,
}
