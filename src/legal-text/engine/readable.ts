// Makes a word redline readable: one struck phrase, then one new phrase, cut at the boundaries of clauses and words.
import type { Lexicon } from './lexicon.ts'
import type { Edit } from './myers.ts'

const FUNCTION_WORDS = new Set(
  'a an and any are as at be by for from has in into is it its may no not of on or shall such that the their this to under upon was which with'.split(
    ' ',
  ),
)
const FEW_WORDS = 3
const LEAST_EQUAL = 0.35

const weights = new WeakMap<Lexicon, Uint8Array>()

/** What a token is: 0 punctuation, 1 a function word, 2 another word; kept per lexicon. */
const weightOf = (lexicon: Lexicon, token: number): number => {
  let known = weights.get(lexicon)
  if (!known || known.length <= token) {
    const grown = new Uint8Array(Math.max(65_536, token * 2)).fill(255)
    if (known) grown.set(known)
    weights.set(lexicon, grown)
    known = grown
  }
  const before = known[token] as number
  if (before !== 255) return before
  const word = (lexicon.words[token] ?? '').trim()
  const weight = !/[\p{L}\p{N}]/u.test(word) ? 0 : FUNCTION_WORDS.has(word.toLowerCase()) ? 1 : 2
  known[token] = weight
  return weight
}

const isIsland = (
  ids: Int32Array,
  from: number,
  to: number,
  least: number,
  lexicon: Lexicon,
): boolean => {
  if (to - from >= least) return false
  let words = 0
  let telling = 0
  for (let at = from; at < to; at++) {
    const weight = weightOf(lexicon, ids[at] as number)
    if (weight > 0) words++
    if (weight > 1) telling++
  }
  return words < FEW_WORDS || telling === 0
}

const sizeOf = (edit: Edit): number => Math.max(edit.a1 - edit.a0, edit.b1 - edit.b0)

/** Takes equal words between two changes into the change where they are fewer than each and say little. */
const withoutIslands = (edits: readonly Edit[], a: Int32Array, lexicon: Lexicon): Edit[] => {
  const out: Edit[] = []
  for (const edit of edits) {
    let joined = edit
    for (let last = out.at(-1); last; last = out.at(-1)) {
      const least = Math.min(sizeOf(last), sizeOf(joined))
      if (!isIsland(a, last.a1, joined.a0, least, lexicon)) break
      joined = { a0: last.a0, a1: joined.a1, b0: last.b0, b1: joined.b1 }
      out.pop()
    }
    out.push(joined)
  }
  return out
}

/** How good a place before token `at` is to begin or end a change: after a clause, before a comma, anywhere. */
const boundary = (
  ids: Int32Array,
  at: number,
  start: number,
  end: number,
  lexicon: Lexicon,
): number => {
  if (at === start || at === end) return 4
  const before = lexicon.words[ids[at - 1] as number] ?? ''
  const after = lexicon.words[ids[at] as number] ?? ''
  if (before === '\n' || after === '\n') return 4
  if (before === '.' || before === ';' || before === ':') return 3
  if (before === ',' || after === ',') return 2
  return after.startsWith(' ') ? 1 : 0
}

interface Side {
  readonly ids: Int32Array
  readonly start: number
  readonly end: number
}

/** Slides a pure insertion or deletion to the best boundary among the places where it says the same. */
const slid = (
  edit: Edit,
  side: 'a' | 'b',
  of: Side,
  low: number,
  high: number,
  lexicon: Lexicon,
): Edit => {
  const [from, to] = side === 'a' ? [edit.a0, edit.a1] : [edit.b0, edit.b1]
  const { ids } = of
  let best = 0
  let bestScore =
    boundary(ids, from, of.start, of.end, lexicon) + boundary(ids, to, of.start, of.end, lexicon)
  const consider = (by: number): void => {
    const score =
      boundary(ids, from + by, of.start, of.end, lexicon) +
      boundary(ids, to + by, of.start, of.end, lexicon)
    if (score > bestScore) {
      best = by
      bestScore = score
    }
  }
  for (let by = -1; -by <= low && ids[from + by] === ids[to + by]; by--) consider(by)
  for (let by = 1; by <= high && ids[from + by - 1] === ids[to + by - 1]; by++) consider(by)
  if (best === 0) return edit
  return { a0: edit.a0 + best, a1: edit.a1 + best, b0: edit.b0 + best, b1: edit.b1 + best }
}

const toBoundaries = (edits: Edit[], a: Side, b: Side, lexicon: Lexicon): Edit[] => {
  for (let at = 0; at < edits.length; at++) {
    const edit = edits[at] as Edit
    const isInsertion = edit.a0 === edit.a1
    if (!isInsertion && edit.b0 !== edit.b1) continue
    const low = edit.a0 - (edits[at - 1]?.a1 ?? a.start)
    const high = (edits[at + 1]?.a0 ?? a.end) - edit.a1
    const room = at > 0 ? low - 1 : low
    const roomAfter = at < edits.length - 1 ? high - 1 : high
    edits[at] = slid(edit, isInsertion ? 'b' : 'a', isInsertion ? b : a, room, roomAfter, lexicon)
  }
  return edits
}

/**
 * The same change said readably. What is left equal is equal on both sides still. Below 35% equal words the old and
 * the new stand whole.
 */
export const readable = (edits: readonly Edit[], a: Side, b: Side, lexicon: Lexicon): Edit[] => {
  if (edits.length === 0) return []
  const islands = edits.length > 1 ? withoutIslands(edits, a.ids, lexicon) : [...edits]
  let changedA = 0
  for (const edit of islands) changedA += edit.a1 - edit.a0
  const equal = a.end - a.start - changedA
  const longer = Math.max(a.end - a.start, b.end - b.start)
  if (equal < LEAST_EQUAL * longer && a.end > a.start && b.end > b.start)
    return [{ a0: a.start, a1: a.end, b0: b.start, b1: b.end }]
  return toBoundaries(islands, a, b, lexicon)
}
