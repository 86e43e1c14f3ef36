// Withdraws a drafting key: from then on it opens nothing. What was entered with it stands.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { perhaps } from '#decision/on-record.ts'
import {
  type DraftingKeyWithdrawn,
  evolveKeys,
  type KeysOfDraft,
  keysStream,
  noKeys,
} from './drafting-key.ts'

const input = z.object({
  reference: z
    .string({ error: 'Give the reference of the key, such as SECMP0031-K1' })
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}-K\d{1,6}$/,
      'Give the reference of the key as SECMP0031-K1: the modification, and the number of its key',
    )
    .meta({ label: 'Key', hint: 'Its reference, such as SECMP0031-K1' }),
  reason: perhaps.meta({ label: 'Why', kind: 'longtext' }),
})
type WithdrawDraftingKey = z.output<typeof input>

const keyIsOut: Rule<WithdrawDraftingKey, KeysOfDraft, undefined> = ({ reference }, keys) => {
  const stands = keys.get(reference)
  if (stands === 'issued') return undefined
  return {
    says: stands ? `The key ${reference} is withdrawn already` : `No key ${reference} is on record`,
    field: 'reference',
    came: reference,
  }
}

export const withdrawDraftingKey = command<WithdrawDraftingKey, KeysOfDraft, DraftingKeyWithdrawn>({
  name: 'withdraw-drafting-key',
  at: 'POST /code/drafting-keys/withdrawals',
  title: 'Withdraw a drafting key',
  why: 'It opens nothing from then on; what was drafted with it stands.',
  may: 'operator',
  onRecord: false,
  input,
  stream: ({ reference }) => keysStream(reference.replace(/-K\d+$/, '')),
  starting: noKeys,
  evolve: (keys, event) => evolveKeys(keys, event),
  rules: { keyIsOut },
  class: 'red',
  decide: ({ reference, reason }) => [
    { type: 'DraftingKeyWithdrawn', data: { reference, reason } },
  ],
  shownAt: ({ reference }) => `/code/drafting-keys?modification=${reference.replace(/-K\d+$/, '')}`,
})
