import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareFractions,
  fraction,
  isMetBy,
  leastOf,
  majority,
  sum,
  times,
} from '#rulebook/majority.ts'

const half = majority('more than 1/2')
const votes = (needed: string, part: number, whole: number) =>
  isMetBy(majority(needed), fraction(part), fraction(whole))

describe('a fraction', () => {
  it('is exact, in lowest terms', () => {
    expect(fraction('4/6')).toEqual({ numerator: 2n, denominator: 3n })
    expect(fraction('66.70%')).toEqual({ numerator: 667n, denominator: 1000n })
    expect(fraction('0.125')).toEqual(fraction('1/8'))
    expect(sum([fraction('0.1'), fraction('0.2')])).toEqual(fraction('3/10'))
    expect(times(fraction('2/3'), fraction('3/4'))).toEqual(fraction('1/2'))
    expect(sum([])).toEqual(fraction(0))
  })

  it.each(['', '1/0', '-1', '1/2/3', 'half', '.5', '1e3'])('is not written %j', (text) => {
    expect(() => fraction(text)).toThrow(`but got '${text}'`)
  })

  it('takes no number that has lost its exactness', () => {
    expect(() => fraction(0.1)).toThrow('but got 0.1')
  })

  it('adds and compares as whole numbers over one denominator do', () => {
    const part = fc.nat(1000)
    const under = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(part, part, under, (a, b, d) => {
        const [one, other] = [fraction(`${a}/${d}`), fraction(`${b}/${d}`)]
        expect(sum([one, other])).toEqual(fraction(`${a + b}/${d}`))
        expect(compareFractions(one, other)).toBe(Math.sign(a - b))
      }),
    )
  })
})

describe('a majority', () => {
  it('needs more than, or at least, its share', () => {
    expect([votes('more than 1/2', 2, 4), votes('more than 1/2', 3, 5)]).toEqual([false, true])
    expect([votes('at least 2/3', 2, 3), votes('at least 2/3', 65, 98)]).toEqual([true, false])
    expect([votes('all', 3, 3), votes('all', 2, 3)]).toEqual([true, false])
  })

  it('is never met where nobody votes', () => {
    expect([votes('more than 1/2', 0, 0), votes('all', 0, 0), votes('at least 0', 0, 0)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('weighs votes exactly', () => {
    const third = fraction('1/3')
    expect(isMetBy(half, sum([third, fraction('1/6')]), fraction(1))).toBe(false)
    expect(isMetBy(half, sum([third, fraction('0.166667')]), fraction(1))).toBe(true)
  })

  it('refuses more votes than were cast, and what is no majority', () => {
    expect(() => votes('all', 4, 3)).toThrow('4 of 3')
    for (const text of ['most', 'more than 1', 'at least 3/2', 'more than half', 'at most 1/2'])
      expect(() => majority(text)).toThrow(RangeError)
  })

  it('gives the quorum of a number of members', () => {
    const quorum = (text: string, count: number) => leastOf(majority(text), count)
    expect([quorum('at least 1/2', 12), quorum('at least 1/2', 11)]).toEqual([6, 6])
    expect([quorum('more than 1/2', 12), quorum('more than 1/2', 11)]).toEqual([7, 6])
    expect([quorum('all', 5), quorum('at least 2/3', 7)]).toEqual([5, 5])
  })

  it('is met by the least number and by no smaller', () => {
    const share = fc.constantFrom(
      'more than 1/2',
      'at least 1/2',
      'at least 2/3',
      'more than 0',
      'all',
    )
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 500 }), (text, count) => {
        const least = leastOf(majority(text), count)
        expect(votes(text, least, count)).toBe(true)
        if (least > 0) expect(votes(text, least - 1, count)).toBe(false)
      }),
    )
  })
})
