// Runs of words in capitals in a provision, each with the word before it: what may be a defined term, or be made of some.
import type { Own } from './model.ts'
import { wordsOf } from './words.ts'

export interface Word {
  readonly s: string
  readonly capital: boolean
  /** What stands between it and the word before: a space, or a comma and a space; empty at the start of a run. */
  readonly gap: string
}

export interface CapitalRun {
  readonly words: readonly Word[]
  /** The word in small letters before it; empty where a sentence, a heading or brackets begin with it. */
  readonly before: string
  /** Whether brackets hold it and nothing else, as they do the heading of a place that is referred to. */
  readonly inBrackets: boolean
}

/** Words that join those of one phrase: `Products of the Forest`. */
export const JOINING = new Set('of or and the in a an for by with to on at from as per'.split(' '))
// Words that begin a sentence before a phrase, and are no part of it.
const OPENING = new Set(
  'a an the any each every no such another either neither if where when unless until for in on of to by at from with without under upon subject notwithstanding following during all both that this these those and or but not neither'.split(
    ' ',
  ),
)
const WORD = /[\p{L}\p{N}’'-]+/gu
const isCapital = (s: string): boolean => /^\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}’'-]*$/u.test(s)

/** Whether words are a title in capitals rather than a sentence. */
const isTitle = (words: string): boolean =>
  words.length < 100 && !/[.;:,]$|\b(?:and|or)$/.test(words) && !/ [a-z]+ [a-z]+ [a-z]/.test(words)

const runsOfWords = (words: string): CapitalRun[] => {
  const out: CapitalRun[] = []
  const all = [...words.matchAll(WORD)]
  const endOf = (at: number): number => (all[at]?.index ?? 0) + (all[at]?.[0].length ?? 0)
  for (let at = 0; at < all.length; ) {
    const first = all[at]?.[0] as string
    if (!isCapital(first) || OPENING.has(first.toLowerCase())) {
      at++
      continue
    }
    const run: Word[] = [{ s: first, capital: true, gap: '' }]
    let to = at
    for (let ahead = at + 1; ahead < all.length; ahead++) {
      const s = all[ahead]?.[0] as string
      const gap = words.slice(endOf(ahead - 1), all[ahead]?.index)
      if (!/^(?:, | )$/.test(gap) || !(isCapital(s) || JOINING.has(s))) break
      run.push({ s, capital: !JOINING.has(s), gap })
      if (!JOINING.has(s)) to = ahead
    }
    const lead = words.slice(at === 0 ? 0 : endOf(at - 1), all[at]?.index)
    const previous = all[at - 1]?.[0] ?? ''
    const isMid =
      /^,? $/.test(lead) && (/^\p{Ll}/u.test(previous) || OPENING.has(previous.toLowerCase()))
    out.push({
      words: run.slice(0, to - at + 1),
      before: isMid ? previous.toLowerCase() : '',
      inBrackets: lead.endsWith('(') && words[endOf(to)] === ')',
    })
    at = to + 1
  }
  return out
}

const known = new WeakMap<Own, readonly CapitalRun[]>()

/** The runs of capital words in a content's paragraphs, headings and titles left out; kept, since a content never changes. */
export const capitalRuns = (own: Own): readonly CapitalRun[] => {
  const before = known.get(own)
  if (before) return before
  const runs = [...own.lead, ...own.tail]
    .map(wordsOf)
    .flatMap((words) => (isTitle(words) ? [] : runsOfWords(words)))
  known.set(own, runs)
  return runs
}
