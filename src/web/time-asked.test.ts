import { describe, expect, it } from 'vitest'
import { timeAsked } from './time-asked.ts'

const london = 'Europe/London'

describe('the two times', () => {
  it('are today and now where nothing is said', () => {
    const now = { asOf: undefined, knownAt: null }
    expect(timeAsked({}, london)).toEqual(now)
    expect(timeAsked({ 'as-of': ' ', 'known-at': '' }, london)).toEqual(now)
  })

  it.each([
    ['in winter', '2017-01-31', '2017-01-31T23:59:59.999Z'],
    ['in summer', '2017-07-01', '2017-07-01T22:59:59.999Z'],
    ['as the clocks go forward', '2017-03-26', '2017-03-26T22:59:59.999Z'],
    ['on the day before', '2017-03-25', '2017-03-25T23:59:59.999Z'],
    ['as the clocks go back', '2017-10-29', '2017-10-29T23:59:59.999Z'],
    ['on the last day of all', '9999-12-31', '9999-12-31T23:59:59.999Z'],
    ['on the day before that', '2017-10-28', '2017-10-28T22:59:59.999Z'],
  ])('take a day as known-at for its end where the code lives: %s', (_when, day, instant) => {
    expect(timeAsked({ 'known-at': day }, london)).toEqual({ asOf: undefined, knownAt: instant })
  })

  it('take an instant in any offset as the same instant in UTC', () => {
    expect(timeAsked({ 'known-at': '2017-07-01T12:00:00+01:00' }, london)).toEqual({
      asOf: undefined,
      knownAt: '2017-07-01T11:00:00.000Z',
    })
  })

  it.each(['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+14:00'])(
    'refuse %s, which lies beyond the years that can be written',
    (text) => expect(timeAsked({ 'known-at': text }, london)).toMatchObject([{ came: text }]),
  )

  it.each(['2017-02-29', '2016-13-01', '31/03/2017', 'yesterday', '2017-3-1', '2017-03-31T00:00'])(
    'refuse %s, each by its name and with what came',
    (text) => {
      const faults = timeAsked({ 'as-of': text, 'known-at': text }, london)
      expect(faults).toMatchObject([
        { name: 'as-of', came: text },
        { name: 'known-at', came: text },
      ])
    },
  )
})
