// The rule that every command about a Party shares: it speaks of one that is on record.

import type { Objection } from '#decision/command.ts'
import { referenceField } from '#decision/on-record.ts'
import type { Party } from './party.ts'

/** The field that names the Party a command is about. */
export const partyField = referenceField('the Party').meta({
  label: 'Party',
  hint: 'Its reference, such as P001',
})

/** Refuses a Party that has not been entered; `partyIsOnRecord` wherever it is a rule. */
export const partyIsOnRecord = (
  { party: reference }: { readonly party: string },
  party: Party,
): Objection | undefined =>
  party.acceded
    ? undefined
    : {
        says: `No Party with the reference ${reference} is on record`,
        field: 'party',
        came: reference,
        instead: 'Enter the Party on record first',
      }
