// Counts of a text, taken from the model.
import type { Inline, Tree } from './model.ts'
import { paragraphsOf, wordsOf } from './words.ts'

export interface TextStatistics {
  /** Sections, containers and numbered paragraphs: everything that carries a printed number. */
  readonly provisions: number
  /** Runs of characters without white space in numbers, headings and paragraphs. */
  readonly words: number
  /** Marked cross-references. */
  readonly references: number
}

const SPACE = 32

/** In canonical form a space is the only white space. */
const countWords = (s: string): number => {
  let words = 0
  let before = SPACE
  for (let at = 0; at < s.length; at++) {
    const code = s.charCodeAt(at)
    if (before === SPACE && code !== SPACE) words++
    before = code
  }
  return words
}

const countRefs = (inlines: readonly Inline[]): number =>
  inlines.reduce(
    (sum, inline) => sum + (inline.t === 'ref' ? 1 : inline.t === 'em' ? countRefs(inline.c) : 0),
    0,
  )

/** From so many provisions on, what a subtree counts is kept: the next version has most of them. */
const KEPT_FROM = 64
const counted = new WeakMap<Tree, TextStatistics>()

export const statisticsOf = (root: Tree): TextStatistics => {
  const before = counted.get(root)
  if (before) return before
  let [provisions, words, references] = [0, 0, 0]
  const visit = (tree: Tree): void => {
    if (tree !== root && tree.size >= KEPT_FROM) {
      const under = statisticsOf(tree)
      provisions += under.provisions
      words += under.words
      references += under.references
      return
    }
    const { own, kids } = tree
    if (own.label) {
      provisions++
      words += countWords(own.label.raw)
    }
    for (const paragraph of paragraphsOf(own)) {
      words += countWords(wordsOf(paragraph))
      references += countRefs(paragraph)
    }
    kids.forEach(visit)
  }
  visit(root)
  const fresh = { provisions, words, references }
  if (root.size >= KEPT_FROM) counted.set(root, fresh)
  return fresh
}
