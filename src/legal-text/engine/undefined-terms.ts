// Phrases in capitals that read as defined terms and are defined nowhere. Only in texts that write their terms so: in
// others, capitals are names.
import { type CapitalRun, capitalRuns, JOINING, type Word } from './capital-phrases.ts'
import type { Tree } from './model.ts'
import type { Definition } from './terms.ts'
import { wordsOf } from './words.ts'

const FEW_DEFINITIONS = 5
const MOST_OF = 0.8
/** Whether a term is of several words, each in capitals but for such as `of` and `or`. */
export const isTitled = (term: string): boolean =>
  term.includes(' ') &&
  /^\p{Lu}/u.test(term) &&
  term.split(/,? /).every((word) => /^\p{Lu}/u.test(word) || JOINING.has(word))

/** Whether a text's terms of several words are written in capitals throughout. */
export const writesTermsInCapitals = (definitions: readonly Definition[]): boolean => {
  const long = definitions.filter((one) => one.term.includes(' '))
  const titled = long.filter((one) => isTitled(one.term))
  return titled.length >= FEW_DEFINITIONS && titled.length >= MOST_OF * long.length
}

// What stays a name after "a" and "any": a numbered place, a document of law, a day.
const NAMES_OF_SEVERAL = new Set(
  'Act Acts Commission Court Government House Law Majesty Ministry Order Parliament Regulation Regulations Treaty January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Annex Appendix Article Chapter Clause Division Paragraph Part Schedule Section Table Title Version'.split(
    ' ',
  ),
)
const isNameOfSeveral = (phrase: string): boolean =>
  phrase.split(/,? /).some((word) => NAMES_OF_SEVERAL.has(word))

const singular = (word: string): string => word.replace(/(?:’s|'s|’|s)$/u, '').toLowerCase()
const keyOf = (words: readonly string[]): string => words.map(singular).join(' ')

interface Stretch {
  readonly words: readonly Word[]
  readonly before: string
  readonly inBrackets: boolean
}

/**
 * What of a run no defined term covers, as far as it stands together; with the term after it where a capital word stands
 * straight before one, as `Eligible` before the term `Foreign Bank`.
 */
const notCovered = (run: CapitalRun, known: ReadonlySet<string>, longest: number): Stretch[] => {
  const { words } = run
  const out: Stretch[] = []
  let from = 0
  const close = (to: number, withTerm: number): void => {
    const first = words.slice(from, to).findIndex((one) => one.capital) + from
    const last = words.slice(from, to).findLastIndex((one) => one.capital) + from
    const isBefore = last === to - 1 && to >= from + 1 && words[to]?.gap === ' '
    const end = isBefore ? withTerm : last + 1
    if (first >= from && end - first > 1)
      out.push({
        words: words.slice(first, end),
        before: first === 0 ? run.before : (words[first - 1]?.s ?? ''),
        inBrackets: run.inBrackets && first === 0 && end === words.length,
      })
  }
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at)
    while (length > 0 && !known.has(keyOf(words.slice(at, at + length).map((one) => one.s))))
      length--
    if (length > 0) {
      close(at, at + length)
      from = at + length
    }
    at += Math.max(1, length)
  }
  close(words.length, words.length)
  return out
}

const printed = (words: readonly Word[]): string =>
  words
    .map(({ gap, s }, at) => (at === 0 ? s : gap + s))
    .join('')
    .replace(/[’']s?$/u, '')

/** A stretch as one phrase, and as the phrases that `and`, `or` or a comma may part it into. */
const readingsOf = ({ words, before, inBrackets }: Stretch): Stretch[] => {
  const out: Stretch[] = [{ words, before, inBrackets }]
  let from = 0
  const close = (to: number): void => {
    const part = words.slice(from, to)
    const first = part.findIndex((one) => one.capital)
    const last = part.findLastIndex((one) => one.capital)
    if (last > first && last - first + 1 < words.length)
      out.push({
        words: part.slice(first, last + 1),
        before: from + first === 0 ? before : (words[from + first - 1]?.s ?? ''),
        inBrackets: false,
      })
  }
  words.forEach(({ s, gap }, at) => {
    if (gap.startsWith(',') || s === 'and' || s === 'or') {
      close(at)
      from = at
    }
  })
  close(words.length)
  return out
}

// Words before a thing of which there are several, as there are of what a term means and not of what a name names.
const OF_A_KIND = new Set('a an any each every no such another either neither'.split(' '))

interface Standing {
  uses: number
  ofAKind: boolean
}

export interface CapitalisedPhrase {
  readonly phrase: string
  readonly tree: Tree
}

/**
 * Where phrases of several capitalised words stand in these provisions that are used at least twice in the text, once
 * as a thing of a kind ("an Eligible Vote", "Eligible Votes"), and are neither a defined term nor made of some, a heading
 * in brackets, nor the name of a document, a body or a place. None where the text does not write its terms in capitals.
 */
export const undefinedPhrases = (
  root: Tree,
  scope: Tree,
  definitions: readonly Definition[],
): CapitalisedPhrase[] => {
  if (!writesTermsInCapitals(definitions)) return []
  const terms = definitions
    .filter(({ term }) => /\p{Lu}/u.test(term))
    .map(({ term }) => term.split(/,? /))
  const known = new Set(terms.map(keyOf))
  const longest = Math.max(0, ...terms.map((one) => one.length))
  const headings = new Set<string>()
  const standing = new Map<string, Standing>()
  const stretches = new Map<Tree, Stretch[]>()
  const survey = (tree: Tree): void => {
    if (tree.own.heading) headings.add(wordsOf(tree.own.heading).toLowerCase().trim())
    const open = capitalRuns(tree.own).flatMap((run) =>
      run.words.length > 1 ? notCovered(run, known, longest) : [],
    )
    if (open.length > 0) stretches.set(tree, open)
    for (const { words, before } of open.flatMap(readingsOf)) {
      const phrase = printed(words)
      const one = standing.get(singular(phrase)) ?? { uses: 0, ofAKind: false }
      one.uses++
      one.ofAKind ||= OF_A_KIND.has(before)
      standing.set(singular(phrase), one)
    }
    tree.kids.forEach(survey)
  }
  survey(root)
  const isTerm = ({ words, before, inBrackets }: Stretch): boolean => {
    const phrase = printed(words)
    const at = standing.get(singular(phrase))
    if (!at || at.uses < 2 || !at.ofAKind || before === '' || isNameOfSeveral(phrase)) return false
    return !(inBrackets && headings.has(phrase.toLowerCase()))
  }
  const out: CapitalisedPhrase[] = []
  const look = (tree: Tree): void => {
    const seen = new Set<string>()
    for (const stretch of stretches.get(tree) ?? []) {
      const [whole, ...parts] = readingsOf(stretch)
      for (const one of whole && isTerm(whole) ? [whole] : parts.filter(isTerm)) {
        const phrase = printed(one.words)
        if (!seen.has(phrase)) out.push({ phrase, tree })
        seen.add(phrase)
      }
    }
    tree.kids.forEach(look)
  }
  look(scope)
  return out
}
