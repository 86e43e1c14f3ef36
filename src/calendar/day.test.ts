import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayIn,
  daysBetween,
  endOfMonth,
  isDay,
  isInstant,
  printDay,
  printDayWithWeekday,
  startOfDayIn,
  startOfMonth,
  timeOfDayIn,
  weekday,
} from '#calendar/day.ts'

const anyDay = fc
  .integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2999, 11, 31) })
  .map((instant) => day(new Date(instant).toISOString().slice(0, 10)))
const london = 'Europe/London'

describe('a day', () => {
  it('is a day of the calendar and nothing else', () => {
    expect(['2016-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].every(isDay)).toBe(true)
    const others = [
      '2017-02-29',
      '1900-02-29',
      '2017-13-01',
      '2017-00-10',
      '2017-04-31',
      '2017-4-1',
    ]
    expect([...others, '0000-01-01', '2017-04-00', '', ' 2017-04-01', 20170401].some(isDay)).toBe(
      false,
    )
  })

  it('says what was expected and what came', () => {
    expect(() => day('31/03/2017')).toThrow(
      "Expected a day of the calendar written YYYY-MM-DD, such as 2017-03-31, but got '31/03/2017'",
    )
  })

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => one < other === daysBetween(one, other) > 0),
    )
  })
})

describe('counting days', () => {
  it('comes out as the machine counts in UTC', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (from, days) => {
        const counted = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addDays(from, days)).toBe(counted)
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  it('refuses half a day and a day outside the calendar', () => {
    expect(() => addDays(day('2017-01-01'), 0.5)).toThrow('Expected a whole number of days')
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('years 1 to 9999')
  })

  it('knows the day of the week', () => {
    expect(weekday(day('2017-01-20'))).toBe('Friday')
    expect(weekday(day('1969-12-31'))).toBe('Wednesday')
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
    fc.assert(
      fc.property(anyDay, (on) => weekday(on) === names[new Date(Date.parse(on)).getUTCDay()]),
    )
  })
})

describe('counting months', () => {
  it('clips to the end of a shorter month', () => {
    expect(addMonths(day('2016-12-31'), 2)).toBe('2017-02-28')
    expect(addMonths(day('2015-12-31'), 2)).toBe('2016-02-29')
    expect(addMonths(day('2017-03-31'), -1)).toBe('2017-02-28')
    expect(addMonths(day('2017-01-15'), -1)).toBe('2016-12-15')
    expect(addMonths(day('2017-01-15'), 24)).toBe('2019-01-15')
  })

  it('never leaves the month counted to, and moves the day only to a month end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (from, months) => {
        const to = addMonths(from, months)
        const counted = (on: Day) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7))
        expect(counted(to) - counted(from)).toBe(months)
        if (to.slice(8) !== from.slice(8)) expect(to).toBe(endOfMonth(to))
      }),
    )
  })

  it('knows where a month begins and ends', () => {
    expect(startOfMonth(day('2016-02-17'))).toBe('2016-02-01')
    expect(endOfMonth(day('2016-02-17'))).toBe('2016-02-29')
  })
})

describe('days and instants', () => {
  it('takes the day from the clocks where the code lives', () => {
    expect(dayIn(london, '2017-03-31T22:59:59Z')).toBe('2017-03-31')
    expect(dayIn(london, '2017-03-31T23:00:00Z')).toBe('2017-04-01')
    expect(dayIn(london, '2017-01-31T23:30:00Z')).toBe('2017-01-31')
    expect(dayIn('Asia/Kolkata', '2017-01-31T18:30:00.000Z')).toBe('2017-02-01')
    expect(timeOfDayIn(london, '2017-06-30T16:00:00Z')).toBe('17:00:00.000')
    expect(timeOfDayIn(london, '2017-01-30T00:05:59.25Z')).toBe('00:05:59.250')
  })

  it('begins a day at local midnight, also where clocks change', () => {
    expect(startOfDayIn(london, day('2017-03-26'))).toBe('2017-03-26T00:00:00.000Z')
    expect(startOfDayIn(london, day('2017-03-27'))).toBe('2017-03-26T23:00:00.000Z')
    expect(startOfDayIn(london, day('2016-10-30'))).toBe('2016-10-29T23:00:00.000Z')
    expect(startOfDayIn(london, day('2016-10-31'))).toBe('2016-10-31T00:00:00.000Z')
    // Clocks in Beirut went from 23:59:59 to 01:00: the day began without a midnight.
    expect(startOfDayIn('Asia/Beirut', day('2017-03-26'))).toBe('2017-03-25T22:00:00.000Z')
  })

  it('finds the day again from its first instant, and the day before from the millisecond before', () => {
    const zones = fc.constantFrom(london, 'UTC', 'America/New_York', 'Pacific/Auckland')
    fc.assert(
      fc.property(anyDay, zones, (on, zone) => {
        const start = startOfDayIn(zone, on)
        const before = new Date(Date.parse(start) - 1).toISOString()
        expect(dayIn(zone, start)).toBe(on)
        expect(dayIn(zone, before)).toBe(addDays(on, -1))
      }),
      { numRuns: 50 },
    )
  })

  it('refuses an instant without an offset and a zone nobody knows', () => {
    expect(isInstant('2017-03-31T16:00:00.123Z')).toBe(true)
    expect(isInstant('2017-03-31T16:00:00')).toBe(false)
    expect(isInstant('2017-02-30T16:00:00Z')).toBe(false)
    expect(() => dayIn(london, '2017-03-31')).toThrow('Expected an instant with its offset')
    expect(() => dayIn('Europe/Atlantis', '2017-03-31T16:00:00Z')).toThrow("got 'Europe/Atlantis'")
  })
})

it('prints a day as people write it', () => {
  expect(printDay(day('2017-03-31'))).toBe('31 March 2017')
  expect(printDay(day('2016-08-01'))).toBe('1 August 2016')
  expect(printDayWithWeekday(day('2017-01-20'))).toBe('Friday 20 January 2017')
})
