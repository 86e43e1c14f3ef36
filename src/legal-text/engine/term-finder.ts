// Where terms stand in the words of a content, kept for the terms last looked for: from one state of a draft to the next
// few words change and hardly ever a term.
import type { Own } from './model.ts'
import { termAutomaton } from './terms.ts'
import { FIELDS, type Field } from './tokens.ts'
import { wordsOf } from './words.ts'

export interface TermFound {
  readonly field: Field
  /** Which paragraph of the field, from 0; `from` and `to` count its characters. */
  readonly paragraph: number
  readonly term: string
  readonly from: number
  readonly to: number
}

export type TermFinder = (own: Own) => readonly TermFound[]

const KEPT = 6
const kept = new Map<string, TermFinder>()

const newFinder = (terms: readonly string[], inAnyCase: boolean): TermFinder => {
  const find = termAutomaton(terms)
  const found = new WeakMap<Own, readonly TermFound[]>()
  return (own) => {
    const known = found.get(own)
    if (known) return known
    const fresh = FIELDS.flatMap((field) =>
      (field === 'heading' ? (own.heading ? [own.heading] : []) : own[field]).flatMap(
        (words, paragraph) => {
          const said = wordsOf(words)
          return find(inAnyCase ? said.toLowerCase() : said).map((one) => ({
            field,
            paragraph,
            ...one,
          }))
        },
      ),
    )
    found.set(own, fresh)
    return fresh
  }
}

/** Finds these terms, the longest at each word; with `inAnyCase` in words made small, as the terms given must be. */
export const termFinder = (terms: Iterable<string>, inAnyCase = false): TermFinder => {
  const all = [...new Set(terms)].sort()
  const key = `${inAnyCase} ${all.join('\n')}`
  const finder = kept.get(key) ?? newFinder(all, inAnyCase)
  kept.delete(key)
  kept.set(key, finder)
  for (const oldest of kept.keys())
    if (kept.size > KEPT) kept.delete(oldest)
    else break
  return finder
}
