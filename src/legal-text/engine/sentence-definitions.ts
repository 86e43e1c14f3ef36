// Terms that a sentence defines: `In this Section, “Levy” means ...`, `the Board (“the Board”)`, where no provision of
// their own holds the definition.
import { pointsTo } from './merge-notices.ts'
import type { Inline, Paragraph, ProvisionId, Tree } from './model.ts'
import { wordsIn, wordsOf } from './words.ts'

export interface SentenceDefinition {
  readonly term: string
  /** What the sentence says before the term, where it may say within which place it holds. */
  readonly before: string
}

interface Candidate {
  readonly term: string
  readonly from: number
  readonly to: number
  /** Whether it stands in quotation marks: only such a one is defined by standing in brackets. */
  readonly quoted: boolean
}

const QUOTED = /["“]([^"“”]{2,80}?)[,.]?["”]/g

const markedIn = (paragraph: Paragraph, holder: ProvisionId): Candidate[] => {
  const out: Candidate[] = []
  let at = 0
  const visit = (inline: Inline): void => {
    if (inline.t === 'em') {
      inline.c.forEach(visit)
      return
    }
    if (inline.t === 'term' && inline.def === holder)
      out.push({ term: inline.s.trim(), from: at, to: at + inline.s.length, quoted: false })
    at += inline.s.length
  }
  paragraph.forEach(visit)
  return out
}

const quotedIn = (words: string): Candidate[] =>
  /["“]/.test(words)
    ? [...words.matchAll(QUOTED)].map((one) => ({
        term: (one[1] ?? '').trim(),
        from: one.index,
        to: one.index + one[0].length,
        quoted: true,
      }))
    : []

const NEXT = /^["”]?,?(?: and| or)? (?:the )?["“]?$/
const DEFINES = String.raw`(?:means?|includes?|(?:has|have)(?:, [^;.]{1,60},)? the|shall (?:mean|include|have))\b`
const DEFINING = new RegExp(
  `^["”]?(?:,[^;.“"]{1,90},| (?:of|in|to|for|with) [^,;.“"]{1,90}?|, as [^;.“"]{1,90},)? ${DEFINES}`,
)

/** `a reference to a “bank” includes ...` says how to read words, and defines none. */
const MENTIONED = /\breferences? to (?:an? |the )?["“]?$/

const BRACKETED = /\([^()]{2,200}\)/g
const NAMES_ONLY =
  /^(?:,|\s|the|an?|each|and|or|all|both|together|collectively|individually|respectively|being|hereinafter|referred to as|known as|defined as|such|in|for the purposes of|this (?:section|schedule|appendix|clause|paragraph|part|code))*$/i

/** Where brackets hold nothing but names: `(the “Board”)`, `(each a “Party” and together the “Parties”)`. */
const bracketsOfNames = (words: string): { from: number; to: number }[] =>
  [...words.matchAll(BRACKETED)]
    .filter(([all]) => NAMES_ONLY.test(all.slice(1, -1).replace(QUOTED, '')))
    .map((one) => ({ from: one.index, to: one.index + one[0].length }))

/**
 * Terms that the sentences of a provision define; none of a provision that is itself a definition. A marked term counts
 * where its mark leads to the provision that it stands in.
 */
export const sentenceDefinitions = (tree: Tree): readonly SentenceDefinition[] => {
  const before = known.get(tree)
  if (before) return before
  const isPlain = pointsTo(tree.own).terms.size === 0 && !/["“]/.test(wordsIn(tree.own))
  const fresh = isPlain ? [] : read(tree)
  known.set(tree, fresh)
  return fresh
}

const known = new WeakMap<Tree, readonly SentenceDefinition[]>()

const read = (tree: Tree): SentenceDefinition[] => {
  const { lead, tail } = tree.own
  return [...lead, ...tail].flatMap((paragraph): SentenceDefinition[] => {
    const words = wordsOf(paragraph)
    const all = [...markedIn(paragraph, tree.id), ...quotedIn(words)].sort(
      (p, q) => p.from - q.from,
    )
    if (all.length === 0) return []
    const brackets = bracketsOfNames(words)
    const out: SentenceDefinition[] = []
    let start = 0
    for (const [at, { from, to, quoted, term }] of all.entries()) {
      const next = all[at + 1]
      const isListed = next !== undefined && NEXT.test(words.slice(to, next.from))
      let last = at
      while (last + 1 < all.length && NEXT.test(words.slice(all[last]?.to, all[last + 1]?.from)))
        last++
      const inBrackets = quoted && brackets.some((one) => one.from < from && to < one.to)
      const isMention = MENTIONED.test(words.slice(0, from))
      if (inBrackets || (!isMention && DEFINING.test(words.slice(all[last]?.to))))
        out.push({ term, before: words.slice(0, all[start]?.from ?? from) })
      if (!isListed) start = at + 1
    }
    return out
  })
}
