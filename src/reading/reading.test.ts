import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import type { Event } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'
import { thePublic } from '#journal/information-class.ts'
import { recordOf } from '../../tests/given.ts'

type Painted = Event<'Painted', { readonly colour: string }>
type Bared = Event<'Bared', { readonly reason: string }>

const walls: Fold<{ readonly colour: string }, Painted | Bared> = {
  name: 'test.walls',
  edition: 1,
  on: {
    Painted: (entry, rows) => rows.open(entry.stream, { colour: entry.data.colour }),
    Bared: (entry, rows) => rows.close(entry.stream),
  },
}

const painted = (wall: string, colour: string, effectiveFrom: string, more = {}) => ({
  stream: `wall:${wall}`,
  type: 'Painted',
  data: { colour },
  effectiveFrom,
  ...more,
})

const record = () =>
  recordOf(
    [
      painted('A', 'red', '2016-07'),
      painted('B', 'grey', '2016-08-01', { class: 'red' }),
      { stream: 'wall:A', type: 'Bared', data: { reason: 'rain' }, effectiveFrom: '2017-01' },
    ],
    { folds: [walls] },
  )

const coloursOn = async (text: string, how: 'inForce' | 'possibly') => {
  const { read } = await record()
  return read({ asOf: day(text) })
    [how](walls)
    .map(({ data }) => data.colour)
}

describe('a reading', () => {
  it.each([
    ['2016-06-30', [], []],
    ['2016-07-01', [], ['red']],
    ['2016-07-30', [], ['red']],
    ['2016-07-31', ['red'], []],
    ['2016-12-31', ['red', 'grey'], []],
    ['2017-01-01', ['grey'], ['red']],
    ['2017-01-31', ['grey'], []],
  ])('on %s holds %o for certain and %o possibly', async (on, certain, possible) => {
    expect(await coloursOn(on, 'inForce')).toEqual(certain)
    expect(await coloursOn(on, 'possibly')).toEqual(possible)
  })

  it('keeps from the public what is not for it: in rows, by key, in force, and in the count', async () => {
    const { read } = await record()
    const whole = read({ asOf: day('2016-12-31') })
    const open = read({ asOf: day('2016-12-31'), viewer: thePublic })
    expect(whole.rows(walls)).toHaveLength(2)
    expect(open.rows(walls).map(({ data }) => data.colour)).toEqual(['red'])
    const [secret] = whole.rows(walls).filter(({ data }) => data.colour === 'grey')
    expect(whole.row(walls, secret!.key)).toEqual(secret)
    expect(open.row(walls, secret!.key)).toBeUndefined()
    expect(open.inForce(walls)).toHaveLength(1)
    expect(whole.record.position).toBe(3)
    expect(open.record.position).toBe(2)
    expect(open.record.hash).not.toBe(whole.record.hash)
  })

  it('reads another code’s rows never', async () => {
    const { read } = await record()
    expect(read({ code: 'another-code' }).rows(walls)).toEqual([])
  })
})
