import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar/day.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import {
  accessionsIn,
  exitsIn,
  movementsIn,
  partiesByCategory,
  partiesOn,
  votingGroupsOn,
} from './party-figures.ts'
import { parties as room } from './room.ts'

interface Life {
  readonly acceded: string
  readonly exited: string | null
  readonly categories: readonly string[]
  readonly owner?: string | null
}

/** Parties P0, P1… of companies C0, C1…, as events of the past. */
function lived(lives: readonly Life[]): Past[] {
  return lives.flatMap(({ acceded, exited, categories, owner }, at) => {
    const party = `P${at}`
    const company = `C${at}`
    const inStream = (type: string, data: object, effectiveFrom: string): Past => ({
      stream: `party:${party}`,
      type,
      data: data as Past['data'],
      effectiveFrom,
    })
    return [
      inStream('PartyAcceded', { reference: party, name: party, company, acceded }, acceded),
      inStream('PartyCategorised', { party, categories, from: acceded, replaces: null }, acceded),
      ...(exited
        ? [inStream('PartyLeft', { party, mechanism: 'withdrawal', exited }, exited)]
        : []),
      ...(owner
        ? [
            {
              stream: `company:${company}`,
              type: 'OwnershipBegan',
              data: { owner, owned: company, began: acceded, notes: null },
              effectiveFrom: acceded,
            },
          ]
        : []),
    ]
  })
}
const reading = async (lives: readonly Life[]) =>
  (await recordOf(lived(lives), { folds: room.folds })).read()

const start = day('2016-04-01')
const someDay = fc.integer({ min: -30, max: 60 }).map((days) => addDays(start, days))
const someLife = fc
  .record({
    acceded: someDay,
    stays: fc.option(fc.integer({ min: 1, max: 40 })),
    categories: fc.uniqueArray(fc.constantFrom('mill', 'boat'), { maxLength: 2 }),
    owner: fc.option(fc.constantFrom('G1', 'G2')),
  })
  .map(({ stays, ...life }) => ({
    ...life,
    exited: stays === null ? null : addDays(life.acceded, stays),
  }))

describe('whatever the lives of Parties', () => {
  it('opening and accessions less exits are the closing', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(someLife, { maxLength: 15 }),
        someDay,
        someDay,
        async (lives, a, b) => {
          const [from, to] = [a, b].sort() as [typeof a, typeof b]
          const { opening, accessions, exits, closing } = movementsIn(
            await reading(lives),
            from,
            to,
          )
          expect(opening.value + accessions.value - exits.value).toBe(closing.value)
        },
      ),
    ))

  it('Voting Groups over the categories add up, and no category has more of them than Parties', () =>
    fc.assert(
      fc.asyncProperty(fc.array(someLife, { maxLength: 15 }), someDay, async (lives, on) => {
        const read = await reading(lives)
        const categories = partiesByCategory(read, on)
        const sum = categories.reduce((total, one) => total + one.votingGroups.value, 0)
        expect(sum).toBe(votingGroupsOn(read, on).value)
        for (const { parties, votingGroups } of categories)
          expect(votingGroups.value).toBeLessThanOrEqual(parties.value)
      }),
    ))
})

describe('dates known in part', () => {
  const lives = [
    { acceded: '2016-07', exited: null, categories: ['mill'] },
    { acceded: '2014-01-01', exited: '2016-07-10/2016-08-20', categories: ['mill'] },
  ]

  it('make a Party possibly one, outside the count, until they leave no room', async () => {
    const read = await reading(lives)
    const on = (text: string) => {
      const { value, possibly } = partiesOn(read, day(text))
      return [value, possibly.map(({ reference }) => reference).join()]
    }
    expect(on('2016-06-30')).toEqual([1, ''])
    expect(on('2016-07-01')).toEqual([1, 'P0'])
    expect(on('2016-07-10')).toEqual([0, 'P0,P1'])
    expect(on('2016-07-31')).toEqual([1, 'P1'])
    expect(on('2016-08-20')).toEqual([1, ''])
    expect(votingGroupsOn(read, day('2016-07-10'))).toMatchObject({ value: 0 })
    expect(votingGroupsOn(read, day('2016-07-10')).possibly).toHaveLength(2)
  })

  it('count what happened in a period where it lies wholly within, and else possibly', async () => {
    const read = await reading(lives)
    const year = [day('2016-04-01'), day('2017-03-31')] as const
    const month = [day('2016-07-01'), day('2016-07-31')] as const
    expect(accessionsIn(read, ...month)).toMatchObject({ value: 1, possibly: [] })
    expect(exitsIn(read, ...year)).toMatchObject({ value: 1, possibly: [] })
    expect(exitsIn(read, ...month).value).toBe(0)
    expect(exitsIn(read, ...month).possibly).toHaveLength(1)
  })
})
