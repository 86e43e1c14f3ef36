// How words are put into and taken out of a sentence by a person, who does not count the spaces.

const CLOSES = /^[\s,.;:)\]’”?!]/
const OPENS = /[\s([“‘]$/

/** The words with the spaces that part them from their neighbours at a place, unless they bring their own. */
export const spacedFor = (words: string, at: number, inserted: string): string => {
  const [left, right] = [words.slice(0, at), words.slice(at)]
  const before = left !== '' && !OPENS.test(left) && !CLOSES.test(inserted) ? ' ' : ''
  const after = right !== '' && !CLOSES.test(right) && !OPENS.test(inserted) ? ' ' : ''
  return before + inserted + after
}

/** The span to strike so that no space is left over where words are taken out. */
export const spanToStrike = (
  words: string,
  from: number,
  to: number,
): { from: number; to: number } => {
  const after = words.slice(to)
  if (words[from - 1] === ' ' && (after === '' || CLOSES.test(after))) return { from: from - 1, to }
  const begins = from === 0 || words[from - 1] === '\n'
  return begins && after.startsWith(' ') ? { from, to: to + 1 } : { from, to }
}

/** All places of a quotation in words. */
export const placesOf = (words: string, quote: string): number[] => {
  const out: number[] = []
  if (quote === '') return out
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) out.push(at)
  return out
}

const MOST_WORDS = 6

/** The fewest whole words that end at a place and stand only there; at most six, then an ordinal tells which. */
export const quoteBefore = (words: string, end: number): string => {
  let from = end
  let quote = ''
  for (let count = 0; count < MOST_WORDS && from > 0; count++) {
    let at = from - 1
    while (at > 0 && words[at] === ' ') at--
    while (at > 0 && !/\s/.test(words[at - 1] as string)) at--
    if (count > 0 && words.slice(at, from).includes('\n')) break
    from = at
    quote = words.slice(from, end)
    if (placesOf(words, quote).length === 1) break
  }
  return quote
}
