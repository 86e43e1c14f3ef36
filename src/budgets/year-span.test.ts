import { describe, expect, it } from 'vitest'
import { isOneYear, spansYear, yearSpan } from './year-span.ts'

describe('the years of a budget', () => {
  it('are read from their name, across a century too', () => {
    expect(yearSpan('2017-20')).toEqual({ from: 2017, to: 2020 })
    expect(yearSpan('2098-01')).toEqual({ from: 2098, to: 2101 })
    expect(yearSpan('2026')).toEqual({ from: 2026, to: 2026 })
    for (const name of ['17-20', '2017/18', '2017-2018', ''])
      expect([name, yearSpan(name)]).toEqual([name, undefined])
  })

  it('hold the years within them, and no other', () => {
    const years = ['2016-17', '2017-18', '2018-19', '2019-20', '2020-21']
    expect(years.filter((year) => spansYear('2017-20', year))).toEqual(years.slice(1, 4))
    expect(['2025', '2026', '2028', '2029'].filter((year) => spansYear('2026-28', year))).toEqual([
      '2026',
      '2028',
    ])
    expect(spansYear('2017-20', 'next year')).toBe(false)
  })

  it('are one or several', () => {
    expect(['2017-18', '2026', '2099-00', '2017-20', '2017-17', 'x'].map(isOneYear)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
