// A report as it is given: figures with what lies beneath them, and sections, tables and charts laid out for a year.

import { z } from 'zod'
import { informationClasses } from '#journal/information-class.ts'
import { beneath, shownDate } from '#reading/given.ts'

const run = z.object({
  text: z.string(),
  figure: z
    .string()
    .nullable()
    .meta({ description: 'The key of the figure that this text prints' }),
})
export type RunShown = z.infer<typeof run>

export const figureValue = z
  .union([z.number(), z.string()])
  .nullable()
  .meta({ description: 'Null where the record does not tell' })

export const figureShown = z.object({
  key: z.string(),
  label: z.string(),
  value: figureValue,
  printed: z.string(),
  unit: z.string().nullable(),
  means: z.string().meta({ description: 'What is counted, in one sentence' }),
  facts: z.int().meta({ description: 'How many facts count' }),
  possibly: z
    .int()
    .meta({ description: 'How many more possibly would: their dates are known in part' }),
  bases: z
    .object({
      'decided-here': z.int(),
      'on-record': z.int(),
      'known-by-count': z.int(),
      illustrative: z.int(),
    })
    .meta({ description: 'How the facts that count are known' }),
  entries: z.array(z.string()),
})
export type FigureShown = z.infer<typeof figureShown>

const source = z.string().nullable()

export const blockShown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), runs: z.array(run), source }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(run)), source }),
  z.object({ kind: z.literal('table'), id: z.string() }),
  z.object({ kind: z.literal('chart'), id: z.string() }),
  z.object({ kind: z.literal('show'), what: z.enum(['evaluations', 'objectives', 'glossary']) }),
])
export type BlockShown = z.infer<typeof blockShown>

export const sectionShown = z.object({
  number: z.string().nullable(),
  id: z.string(),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  title: z.string(),
  blocks: z.array(blockShown),
})
export type SectionShown = z.infer<typeof sectionShown>

export const tableShown = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      label: z.string(),
      href: z.string().nullable(),
      cells: z.array(z.object({ text: z.string(), figure: z.string().nullable() })),
      basis: beneath.shape.basis.nullable(),
      entries: z.array(z.string()),
      total: z.boolean(),
    }),
  ),
  figures: z.boolean().meta({ description: 'Whether its cells are figures' }),
  empty: z.string().nullable(),
})
export type TableShown = z.infer<typeof tableShown>

const href = z.string().optional()
const tone = z.enum(['open', 'due', 'approved', 'rejected', 'restricted', 'ended'])

const drawn = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('events'),
    from: z.string(),
    to: z.string(),
    groups: z.array(
      z.object({
        label: z.string(),
        events: z.array(
          z.object({
            label: z.string(),
            when: z.string(),
            from: z.string(),
            to: z.string().optional(),
            href,
          }),
        ),
      }),
    ),
    marked: z.object({ day: z.string(), label: z.string() }).optional(),
  }),
  z.object({
    kind: z.literal('bars'),
    of: z.object({ category: z.string(), value: z.string() }),
    bars: z.array(z.object({ label: z.string(), value: z.number(), printed: z.string(), href })),
  }),
  z.object({
    kind: z.literal('outcomes'),
    of: z.string(),
    rows: z.array(
      z.object({
        label: z.string(),
        parts: z.array(z.object({ label: z.string(), value: z.number(), tone, href })),
      }),
    ),
  }),
])

export const chartShown = z.object({
  number: z.string(),
  title: z.string(),
  finding: z.string(),
  note: z.string().nullable(),
  chart: drawn,
})
export type ChartShown = z.infer<typeof chartShown>

export const objectiveShown = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  text: z.string(),
  clause: z.string().nullable(),
  mark: z
    .object({ id: z.string(), label: z.string() })
    .nullable()
    .meta({ description: 'Null until it is entered: not known from the source' }),
  notes: z.string().nullable(),
  evaluated: shownDate.nullable(),
  entries: z.array(z.string()),
  evidence: z.array(z.object({ runs: z.array(run), source })),
})
export type ObjectiveShown = z.infer<typeof objectiveShown>

export const statusShown = z.object({
  version: z.string(),
  description: z.string(),
  approver: z.string(),
  decision: z
    .object({ words: z.string(), on: shownDate, href: z.string(), ...beneath.shape })
    .nullable()
    .meta({ description: 'Null where no approval is on record' }),
})
export type StatusShown = z.infer<typeof statusShown>

export const reportShown = z.object({
  year: z.object({
    name: z.string(),
    label: z.string().meta({ description: 'What the code calls its year' }),
    from: z.string(),
    to: z.string(),
    words: z.string(),
    over: z.boolean(),
  }),
  title: z.string(),
  code: z.object({ title: z.string(), short: z.string() }),
  says: z.string(),
  class: z.object({ id: z.enum(informationClasses), label: z.string(), says: z.string() }),
  clause: z.string().nullable(),
  source: z.string(),
  status: z.array(statusShown),
  figures: z.record(z.string(), figureValue),
  details: z.record(z.string(), figureShown),
  sections: z.array(sectionShown),
  tables: z.record(z.string(), tableShown),
  charts: z.record(z.string(), chartShown),
  objectives: z.array(objectiveShown),
  glossary: z.array(z.object({ term: z.string(), meaning: z.string() })),
})
export type ReportShown = z.infer<typeof reportShown>
