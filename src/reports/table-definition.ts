// How a table of a report is defined: rows of figures, or the facts themselves.

import { z } from 'zod'
import { chosen, figureKey } from './figure-definition.ts'

const text = z.string({ error: 'Expected a text' }).trim().min(1, 'Expected a text')

const ofFigures = z.strictObject({
  caption: text,
  columns: z.tuple([text, text], text),
  rows: z.array(
    z.strictObject({
      label: text,
      figures: z.array(figureKey.nullable()),
      total: z.boolean().optional(),
    }),
  ),
})

const ofFacts = z.strictObject({
  caption: text,
  facts: z.strictObject(chosen),
  /** A field of the facts, or `says` (with its link) or `when`. */
  columns: z.array(z.strictObject({ label: text, field: text })).min(1),
  /** What to say where there are none. */
  empty: text,
})

export const tableDefinition = z.union([ofFigures, ofFacts], {
  error:
    'Expected a table of figures (caption, columns, rows) or of facts (caption, facts, columns, empty)',
})
export type TableDefinition = z.output<typeof tableDefinition>
export type TableOfFacts = z.output<typeof ofFacts>
export type TableOfFigures = z.output<typeof ofFigures>
