import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { recordOf } from '../../tests/given.ts'
import { engagementIn, engagementKept } from './engagement-kept.ts'
import { engagementView, supportView } from './support.view.ts'

const event = (reference: string, kind: string, held: string, more: object = {}) => ({
  stream: `engagement:${reference}`,
  type: 'EngagementHeld',
  data: {
    reference,
    kind,
    title: `Event ${reference}`,
    held,
    attended: null,
    attendedWords: null,
    repeatOf: null,
    notes: null,
    ...more,
  },
  effectiveFrom: held,
})
const past = [
  event('A', 'engagement-day', '2016-07', { attendedWords: 'over 60' }),
  event('B', 'seminar', '2016-11-14', { attended: 12 }),
  event('C', 'seminar', '2016-11-25', { repeatOf: 'B' }),
  event('D', 'workshop', '2016-04-01/2017-03-31'),
  event('E', 'workshop', '2017-03-20/2017-04-10'),
]
const read = async (asOf: string) =>
  (await recordOf(past, { folds: [engagementKept], today: day('2017-12-31') })).read({
    asOf: day(asOf),
  })

describe('the list of events', () => {
  it('shows attendance as stated, newest first, and counts by kind', async () => {
    const answer = supportView.answer(await read('2017-03-31'), { limit: 100 })
    expect(answer?.events.map(({ reference, attendance }) => [reference, attendance])).toEqual([
      ['D', null],
      ['C', null],
      ['B', '12'],
      ['A', 'over 60'],
    ])
    expect(answer?.kinds).toEqual([
      { id: 'seminar', name: 'Seminar', count: 2 },
      { id: 'engagement-day', name: 'Engagement day', count: 1 },
      { id: 'workshop', name: 'Workshop', count: 1 },
    ])
    expect(answer?.possibly).toBe(1)
    expect(supportView.gives.parse(answer)).toEqual(answer)
  })

  it('narrows to a kind', async () => {
    const answer = supportView.answer(await read('2017-12-31'), { limit: 100, kind: 'workshop' })
    expect(answer?.events.map(({ reference }) => reference)).toEqual(['E', 'D'])
    expect(answer?.possibly).toBe(0)
  })
})

describe('an event', () => {
  it('points to what it repeated, and to what repeated it', async () => {
    const reading = await read('2017-12-31')
    const one = engagementView.answer(reading, { reference: 'B' })
    expect(one?.repeats.map(({ reference }) => reference)).toEqual(['C'])
    expect(engagementView.answer(reading, { reference: 'C' })?.repeatOf).toEqual({
      reference: 'B',
      title: 'Event B',
    })
    expect(engagementView.gives.parse(one)).toEqual(one)
  })

  it('is not found where none is on record', async () =>
    expect(engagementView.answer(await read('2017-12-31'), { reference: 'Z' })).toBeUndefined())
})

describe('engagement in a period', () => {
  it('counts what was certainly held in it, by kind', async () => {
    const found = engagementIn(await read('2017-12-31'), day('2016-04-01'), day('2017-03-31'))
    expect(found.map(({ kind, rows }) => [kind, rows.map(({ key }) => key)])).toEqual([
      ['engagement-day', ['A']],
      ['seminar', ['C', 'B']],
      ['workshop', ['D']],
    ])
  })
})
