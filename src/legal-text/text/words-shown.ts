// Words of a provision for an answer: runs with their marks, references and terms with the address they lead to.

import { z } from 'zod'
import type { Inline, Paragraph } from '../engine/index.ts'
import type { NumbersOfText } from './numbers-of-text.ts'

export const runShown = z.object({
  s: z.string(),
  /** The address of what is referred to, or of the meaning of a term. */
  href: z.string().optional(),
  mark: z.enum(['b', 'i', 'u', 'sup', 'sub', 'term', 'formula', 'image', 'note']).optional(),
})
export type RunShown = z.infer<typeof runShown>

/** The words of a paragraph, with the address of whatever its marks lead to in the same text. */
export function runsOf(paragraph: Paragraph, numbers: NumbersOfText): RunShown[] {
  return paragraph.flatMap((inline) => runsOfInline(inline, numbers))
}

function runsOfInline(inline: Inline, numbers: NumbersOfText): RunShown[] {
  switch (inline.t) {
    case 'text':
      return [{ s: inline.s }]
    case 'ref':
      return inline.to.in === 'text' && numbers.tree(inline.to.id)
        ? [{ s: inline.s, href: numbers.addressOf(inline.to.id) }]
        : [{ s: inline.s }]
    case 'term':
      return inline.def && numbers.tree(inline.def)
        ? [{ s: inline.s, href: numbers.addressOf(inline.def), mark: 'term' }]
        : [{ s: inline.s }]
    case 'em':
      return inline.c
        .flatMap((inner) => runsOfInline(inner, numbers))
        .map((run) => (run.mark ? run : { ...run, mark: inline.kind }))
    case 'note':
    case 'formula':
    case 'image':
      return [{ s: inline.s, mark: inline.t }]
  }
}
