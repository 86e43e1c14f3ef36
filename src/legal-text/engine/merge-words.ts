// Three-way merge of the words of one field. Changes with an unchanged word between them both apply; those that
// overlap or touch are a conflict, where the base's words stay; equal changes are taken once.
import type { TokenRange } from './conflict.ts'
import type { Holds } from './merge-places.ts'
import type { Own, Paragraph } from './model.ts'
import { editsBetween } from './myers.ts'
import { assemble, type Field, fieldRange, type Slice } from './tokens.ts'
import { markEdits } from './word-edits.ts'

/** What a person settled at words in conflict: one of the three texts, or a content whose field says the words chosen. */
export type ChosenWords = 'base' | 'left' | 'right' | Own

/** A change by one side, places counted from the start of the field. */
interface Hunk {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
  readonly side: 'left' | 'right'
  /** The words stay and only their marks change. */
  readonly marksOnly: boolean
}

export interface WordConflict {
  readonly base: TokenRange
  readonly left: TokenRange
  readonly right: TokenRange
}

export interface MergedWords {
  readonly paragraphs: readonly Paragraph[]
  readonly conflicts: readonly WordConflict[]
  /** Both sides made at least one equal change here. */
  readonly hasSame: boolean
}

const hunksOf = (base: Own, side: Own, field: Field, name: Hunk['side']): Hunk[] => {
  const [a0, a1] = fieldRange(base.tokens, field)
  const [b0, b1] = fieldRange(side.tokens, field)
  const words = editsBetween(base.tokens.ids, a0, a1, side.tokens.ids, b0, b1)
  const marks = markEdits(base, [a0, a1], side, [b0, b1], words)
  const hunk =
    (marksOnly: boolean) =>
    (edit: Omit<Hunk, 'side' | 'marksOnly'>): Hunk => ({
      a0: edit.a0 - a0,
      a1: edit.a1 - a0,
      b0: edit.b0 - b0,
      b1: edit.b1 - b0,
      side: name,
      marksOnly,
    })
  return [...words.map(hunk(false)), ...marks.map(hunk(true))]
}

/** Whether a hunk meets one that begins no sooner; words also where they only touch. */
const meets = (p: Hunk, q: Hunk): boolean =>
  p.marksOnly || q.marksOnly ? q.a0 < p.a1 : q.a0 <= p.a1

const saysSame = (p: Hunk, q: Hunk, left: Own, right: Own, field: Field): boolean => {
  if (p.a0 !== q.a0 || p.a1 !== q.a1 || p.b1 - p.b0 !== q.b1 - q.b0) return false
  const tokensOf = (hunk: Hunk) => (hunk.side === 'left' ? left : right).tokens
  const [tokensP, tokensQ] = [tokensOf(p), tokensOf(q)]
  const [fromP] = fieldRange(tokensP, field)
  const [fromQ] = fieldRange(tokensQ, field)
  for (let at = 0; at < p.b1 - p.b0; at++) {
    const [i, j] = [fromP + p.b0 + at, fromQ + q.b0 + at]
    if (tokensP.ids[i] !== tokensQ.ids[j]) return false
    if ((tokensP.marks?.[i] ?? 0) !== (tokensQ.marks?.[j] ?? 0)) return false
  }
  return true
}

/** Groups of hunks that meet one another across sides, directly or through others; in order of their place. */
const groupsOf = (hunks: readonly Hunk[]): Hunk[][] => {
  const leader = hunks.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top] as number
    return top
  }
  hunks.forEach((hunk, at) => {
    for (let next = at + 1; next < hunks.length; next++) {
      const other = hunks[next] as Hunk
      if (other.a0 > hunk.a1) break
      if (other.side !== hunk.side && meets(hunk, other)) {
        const [one, two] = [find(at), find(next)]
        leader[Math.max(one, two)] = Math.min(one, two)
      }
    }
  })
  const groups = new Map<number, Hunk[]>()
  hunks.forEach((hunk, at) => {
    const top = find(at)
    groups.set(top, [...(groups.get(top) ?? []), hunk])
  })
  return [...groups.values()]
}

/** What a side says from `from` to `to` of the base; hunks that meet come from both sides. */
const rangeOn = (
  group: readonly Hunk[],
  side: Hunk['side'],
  from: number,
  to: number,
): TokenRange => {
  const own = group.filter((hunk) => hunk.side === side)
  const [first, last] = [own[0] as Hunk, own.at(-1) as Hunk]
  return [first.b0 - (first.a0 - from), last.b1 + (to - last.a1)]
}

/** Merges one field of a provision changed on both sides; where they disagree it says what was chosen, or what the base or the right says. */
export const mergeWords = (
  base: Own,
  left: Own,
  right: Own,
  field: Field,
  holds: Holds = 'base',
  chosen: (ranges: WordConflict) => ChosenWords | undefined = () => undefined,
): MergedWords => {
  const hunks = [
    ...hunksOf(base, left, field, 'left'),
    ...hunksOf(base, right, field, 'right'),
  ].sort((p, q) => p.a0 - q.a0 || p.a1 - q.a1)
  const slices: Slice[] = []
  const conflicts: WordConflict[] = []
  let hasSame = false
  let at = 0
  const keep = (to: number): void => {
    if (to > at) slices.push({ content: base, from: at, to })
    at = Math.max(at, to)
  }
  for (const group of groupsOf(hunks)) {
    const [first, second] = group
    const isSame =
      group.length === 2 &&
      first &&
      second &&
      first.side !== second.side &&
      saysSame(first, second, left, right, field)
    if (first && (group.length === 1 || isSame)) {
      hasSame ||= group.length === 2
      keep(first.a0)
      if (first.b1 > first.b0)
        slices.push({ content: first.side === 'left' ? left : right, from: first.b0, to: first.b1 })
      at = first.a1
    } else {
      const from = Math.min(...group.map((hunk) => hunk.a0))
      const to = Math.max(...group.map((hunk) => hunk.a1))
      const ranges: WordConflict = {
        base: [from, to],
        left: rangeOn(group, 'left', from, to),
        right: rangeOn(group, 'right', from, to),
      }
      const choice = chosen(ranges)
      if (choice === undefined) conflicts.push(ranges)
      const said = choice ?? holds
      keep(from)
      if (typeof said === 'object') {
        const [first, last] = fieldRange(said.tokens, field)
        if (last > first) slices.push({ content: said, from: 0, to: last - first })
      } else {
        const [first, last] = ranges[said]
        const content = { base, left, right }[said]
        if (last > first) slices.push({ content, from: first, to: last })
      }
      at = to
    }
  }
  const [from, to] = fieldRange(base.tokens, field)
  keep(to - from)
  return { paragraphs: assemble(field, slices), conflicts, hasSame }
}
