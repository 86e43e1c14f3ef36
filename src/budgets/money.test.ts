import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { penceFrom, printPence, printPenceShort } from './money.ts'

const pence = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.integer({ min: -90_000_000, max: 90_000_000 }).map((thousands) => thousands * 100_000),
)

describe('money', () => {
  it('is printed in pounds, in full and short', () => {
    const printed = [699_500_000, 100_000_000, 699_500_100, 1_250, 5, 0, -123_456, 700_000_000_000]
    expect(printed.map((amount) => [printPence(amount), printPenceShort(amount)])).toEqual([
      ['£6,995,000', '£6.995 million'],
      ['£1,000,000', '£1 million'],
      ['£6,995,001', '£6,995,001'],
      ['£12.50', '£12.50'],
      ['£0.05', '£0.05'],
      ['£0', '£0'],
      ['-£1,234.56', '-£1,234.56'],
      ['£7,000,000,000', '£7,000 million'],
    ])
  })

  it('is read as it is printed, whatever the amount', () =>
    fc.assert(
      fc.property(pence, (amount) => {
        expect(penceFrom(printPence(amount))).toBe(amount)
        expect(penceFrom(printPenceShort(amount))).toBe(amount)
        expect(penceFrom(String(amount))).toBe(amount)
      }),
    ))

  it('is never rounded: the short form has three decimals at most', () =>
    fc.assert(
      fc.property(pence, (amount) => {
        const short = printPenceShort(amount)
        if (short.endsWith('million')) expect(Number.isInteger(amount / 100_000)).toBe(true)
        else expect(short).toBe(printPence(amount))
      }),
    ))

  it('may be written with an m', () => expect(penceFrom('£6.995m')).toBe(699_500_000))

  it('is nothing where a text is not exact to the penny', () => {
    for (const text of [
      '',
      '£',
      '6.995',
      '6,995,000',
      '£6.9',
      '£6.995',
      '£69,95',
      '£1.123456789 million',
      'about £7m',
      '£1e6',
      '9007199254740992',
      '£90,071,992,547,409.92',
    ])
      expect([text, penceFrom(text)]).toEqual([text, undefined])
  })

  it('is not printed where it is no whole pence', () => {
    expect(() => printPence(0.5)).toThrow('whole pence')
    expect(() => printPenceShort(2 ** 53)).toThrow('whole pence')
  })
})
