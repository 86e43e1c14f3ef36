// Searching every version at once: each distinct text of a provision is indexed once, with its interval.
import { BREAK, type Lexicon, tokenEnds } from './lexicon.ts'
import type { ISODate } from './model.ts'
import type { Entry } from './reading.ts'

export interface SearchOptions {
  /** Only what stands on this day; without it, whatever stood ever. */
  readonly on?: ISODate
  /** How many answers at most; 20 if not said. */
  readonly most?: number
  /** All words within so many tokens of each other. */
  readonly near?: number
}

export interface Answer {
  readonly entry: Entry
  readonly score: number
}

export interface SearchIndex {
  /**
   * Provisions that hold all words and all "quoted phrases" of the query, whatever their case; exact numbers,
   * definitions and headings first.
   */
  search(query: string, options?: SearchOptions): readonly Answer[]
  /** How many texts are indexed. */
  readonly size: number
}

const plain = (word: string): string => word.trim().toLowerCase().replace(/’/g, "'")

const wordsIn = (s: string): string[] => {
  let from = 0
  return tokenEnds(s)
    .map((end) => {
      const word = plain(s.slice(from, end))
      from = end
      return word
    })
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

const phrasesOf = (query: string): string[][] => {
  const out: string[][] = []
  query.split('"').forEach((piece, at) => {
    const words = wordsIn(piece.trim())
    if (at % 2 === 1) out.push(words)
    else for (const word of words) out.push([word])
  })
  return out.filter((words) => words.length > 0)
}

const EMPTY = new Uint32Array(0)

const intersection = (lists: Uint32Array[]): Uint32Array => {
  const [first = EMPTY, ...rest] = lists.sort((p, q) => p.length - q.length)
  let held = first
  for (const list of rest) {
    const out: number[] = []
    let at = 0
    for (const doc of held) {
      let step = 1
      while (at + step < list.length && (list[at + step] as number) < doc) step *= 2
      let low = at + (step >> 1)
      let high = Math.min(list.length, at + step + 1)
      while (low < high) {
        const middle = (low + high) >> 1
        if ((list[middle] as number) < doc) low = middle + 1
        else high = middle
      }
      at = low
      if (list[at] === doc) out.push(doc)
    }
    held = Uint32Array.from(out)
  }
  return held
}

interface Postings {
  readonly of: (term: number) => Uint32Array
  /** The term of each token of the lexicon, -1 for punctuation. */
  readonly termOf: Int32Array
  readonly terms: ReadonlyMap<string, number>
}

const partsOf = (word: string): string[] => {
  const bracket = word.indexOf('(')
  if (bracket < 1) return []
  return [word.slice(0, bracket), ...(word.slice(bracket).match(/\([^)]*\)/g) ?? [])]
}

const postingsOf = (docs: readonly Entry[], lexicon: Lexicon): Postings => {
  const terms = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = terms.get(word)
    if (known !== undefined) return known
    terms.set(word, terms.size)
    return terms.size - 1
  }
  const termOf = new Int32Array(lexicon.words.length).fill(-1)
  const extra = new Map<number, number[]>()
  lexicon.words.forEach((word, token) => {
    const bare = plain(word)
    if (token === BREAK || !/[\p{L}\p{N}]/u.test(bare)) return
    termOf[token] = numberOf(bare)
    const parts = partsOf(bare)
    if (parts.length > 0) extra.set(token, parts.map(numberOf))
  })
  const labels = docs.map(({ own }) => (own.label ? numberOf(plain(own.label.raw)) : -1))
  const each = (visit: (term: number, doc: number) => void): void => {
    docs.forEach(({ own }, doc) => {
      const { ids } = own.tokens
      for (let at = 0; at < ids.length; at++) {
        const token = ids[at] as number
        const term = termOf[token] as number
        if (term >= 0) visit(term, doc)
        if (extra.size > 0) for (const part of extra.get(token) ?? []) visit(part, doc)
      }
      if ((labels[doc] as number) >= 0) visit(labels[doc] as number, doc)
    })
  }
  const last = new Int32Array(terms.size).fill(-1)
  const starts = new Uint32Array(terms.size + 1)
  each((term, doc) => {
    if (last[term] === doc) return
    last[term] = doc
    starts[term + 1] = (starts[term + 1] as number) + 1
  })
  for (let term = 0; term < terms.size; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const all = new Uint32Array(starts[terms.size] as number)
  const next = starts.slice()
  last.fill(-1)
  each((term, doc) => {
    if (last[term] === doc) return
    last[term] = doc
    all[next[term] as number] = doc
    next[term] = (next[term] as number) + 1
  })
  return { termOf, terms, of: (term) => all.subarray(starts[term], starts[term + 1]) }
}

/** Indexes the entries of a reader; the lexicon is that of the store that holds them. */
export const newSearchIndex = (entries: Iterable<Entry>, lexicon: Lexicon): SearchIndex => {
  const docs = [...entries]
  const postings = postingsOf(docs, lexicon)
  const froms = docs.map((entry) => entry.from)
  const labels = docs.map(({ own }) => (own.label ? plain(own.label.raw) : ''))
  const brevity = Float64Array.from(
    docs,
    ({ own }) => 1 / (1 + Math.log2(2 + own.tokens.ids.length)),
  )

  const placesOf = (doc: number, phrase: readonly number[]): number => {
    const { ids } = (docs[doc] as Entry).own.tokens
    const [first] = phrase
    outer: for (let at = 0; at < ids.length; at++) {
      if (postings.termOf[ids[at] as number] !== first) continue
      let ahead = at
      for (let word = 1; word < phrase.length; word++) {
        ahead++
        while (ahead < ids.length && postings.termOf[ids[ahead] as number] === -1) ahead++
        if (postings.termOf[ids[ahead] ?? BREAK] !== phrase[word]) continue outer
      }
      return at
    }
    return -1
  }

  const isNear = (doc: number, terms: readonly number[], within: number): boolean => {
    const { ids } = (docs[doc] as Entry).own.tokens
    const seen = new Map<number, number>()
    for (let at = 0; at < ids.length; at++) {
      const term = postings.termOf[ids[at] as number] as number
      if (!terms.includes(term)) continue
      seen.set(term, at)
      if (seen.size === terms.length && Math.min(...seen.values()) >= at - within) return true
    }
    return false
  }

  const scoreOf = (doc: number, phrases: readonly (readonly number[])[], whole: string): number => {
    const { own } = docs[doc] as Entry
    const { ids, headingEnd } = own.tokens
    let score = brevity[doc] as number
    if (labels[doc] === whole) score += 8
    if (headingEnd === 0 && own.kind !== 'definition') return score
    let inHeading = 0
    const terms = phrases.flat()
    for (let at = 0; at < headingEnd; at++)
      if (terms.includes(postings.termOf[ids[at] as number] as number)) inHeading++
    if (headingEnd > 0) score += (2 * Math.min(inHeading, terms.length)) / terms.length
    if (own.kind === 'definition') {
      const start = placesOf(doc, terms)
      if (start >= 0 && start < headingEnd + 3) score += 4
    }
    return score
  }

  const search = (query: string, options: SearchOptions = {}): readonly Answer[] => {
    const { on, most = 20, near } = options
    const phrases: number[][] = []
    for (const words of phrasesOf(query)) {
      const numbers = words.map((word) => postings.terms.get(word) ?? -1)
      if (numbers.includes(-1)) return []
      phrases.push(numbers)
    }
    if (phrases.length === 0) return []
    const terms = [...new Set(phrases.flat())]
    const held = intersection(terms.map(postings.of))
    const whole = plain(query.replaceAll('"', ''))
    const isPlain = near === undefined && phrases.every((phrase) => phrase.length === 1)
    const best: Answer[] = []
    for (const doc of held) {
      const entry = docs[doc] as Entry
      if (
        on !== undefined &&
        ((froms[doc] as string) > on || (entry.to !== null && entry.to <= on))
      )
        continue
      if (!isPlain && phrases.some((phrase) => phrase.length > 1 && placesOf(doc, phrase) < 0))
        continue
      if (near !== undefined && !isNear(doc, terms, near)) continue
      const score = scoreOf(doc, phrases, whole)
      const least = best.at(-1)
      if (best.length === most && least && score <= least.score) continue
      let at = best.length
      while (at > 0 && (best[at - 1] as Answer).score < score) at--
      best.splice(at, 0, { entry, score })
      if (best.length > most) best.pop()
    }
    return best
  }
  return { search, size: docs.length }
}
