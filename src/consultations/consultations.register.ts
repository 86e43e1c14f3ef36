// The table of consultations that can be imported.

import type { Register } from '#decision/register.ts'
import { enterConsultationOnRecord } from './enter-consultation-on-record.ts'

export const consultationsRegister: Register = {
  name: 'consultations',
  says: 'Consultations that were opened, one a row',
  command: enterConsultationOnRecord,
  columns: [
    { name: 'reference', says: 'the consultation’s own reference' },
    { name: 'subject', says: 'what was consulted on' },
    { name: 'opened', says: 'the day, or the date as far as it is known' },
    { name: 'closes', says: 'the last day and hour, 2017-02-14 17:00, if known' },
    { name: 'owner', says: 'the id of the body that consulted' },
    { name: 'about', says: 'the thing in the record that it was about, by kind and reference' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
    { name: 'notes', says: 'anything else' },
  ],
  mayLack: ['closes', 'about', 'notes'],
  input: (cells) => cells,
}
