import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterCategoryOnRecord } from './enter-category-on-record.ts'
import { categoriesKept, partiesKept } from './kept.ts'
import { partiesByCategory, partiesOn } from './party-figures.ts'

const setting = { rulebook: rulebookOf('sec'), folds: [partiesKept, categoriesKept] }
const acceded = {
  stream: 'party:P1',
  type: 'PartyAcceded',
  data: { reference: 'P1', name: 'One Mill', company: null, acceded: '2014-03-14' },
  effectiveFrom: '2014-03-14',
}
const small = {
  stream: 'party:P1',
  type: 'PartyCategorised',
  data: { party: 'P1', categories: ['small-supplier'], from: '2014-03-14', replaces: null },
  effectiveFrom: '2014-03-14',
}
const left = {
  stream: 'party:P1',
  type: 'PartyLeft',
  data: { party: 'P1', mechanism: 'withdrawal', exited: '2016-01-01' },
  effectiveFrom: '2016-01-01',
}
const change = { party: 'P1', category: 'LS', from: '2015-07', source: 'a notice' }

describe('entering a change of Party Category on record', () => {
  it('says in which categories the Party is from its day, in place of those before', () =>
    given([acceded, small], setting)
      .when(enterCategoryOnRecord, change)
      .thenEntered([
        {
          type: 'PartyCategorised',
          data: { party: 'P1', categories: ['large-supplier'], replaces: '2014-03-14' },
          effectiveFrom: '2015-07',
        },
      ]))

  it('leaves counts before that day as they were, and none for certain within a day known in part', async () => {
    const { ground, asking, read } = await recordOf([acceded, small], setting)
    await carryOut(ground, { command: enterCategoryOnRecord, input: change, asking })
    const on = (text: string) => {
      const found = partiesByCategory(read(), day(text))
      const ofIt = (id: string) => found.find((one) => one.id === id)!.parties
      return {
        all: partiesOn(read(), day(text)).value,
        small: ofIt('small-supplier').value,
        large: ofIt('large-supplier').value,
        possibly: ofIt('small-supplier').possibly.length + ofIt('large-supplier').possibly.length,
      }
    }
    expect(on('2014-03-13')).toEqual({ all: 0, small: 0, large: 0, possibly: 0 })
    expect(on('2015-06-30')).toEqual({ all: 1, small: 1, large: 0, possibly: 0 })
    expect(on('2015-07-15')).toEqual({ all: 1, small: 0, large: 0, possibly: 2 })
    expect(on('2015-07-31')).toEqual({ all: 1, small: 0, large: 1, possibly: 0 })
  })

  it('is refused for a Party that is not on record', () =>
    given([], setting).when(enterCategoryOnRecord, change).thenRefused('partyIsOnRecord'))

  it('is refused for a category that the rulebook does not know', () =>
    given([acceded, small], setting)
      .when(enterCategoryOnRecord, { ...change, category: 'LS; mill' })
      .thenRefused('categoriesAreInTheRulebook'))

  it('is refused where a later statement is on record', () =>
    given([acceded, small], setting)
      .when(enterCategoryOnRecord, { ...change, from: '2014-03-14' })
      .thenRefused('categoryFollowsTheLast'))

  it('is refused before the accession and after the exit', async () => {
    await given([acceded], setting)
      .when(enterCategoryOnRecord, { ...change, from: '2014-03-13' })
      .thenRefused('categoryIsOfAParty')
    await given([acceded, left], setting)
      .when(enterCategoryOnRecord, { ...change, from: '2016-01-01' })
      .thenRefused('categoryIsOfAParty')
  })

  it('asks for each field that it needs', () =>
    given([acceded], setting)
      .when(enterCategoryOnRecord, { ...change, party: '', from: 'soon' })
      .thenFormRefused('party', 'from'))
})
