import { describe, expect, it } from 'vitest'
import {
  type ClosingTime,
  closingDay,
  isClosingTime,
  perhapsClosingTime,
  printClosingTime,
} from './closing-time.ts'

const closes = '2017-02-14 17:00' as ClosingTime

describe('a closing time', () => {
  it('is a day of the calendar and a time of day', () => {
    expect(isClosingTime(closes)).toBe(true)
    for (const text of [
      '2017-02-14',
      '2017-02-30 17:00',
      '2017-02-14 24:00',
      '2017-02-14 17:60',
      '2017-02-14 5pm',
      '2017-02-14T17:00',
      '2017-02-14  17:00',
      '2017-02-14 17:00 GMT',
    ])
      expect([text, isClosingTime(text)]).toEqual([text, false])
  })

  it('is printed with its day and hour', () => {
    expect(printClosingTime(closes)).toBe('14 February 2017 at 17:00')
    expect(closingDay(closes)).toBe('2017-02-14')
  })

  it('may be not known', () => {
    for (const nothing of ['', ' ', null, undefined])
      expect(perhapsClosingTime.parse(nothing)).toBeNull()
    expect(perhapsClosingTime.parse(' 2017-02-14 17:00 ')).toBe(closes)
    expect(perhapsClosingTime.safeParse('14 February').error?.issues[0]?.message).toContain(
      '2017-02-14 17:00',
    )
  })
})
