// Operations and drafts as they come from outside: their shape is checked here, what they do by the engine.

import { z } from 'zod'
import { type Draft, KINDS, type Op } from '../engine/index.ts'

const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.~:-]{0,79}$/,
    'Give an identity of 1 to 80 letters, digits or _.~:-',
  )
const hash = z.string().regex(/^[0-9a-f]{64}$|^$/, 'Give a hash as 64 hexadecimal digits')

const target = z.union([
  z.object({ in: z.literal('text'), id }),
  z.object({ in: z.literal('document'), name: z.string(), place: z.string() }),
  z.object({ in: z.literal('nowhere'), place: z.string() }),
])
const inline: z.ZodType = z.lazy(() =>
  z.union([
    z.object({ t: z.literal('text'), s: z.string() }),
    z.object({ t: z.literal('ref'), s: z.string(), to: target, form: z.string() }),
    z.object({ t: z.literal('term'), s: z.string(), def: id.nullable() }),
    z.object({
      t: z.literal('em'),
      kind: z.enum(['b', 'i', 'u', 'sup', 'sub']),
      c: z.array(inline),
    }),
    z.object({ t: z.enum(['note', 'formula', 'image']), hash: z.string(), s: z.string() }),
  ]),
)
const paragraph = z.array(inline)
const label = z.union([
  z.string(),
  z.object({
    raw: z.string(),
    scheme: z.enum(['alpha', 'roman', 'arabic', 'decimal', 'section', 'none']),
    sort: z.array(z.union([z.number(), z.string()])),
  }),
])

/** A provision with everything under it. */
export const draftForm: z.ZodType<Draft> = z.lazy(() =>
  z.object({
    id,
    kind: z.enum(KINDS),
    label: label.nullable().optional(),
    heading: paragraph.nullable().optional(),
    lead: z.array(paragraph).optional(),
    tail: z.array(paragraph).optional(),
    children: z.array(draftForm).optional(),
  }),
) as never

const anchor = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  base: hash,
  quote: z.string(),
  occurrence: z.int().min(0),
})
const opForm = z.discriminatedUnion('op', [
  z.object({ op: z.literal('insert'), parent: id, after: id.nullable(), node: draftForm }),
  z.object({ op: z.literal('substitute'), target: id, with: z.array(draftForm) }),
  z.object({
    op: z.literal('words'),
    target: id,
    field: z.enum(['heading', 'lead', 'tail']),
    at: anchor,
    del: z.string(),
    ins: z.array(inline),
  }),
  z.object({
    op: z.literal('repeal'),
    target: id,
    leave: z.enum(['gap', 'not-used']),
    words: z.string().optional(),
  }),
  z.object({ op: z.literal('renumber'), target: id, label }),
  z.object({
    op: z.literal('move'),
    target: id,
    parent: id,
    after: id.nullable(),
    label: label.optional(),
  }),
  z.object({ op: z.literal('split'), targets: z.array(id), into: z.array(draftForm) }),
  z.object({ op: z.literal('join'), targets: z.array(id), into: z.array(draftForm) }),
])

/** Operations in order; at most 20,000. */
export const opsForm = z
  .array(opForm)
  .max(20_000, 'Give at most 20,000 operations in one effect') as unknown as z.ZodType<
  readonly Op[]
>

/** A field that holds the hash of a text, or nothing. */
export const hashField = z
  .string()
  .trim()
  .regex(/^([0-9a-f]{64})?$/, 'Give a hash as 64 hexadecimal digits, or leave it empty')
  .nullish()
  .transform((hash) => (hash ? hash : null))

/** A field that holds what `schema` describes, as it is or as JSON in a text; nothing and blanks are null. */
export function jsonField<T>(schema: z.ZodType<T>, what: string) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T | null => {
      if (value === undefined || value === null) return null
      let given: unknown = value
      if (typeof value === 'string') {
        if (value.trim() === '') return null
        try {
          given = JSON.parse(value)
        } catch (reason) {
          context.addIssue({
            code: 'custom',
            message: `Give ${what} as JSON; it cannot be read: ${(reason as Error).message}`,
          })
          return z.NEVER
        }
      }
      const parsed = schema.safeParse(given)
      if (parsed.success) return parsed.data
      for (const issue of parsed.error.issues.slice(0, 5))
        context.addIssue({
          code: 'custom',
          message: `Give ${what} in its form; at ${issue.path.map(String).join('.') || 'the beginning'}: ${issue.message}`,
        })
      return z.NEVER
    })
}
