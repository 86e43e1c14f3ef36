// Checks of defined terms: defined twice, never used, used where they have no meaning, and not defined at all.
import { isRepealed } from './check-references.ts'
import type { Found } from './finding.ts'
import { termOf } from './merge-notices.ts'
import type { Tree } from './model.ts'
import type { TermIndex } from './term-index.ts'
import type { Definition } from './terms.ts'
import { isTitled, undefinedPhrases, writesTermsInCapitals } from './undefined-terms.ts'
import { usedTerms } from './used-terms.ts'
import { wordsIn, wordsOf } from './words.ts'

const REPEALED_TERM = /\[repealed\b|\brepealed\.?$/i

/**
 * Findings of the definitions given. That a term is used in small letters is told only where texts write their terms in
 * capitals: elsewhere its own begins with one because a line does.
 */
const definitionFindings = (
  root: Tree,
  terms: TermIndex,
  mine: readonly Definition[],
  inCapitals: boolean,
): Found[] => {
  const out: Found[] = []
  const used = usedTerms(root, mine)
  const small = usedTerms(
    root,
    mine.filter((one) => !used.has(one.term)),
    true,
  )
  // Of two names for one thing, `“A” or “B” means ...`, one that is used is enough.
  const named = new Set(
    mine.filter(({ term }) => used.has(term) || small.has(term.toLowerCase())).map((one) => one.id),
  )
  for (const [term, its] of Map.groupBy(mine, (one) => one.term)) {
    for (const one of its) {
      const twin = terms
        .of(term)
        .find(
          (other) =>
            one.reach !== 'unsure' &&
            other.scope === one.scope &&
            other.reach === one.reach &&
            !one.inOneCase &&
            !other.inOneCase,
        )
      if (twin && twin.id !== one.id)
        out.push({ kind: 'term-defined-twice', id: one.id, words: term, other: twin.id })
    }
    if (used.has(term)) continue
    const isSmall = small.has(term.toLowerCase())
    if (isSmall && !inCapitals) continue
    const kind = isSmall ? 'term-in-small-letters' : 'term-never-used'
    for (const { id } of its) if (isSmall || !named.has(id)) out.push({ kind, id, words: term })
  }
  return out
}

const useFindings = (tree: Tree, terms: TermIndex): Found[] => {
  const seen = new Set<string>()
  return terms.termsIn(tree.id).flatMap(({ term, field }): Found[] => {
    if (field === 'heading' || seen.has(term) || !isTitled(term)) return []
    seen.add(term)
    if (!terms.isOutOfReach(term, tree.id)) return []
    const [other] = terms.of(term)
    return [
      { kind: 'term-other-scope', id: tree.id, words: term, ...(other && { other: other.id }) },
    ]
  })
}

const PROMISES =
  /^(?:definitions?(?: and interpretation)?|interpretation(?: and definitions?)?)\W*$/i
const EXPECTED = /\b(?:following|means?|meanings?)\b/i

/** Words that give meanings by pointing at another place. */
const ELSEWHERE =
  /\b(?:same meanings?|meanings? (?:assigned|given)|definitions? (?:in|of|set out))\b/i

const isPromise = (tree: Tree): boolean => {
  const { heading, lead } = tree.own
  if (!heading || isRepealed(tree)) return false
  const said = wordsOf(heading).trim()
  if (!PROMISES.test(said)) return false
  const opens = lead[0] ? wordsOf(lead[0]) : ''
  return !/^interpretation\W*$/i.test(said) || EXPECTED.test(opens)
}

const defines = (tree: Tree): boolean =>
  termOf(tree.own) !== null || ELSEWHERE.test(wordsIn(tree.own)) || tree.kids.some(defines)
const says = (tree: Tree): boolean => wordsIn(tree.own).length > 40 || tree.kids.some(says)

/** A place headed as definitions in which none was found: the error may as well be the reader's as the text's. */
const healthFindings = (tree: Tree): Found[] =>
  isPromise(tree) && says(tree) && !defines(tree)
    ? [
        {
          kind: 'definitions-without-definition',
          id: tree.id,
          words: wordsOf(tree.own.heading ?? []),
        },
      ]
    : []

/** Everything found about terms at and under the scope. */
export const termFindings = (root: Tree, scope: Tree, terms: TermIndex): Found[] => {
  const inScope = new Map<string, Tree>()
  const uses: Found[] = []
  const inCapitals = writesTermsInCapitals(terms.definitions)
  const visit = (tree: Tree): void => {
    inScope.set(tree.id, tree)
    uses.push(...healthFindings(tree), ...(inCapitals ? useFindings(tree, terms) : []))
    tree.kids.forEach(visit)
  }
  visit(scope)
  const mine = terms.definitions.filter((one) => {
    const tree = inScope.get(one.id)
    return tree !== undefined && !REPEALED_TERM.test(wordsIn(tree.own))
  })
  return [
    ...(mine.length > 0 ? definitionFindings(root, terms, mine, inCapitals) : []),
    ...uses,
    ...undefinedPhrases(root, scope, terms.definitions).map(
      ({ phrase, tree }): Found => ({ kind: 'term-not-defined', id: tree.id, words: phrase }),
    ),
  ]
}
