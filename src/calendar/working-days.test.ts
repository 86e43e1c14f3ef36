import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, weekday } from '#calendar/day.ts'
import { type Holiday, holidaysFromCsv } from '#calendar/holidays.ts'
import {
  addWorkingDays,
  countWorkingDaysInclusive,
  firstMeetingMoreThan,
  isWorkingDay,
  lastDayOpen,
  receivedOn,
  workingDayBack,
  workingDayCalendar,
} from '#calendar/working-days.ts'

const file = 'codes/sec/holidays.csv'
const holidays = holidaysFromCsv(readFileSync(file, 'utf8'), file)
const england = workingDayCalendar(holidays, { divisions: ['england-and-wales'] })
const scotland = workingDayCalendar(holidays, { divisions: ['scotland'] })
const both = workingDayCalendar(holidays, { divisions: ['england-and-wales', 'scotland'] })
const following = (from: string, count: number) => addWorkingDays(england, day(from), count)

describe('worked dates of changes and meetings', () => {
  it('counts a period from the day after its event', () => {
    expect(following('2017-03-31', 30)).toBe('2017-05-17')
    expect(following('2017-04-26', 10)).toBe('2017-05-11')
    expect(following('2017-04-13', 5)).toBe('2017-04-24')
    expect(following('2016-12-22', 15)).toBe('2017-01-17')
    expect(addWorkingDays(both, day('2016-12-22'), 15)).toBe('2017-01-18')
  })

  it('counts back from a meeting', () => {
    expect(workingDayBack(england, day('2017-05-19'), 5)).toBe('2017-05-12')
    expect(workingDayBack(england, day('2017-05-19'), 10)).toBe('2017-05-05')
  })

  it('takes "more than 6" to mean at least the seventh', () => {
    expect(firstMeetingMoreThan(england, day('2017-05-08'), 6)).toBe('2017-05-17')
  })

  it('counts a consultation with both its ends', () => {
    expect(countWorkingDaysInclusive(england, day('2020-06-22'), day('2020-07-10'))).toBe(15)
    expect(lastDayOpen(england, day('2020-06-22'), 15, { issueDayCounts: true })).toBe('2020-07-10')
    expect(lastDayOpen(england, day('2020-06-22'), 14, { issueDayCounts: false })).toBe(
      '2020-07-10',
    )
  })

  it('uses the bank holidays of 2016 and 2017, and no more', () => {
    const listed =
      '2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27 2017-01-02 ' +
      '2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26'
    const used = [...england.holidays.keys()].filter((on) => '2016' <= on && on < '2018')
    expect(used.join(' ')).toBe(listed)
  })
})

describe('worked dates of budgets and payments', () => {
  it.each([
    ['budget comments', '2017-01-20', 20, '2017-02-17'],
    ['earliest approved budget', '2017-03-10', 15, '2017-03-31'],
    ['budget appeal', '2017-03-01', 10, '2017-03-15'],
    ['approved budget', '2017-03-01', 15, '2017-03-22'],
    ['invoice received', '2017-04-06', 5, '2017-04-13'],
    ['invoice by month end', '2017-03-31', 8, '2017-04-12'],
    ['invoice over Easter', '2017-04-12', 5, '2017-04-21'],
    ['invoice after New Year', '2017-01-05', 5, '2017-01-12'],
    ['payment notice', '2017-01-12', 1, '2017-01-13'],
    ['failure to pay', '2017-01-13', 3, '2017-01-18'],
    ['credit top up', '2017-03-06', 5, '2017-03-13'],
    ['credit notice', '2017-03-14', 3, '2017-03-17'],
    ['recoverable cost', '2017-04-03', 10, '2017-04-19'],
    ['fifth of January', '2016-12-31', 5, '2017-01-09'],
    ['fifth of April', '2017-03-31', 5, '2017-04-07'],
    ['fifth of July', '2017-06-30', 5, '2017-07-07'],
    ['fifth of October', '2017-09-30', 5, '2017-10-06'],
  ])('%s: %s and %i Working Days give %s', (_what, from, count, to) => {
    expect(following(from, count)).toBe(to)
  })

  it('budget published a Working Day later would miss 1 April', () => {
    expect(following('2017-03-13', 15) >= '2017-04-01').toBe(true)
  })

  it('the nominations of 2022 ran to the 17th Working Day after they opened', () => {
    expect(following('2022-02-08', 17)).toBe('2022-03-03')
  })
})

describe('a Working Day', () => {
  it('is neither at a weekend nor a holiday of the division', () => {
    const monday = day('2016-11-28')
    expect(isWorkingDay(england, day('2016-11-30'))).toBe(true)
    expect(isWorkingDay(scotland, day('2016-11-30'))).toBe(false)
    expect(isWorkingDay(both, day('2016-11-30'))).toBe(false)
    expect(isWorkingDay(scotland, day('2016-08-29'))).toBe(true)
    expect(isWorkingDay(both, day('2016-08-29'))).toBe(false)
    expect([5, 6].map((days) => isWorkingDay(england, addDays(monday, days)))).toEqual([
      false,
      false,
    ])
  })

  it('may have another weekend in another code', () => {
    const other = workingDayCalendar(holidays, { divisions: ['scotland'], weekend: ['Friday'] })
    expect(isWorkingDay(other, day('2017-01-20'))).toBe(false)
    expect(isWorkingDay(other, day('2017-01-22'))).toBe(true)
  })

  it('is counted as known on a day where that is asked', () => {
    const then = workingDayCalendar(holidays, {
      divisions: ['england-and-wales'],
      knownOn: day('2020-11-11'),
    })
    const next = workingDayCalendar(holidays, {
      divisions: ['england-and-wales'],
      knownOn: day('2020-11-12'),
    })
    const jubilee = day('2022-06-03')
    expect([then, next, england].map((calendar) => isWorkingDay(calendar, jubilee))).toEqual([
      true,
      false,
      false,
    ])
    expect(isWorkingDay(then, day('2020-05-08'))).toBe(false)
  })

  it('is refused outside the years the data covers', () => {
    expect(() => isWorkingDay(england, day('2029-01-02'))).toThrow(
      'The calendar of england-and-wales covers 2013-01-01 to 2028-12-31, but 2029-01-02 was asked for',
    )
    expect(() => isWorkingDay(england, day('2012-12-31'))).toThrow('add the holidays of that year')
    expect(() => following('2028-12-29', 1)).toThrow('but 2029-01-01 was asked for')
  })

  it('needs divisions that have holidays in every year', () => {
    const of = (...dates: string[]): Holiday[] =>
      dates.map((date) => ({ division: 'here', date: day(date), name: 'A day', knownFrom: null }))
    const here = { divisions: ['here'] }
    expect(() => workingDayCalendar(holidays, { divisions: ['wales'] })).toThrow("but got 'wales'")
    expect(() => workingDayCalendar(holidays, { divisions: [] })).toThrow('at least one division')
    expect(() => workingDayCalendar(of('2016-01-01', '2018-01-01'), here)).toThrow(
      'leave out a year',
    )
    const apart = [...of('2011-01-01'), ...holidays]
    expect(() => workingDayCalendar(apart, { divisions: ['here', 'scotland'] })).toThrow(
      'no year in common',
    )
  })
})

describe('counting', () => {
  const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(day('2014-01-01'), days))
  const anyCount = fc.integer({ min: 0, max: 150 })
  const anyCalendar = fc.constantFrom(england, scotland, both)

  it('ends on a Working Day with exactly so many after the event', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, event, count) => {
        const end = addWorkingDays(calendar, event, count)
        if (count === 0) expect(end).toBe(event)
        else {
          expect(isWorkingDay(calendar, end)).toBe(true)
          expect(countWorkingDaysInclusive(calendar, addDays(event, 1), end)).toBe(count)
        }
      }),
    )
  })

  it('comes back by counting back, from a Working Day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, event, count) => {
        fc.pre(isWorkingDay(calendar, event))
        expect(workingDayBack(calendar, addWorkingDays(calendar, event, count), count)).toBe(event)
      }),
    )
  })

  it('never ends earlier for a later event, or by a calendar with more holidays', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, (one, other, count) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        expect(addWorkingDays(both, earlier, count) <= addWorkingDays(both, later, count)).toBe(
          true,
        )
        expect(addWorkingDays(england, one, count) <= addWorkingDays(both, one, count)).toBe(true)
      }),
    )
  })

  it('keeps a consultation open for its count of Working Days, both ends counted', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        (calendar, issued, count) => {
          const last = lastDayOpen(calendar, issued, count, { issueDayCounts: true })
          expect(countWorkingDaysInclusive(calendar, issued, last)).toBe(count)
        },
      ),
    )
  })

  it('refuses what cannot be counted', () => {
    expect(() => following('2017-03-31', -1)).toThrow('0 or more, but got -1')
    expect(() => following('2017-03-31', 1.5)).toThrow('0 or more, but got 1.5')
    expect(() => lastDayOpen(england, day('2017-03-31'), 0, { issueDayCounts: true })).toThrow(
      'one Working Day or more',
    )
    expect(() => countWorkingDaysInclusive(england, day('2017-04-02'), day('2017-04-01'))).toThrow(
      'in order',
    )
  })
})

describe('a notice', () => {
  const received = (instant: string) =>
    receivedOn(england, instant, { zone: 'Europe/London', cutOff: '17:00' })

  it('counts on the day it came, until the cut-off by the clocks in the zone', () => {
    expect(received('2017-04-12T15:59:59Z')).toBe('2017-04-12')
    expect(received('2017-04-12T16:00:00Z')).toBe('2017-04-12')
    expect(received('2017-01-12T17:00:00Z')).toBe('2017-01-12')
  })

  it('counts on the next Working Day after the cut-off or on no Working Day', () => {
    expect(received('2017-04-12T16:00:00.001Z')).toBe('2017-04-13')
    expect(received('2017-04-13T16:30:00Z')).toBe('2017-04-18')
    expect(received('2017-04-15T09:00:00Z')).toBe('2017-04-18')
    expect(received('2017-04-12T23:30:00Z')).toBe('2017-04-13')
  })

  it('needs a time of day to be cut off at', () => {
    expect(() =>
      receivedOn(england, '2017-04-12T16:00:00Z', { zone: 'UTC', cutOff: '5pm' }),
    ).toThrow("but got '5pm'")
  })
})

describe('a holidays file', () => {
  it('names every bad row by line, column and value', () => {
    const text = [
      'division,date,name,known_from',
      'north,2026-02-30,Frost Day,',
      ',2026-03-01,Thaw Day,soon',
      'north,2026-04-01,,',
      'north,2026-05-01,May Day,2026-01-01',
      'north,2026-05-01,May Day,',
    ].join('\n')
    expect(() => holidaysFromCsv(text, 'h.csv')).toThrow(
      [
        "h.csv:2: date: expected a day written YYYY-MM-DD, but got '2026-02-30'",
        "h.csv:3: division: expected the name of a division, but got ''",
        "h.csv:3: known_from: expected a day written YYYY-MM-DD, or nothing, but got 'soon'",
        "h.csv:4: name: expected the name of the holiday, but got ''",
        "h.csv:6: date: expected each day of north once, but got '2026-05-01'",
      ].join('\n'),
    )
    expect(() => holidaysFromCsv('date,name\n', 'h.csv')).toThrow('division, known_from is missing')
    expect(() => holidaysFromCsv('', 'h.csv')).toThrow('h.csv:1: expected a header row')
    expect(() => holidaysFromCsv('division,date,name,known_from\na,b\n', 'h.csv')).toThrow('h.csv')
  })

  it('of the Smart Energy Code agrees with the calendar about the days of the week', () => {
    const weekdays = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(weekdays.length).toBe(279)
    for (const [, date, name] of weekdays)
      expect([date, weekday(date as Day)]).toEqual([date, name])
  })
})
