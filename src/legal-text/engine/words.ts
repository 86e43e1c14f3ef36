// The printed words of inline runs.
import type { Content, Inline, Own, Paragraph } from './model.ts'

const wordsOfInline = (inline: Inline): string => (inline.t === 'em' ? wordsOf(inline.c) : inline.s)

/** The words of a paragraph as printed, marks left out. */
export const wordsOf = (paragraph: Paragraph): string => {
  const first = paragraph[0]
  if (paragraph.length === 1 && first) return wordsOfInline(first)
  let words = ''
  for (const inline of paragraph) words += wordsOfInline(inline)
  return words
}

const NO_WORDS: Paragraph = []

/** Every paragraph of a content as printed: its heading, and the words before and after its children. */
export const paragraphsOf = ({ heading, lead, tail }: Content): readonly Paragraph[] =>
  heading === null && tail.length === 0 ? lead : [heading ?? NO_WORDS, ...lead, ...tail]

/** A provision on one line, as a person reads it: number, heading, words before and after its children. */
export const lineOf = (content: Content): string => {
  const pieces: string[] = []
  if (content.label) pieces.push(content.label.raw)
  if (content.heading) pieces.push(wordsOf(content.heading))
  for (const paragraph of content.lead) pieces.push(wordsOf(paragraph))
  for (const paragraph of content.tail) pieces.push(wordsOf(paragraph))
  return pieces.join(' ')
}

const said = new WeakMap<Own, string>()

/** All words of a held content as one text, a line a paragraph; kept, since a content never changes. */
export const wordsIn = (own: Own): string => {
  const known = said.get(own)
  if (known !== undefined) return known
  const words = [own.heading ?? [], ...own.lead, ...own.tail].map(wordsOf).join('\n')
  said.set(own, words)
  return words
}
