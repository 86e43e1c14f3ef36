// Numbers for words: each distinct token has one number in a lexicon, so that texts are compared as whole numbers.

/** Stands between two paragraphs of one field. */
export const BREAK = 0

/** Numbers for tokens and for marks, handed out in the order of asking; never part of a hash. */
export interface Lexicon {
  token(word: string): number
  mark(signature: string): number
  readonly words: readonly string[]
  readonly signatures: readonly string[]
}

export const newLexicon = (): Lexicon => {
  const words = ['\n']
  const signatures = ['']
  const byWord = new Map<string, number>([['\n', BREAK]])
  const bySignature = new Map<string, number>([['', 0]])
  const numberOf = (known: Map<string, number>, list: string[], key: string): number => {
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, list.length)
    list.push(key)
    return list.length - 1
  }
  return {
    token: (word) => numberOf(byWord, words, word),
    mark: (signature) => numberOf(bySignature, signatures, signature),
    words,
    signatures,
  }
}

// What a character may be within a token: 0 ends it, 1 belongs to a word, 2 joins two word characters.
const CLASS = new Uint8Array(65_536)
for (let code = 48; code < 58; code++) CLASS[code] = 1
for (let code = 65; code < 91; code++) CLASS[code] = 1
for (let code = 97; code < 123; code++) CLASS[code] = 1
for (let code = 0xa1; code < 0x10000; code++)
  if (/[\p{L}\p{M}\p{N}\p{Cs}\u200c\u200d]/u.test(String.fromCharCode(code))) CLASS[code] = 1
for (let code = 0xd800; code < 0xe000; code++) CLASS[code] = 1
for (const joint of "-'.,/’‑_&@") CLASS[joint.charCodeAt(0)] = 2
for (const money of '£$€§') CLASS[money.charCodeAt(0)] = 3

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether a joint between two characters holds them in one token: full stops and commas only within numbers. */
const joins = (code: number, before: number, after: number): boolean => {
  if (CLASS[after] !== 1) return false
  if (code === 44) return isDigit(before) && isDigit(after)
  if (code === 46 || code === 47) return isDigit(before) || isDigit(after) || code === 47
  return true
}

/** The end of a bracketed number such as `(a)` or `(ii)` that follows a token without a space, or 0. */
const bracketEnd = (s: string, at: number): number => {
  if (s.charCodeAt(at) !== 40) return 0
  let end = at + 1
  while (end < s.length && end - at < 6 && CLASS[s.charCodeAt(end)] === 1) end++
  return end > at + 1 && s.charCodeAt(end) === 41 ? end + 1 : 0
}

const wordEnd = (s: string, from: number): number => {
  let at = from
  for (;;) {
    const code = s.charCodeAt(at)
    const kind = CLASS[code]
    if (kind === 1) at++
    else if (kind === 2 && at > from && joins(code, s.charCodeAt(at - 1), s.charCodeAt(at + 1)))
      at += 2
    else break
  }
  if (s.charCodeAt(at) === 37 && isDigit(s.charCodeAt(at - 1))) at++
  for (let end = bracketEnd(s, at); end > 0; end = bracketEnd(s, at)) at = end
  return at
}

/**
 * Ends of the tokens of a canonical paragraph, one after the other: words with inner hyphens and apostrophes, numbers
 * with their stops, money and percentages, legal numbers with their brackets (`D8.20(a)(ii)`), and each other
 * character alone. A space belongs to the token after it, so the tokens joined are the words.
 */
export const tokenEnds = (s: string): number[] => {
  const ends: number[] = []
  let at = 0
  while (at < s.length) {
    let from = at
    if (s.charCodeAt(from) === 32) from++
    const kind = CLASS[s.charCodeAt(from)]
    if (kind === 1) at = wordEnd(s, from)
    else if (kind === 3 && isDigit(s.charCodeAt(from + 1))) at = wordEnd(s, from + 1)
    else if (s.charCodeAt(from) === 40) at = bracketEnd(s, from) || from + 1
    else at = from + 1
    if (at > s.length) at = s.length
    ends.push(at)
  }
  return ends
}
