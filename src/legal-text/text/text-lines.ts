// A provision and all that stands in it, as lines in reading order: what a page shows and a program reads.

import { z } from 'zod'
import type { Basis } from '#journal/entry.ts'
import type { Tree } from '../engine/index.ts'
import type { TextAt } from './text-at.ts'
import { type FoundLink, type RunShown, runShown, runsOf } from './words-shown.ts'

export const lineShown = z.object({
  id: z.string(),
  /** The whole printed number; empty where it has none of its own. */
  number: z.string(),
  /** The number as it stands there, such as (a). */
  label: z.string(),
  href: z.string(),
  kind: z.string(),
  depth: z.int(),
  /** `closing` for words that come after what stands in the provision. */
  part: z.enum(['opening', 'closing']),
  heading: z.array(runShown).nullable(),
  paragraphs: z.array(z.array(runShown)),
  /** True where its words are our own, invented to show. */
  illustrative: z.boolean(),
  /** True where an effect that is no mere entry has written it. */
  amended: z.boolean(),
})
export type LineShown = z.infer<typeof lineShown>

/** Finds links in plain words of a provision. */
export type LinkFinder = (tree: Tree) => (words: string) => readonly FoundLink[]

const noLinks: LinkFinder = () => () => []

/** The lines of a tree of the text at `at`; children deeper than `most` provisions in are left out. */
export function linesOf(
  tree: Tree,
  at: TextAt,
  links: LinkFinder = noLinks,
  most = Number.POSITIVE_INFINITY,
): readonly LineShown[] {
  const out: LineShown[] = []
  const visit = (one: Tree, depth: number): void => {
    if (out.length >= most) return
    const { own, id } = one
    const find = links(one)
    const runs = (paragraph: Parameters<typeof runsOf>[0]): RunShown[] =>
      runsOf(paragraph, at.numbers, find)
    const makers = at.text.made.get(id) ?? []
    const line = {
      id,
      number: at.numbers.numberOf(id),
      label: own.label?.raw ?? '',
      href: at.numbers.addressOf(id),
      kind: own.kind,
      depth,
      illustrative: isIllustrative(
        makers.map(({ basis }) => basis),
        own.lead.length > 0,
      ),
      amended: makers.some(({ instrument }) => instrument !== null),
    }
    out.push({
      ...line,
      part: 'opening',
      heading: own.heading && runs(own.heading),
      paragraphs: own.lead.map(runs),
    })
    for (const kid of one.kids) visit(kid, depth + 1)
    if (own.tail.length > 0)
      out.push({ ...line, part: 'closing', heading: null, paragraphs: own.tail.map(runs) })
  }
  visit(tree, 0)
  return out
}

const isIllustrative = (bases: readonly Basis[], hasWords: boolean) =>
  hasWords && bases.includes('illustrative')
