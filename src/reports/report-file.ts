// What a code's yearly report says and counts, as data: the files of codes/NAME/reports/, checked at the start.

import { z } from 'zod'
import { informationClasses } from '#journal/information-class.ts'
import { chartDefinition } from './chart-definition.ts'
import { figureDefinition, figureKey } from './figure-definition.ts'
import { section } from './section-definition.ts'
import { tableDefinition } from './table-definition.ts'

const text = z.string({ error: 'Expected a text' }).trim().min(1, 'Expected a text')
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a name in small letters, digits and hyphens')

const cover = z.strictObject({
  title: text,
  says: text,
  class: z.enum(informationClasses),
  classSays: text,
  clause: text.optional(),
  source: text,
})

const status = z.strictObject({
  version: text,
  description: text,
  /** The decision on record that approves it: who decides, and the subject under which the record has it. */
  approval: z.strictObject({ body: id, subject: text }),
})

const evidence = z.strictObject({
  text,
  years: z.array(text).optional(),
  source: text.optional(),
})

/** What one file of a report may hold. */
export const part = z.strictObject({
  cover: cover.optional(),
  statuses: z.array(status).optional(),
  figures: z.record(figureKey, figureDefinition).optional(),
  tables: z.record(id, tableDefinition).optional(),
  charts: z.record(id, chartDefinition).optional(),
  sections: z.array(section).optional(),
  /** The objectives by their id in the rulebook: how they are called, and what speaks for each. */
  objectives: z.record(id, z.strictObject({ name: text, evidence: z.array(evidence) })).optional(),
  glossary: z.array(z.strictObject({ term: text, meaning: text })).optional(),
})
export type Part = z.output<typeof part>

/** A report's data, put together from its files. */
export type ReportFile = {
  readonly cover: z.output<typeof cover>
  readonly statuses: readonly z.output<typeof status>[]
  readonly figures: NonNullable<Part['figures']>
  readonly tables: NonNullable<Part['tables']>
  readonly charts: NonNullable<Part['charts']>
  readonly sections: readonly z.output<typeof section>[]
  readonly objectives: NonNullable<Part['objectives']>
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[]
}
