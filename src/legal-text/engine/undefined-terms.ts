// Phrases in capitals that read as defined terms and are defined nowhere. Only in texts that write their terms so: in
// others, capitals are names.
import type { Tree } from './model.ts'
import type { Definition } from './terms.ts'
import { wordsIn, wordsOf } from './words.ts'

const FEW_DEFINITIONS = 5
const MOST_OF = 0.8
const isTitled = (term: string): boolean => /^[A-Z][\p{L}’'-]*(?: [A-Z][\p{L}’'-]*)+$/u.test(term)

/** Whether a text's terms of several words are written in capitals throughout. */
export const writesTermsInCapitals = (definitions: readonly Definition[]): boolean => {
  const long = definitions.filter((one) => one.term.includes(' '))
  const titled = long.filter((one) => isTitled(one.term))
  return titled.length >= FEW_DEFINITIONS && titled.length >= MOST_OF * long.length
}

// After a word in small letters, so that no sentence or heading begins here; before no further part of a name.
const PHRASE =
  /(?<=(?:^|[\s(“"])[a-z][a-z’'-]*[,)”"]? )(?<!\b(?:the|of|and|for|Mr|Mrs|Dr) [A-Z][\p{L}’'-]* of )([A-Z][a-z][\p{L}’'-]*(?: [A-Z][a-z][\p{L}’'-]*){1,4})(?! (?:of|and|for|in) (?:the )?[A-Z])(?![\p{L}’'-]| [A-Z0-9(])/gu

const OF_NAMES = new Set(
  'Act Acts Agreement Association Authority Bank Board Code Commission Commissioner Committee Company Convention Corporation Council County Court Department Directive Foundation Government Inc Institute Institution Kingdom Law Licence License Limited Ltd Majesty Minister Ministry Office Order Parliament Plc Rules Regulation Regulations Republic Scheme Secretary Session Standard State States Street Treaty Union University January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Annex Appendix Article Chapter Clause Condition Division Paragraph Part Schedule Section Table Title Version'.split(
    ' ',
  ),
)

/** Whether a phrase in capitals names a document, a body, a place or a day rather than something defined. */
export const isName = (phrase: string): boolean =>
  phrase.split(' ').some((word) => OF_NAMES.has(word))

const singular = (word: string): string => word.replace(/(?:’s|'s|’|s)$/u, '').toLowerCase()

/** The words of a phrase that no defined term covers, as far as they stand together; several words or nothing. */
const notCovered = (phrase: string, known: ReadonlySet<string>): string | null => {
  const words = phrase.split(' ')
  let best: string[] = []
  let open: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = words.length - at
    const isKnown = (): boolean =>
      known.has(
        words
          .slice(at, at + length)
          .map(singular)
          .join(' '),
      )
    while (length > 0 && !isKnown()) length--
    if (length > 0) open = []
    else open.push(words[at] as string)
    if (open.length > best.length) best = [...open]
    at += Math.max(1, length)
  }
  return best.length > 1 ? best.join(' ') : null
}

/** Whether words are a title in capitals rather than a sentence. */
const isTitle = (words: string): boolean =>
  words.length < 100 && !/[.;:,]$|\b(?:and|or)$/.test(words) && !/ [a-z]+ [a-z]+ [a-z]/.test(words)

export interface CapitalisedPhrase {
  readonly phrase: string
  readonly tree: Tree
}

/**
 * Where phrases of several capitalised words stand in these provisions that are used at least twice in the text, and are
 * neither a defined term nor made of some, a heading, nor the name of a document, a body or a place. None where the
 * text does not write its terms in capitals.
 */
export const undefinedPhrases = (
  root: Tree,
  scope: Tree,
  definitions: readonly Definition[],
): CapitalisedPhrase[] => {
  if (!writesTermsInCapitals(definitions)) return []
  const known = new Set(definitions.map(({ term }) => term.split(' ').map(singular).join(' ')))
  const headings = new Set<string>()
  const every: Tree[] = []
  const visit = (tree: Tree): void => {
    every.push(tree)
    if (tree.own.heading) headings.add(wordsOf(tree.own.heading).toLowerCase().trim())
    tree.kids.forEach(visit)
  }
  visit(root)
  const counts = new Map<string, boolean>()
  const isUsedTwice = (phrase: string): boolean => {
    const before = counts.get(phrase)
    if (before !== undefined) return before
    let uses = 0
    for (const { own } of every) {
      const words = wordsIn(own)
      for (let at = words.indexOf(phrase); at >= 0 && uses < 2; at = words.indexOf(phrase, at + 1))
        uses++
      if (uses >= 2) break
    }
    counts.set(phrase, uses >= 2)
    return uses >= 2
  }
  const out: CapitalisedPhrase[] = []
  const look = (tree: Tree): void => {
    const seen = new Set<string>()
    for (const words of [...tree.own.lead, ...tree.own.tail].map(wordsOf))
      for (const [, found] of isTitle(words) ? [] : words.matchAll(PHRASE)) {
        const phrase = isName(found ?? '') ? null : notCovered(found ?? '', known)
        if (phrase === null || seen.has(phrase) || headings.has(phrase.toLowerCase())) continue
        if (!isUsedTwice(phrase)) continue
        seen.add(phrase)
        out.push({ phrase, tree })
      }
    tree.kids.forEach(look)
  }
  look(scope)
  return out
}
