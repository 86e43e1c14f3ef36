// Which defined terms are used anywhere in a text.
import type { Tree } from './model.ts'
import { termFinder } from './term-finder.ts'
import type { Definition } from './terms.ts'

/** How a term is printed where there are several of what it means. */
const pluralsOf = (term: string): string[] => [
  `${term}s`,
  /[sxz]$|[cs]h$/.test(term) ? `${term}es` : term.replace(/(?<=[^aeiou])y$/, 'ies'),
]

/**
 * Those of the terms that stand, themselves or in the plural, anywhere but in their own definition; `inAnyCase` compares,
 * and gives, small letters.
 */
export const usedTerms = (
  root: Tree,
  definitions: readonly Definition[],
  inAnyCase = false,
): ReadonlySet<string> => {
  const written = (words: string): string => (inAnyCase ? words.toLowerCase() : words)
  const all = new Set(definitions.map((one) => written(one.term)))
  if (all.size === 0) return all
  const forms = new Map([...all].flatMap((one) => pluralsOf(one).map((form) => [form, one])))
  for (const one of all) forms.set(one, one)
  const find = termFinder(forms.keys(), inAnyCase)
  const own = new Map(definitions.map((one) => [`${one.id} ${written(one.term)}`, one.inSentence]))
  const usedUnder = usesKept(`${inAnyCase}\n${[...own].join('\n')}`)
  const visit = (tree: Tree): ReadonlySet<string> => {
    const before = usedUnder.get(tree)
    if (before) return before
    const used = new Set<string>()
    const defining = new Set<string>()
    for (const { term: form } of find(tree.own)) {
      const term = forms.get(form) as string
      const inSentence = own.get(`${tree.id} ${term}`)
      // A sentence that defines stands among others: the second time the term stands there it is used.
      if (inSentence === false || (inSentence === true && !defining.has(term))) defining.add(term)
      else used.add(term)
    }
    for (const kid of tree.kids) for (const term of visit(kid)) used.add(term)
    const fresh = used.size === 0 ? NONE : used
    usedUnder.set(tree, fresh)
    return fresh
  }
  return visit(root)
}

const NONE: ReadonlySet<string> = new Set()
const KEPT = 4
const kept = new Map<string, WeakMap<Tree, ReadonlySet<string>>>()

/** What is used under each provision, kept for the definitions last asked about. */
const usesKept = (key: string): WeakMap<Tree, ReadonlySet<string>> => {
  const known = kept.get(key) ?? new WeakMap<Tree, ReadonlySet<string>>()
  kept.delete(key)
  kept.set(key, known)
  for (const oldest of kept.keys())
    if (kept.size > KEPT) kept.delete(oldest)
    else break
  return known
}
