// Finds where any of some phrases stands in a long text, in one pass however many they are (S. Wu and U. Manber, 1994):
// the longer the shortest phrase, the more of the text is leapt over.

const BUCKETS = 32_768
const BLOCK = 3
/** Shorter phrases would allow no leaps, and are looked for by themselves. */
const SHORT = 5
const LONGEST_LEAP = 250

const bucketOf = (words: string, end: number): number =>
  ((words.charCodeAt(end - 2) << 10) ^ (words.charCodeAt(end - 1) << 5) ^ words.charCodeAt(end)) &
  (BUCKETS - 1)

/** Tells every place at which a phrase begins, within a word too; phrases that stand in one another are all told. */
export const eachPhraseIn = (
  words: string,
  phrases: readonly string[],
  tell: (phrase: string, at: number) => void,
): void => {
  const long = phrases.filter((phrase) => phrase.length >= SHORT)
  for (const phrase of phrases)
    if (phrase !== '' && phrase.length < SHORT)
      for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1))
        tell(phrase, at)
  if (long.length === 0) return
  const head = Math.min(LONGEST_LEAP, ...long.map((phrase) => phrase.length))
  // How far to go on from three characters before the head of a phrase can end; 0 where one may end with them.
  const leaps = new Uint8Array(BUCKETS).fill(head - BLOCK + 1)
  const ending = new Map<number, string[]>()
  for (const phrase of long)
    for (let end = BLOCK - 1; end < head; end++) {
      const bucket = bucketOf(phrase, end)
      leaps[bucket] = Math.min(leaps[bucket] as number, head - 1 - end)
      if (end === head - 1) ending.set(bucket, [...(ending.get(bucket) ?? []), phrase])
    }
  for (let end = head - 1; end < words.length; ) {
    const bucket = bucketOf(words, end)
    const leap = leaps[bucket] as number
    if (leap === 0) {
      for (const phrase of ending.get(bucket) ?? [])
        if (words.startsWith(phrase, end - head + 1)) tell(phrase, end - head + 1)
      end++
    } else end += leap
  }
}
