// Which provisions are divisions of a text, with a heading of their own size, and which stand in its column.
import type { Kind, Tree } from '../../model.ts'
import { wordsOf } from '../../words.ts'

const ALWAYS: readonly Kind[] = ['code', 'part', 'schedule', 'appendix', 'heading-group']
const UNDER_SECTION: readonly Kind[] = [...ALWAYS, 'clause', 'section']

/** A section is a division where it holds clauses or further divisions; else it is a numbered provision. */
export const isDivision = ({ own, kids }: Tree): boolean =>
  ALWAYS.includes(own.kind) ||
  (own.kind === 'section' && kids.some((kid) => UNDER_SECTION.includes(kid.own.kind)))

/** Number and heading in one line, as in a table of contents; empty where there is neither. */
export const titleOf = ({ own }: Tree): string =>
  [own.label?.raw, own.heading && wordsOf(own.heading)].filter(Boolean).join(' ')

/** Heading, or else the first words, cut at a word; the number before it where it is wanted. */
export const openingOf = (tree: Tree, most: number, isNumbered: boolean): string => {
  const { own } = tree
  const words = wordsOf(own.heading ?? own.lead[0] ?? [])
  const whole = [isNumbered ? own.label?.raw : '', words].filter(Boolean).join(' ')
  return whole.length <= most ? whole : `${whole.slice(0, most).replace(/\s\S*$/, '')} …`
}

// Below this many provisions a text flows on; above it, its divisions begin on new pages.
const A_BOOK = 60
const A_CHAPTER = 6

/** A piece of a chapter: the first lines of a division, a provision with all under it, or a division's last lines. */
export interface Item<T> {
  readonly what: 'head' | 'whole' | 'tail'
  readonly of: T
  readonly depth: number
}

/**
 * The chapters of a text, each of which begins on a new page: the divisions under the root and, where those are books
 * themselves, under them. The first lines of what holds a chapter go with the chapter that follows.
 */
export const chaptersOf = <T extends { readonly tree: Tree; kids(): readonly T[] }>(
  root: T,
  depth: number,
): Item<T>[][] => {
  const chapters: Item<T>[][] = []
  let heads: Item<T>[] = []
  const isOpened = (one: T, kids: readonly T[]): boolean =>
    (one.tree.own.kind === 'code' || one.tree.own.kind === 'part') &&
    one.tree.size > A_BOOK &&
    kids.length > 1 &&
    kids.some((kid) => isDivision(kid.tree)) &&
    one.tree.size / kids.length >= A_CHAPTER
  const visit = (one: T, level: number): void => {
    const kids = one.kids()
    if (!isOpened(one, kids)) {
      chapters.push([...heads, { what: 'whole', of: one, depth: level }])
      heads = []
      return
    }
    heads.push({ what: 'head', of: one, depth: level })
    for (const kid of kids) visit(kid, level + 1)
    if (one.tree.own.tail.length > 0) chapters.at(-1)?.push({ what: 'tail', of: one, depth: level })
  }
  visit(root, depth)
  return chapters
}
