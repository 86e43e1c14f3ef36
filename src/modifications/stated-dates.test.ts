import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#calendar/day.ts'
import { earliest, type KnownDate, knownDate, latest } from '#calendar/known-date.ts'
import { course, outOfOrder, statedDates, type Told } from './stated-dates.ts'

const nothing: Told = {
  raised: 'undated',
  changeBoard: null,
  authority: null,
  implemented: null,
  statusOn: null,
}

describe('the dates of what a source tells of a proposal', () => {
  it('are not known where nothing bounds them', () => {
    expect(statedDates(nothing).raised).toBe('..')
  })

  it('lie between the things before and after', () => {
    const dates = statedDates({
      ...nothing,
      raised: knownDate('2026-01'),
      changeBoard: 'undated',
      authority: knownDate('2026-05-04'),
      implemented: 'undated',
      statusOn: day('2026-06-30'),
    })
    expect(dates).toEqual({
      raised: '2026-01',
      changeBoard: '2026-01-01/2026-05-04',
      authority: '2026-05-04',
      implemented: '2026-05-04/2026-06-30',
      status: '2026-05-04/2026-06-30',
    })
  })

  it('do not end before they begin where a thing came after the day of which the source tells', () => {
    const dates = statedDates({
      ...nothing,
      changeBoard: knownDate('2026-08-03'),
      authority: 'undated',
      statusOn: day('2026-06-30'),
    })
    expect(dates.authority).toBe('2026-08-03/..')
    expect(dates.status).toBe('../2026-06-30')
  })

  const things = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.boolean())
    .map(([after, lasts, dated]) => ({ after, lasts, dated }))

  it('hold whatever really happened in its order', () => {
    fc.assert(
      fc.property(fc.array(things, { minLength: 4, maxLength: 4 }), (drawn) => {
        let on: Day = day('2026-01-01')
        const happened = drawn.map(({ after }) => {
          on = addDays(on, after)
          return on
        })
        const told = Object.fromEntries(
          course.map((thing, at) => {
            const { dated, lasts } = drawn[at]!
            const from = happened[at]!
            const date = knownDate(`${addDays(from, -lasts)}/${addDays(from, lasts)}`)
            return [thing, dated ? date : 'undated']
          }),
        ) as unknown as Told
        const whole = { ...told, statusOn: on }
        expect(outOfOrder(whole)).toBeUndefined()
        const dates = statedDates(whole)
        for (const [at, thing] of course.entries()) {
          const date = dates[thing] as KnownDate
          expect(earliest(date) === null || earliest(date)! <= happened[at]!).toBe(true)
          expect(latest(date) !== null && happened[at]! <= latest(date)!).toBe(true)
        }
      }),
    )
  })
})
