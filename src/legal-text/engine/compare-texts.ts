// Compares two texts without identities, as two strangers' files: matched first, then redlined by word.
import { BREAK, type Lexicon, newLexicon, tokenEnds } from './lexicon.ts'
import { type Clue, type Matcher, newMatcher } from './match.ts'
import { type Edit, editsBetween } from './myers.ts'
import { readable } from './readable.ts'
import type { Shape } from './shape.ts'

/** What became of one provision; `before` is null where it is new, `after` where it is gone. */
export interface TextChange {
  readonly before: Shape | null
  readonly after: Shape | null
  /** By which clue the two were taken to be one, and how like they are. */
  readonly clue: Clue | null
  readonly score: number
  readonly renumbered: boolean
  readonly moved: boolean
  /** Words struck and inserted, as places in `wordsOfShape`. */
  readonly words: readonly Edit[]
}

export interface Comparison {
  readonly changes: readonly TextChange[]
  /** The words of one provision as printed tokens, one after the other; a line end parts paragraphs. */
  wordsOfShape(shape: Shape): readonly string[]
}

const tokensOf = (shape: Shape, lexicon: Lexicon): Int32Array => {
  const ids: number[] = []
  shape.words.split('\n').forEach((line, at) => {
    if (at > 0) ids.push(BREAK)
    let from = 0
    for (const end of tokenEnds(line)) {
      ids.push(lexicon.token(from === 0 ? ` ${line.slice(0, end)}` : line.slice(from, end)))
      from = end
    }
  })
  return Int32Array.from(ids)
}

/** The changes from `a` to `b`, in reading order of `b`, what is gone last; the matcher may be kept from before. */
export const compareTexts = (a: Shape, b: Shape, matcher: Matcher = newMatcher()): Comparison => {
  const lexicon = newLexicon()
  const pairs = matcher.match(a, b)
  const found = new Set<Shape>([a])
  const changes: TextChange[] = []
  const wordsBetween = (one: Shape, other: Shape): readonly Edit[] => {
    if (one.words === other.words) return []
    const [x, y] = [tokensOf(one, lexicon), tokensOf(other, lexicon)]
    const sides = [
      { ids: x, start: 0, end: x.length },
      { ids: y, start: 0, end: y.length },
    ] as const
    return readable(editsBetween(x, 0, x.length, y, 0, y.length), ...sides, lexicon)
  }
  const visit = (after: Shape, parent: Shape | null): void => {
    const pairing = pairs.get(after)
    const before = pairing?.from ?? null
    if (before) found.add(before)
    const renumbered = before !== null && before.label !== after.label
    const words = before ? wordsBetween(before, after) : []
    const moved = before !== null && parent !== null && !isUnder(before, pairs.get(parent)?.from)
    if (!before || renumbered || moved || words.length > 0)
      changes.push({
        before,
        after,
        clue: pairing?.clue ?? null,
        score: pairing?.score ?? 0,
        renumbered,
        moved,
        words,
      })
    for (const kid of after.kids)
      if (pairs.get(kid)?.clue !== 'same') visit(kid, after)
      else noteSame(pairs.get(kid)?.from as Shape)
  }
  const noteSame = (one: Shape): void => {
    found.add(one)
  }
  visit(b, null)
  const gone = (one: Shape): void => {
    if (found.has(one) && isSame(one)) return
    if (!found.has(one))
      changes.push({
        before: one,
        after: null,
        clue: null,
        score: 0,
        renumbered: false,
        moved: false,
        words: [],
      })
    one.kids.forEach(gone)
  }
  const same = new Set<Shape>()
  for (const pairing of pairs.values()) if (pairing.clue === 'same') same.add(pairing.from)
  const isSame = (one: Shape): boolean => same.has(one)
  gone(a)
  return {
    changes,
    wordsOfShape: (shape) => [...tokensOf(shape, lexicon)].map((id) => lexicon.words[id] as string),
  }
}

const isUnder = (kid: Shape, parent: Shape | undefined): boolean =>
  parent?.kids.includes(kid) ?? false
