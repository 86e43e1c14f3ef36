// References and defined terms as they are printed, linked to what they mean in the text of the same day.

import {
  type Content,
  newReferenceResolver,
  newTermIndex,
  type ReferenceResolver,
  type TermIndex,
  type Tree,
  type WordLink,
  withLinks,
} from '../engine/index.ts'
import { newNumberIndex } from '../engine/number-index.ts'

interface Indexes {
  readonly references: ReferenceResolver
  readonly terms: TermIndex
}

const made = new WeakMap<Tree, Indexes>()

/** The indexes of a version, made once for its root. */
function indexesOf(root: Tree): Indexes {
  const before = made.get(root)
  if (before) return before
  const index = newNumberIndex(root)
  const fresh = {
    references: newReferenceResolver(root, undefined, index),
    terms: newTermIndex(root, index),
  }
  made.set(root, fresh)
  return fresh
}

/** What a provision of this version says, with each reference and term that surely leads somewhere marked so. */
export function linkedContent(root: Tree): (tree: Tree) => Content {
  const { references, terms } = indexesOf(root)
  return ({ id, own }) => {
    const links: WordLink[] = []
    for (const { outcome, form, ...place } of references.referencesIn(id))
      if (outcome.is === 'found' && outcome.id !== id)
        links.push({
          ...place,
          mark: (s) => ({ t: 'ref', s, form, to: { in: 'text', id: outcome.id } }),
        })
    for (const { def, ...place } of terms.termsIn(id))
      if (def && def !== id) links.push({ ...place, mark: (s) => ({ t: 'term', s, def }) })
    return links.length === 0 ? own : withLinks(own, links)
  }
}
