// The directions on the effect of provisions: activations, variations and their cancellations.

import { z } from 'zod'
import { certainty } from '#calendar/known-date.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { type DirectionKind, directionKind, directionKinds } from './direction.ts'
import { type Direction, directionsOnRecord } from './directions-on-record.ts'
import { holdsWords } from './versions.view.ts'

const directionShown = z.object({
  reference: z.string(),
  on: shownDate,
  holds: z.enum(['certainly', 'possibly']),
  provisions: z.array(z.string()),
  action: z.string(),
  kind: z.enum(directionKinds),
  description: z.string().nullable(),
  ...beneath.shape,
})
export type DirectionShown = z.infer<typeof directionShown>

/** What each kind of direction is called. */
const kindLabels: Record<DirectionKind, string> = {
  activation: 'Activation',
  variation: 'Variation',
  cancellation: 'Cancellation of a variation',
  'variation-and-cancellation': 'Variations and cancellations',
  date: 'Date moved',
  other: 'Other',
}

export const directionsView = view({
  name: 'directions',
  at: '/code/directions',
  title: 'Directions on the Code',
  says: 'The directions that activated provisions, varied them or cancelled variations by the day asked for, newest first.',
  asked: z.object({
    ...paging,
    kind: z
      .enum(directionKinds, { error: `Ask for one of ${directionKinds.join(', ')}` })
      .optional()
      .meta({ label: 'Kind' }),
    q: z
      .string()
      .trim()
      .max(200, 'Ask in 200 characters at most')
      .optional()
      .meta({ label: 'Words' }),
  }),
  gives: z.object({
    directions: z.array(directionShown),
    total: z.int(),
    next: z.string().nullable(),
    kinds: z.array(z.object({ value: z.enum(directionKinds), label: z.string(), count: z.int() })),
  }),
  answer(reading, { kind, q, ...paged }) {
    const all = directionsOnRecord(reading).toReversed()
    const wanted = all.filter(
      ({ data }) =>
        (kind === undefined || directionKind(data.action) === kind) &&
        holdsWords(q, [...data.provisions, data.action, data.description]),
    )
    const { rows, total, next } = pageOf(wanted, paged, ({ key }) => key)
    return {
      directions: rows.map((row) => shownDirection(row, reading)),
      total,
      next,
      kinds: directionKinds
        .map((value) => ({
          value,
          label: kindLabels[value],
          count: all.filter(({ data }) => directionKind(data.action) === value).length,
        }))
        .filter(({ count }) => count > 0),
    }
  },
})

function shownDirection(row: Direction, { asOf }: Reading): DirectionShown {
  const { reference, on, provisions, action, description } = row.data
  return {
    reference,
    on: asShown(on),
    holds: certainty(row.opens, row.closes, asOf) === 'certainly' ? 'certainly' : 'possibly',
    provisions: [...provisions],
    action,
    kind: directionKind(action),
    description,
    ...beneathOf(row),
  }
}
