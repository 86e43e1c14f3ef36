import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { type KnownDate, knownDate } from '#calendar/known-date.ts'
import type { ClosingTime } from './closing-time.ts'
import type { ConsultationOpened } from './consultation.ts'
import { cameLate, standingOf } from './standing.ts'

const closes = '2017-02-14 17:00' as ClosingTime
const stands = (opens: string, closing: ClosingTime | null, on: string) =>
  standingOf(
    {
      opens: knownDate(opens),
      data: { closes: closing } as ConsultationOpened['data'],
    },
    day(on),
  )

describe('how a consultation stands', () => {
  it('is ahead, possibly open while its opening is known in part, open to its last day, then closed', () => {
    expect(stands('2017-01', closes, '2016-12-31')).toBe('ahead')
    expect(stands('2017-01', closes, '2017-01-01')).toBe('possibly-open')
    expect(stands('2017-01', closes, '2017-01-31')).toBe('open')
    expect(stands('2017-01', closes, '2017-02-14')).toBe('open')
    expect(stands('2017-01', closes, '2017-02-15')).toBe('closed')
  })

  it('is closed after its close, whenever it opened', () =>
    expect(stands('..', closes, '2017-02-15')).toBe('closed'))

  it('is not known where no close is on record', () =>
    expect(stands('2017-01-17', null, '2020-01-01')).toBe('not-known'))
})

describe('a response', () => {
  it('is late only where it certainly came after the day of closing', () => {
    const late = (received: string) => cameLate(received as KnownDate, closes)
    expect(late('2017-02-15')).toBe(true)
    expect(late('2017-02-15/..')).toBe(true)
    expect(late('2017-02-14')).toBe(false)
    expect(late('2017-02')).toBe(false)
    expect(late('..')).toBe(false)
    expect(cameLate('2017-02-15' as KnownDate, null)).toBe(false)
  })
})
