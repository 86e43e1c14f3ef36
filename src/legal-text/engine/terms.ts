// Defined terms: where each is defined, and where it is used, in one pass over the words.
import { pathTo } from './locate.ts'
import { termOf } from './merge-notices.ts'
import type { ProvisionId, Tree } from './model.ts'
import { wordsOf } from './words.ts'

export interface Definition {
  readonly term: string
  readonly id: ProvisionId
  /** The provision within which the term has this meaning: where its definitions stand. */
  readonly scope: ProvisionId
}

export interface TermUse {
  readonly term: string
  readonly id: ProvisionId
}

/** Every definition of a text, in reading order. Its scope is the nearest section, schedule or the whole text. */
export const definitionsIn = (root: Tree): Definition[] => {
  const out: Definition[] = []
  const visit = (tree: Tree, scope: ProvisionId): void => {
    const within = ['code', 'section', 'schedule', 'appendix'].includes(tree.own.kind)
      ? tree.id
      : scope
    const term = termOf(tree.own)
    if (term) out.push({ term, id: tree.id, scope: within })
    for (const kid of tree.kids) visit(kid, within)
  }
  visit(root, root.id)
  return out
}

interface Trie {
  readonly next: Map<string, Trie>
  term: string | null
}

/** An automaton over words for a set of terms; the longest term that begins at a word is the one used. */
export const termAutomaton = (
  terms: Iterable<string>,
): ((words: string) => { term: string; from: number }[]) => {
  const start: Trie = { next: new Map(), term: null }
  for (const term of terms) {
    let state = start
    for (const word of term.match(/[\p{L}\p{N}’'-]+/gu) ?? []) {
      const next = state.next.get(word) ?? { next: new Map(), term: null }
      state.next.set(word, next)
      state = next
    }
    if (state !== start) state.term = term
  }
  return (words) => {
    const found: { term: string; from: number }[] = []
    const tokens = [...words.matchAll(/[\p{L}\p{N}’'-]+/gu)]
    for (let at = 0; at < tokens.length; ) {
      let state: Trie | undefined = start
      let longest = 0
      let term: string | null = null
      for (let ahead = 0; state && at + ahead < tokens.length; ahead++) {
        state = state.next.get((tokens[at + ahead] as RegExpMatchArray)[0])
        if (state?.term) {
          term = state.term
          longest = ahead + 1
        }
      }
      if (term !== null)
        found.push({ term, from: (tokens[at] as RegExpMatchArray).index as number })
      at += Math.max(1, longest)
    }
    return found
  }
}

/** Every use of the given terms, each provision's own definition left out. */
export const usesIn = (root: Tree, definitions: readonly Definition[]): TermUse[] => {
  const find = termAutomaton(new Set(definitions.map((one) => one.term)))
  const defined = new Set(definitions.map((one) => `${one.id} ${one.term}`))
  const out: TermUse[] = []
  const visit = (tree: Tree): void => {
    const { heading, lead, tail } = tree.own
    for (const paragraph of [heading ?? [], ...lead, ...tail])
      for (const { term } of find(wordsOf(paragraph)))
        if (!defined.has(`${tree.id} ${term}`)) out.push({ term, id: tree.id })
    tree.kids.forEach(visit)
  }
  visit(root)
  return out
}

/** Terms, in small letters, that stand anywhere but in their own definition, in whatever case. */
export const usedInAnyCase = (root: Tree, definitions: readonly Definition[]): Set<string> => {
  const find = termAutomaton(new Set(definitions.map((one) => one.term.toLowerCase())))
  const own = new Set(definitions.map((one) => `${one.id} ${one.term.toLowerCase()}`))
  const out = new Set<string>()
  const visit = (tree: Tree): void => {
    const { heading, lead, tail } = tree.own
    for (const paragraph of [heading ?? [], ...lead, ...tail])
      for (const { term } of find(wordsOf(paragraph).toLowerCase()))
        if (!own.has(`${tree.id} ${term}`)) out.add(term)
    tree.kids.forEach(visit)
  }
  visit(root)
  return out
}

/** Whether a provision lies within a scope. */
export const isWithin = (root: Tree, id: ProvisionId, scope: ProvisionId): boolean =>
  scope === root.id || pathTo(root, id).some((tree) => tree.id === scope)
