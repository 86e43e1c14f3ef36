// Printed numbers: how they are read, and the order lawyers put them in (1 < 1A < 1B < 2; (a) < (aa) < (b)).
import type { Label } from './model.ts'

const ROMAN = /^(?=[ivxl])(x[lc]|l?x{0,3})(i[xv]|v?i{0,3})$/i
const VALUE: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

const romanValue = (numeral: string): number => {
  let total = 0
  const letters = [...numeral.toLowerCase()]
  letters.forEach((letter, at) => {
    const value = VALUE[letter] ?? 0
    total += value < (VALUE[letters[at + 1] ?? ''] ?? 0) ? -value : value
  })
  return total
}

const bare = (raw: string): string => raw.replace(/[()[\].\s]+/g, ' ').trim()

const parts = (plain: string): (number | string)[] =>
  (plain.toLowerCase().match(/\d+|[a-z]+|[^\da-z\s.-]+/g) ?? []).map((part) =>
    /^\d/.test(part) ? Number(part) : part,
  )

const schemeOf = (plain: string): Label['scheme'] => {
  if (plain === '') return 'none'
  if (/^\d+$/.test(plain)) return 'arabic'
  if (/^\d+( \d+)+$/.test(plain)) return 'decimal'
  if (ROMAN.test(plain) && plain !== 'l' && plain !== 'L') return 'roman'
  if (/^[a-z]{1,3}$/i.test(plain)) return 'alpha'
  return /\d/.test(plain) ? 'section' : 'none'
}

const known = new Map<string, Label>()

/**
 * Reads a printed number. The result depends on the words alone, so the same label is the same everywhere; "(i)" is
 * read as roman and compared as a letter where its neighbour is one (see `compareLabels`).
 */
export const parseLabel = (raw: string): Label => {
  const before = known.get(raw)
  if (before) return before
  const plain = bare(raw)
  const scheme = schemeOf(plain)
  const sort = scheme === 'roman' ? [romanValue(plain)] : parts(plain)
  const label: Label = { raw, scheme, sort }
  if (known.size < 50_000) known.set(raw, label)
  return label
}

const comparePart = (a: number | string | undefined, b: number | string | undefined): number => {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number') return -1
  if (typeof b === 'number') return 1
  return a < b ? -1 : 1
}

/** Legal order of two printed numbers: below 0 where `a` comes first, 0 where they are the same number. */
export const compareLabels = (a: Label, b: Label): number => {
  const asLetters = (a.scheme === 'alpha') !== (b.scheme === 'alpha')
  const left = asLetters && a.scheme === 'roman' ? parts(bare(a.raw)) : a.sort
  const right = asLetters && b.scheme === 'roman' ? parts(bare(b.raw)) : b.sort
  const length = Math.max(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const order = comparePart(left[at], right[at])
    if (order !== 0) return order
  }
  return 0
}
