// What is on record of support: so far the events held for those whom the code concerns, and each by itself.

import { z } from 'zod'
import type { Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { EngagementHeld } from './engagement.ts'
import { byKind, engagementKept, heldEngagement } from './engagement-kept.ts'

const kindShown = z.object({ id: z.string(), name: z.string() })

const eventShown = z.object({
  reference: z.string(),
  kind: kindShown,
  title: z.string(),
  held: shownDate,
  attended: z.int().nullable().meta({ description: 'Null where the number is not known' }),
  attendance: z
    .string()
    .nullable()
    .meta({ description: 'The number, or as the source puts it; null where it says nothing' }),
  repeatOf: z.object({ reference: z.string(), title: z.string() }).nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type EventShown = z.infer<typeof eventShown>

export const supportView = view({
  name: 'support',
  at: '/support',
  title: 'Support',
  says: 'The events for those whom the code concerns that had been held by the day asked for, newest first.',
  asked: z.object({
    ...paging,
    kind: z
      .string()
      .max(60)
      .optional()
      .meta({ label: 'Kind', description: 'Only events of this kind' }),
  }),
  gives: z.object({
    events: z.array(eventShown),
    total: z.int(),
    next: z.string().nullable(),
    possibly: z
      .int()
      .meta({ description: 'More that may have been held by then: their dates are known in part' }),
    kinds: z.array(kindShown.extend({ count: z.int() })),
  }),
  answer(reading, { kind, ...paged }) {
    const held = heldEngagement(reading)
    const ofKind = ({ data }: Row<EngagementHeld['data']>) =>
      kind === undefined || data.kind === kind
    const { rows, total, next } = pageOf(held.filter(ofKind), paged, (row) => row.key)
    return {
      events: rows.map((row) => shown(row, reading)),
      total,
      next,
      possibly: reading.possibly(engagementKept).filter(ofKind).length,
      kinds: byKind(held)
        .map(({ kind: id, rows: of }) => ({ id, name: nameOfKind(id), count: of.length }))
        .sort((one, other) => other.count - one.count),
    }
  },
})

export const engagementView = view({
  name: 'engagement',
  at: '/support/engagement/:reference',
  title: 'An engagement event',
  says: 'One event: what it was, when as far as it is known, how many came, and where this is stated.',
  asked: z.object({ reference: z.string() }),
  gives: eventShown.extend({
    repeats: z
      .array(z.object({ reference: z.string(), title: z.string(), held: shownDate }))
      .meta({ description: 'Events that repeated this one, held by the day asked for' }),
  }),
  answer(reading, { reference }) {
    const row = reading.row(engagementKept, reference)
    if (!row) return undefined
    return {
      ...shown(row, reading),
      repeats: heldEngagement(reading)
        .filter(({ data }) => data.repeatOf === reference)
        .map(({ data }) => ({
          reference: data.reference,
          title: data.title,
          held: asShown(data.held),
        })),
    }
  },
  each: (reading) => reading.rows(engagementKept).map(({ key }) => ({ reference: key })),
})

/** A kind as a heading: 'Engagement day' of 'engagement-day'. */
export function nameOfKind(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function shown(row: Row<EngagementHeld['data']>, reading: Reading): EventShown {
  const { reference, kind, title, held, attended, attendedWords, repeatOf, notes } = row.data
  const repeated = repeatOf === null ? undefined : reading.row(engagementKept, repeatOf)
  return {
    reference,
    kind: { id: kind, name: nameOfKind(kind) },
    title,
    held: asShown(held),
    attended,
    attendance: attended === null ? attendedWords : String(attended),
    repeatOf: repeated ? { reference: repeated.key, title: repeated.data.title } : null,
    notes,
    ...beneathOf(row),
  }
}
