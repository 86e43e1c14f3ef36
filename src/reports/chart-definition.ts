// How a chart of a report is defined: dated events in groups, bars of figures, or how a whole falls into outcomes.

import { z } from 'zod'
import { chosen, figureKey } from './figure-definition.ts'

const text = z.string({ error: 'Expected a text' }).trim().min(1, 'Expected a text')

const tones = ['open', 'due', 'approved', 'rejected', 'restricted', 'ended'] as const

const told = {
  /** As the report numbers its figures: 'Figure 1'. */
  number: text,
  title: text,
  /** What the chart shows, as a sentence; figures stand in it as {parties.total}. */
  finding: text,
  note: text.optional(),
}

const events = z.strictObject({
  ...told,
  kind: z.literal('events'),
  /** From the first day of the record, or of the year, to the end of the year. */
  span: z.enum(['record', 'year']),
  groups: z.array(z.strictObject({ label: text, ...chosen })).min(1),
})

const bars = z.strictObject({
  ...told,
  kind: z.literal('bars'),
  of: z.strictObject({ category: text, value: text }),
  bars: z.array(z.strictObject({ label: text, figure: figureKey })).min(1),
})

const outcomes = z.strictObject({
  ...told,
  kind: z.literal('outcomes'),
  of: text,
  facts: z.strictObject(chosen),
  /** The field that makes the rows, and what a fact without it is called. */
  rows: z.strictObject({ field: text, none: text }),
  /** The field that makes the parts, and the tone of each of its values. */
  parts: z.strictObject({
    field: text,
    none: text,
    tones: z.record(z.string(), z.enum(tones)),
    otherwise: z.enum(tones),
  }),
})

export const chartDefinition = z.discriminatedUnion('kind', [events, bars, outcomes])
export type ChartDefinition = z.output<typeof chartDefinition>
