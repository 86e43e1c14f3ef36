import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perhapsWholeNumber, wholeNumber } from './whole-number.ts'

const refusesAll = (field: ReturnType<typeof wholeNumber>, values: readonly unknown[]) =>
  values.filter((value) => field.safeParse(value).success)

describe('a whole number', () => {
  it('is the same from its digits and from itself', () =>
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(wholeNumber('the number').parse(String(number))).toBe(number)
        expect(perhapsWholeNumber('the number').parse(number)).toBe(number)
      }),
    ))

  it('is no fraction, no sign, no word, and not too large to be exact', () =>
    expect(
      refusesAll(wholeNumber('the number'), [
        '1.5',
        1.5,
        '-1',
        -1,
        '1e3',
        'two',
        2 ** 53,
        '',
        null,
        {},
      ]),
    ).toEqual([]))

  it('may begin later than at nothing', () => {
    expect(wholeNumber('the number', 1).safeParse('0').error?.issues[0]?.message).toBe(
      'Give the number as a whole number from 1 on',
    )
    expect(wholeNumber('the number', 1).parse('1')).toBe(1)
  })

  it('is not known where it may be left out and is', () => {
    for (const nothing of ['', '  ', null, undefined])
      expect(perhapsWholeNumber('the number').parse(nothing)).toBeNull()
    expect(perhapsWholeNumber('the number').safeParse('over 60').success).toBe(false)
  })
})
