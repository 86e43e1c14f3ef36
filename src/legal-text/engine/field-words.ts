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

const cutInline = (inline: Inline, from: number, to: number, takesFirst: boolean): Inline[] => {
  if (inline.t === 'em') {
    const c = cutParagraph(inline.c, from, to, takesFirst)
    return c.length > 0 ? [{ ...inline, c }] : []
  }
  if (from === 0 && to >= inline.s.length) return [inline]
  const s = inline.s.slice(from, to)
  return s === '' ? [] : [{ ...inline, s }]
}

const lengthOf = (inline: Inline): number =>
  inline.t === 'em' ? wordsOf(inline.c).length : inline.s.length

/**
 * The characters `from` to `to` of a paragraph. A run without words, such as an image, that stands just at `from` is
 * taken along only where asked, so that it stands on one side of a cut and not on both.
 */
const cutParagraph = (
  paragraph: Paragraph,
  from: number,
  to: number,
  takesFirst: boolean,
): Paragraph => {
  const out: Inline[] = []
  let at = 0
  for (const inline of paragraph) {
    const end = at + lengthOf(inline)
    // Emphasis is looked into wherever it touches: what stands at its edge may have no words.
    const isIn =
      inline.t === 'em'
        ? end >= from && at <= to
        : end === at
          ? at <= to && (takesFirst ? at >= from : at > from)
          : end > from && at < to
    const [start, stop] = [Math.max(0, from - at), Math.min(end, to) - at]
    if (isIn) out.push(...cutInline(inline, start, stop, takesFirst || at > from))
    at = end
  }
  return out
}

const cutParagraphs = (
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
  takesFirst: boolean,
): Paragraph[] => {
  const out: Paragraph[] = []
  let at = 0
  for (const paragraph of paragraphs) {
    const length = wordsOf(paragraph).length
    const start = Math.max(0, from - at)
    if (at + length >= from && at <= to)
      out.push(cutParagraph(paragraph, start, Math.min(length, to - at), takesFirst || at > from))
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

const joined = (left: readonly Paragraph[], right: readonly Paragraph[]): Paragraph[] => [
  ...left.slice(0, -1),
  [...(left.at(-1) ?? []), ...(right[0] ?? [])],
  ...right.slice(1),
]

/** The paragraphs with the characters `from` to `to` (of `fieldWords`) replaced; all else stays, with its marks. */
export const spliceWords = (
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
  ins: readonly Inline[],
): Paragraph[] => {
  const end = paragraphs.map(wordsOf).join('\n').length
  const head = cutParagraphs(paragraphs, 0, from, true)
  const rest = cutParagraphs(paragraphs, to, end, to > from)
  return joined(joined(head, byLine(ins)), rest)
}
