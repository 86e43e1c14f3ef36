// How a section of a report is defined: blocks of text, tables and charts, some of them for certain years only.

import { z } from 'zod'
import { figureKey } from './figure-definition.ts'

const text = z.string({ error: 'Expected a text' }).trim().min(1, 'Expected a text')

const matters = ['p', 'list', 'table', 'chart', 'show'] as const

/** One block. What is said of certain years names them, and its source. */
const block = z
  .strictObject({
    p: text.optional(),
    list: z.array(text).min(1).optional(),
    table: text.optional(),
    chart: text.optional(),
    /** Something that the program lays out: the objectives with their marks, their wording, or the glossary. */
    show: z.enum(['evaluations', 'objectives', 'glossary']).optional(),
    years: z.array(text).min(1).optional(),
    source: text.optional(),
    /** Stands only where the figure is known and not nought. */
    if: figureKey.optional(),
    /** Stands only where the figure is nought or not known. */
    unless: figureKey.optional(),
  })
  .refine((one) => matters.filter((name) => one[name] !== undefined).length === 1, {
    message: `Expected exactly one of ${matters.join(', ')} in a block`,
  })
  .refine((one) => one.years === undefined || one.source !== undefined, {
    message: 'Expected the source of what is said of certain years',
    path: ['source'],
  })
export type Block = z.output<typeof block>

export const section = z.strictObject({
  /** Such as 3.3.1; without one it stands beneath the section before it. */
  number: text.optional(),
  title: text,
  blocks: z.array(block).default([]),
})
export type SectionDefinition = z.output<typeof section>
