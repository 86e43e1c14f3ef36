import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#calendar/day.ts'
import {
  certainty,
  compareKnownDates,
  earliest,
  isExact,
  isKnownDate,
  type KnownDate,
  knownBetween,
  knownDate,
  latest,
  liesWithin,
  mayLieWithin,
  notKnown,
  openedByDefault,
  printKnownDate,
  printWhen,
} from '#calendar/known-date.ts'

const base = day('2014-01-01')
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(base, days))
const anyEnd = fc.oneof(
  anyDay,
  anyDay.map((on) => on.slice(0, 7)),
  anyDay.map((on) => on.slice(0, 4)),
  fc.constant('..'),
)
const anyKnownDate: fc.Arbitrary<KnownDate> = fc
  .tuple(anyEnd, anyEnd)
  .map(([one, other]) => {
    const [from, to] = one === '..' || other === '..' || one <= other ? [one, other] : [other, one]
    return `${from}/${to}`
  })
  .filter((text) => {
    try {
      return Boolean(knownDate(text))
    } catch {
      return false
    }
  })
  .map(knownDate)

/** Every day on which the event may have been, near the days the tests draw from. */
function daysOf(date: KnownDate): { from: Day; to: Day } {
  return {
    from: earliest(date) ?? addDays(base, -500),
    to: latest(date) ?? addDays(base, 2500),
  }
}

describe('a known date', () => {
  it.each([
    ['2017-03-31', '2017-03-31', '2017-03-31', '31 March 2017'],
    ['2016-07', '2016-07-01', '2016-07-31', 'July 2016'],
    ['2016', '2016-01-01', '2016-12-31', '2016'],
    [
      '2016-04-01/2016-08-18',
      '2016-04-01',
      '2016-08-18',
      'between 1 April 2016 and 18 August 2016',
    ],
    ['2016-07/2016-09', '2016-07-01', '2016-09-30', 'between July 2016 and September 2016'],
    ['../2014-07', null, '2014-07-31', 'by July 2014'],
    ['2016-04-01/..', '2016-04-01', null, 'from 1 April 2016'],
    ['..', null, null, 'date not known'],
    ['2016-02', '2016-02-01', '2016-02-29', 'February 2016'],
  ])('%s lies from %s to %s and reads %s', (text, from, to, printed) => {
    const date = knownDate(text)
    expect(isKnownDate(text)).toBe(true)
    expect([date, earliest(date), latest(date), printKnownDate(date)]).toEqual([
      text,
      from,
      to,
      printed,
    ])
  })

  it.each([
    ['2017-03-31', 'on 31 March 2017'],
    ['2016-07', 'in July 2016'],
    ['2016', 'in 2016'],
    ['..', 'on a day not known'],
    ['../2014-07', 'by July 2014'],
    ['2016-04-01/2016-08-18', 'between 1 April 2016 and 18 August 2016'],
  ])('%s stands in a sentence as %s', (text, words) => {
    expect(printWhen(knownDate(text))).toBe(words)
  })

  it('has one text where both ends are one', () => {
    expect(knownDate('2016-07/2016-07')).toBe('2016-07')
    expect(knownDate('2016-07-03/2016-07-03')).toBe('2016-07-03')
    expect(knownDate('../..')).toBe(notKnown)
    expect(isKnownDate('2016-07/2016-07')).toBe(false)
    expect(knownBetween(day('2016-07-03'), day('2016-07-03'))).toBe('2016-07-03')
    expect(knownBetween(null, day('2016-07-03'))).toBe('../2016-07-03')
    expect(knownBetween(null, null)).toBe('..')
  })

  it.each([
    '',
    '2016-13',
    '2016-07/2016-06',
    '16-07',
    '2016/',
    '2016-07-01/2016-08-01/2016-09-01',
    'July 2016',
    '0000',
  ])('is not %j', (text) => {
    expect(isKnownDate(text)).toBe(false)
    expect(() => knownDate(text)).toThrow(`but got '${text}'`)
  })

  it('is exact only where it is known to the day', () => {
    expect([knownDate('2016-07-03'), knownDate('2016-07'), notKnown].map(isExact)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('keeps its text and has its ends in order', () => {
    fc.assert(
      fc.property(anyKnownDate, (date) => {
        expect(knownDate(date)).toBe(date)
        const { from, to } = daysOf(date)
        expect(from <= to).toBe(true)
        expect(isExact(date)).toBe(earliest(date) !== null && earliest(date) === latest(date))
      }),
    )
  })
})

describe('sorting', () => {
  it('goes by the end, then the start, with the unknown last', () => {
    const dates = [
      '..',
      '2016',
      '2016-12-31',
      '2016-07',
      '../2016-07',
      '2016-07-31',
      '2016-01/..',
      '2017-01-01',
    ].map(knownDate)
    expect(dates.sort(compareKnownDates)).toEqual([
      '2016-07',
      '2016-07-31',
      '../2016-07',
      '2016',
      '2016-12-31',
      '2017-01-01',
      '2016-01/..',
      '..',
    ])
  })

  it('is an order: the other way round is the opposite, and it carries over', () => {
    fc.assert(
      fc.property(anyKnownDate, anyKnownDate, anyKnownDate, (a, b, c) => {
        expect(Math.sign(compareKnownDates(a, b)) + Math.sign(compareKnownDates(b, a))).toBe(0)
        if (compareKnownDates(a, b) <= 0 && compareKnownDates(b, c) <= 0)
          expect(compareKnownDates(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('within a period', () => {
  it('counts an event only where its whole interval lies within', () => {
    const year: [Day, Day] = [day('2016-04-01'), day('2017-03-31')]
    const counted = (text: string) => liesWithin(knownDate(text), ...year)
    const perhaps = (text: string) => mayLieWithin(knownDate(text), ...year)
    expect(['2016-04-01', '2017-03-31', '2016-07', '2016-04-01/2017-03-31'].every(counted)).toBe(
      true,
    )
    expect(['2016', '../2016-07', '2016-07/..', '..', '2016-03', '2017-04-01'].some(counted)).toBe(
      false,
    )
    expect(['2016', '../2016-07', '2016-07/..', '..', '2016-07'].every(perhaps)).toBe(true)
    expect(['2016-03', '2017-04', '../2016-03', '2017-04/..'].some(perhaps)).toBe(false)
  })

  it('is certain if every day it may have been lies within, and possible if one does', () => {
    fc.assert(
      fc.property(anyKnownDate, anyDay, anyDay, fc.nat(), (date, one, other, pick) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const span = daysOf(date)
        const length = Math.round((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000) + 1
        const wasOn = addDays(span.from, pick % length)
        if (liesWithin(date, from, to)) expect(from <= wasOn && wasOn <= to).toBe(true)
        if (from <= wasOn && wasOn <= to) expect(mayLieWithin(date, from, to)).toBe(true)
        if (liesWithin(date, from, to)) expect(mayLieWithin(date, from, to)).toBe(true)
      }),
    )
  })
})

describe('a state', () => {
  const on = (text: string, opens: string, closes: string | null) =>
    certainty(knownDate(opens), closes === null ? null : knownDate(closes), day(text))

  it('holds from the end of its opening to the start of its closing, in between possibly', () => {
    const of = (text: string) => on(text, '2016-07', '2016-10')
    expect(['2016-06-30', '2016-07-01', '2016-07-30'].map(of)).toEqual([
      'not',
      'possibly',
      'possibly',
    ])
    expect(['2016-07-31', '2016-09-30'].map(of)).toEqual(['certainly', 'certainly'])
    expect(['2016-10-01', '2016-10-30', '2016-10-31'].map(of)).toEqual([
      'possibly',
      'possibly',
      'not',
    ])
  })

  it('holds on its first day and no longer on its closing day', () => {
    const of = (text: string) => on(text, '2016-07-01', '2016-07-03')
    expect(['2016-06-30', '2016-07-01', '2016-07-02', '2016-07-03'].map(of)).toEqual([
      'not',
      'certainly',
      'certainly',
      'not',
    ])
  })

  it('stays open until closed; closed on an unknown day is possibly open', () => {
    expect(on('2016-07-01', '2016', null)).toBe('possibly')
    expect(on('2016-12-31', '2016', null)).toBe('certainly')
    expect(on('2030-01-01', '2016', '..')).toBe('possibly')
    expect(on('2016-07-01', '..', null)).toBe('possibly')
    expect(on('2014-07-31', '../2014-07', null)).toBe('certainly')
    expect(on('2014-07-30', '../2014-07', null)).toBe('possibly')
    expect(on('2020-01-01', '2016/..', null)).toBe('possibly')
  })

  it('is as certain as every way it may have been: all hold, none holds, or some do', () => {
    fc.assert(
      fc.property(anyKnownDate, fc.option(anyKnownDate), anyDay, (opens, closes, on) => {
        const opening = daysOf(opens)
        const closing = closes === null ? null : daysOf(closes)
        const holds = (opened: Day, closed: Day | null) =>
          opened <= on && (closed === null || on < closed)
        const ways = [opening.from, opening.to].flatMap((opened) =>
          closing === null
            ? [holds(opened, null)]
            : [holds(opened, closing.from), holds(opened, closing.to)],
        )
        const expected = ways.every(Boolean) ? 'certainly' : ways.some(Boolean) ? 'possibly' : 'not'
        expect(certainty(opens, closes, on)).toBe(expected)
      }),
    )
  })

  it('with an unknown start opens by a default day', () => {
    const opened = (text: string) => openedByDefault(knownDate(text), day('2013-09-23'))
    expect(['..', '../2014-07', '2014/..', '2016-07', '../2012'].map(opened)).toEqual([
      '2013-09-23',
      '2013-09-23/2014-07',
      '2014/..',
      '2016-07',
      '../2012',
    ])
  })
})
