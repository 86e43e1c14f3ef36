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

/** A reference or term found in plain words: from and to in characters, and where it leads. */
export interface FoundLink {
  readonly from: number
  readonly to: number
  readonly href: string
  readonly isTerm: boolean
}

/** The words of a paragraph; `find` gives links in runs that carry no mark of their own. */
export function runsOf(
  paragraph: Paragraph,
  numbers: NumbersOfText,
  find: (words: string) => readonly FoundLink[] = () => [],
): RunShown[] {
  return paragraph.flatMap((inline) => runsOfInline(inline, numbers, find))
}

function runsOfInline(
  inline: Inline,
  numbers: NumbersOfText,
  find: (words: string) => readonly FoundLink[],
): RunShown[] {
  switch (inline.t) {
    case 'text':
      return linked(inline.s, find(inline.s))
    case 'ref':
      return inline.to.in === 'text' && numbers.tree(inline.to.id)
        ? [{ s: inline.s, href: numbers.addressOf(inline.to.id) }]
        : linked(inline.s, find(inline.s))
    case 'term':
      return inline.def && numbers.tree(inline.def)
        ? [{ s: inline.s, href: numbers.addressOf(inline.def), mark: 'term' }]
        : [{ s: inline.s }]
    case 'em':
      return inline.c
        .flatMap((inner) => runsOfInline(inner, numbers, find))
        .map((run) => (run.mark ? run : { ...run, mark: inline.kind }))
    case 'note':
    case 'formula':
    case 'image':
      return [{ s: inline.s, mark: inline.t }]
  }
}

function linked(words: string, links: readonly FoundLink[]): RunShown[] {
  const out: RunShown[] = []
  let at = 0
  for (const { from, to, href, isTerm } of links) {
    if (from < at) continue
    if (from > at) out.push({ s: words.slice(at, from) })
    out.push({ s: words.slice(from, to), href, ...(isTerm ? { mark: 'term' as const } : {}) })
    at = to
  }
  if (at < words.length) out.push({ s: words.slice(at) })
  return out
}
