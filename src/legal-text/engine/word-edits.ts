// The word redline of one provision against another.
import type { Lexicon } from './lexicon.ts'
import type { Own } from './model.ts'
import { type Edit, editsBetween } from './myers.ts'
import { readable } from './readable.ts'
import { FIELDS, type Field, fieldRange } from './tokens.ts'

/** Changes of one field, token places counted from the start of that field. */
export interface FieldEdits {
  readonly field: Field
  /** Words struck and inserted. */
  readonly words: readonly Edit[]
  /** Equal words under other marks: formatting or the target of a reference. */
  readonly marks: readonly Edit[]
}

const isRunEqual = (
  a: Int32Array,
  a0: number,
  b: Int32Array,
  b0: number,
  length: number,
): boolean => {
  for (let at = 0; at < length; at++) if (a[a0 + at] !== b[b0 + at]) return false
  return true
}

/** Stretches of equal words, between and around the edits, whose marks differ. */
export const markEdits = (
  before: Own,
  [a0, a1]: readonly [number, number],
  after: Own,
  [b0, b1]: readonly [number, number],
  words: readonly Edit[],
): Edit[] => {
  const left = before.tokens.marks
  const right = after.tokens.marks
  if (!left && !right) return []
  const out: Edit[] = []
  const scan = (fromA: number, toA: number, fromB: number): void => {
    for (let at = fromA; at < toA; at++) {
      const there = at - fromA + fromB
      if ((left?.[at] ?? 0) === (right?.[there] ?? 0)) continue
      const last = out.at(-1)
      if (last && last.a1 === at && last.b1 === there)
        out[out.length - 1] = { a0: last.a0, a1: at + 1, b0: last.b0, b1: there + 1 }
      else out.push({ a0: at, a1: at + 1, b0: there, b1: there + 1 })
    }
  }
  let [atA, atB] = [a0, b0]
  for (const edit of words) {
    scan(atA, edit.a0, atB)
    atA = edit.a1
    atB = edit.b1
  }
  scan(atA, a1, atB)
  if (a1 - atA !== b1 - atB) throw new Error('The equal words of a redline are not equally many')
  return out
}

const relative = (edits: readonly Edit[], a0: number, b0: number): readonly Edit[] =>
  a0 === 0 && b0 === 0
    ? edits
    : edits.map((edit) => ({
        a0: edit.a0 - a0,
        a1: edit.a1 - a0,
        b0: edit.b0 - b0,
        b1: edit.b1 - b0,
      }))

/** Fields that differ between two contents of one store, with their changes; `least` leaves them as found. */
export const wordEdits = (
  before: Own,
  after: Own,
  lexicon: Lexicon,
  shown: 'readable' | 'least' = 'readable',
): FieldEdits[] => {
  const out: FieldEdits[] = []
  const [a, b] = [before.tokens, after.tokens]
  for (const field of FIELDS) {
    const rangeA = fieldRange(a, field)
    const rangeB = fieldRange(b, field)
    const [a0, a1] = rangeA
    const [b0, b1] = rangeB
    const isSame = a1 - a0 === b1 - b0 && isRunEqual(a.ids, a0, b.ids, b0, a1 - a0)
    if (isSame && !a.marks && !b.marks) continue
    const least = isSame ? [] : editsBetween(a.ids, a0, a1, b.ids, b0, b1)
    const words =
      shown === 'least'
        ? least
        : readable(
            least,
            { ids: a.ids, start: a0, end: a1 },
            { ids: b.ids, start: b0, end: b1 },
            lexicon,
          )
    const marks = markEdits(before, rangeA, after, rangeB, words)
    if (words.length > 0 || marks.length > 0)
      out.push({ field, words: relative(words, a0, b0), marks: relative(marks, a0, b0) })
  }
  return out
}
