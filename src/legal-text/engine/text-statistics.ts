// Counts of a text, taken from the model.
import type { Inline, Tree } from './model.ts'
import { wordsOf } from './words.ts'

export interface TextStatistics {
  /** Sections, containers and numbered paragraphs: everything that carries a printed number. */
  readonly provisions: number
  /** Runs of characters without white space in numbers, headings and paragraphs. */
  readonly words: number
  /** Marked cross-references. */
  readonly references: number
}

const countWords = (s: string): number => s.match(/\S+/g)?.length ?? 0

const countRefs = (inlines: readonly Inline[]): number =>
  inlines.reduce(
    (sum, inline) => sum + (inline.t === 'ref' ? 1 : inline.t === 'em' ? countRefs(inline.c) : 0),
    0,
  )

export const statisticsOf = (root: Tree): TextStatistics => {
  let [provisions, words, references] = [0, 0, 0]
  const visit = ({ own, kids }: Tree): void => {
    if (own.label) {
      provisions++
      words += countWords(own.label.raw)
    }
    for (const paragraph of [...(own.heading ? [own.heading] : []), ...own.lead, ...own.tail]) {
      words += countWords(wordsOf(paragraph))
      references += countRefs(paragraph)
    }
    kids.forEach(visit)
  }
  visit(root)
  return { provisions, words, references }
}
