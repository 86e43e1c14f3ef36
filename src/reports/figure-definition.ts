// How a figure is defined, as data: which facts, when, narrowed by what, and how the number comes about.

import { z } from 'zod'

const text = z.string({ error: 'Expected a text' }).trim().min(1, 'Expected a text')

export const figureKey = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/,
    'Expected the key of a figure, such as parties.total',
  )

const sought = z.union([z.string(), z.number(), z.null()])

/** What a field must be: one value, or one of several. Texts may name the year: '{year.next}'. */
export const where = z.record(
  z.string(),
  z.union([sought, z.array(sought), z.strictObject({ not: sought })]),
)
export type Where = z.output<typeof where>

/**
 * When a fact counts: holding on the year's last day or on the first day of the code's record; happened within the
 * year, by its end, or before it; or, for charts, in the year for certain or by the bounds of its date.
 */
export const whens = [
  'at-year-end',
  'at-record-start',
  'in-year',
  'by-year-end',
  'before-year',
  'around-year',
] as const
export type When = (typeof whens)[number]

export const chosen = {
  of: text,
  when: z.enum(whens, { error: `Expected one of ${whens.join(', ')}` }),
  where: where.default({}),
}

export const figureDefinition = z.strictObject({
  /** What it is, as a heading says it. */
  label: text,
  /** What is counted, in one sentence. */
  means: text,
  ...chosen,
  /** How many facts; how many different values of a field; the sum of a field; or a field of the newest fact. */
  count: z
    .union(
      [
        z.literal('facts'),
        z.strictObject({ distinct: text }),
        z.strictObject({ sum: text }),
        z.strictObject({ newest: text }),
      ],
      { error: 'Expected facts, or a field to take distinct, sum or newest of' },
    )
    .default('facts'),
  /** A sum of pence is given and printed in whole pounds. */
  printed: z.enum(['plain', 'pounds-of-pence']).default('plain'),
  /** What it is when no fact is found: none of them, or not known. */
  nothing: z.enum(['none', 'not-known']).default('none'),
  unit: text.optional(),
})
export type FigureDefinition = z.output<typeof figureDefinition>
