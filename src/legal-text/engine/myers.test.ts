import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edit, editsBetween } from './myers.ts'

const ints = (all: readonly number[]): Int32Array => Int32Array.from(all)

/** How many numbers are equal in the longest common subsequence, reckoned the plain way. */
const longestCommon = (a: readonly number[], b: readonly number[]): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    b.forEach((other, at) => {
      const [left, up, both] = [next[at] ?? 0, row[at + 1] ?? 0, row[at] ?? 0]
      next.push(one === other ? both + 1 : Math.max(left, up))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const expectSound = (
  a: readonly number[],
  b: readonly number[],
  edits: readonly Edit[],
): number => {
  const out: number[] = []
  let [atA, atB, changed] = [0, 0, 0]
  edits.forEach(({ a0, a1, b0, b1 }, at) => {
    expect(a1 - a0 + (b1 - b0)).toBeGreaterThan(0)
    if (at > 0) expect(a0).toBeGreaterThan(atA)
    expect(a0 - atA).toBe(b0 - atB)
    out.push(...a.slice(atA, a0), ...b.slice(b0, b1))
    changed += a1 - a0 + (b1 - b0)
    ;[atA, atB] = [a1, b1]
  })
  expect([...out, ...a.slice(atA)]).toEqual([...b])
  return changed
}

const run = (a: readonly number[], b: readonly number[]): Edit[] =>
  editsBetween(ints(a), 0, a.length, ints(b), 0, b.length)

const small = fc.array(fc.nat(3), { maxLength: 14 })

describe('the shortest edit', () => {
  it('is the least possible, in order, and never touches itself', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const changed = expectSound(a, b, run(a, b))
        expect(changed).toBe(a.length + b.length - 2 * longestCommon(a, b))
      }),
      { numRuns: 500 },
    )
  })
  it('is the same within longer runs, moved by where they begin', () => {
    fc.assert(
      fc.property(small, small, small, small, (a, b, before, after) => {
        const [one, other] = [ints([9, ...before, ...a, ...after]), ints([...b, ...after, 8])]
        const a0 = 1 + before.length
        const edits = editsBetween(one, a0, a0 + a.length, other, 0, b.length)
        const moved = edits.map((edit) => ({ ...edit, a0: edit.a0 - a0, a1: edit.a1 - a0 }))
        expect(moved).toEqual(run(a, b))
      }),
    )
  })
  it('of two equal ways takes the one it always took', () => {
    expect(run([1, 2, 3, 4], [1, 4, 3, 2, 4])).toEqual([
      { a0: 1, a1: 2, b0: 1, b1: 2 },
      { a0: 3, a1: 3, b0: 3, b1: 4 },
    ])
    expect(run([1, 2], [2, 1])).toEqual([
      { a0: 0, a1: 1, b0: 0, b1: 0 },
      { a0: 2, a1: 2, b0: 1, b1: 2 },
    ])
    expect(run([], [1])).toEqual([{ a0: 0, a1: 0, b0: 0, b1: 1 }])
    expect(run([1, 1, 2], [1, 1, 2])).toEqual([])
  })
  it('is found up to 500 places, and beyond that between numbers that stand once on each side', () => {
    // Every second number differs, and none stands once on each side: up to 500 places it is least, beyond it is whole.
    const one = (length: number) => Array.from({ length }, (_, at) => (at % 2 === 0 ? 7 : 1))
    const other = (length: number) => Array.from({ length }, (_, at) => (at % 2 === 0 ? 7 : 2))
    expect(run([...one(500)], [...other(500)])).toHaveLength(250)
    expect(run([...one(504)], [...other(504)])).toHaveLength(1)
    const anchored = (length: number, sign: number) =>
      Array.from({ length }, (_, at) => (at % 3 === 0 ? 1000 + at : sign + (at % 3)))
    const edits = run(anchored(1200, 10), anchored(1200, 20))
    expect(edits).toHaveLength(400)
    expectSound(anchored(1200, 10), anchored(1200, 20), edits)
  })
  it('of long runs without such numbers is searched for all the same', () => {
    const long = Array.from({ length: 2600 }, (_, at) => at % 7)
    const changed = [...long]
    changed[500] = 9
    changed.splice(2000, 2)
    expect(run(long, changed)).toEqual([
      { a0: 500, a1: 501, b0: 500, b1: 501 },
      { a0: 2000, a1: 2002, b0: 2000, b1: 2000 },
    ])
    const offset = ints([...Array.from({ length: 50_000 }, () => 3), ...long])
    const edits = editsBetween(offset, 50_000, offset.length, ints(changed), 0, changed.length)
    expect(edits).toHaveLength(2)
  })
  it('of long runs goes by numbers that stand once, in an order common to both', () => {
    const long = Array.from({ length: 3000 }, (_, at) => at + 1)
    const changed = [...long]
    changed[100] = -1
    changed.splice(2000, 3)
    changed.splice(2500, 0, -2, -3)
    expect(run([0, ...long, 5000], [9000, ...changed, 9001])).toEqual([
      { a0: 0, a1: 1, b0: 0, b1: 1 },
      { a0: 101, a1: 102, b0: 101, b1: 102 },
      { a0: 2001, a1: 2004, b0: 2001, b1: 2001 },
      { a0: 2504, a1: 2504, b0: 2501, b1: 2503 },
      { a0: 3001, a1: 3002, b0: 3000, b1: 3001 },
    ])
    // Two blocks that changed places: the longer stays.
    const [front, back] = [long.slice(0, 900), long.slice(900, 2500)]
    const swapped = run([...front, ...back], [...back, ...front])
    expect(swapped).toEqual([
      { a0: 0, a1: 900, b0: 0, b1: 0 },
      { a0: 2500, a1: 2500, b0: 1600, b1: 2500 },
    ])
    // The first number of a side may hold the two together as any other.
    const first = run([1, ...long.map((n) => n + 20_000)], [...long.map((n) => n + 40_000), 1])
    expect(first).toHaveLength(2)
    expect(
      run([...long.map((n) => n + 40_000), 1], [1, ...long.map((n) => n + 20_000)]),
    ).toHaveLength(2)
    // Numbers that stand twice on a side are no anchors, though they stand once on the other.
    const twice = [...long.slice(0, 1200), 7777, ...long.slice(1200), 7777]
    const once = [7777, ...long.map((n) => n + 10_000)]
    expectSound(twice, once, run(twice, once))
  })
})
