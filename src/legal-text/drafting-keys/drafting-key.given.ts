// A drafting key on record, for tests.

import { keysStream } from './drafting-key.ts'

/** The event that issues the key of this number to a draft. */
export const keyOf = (modification: string, number: number, more: object = {}) => ({
  stream: keysStream(modification),
  type: 'DraftingKeyIssued',
  data: {
    reference: `${modification}-K${number}`,
    modification,
    holder: 'P001',
    reads: 'amber',
    until: '2026-12-31',
    ...more,
  },
  class: 'red' as const,
})
