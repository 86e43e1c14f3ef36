import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar/day.ts'
import { regulatoryYear, regulatoryYearOf } from '#calendar/regulatory-year.ts'

describe('a Regulatory Year', () => {
  it('runs from the day it begins to the day before the next', () => {
    expect(regulatoryYear('2016-17', '04-01')).toEqual({
      name: '2016-17',
      from: '2016-04-01',
      to: '2017-03-31',
    })
    expect(regulatoryYear('1999-00', '10-01').to).toBe('2000-09-30')
    expect(regulatoryYear('2026', '01-01').to).toBe('2026-12-31')
  })

  it('is found from a day in it', () => {
    const of = (text: string) => regulatoryYearOf(day(text), '04-01').name
    expect(['2016-03-31', '2016-04-01', '2017-03-31', '2017-04-01'].map(of)).toEqual([
      '2015-16',
      '2016-17',
      '2016-17',
      '2017-18',
    ])
  })

  it.each(['2016', '2016-18', '2016/17', '16-17', '', 'last'])('is not named %j', (name) => {
    expect(() => regulatoryYear(name, '04-01')).toThrow(
      `Expected the name of a Regulatory Year, such as 2016-17, but got '${name}'`,
    )
  })

  it.each(['02-29', '4-1', '13-01', ''])('does not begin on %j', (startsOn) => {
    expect(() => regulatoryYearOf(day('2016-06-01'), startsOn)).toThrow(`but got '${startsOn}'`)
  })

  it('holds each day in one year, which its name gives back', () => {
    const anyDay = fc
      .integer({ min: 0, max: 60_000 })
      .map((days) => addDays(day('1950-01-01'), days))
    fc.assert(
      fc.property(anyDay, fc.constantFrom('01-01', '04-01', '07-15', '12-31'), (on, startsOn) => {
        const year = regulatoryYearOf(on, startsOn)
        expect(year.from <= on && on <= year.to).toBe(true)
        expect(regulatoryYear(year.name, startsOn)).toEqual(year)
        expect(regulatoryYearOf(addDays(year.to, 1), startsOn).from).toBe(addDays(year.to, 1))
      }),
    )
  })
})
