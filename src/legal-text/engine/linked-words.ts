// The words of a provision with links laid over them, for pages that show where printed references and terms lead.
import { spliceWords } from './field-words.ts'
import type { Content, Inline, Paragraph } from './model.ts'
import { FIELDS, type Field } from './tokens.ts'
import { wordsOf } from './words.ts'

/** A run of words of one paragraph, in characters, and the mark it is to carry. */
export interface WordLink {
  readonly field: Field
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly mark: (words: string) => Inline
}

/** Where runs of a paragraph stand that are marked otherwise than by emphasis. */
const markedIn = (paragraph: Paragraph): { from: number; to: number }[] => {
  const out: { from: number; to: number }[] = []
  let at = 0
  for (const inline of paragraph) {
    const to = at + wordsOf([inline]).length
    if (inline.t !== 'text') out.push({ from: at, to })
    at = to
  }
  return out
}

/**
 * The same words with the links as marks. A link that touches words already marked, or an earlier link, is left out: a
 * mark somebody set is surer than one that was found.
 */
export const withLinks = (content: Content, links: readonly WordLink[]): Content => {
  const linked = (field: Field, paragraph: Paragraph, at: number): Paragraph => {
    const mine = links
      .filter((one) => one.field === field && one.paragraph === at && one.from < one.to)
      .toSorted((p, q) => p.from - q.from || q.to - p.to)
    if (mine.length === 0) return paragraph
    const words = wordsOf(paragraph)
    const taken = markedIn(paragraph)
    const free = mine.filter(({ from, to }) => {
      if (to > words.length || taken.some((one) => one.from < to && from < one.to)) return false
      return taken.push({ from, to }) > 0
    })
    return free.reduceRight<Paragraph>(
      (now, { from, to, mark }) =>
        spliceWords([now], from, to, [mark(words.slice(from, to))])[0] ?? [],
      paragraph,
    )
  }
  const [heading, lead, tail] = FIELDS.map((field) =>
    (field === 'heading' ? (content.heading ? [content.heading] : []) : content[field]).map(
      (paragraph, at) => linked(field, paragraph, at),
    ),
  )
  return { ...content, heading: heading?.[0] ?? null, lead: lead ?? [], tail: tail ?? [] }
}
