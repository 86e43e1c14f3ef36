// The drafting keys, for those who hand them out: to whom, over which draft, until when, and the key itself.

import { z } from 'zod'
import { type Day, printDay } from '#calendar/day.ts'
import { beneath, beneathOf } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { draftingKeysKept } from './drafting-key.ts'
import { type DraftingKeyRow, standingOf } from './key-holder.ts'

const keyShown = z.object({
  reference: z.string(),
  modification: z.string(),
  holder: z.string().meta({ description: 'The Party, body or person it was given to' }),
  reads: z.enum(['white', 'green', 'amber', 'red']),
  until: z.object({ date: z.string(), words: z.string() }),
  standing: z.enum(['out', 'expired', 'withdrawn']),
  key: z.string().nullable().meta({
    description:
      'What its holder sends as a bearer token; nothing where it opens nothing, or this office makes no keys',
  }),
  ...beneath.shape,
})
export type DraftingKeyShown = z.infer<typeof keyShown>

export const draftingKeysView = view({
  name: 'drafting-keys',
  at: '/code/drafting-keys',
  title: 'Drafting keys',
  says: 'The keys with which proposers draft, for the operator alone: who holds which, until when, and each key.',
  asked: z.object({
    ...paging,
    modification: z
      .string()
      .optional()
      .meta({ label: 'Modification', description: 'Only the keys to its draft' }),
  }),
  gives: z.object({
    keys: z.array(keyShown),
    total: z.int(),
    next: z.string().nullable(),
    modification: z.string().nullable(),
  }),
  answer(reading, { modification = null, ...paged }) {
    if (reading.viewer.name !== 'operator') return undefined
    const all = reading
      .rows(draftingKeysKept)
      .filter(({ data }) => modification === null || data.modification === modification)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    const { rows, total, next } = pageOf(all, paged, ({ key }) => key)
    return { keys: rows.map((row) => shown(row, reading)), total, next, modification }
  },
})

function shown(row: DraftingKeyRow, { viewer, code, today }: Reading): DraftingKeyShown {
  const { reference, modification, holder, reads, until } = row.data
  const standing = standingOf(row, today)
  const grant = { code, reference, entry: row.entries[0]! }
  return {
    reference,
    modification,
    holder,
    reads,
    until: { date: until, words: printDay(until as Day) },
    standing,
    key: standing === 'out' ? (viewer.keyFor?.(grant) ?? null) : null,
    ...beneathOf(row),
  }
}
