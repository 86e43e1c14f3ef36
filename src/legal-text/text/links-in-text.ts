// References and defined terms in plain words, with the address of what they mean in the text of the same day.

import { findReferences, type Tree } from '../engine/index.ts'
import type { TextAt } from './text-at.ts'
import type { LinkFinder } from './text-lines.ts'
import type { FoundLink } from './words-shown.ts'

/** Finds the references of a provision that lead to one that stands on the same day. */
export function linkFinder({ numbers }: TextAt): LinkFinder {
  return (tree: Tree) => (words: string) =>
    findReferences(words).flatMap((found): FoundLink[] => {
      if (found.number === '') return []
      const own = numbers.numberOf(tree.id).replace(/\(.*$/, '')
      const id =
        numbers.named(`${found.form} ${found.number}`) ??
        numbers.named(found.number) ??
        (found.number.startsWith('(') ? numbers.named(own + found.number) : undefined)
      if (!id || id === tree.id) return []
      return [{ from: found.from, to: found.to, href: numbers.addressOf(id), isTerm: false }]
    })
}
