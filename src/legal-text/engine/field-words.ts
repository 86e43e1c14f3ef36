// The words of one field as characters, and the splicing of marked words by character.
import type { Content, Inline, Paragraph } from './model.ts'
import type { Field } from './tokens.ts'
import { wordsOf } from './words.ts'

/** The paragraphs of a field; a heading is one paragraph or none. */
export const paragraphsOf = (content: Content, field: Field): readonly Paragraph[] =>
  field === 'heading' ? (content.heading ? [content.heading] : []) : content[field]

/** The words of a field, one line a paragraph. */
export const fieldWords = (content: Content, field: Field): string =>
  paragraphsOf(content, field).map(wordsOf).join('\n')

const cutInline = (inline: Inline, from: number, to: number): Inline[] => {
  if (inline.t === 'em') {
    const c = cutParagraph(inline.c, from, to)
    return c.length > 0 ? [{ ...inline, c }] : []
  }
  if (from === 0 && to >= inline.s.length) return [inline]
  const s = inline.s.slice(from, to)
  return s === '' ? [] : [{ ...inline, s }]
}

const lengthOf = (inline: Inline): number =>
  inline.t === 'em' ? wordsOf(inline.c).length : inline.s.length

const cutParagraph = (paragraph: Paragraph, from: number, to: number): Inline[] => {
  const out: Inline[] = []
  let at = 0
  for (const inline of paragraph) {
    const end = at + lengthOf(inline)
    const isEmpty = end === at
    if (isEmpty ? at >= from && at <= to : end > from && at < to)
      out.push(...cutInline(inline, Math.max(0, from - at), Math.min(end, to) - at))
    at = end
  }
  return out
}

const cutParagraphs = (paragraphs: readonly Paragraph[], from: number, to: number): Inline[][] => {
  const out: Inline[][] = []
  let at = 0
  for (const paragraph of paragraphs) {
    const length = wordsOf(paragraph).length
    if (at + length >= from && at <= to)
      out.push(cutParagraph(paragraph, Math.max(0, from - at), Math.min(length, to - at)))
    at += length + 1
  }
  return out.length > 0 ? out : [[]]
}

/** Plain runs cut at line ends into paragraphs. */
const byLine = (inlines: readonly Inline[]): Inline[][] => {
  const out: Inline[][] = [[]]
  for (const inline of inlines) {
    if (inline.t !== 'text') {
      out.at(-1)?.push(inline)
      continue
    }
    inline.s.split('\n').forEach((s, at) => {
      if (at > 0) out.push([])
      if (s !== '') out.at(-1)?.push({ t: 'text', s })
    })
  }
  return out
}

const joined = (left: Inline[][], right: Inline[][]): Inline[][] => [
  ...left.slice(0, -1),
  [...(left.at(-1) ?? []), ...(right[0] ?? [])],
  ...right.slice(1),
]

/** The paragraphs with the characters `from` to `to` (of `fieldWords`) replaced. */
export const spliceWords = (
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
  ins: readonly Inline[],
): Inline[][] => {
  const end = paragraphs.map(wordsOf).join('\n').length
  const head = from === 0 ? [[]] : cutParagraphs(paragraphs, 0, from)
  const rest = to === end ? [[]] : cutParagraphs(paragraphs, to, end)
  return joined(joined(head, byLine(ins)), rest)
}
