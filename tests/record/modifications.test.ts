// The register of proposals, as entered from the record of 2016-17, tells what its sources tell and no more.
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { headlineOf } from '#modifications/headline.ts'
import { outcomesIn } from '#modifications/index.ts'
import { modificationView } from '#modifications/modification.view.ts'
import { modificationsView } from '#modifications/modifications.view.ts'
import { modifications } from '#modifications/room.ts'
import type { Reading } from '#reading/reading.ts'
import { enteredRecord } from './entered-record.ts'

const everything = { limit: 500, sort: 'number' as const }
let on: (day: string) => Reading
beforeAll(async () => {
  on = await enteredRecord(
    [modifications],
    ['modifications', 'modification-steps', 'claimed-totals'],
  )
})
const register = (day: string, asked = {}) =>
  modificationsView.answer(on(day), { ...everything, ...asked })!
const docket = (number: string, day = '2017-03-31') => modificationView.answer(on(day), { number })!

describe('the register of proposals at 31 March 2017', () => {
  it('holds 17 of over 30 raised', () => {
    const { onRecord, possiblyRaised, claimed, total } = register('2017-03-31')
    expect({ onRecord, possiblyRaised, total }).toEqual({
      onRecord: 17,
      possiblyRaised: 0,
      total: 17,
    })
    expect(claimed).toMatchObject({ words: 'over 30' })
  })

  it('gives what its own schema says', () => {
    const answer = register('2017-03-31')
    expect(modificationsView.gives.parse(answer)).toEqual(answer)
    const one = docket('SECMP0026')
    expect(modificationView.gives.parse(one)).toEqual(one)
  })

  it('shows how they have been processed, by path', () => {
    const shown = register('2017-03-31').overview.map(({ path, standings }) => [
      path?.name ?? null,
      Object.fromEntries(standings.map(({ words, count }) => [words, count])),
    ])
    expect(shown).toEqual([
      [
        'Path 2: Authority Determination',
        { Raised: 1, 'Approved, awaiting implementation': 1, 'Refinement Process': 1 },
      ],
      ['Path 3: Self-Governance', { 'Approved or implemented': 3, Implemented: 1 }],
      [null, { Open: 7, 'Refinement Process': 3 }],
    ])
  })

  it('shows beneath each count the entries of the proposals and of where they stand', () => {
    const [, third] = register('2017-03-31').overview
    const { count, entries } = third!.standings.find(({ words }) => words === 'Implemented')!
    const { entries: entered, status } = docket('SECMP0026')
    expect([count, entries]).toEqual([1, [...entered, ...status!.entries]])
  })

  it('narrows by path, status, category and words, and sorts', () => {
    const numbers = (asked: object) =>
      register('2017-03-31', asked).modifications.map(({ number }) => number)
    expect(numbers({ path: '3', status: 'Implemented' })).toEqual(['SECMP0026'])
    expect(numbers({ impacted: 'gas-network' })).toEqual(['SECMP0015'])
    expect(numbers({ impacted: 'Supplier Parties' })).toEqual(['SECMP0032'])
    expect(numbers({ q: 'firmware HUB' })).toEqual(['SECMP0024'])
    expect(numbers({ sort: '-number' })[0]).toBe('SECMP0032')
    expect(numbers({ sort: 'raised' })[0]).toBe('SECMP0007')
  })

  it('counts the outcomes of the year', () => {
    const [from, to] = [day('2016-04-01'), day('2017-03-31')]
    const of = (decider: 'change-board' | 'authority') =>
      outcomesIn(on('2017-03-31'), decider, from, to).map(({ data }) => [data.number, data.outcome])
    expect(of('change-board')).toEqual([
      ['SECMP0016', 'Recommended approval'],
      ['SECMP0026', 'Approved'],
      ['SECMP0017', 'Approved'],
      ['SECMP0020', 'Approved'],
      ['SECMP0022', 'Approved'],
    ])
    expect(of('authority')).toEqual([['SECMP0016', 'Approved']])
  })
})

describe('a proposal on a day', () => {
  it('keeps unknown what the source does not tell', () => {
    expect(docket('SECMP0006')).toMatchObject({
      proposer: null,
      path: null,
      urgent: null,
      raised: { date: '../2017-03-31' },
      stands: { words: 'Open' },
      outcomes: { changeBoard: null, authority: null, implementation: null },
      impacted: [],
    })
  })

  it('has the proposer as words and the category as the rulebook names it', () => {
    expect(docket('SECMP0030').proposer).toEqual({ organisation: 'Smart DCC Ltd', basis: 'stated' })
    expect(docket('SECMP0012').impacted).toEqual([
      { id: 'dcc', label: 'DCC', words: 'DCC' },
      { id: null, label: 'DCC Users', words: 'DCC Users' },
    ])
  })

  it.each([
    ['2017-02-21', 'possibly', 'Possibly raised'],
    ['2017-02-22', 'certainly', 'Approved (Change Board)'],
    ['2017-03-14', 'certainly', 'Approved (Change Board)'],
    ['2017-03-15', 'certainly', 'Implemented'],
    ['2017-03-31', 'certainly', 'Implemented'],
  ])('SECMP0026 on %s was %s raised, and stood as %s', (day, raised, words) => {
    expect(docket('SECMP0026', day).stands).toMatchObject({ raised, words })
  })

  it('possibly stands where the dates are known in part', () => {
    expect(docket('SECMP0007', '2016-02-29').stands.words).toBe('Not yet raised')
    const { certainly, possibly } = docket('SECMP0007', '2016-12-31').stands
    expect(certainly).toMatchObject({ words: 'Raised', since: { date: '2016-03-01' } })
    expect(possibly).toMatchObject([
      { words: 'Refinement Process', since: { date: '2016-03-01/2017-03-31' } },
    ])
    expect(docket('SECMP0017', '2016-06-01').outcomes.changeBoard?.holds).toBe('possibly')
  })

  it.each([
    ['SECMP0030', '2016-06-10', 'Not yet raised on 10 June 2016; it was raised on 4 January 2017.'],
    [
      'SECMP0026',
      '2017-02-21',
      'The record does not tell for certain where it stood on 21 February 2017: possibly raised (by 22 February 2017).',
    ],
    [
      'SECMP0016',
      '2017-02-01',
      'Approved (Authority) on 26 January 2017. Possibly approved, awaiting implementation (between 26 January 2017 and 31 March 2017).',
    ],
    ['SECMP0026', '2017-03-20', 'Implemented in version 5.5 on 15 March 2017.'],
    [
      'SECMP0006',
      '2017-03-31',
      'Open, as it stood on 31 March 2017, by inference. What comes next is not on record.',
    ],
    ['SECMP0012', '2017-03-31', 'Raised on 5 May 2016. What comes next is not on record.'],
  ])('%s on %s is headed by what is known', (number, day, headline) => {
    expect(headlineOf(docket(number, day), on(day))).toBe(headline)
  })

  it('tells its steps up to the day', () => {
    expect(docket('SECMP0030', '2017-01-31').steps.map(({ step }) => step)).toEqual([
      'Modification Proposal raised',
      'Panel considers Initial Modification Report',
    ])
  })

  it('is not counted as on record before it was raised', () => {
    expect(register('2016-03-31').modifications.map(({ number }) => number)).toContain('SECMP0007')
    expect(register('2016-03-31')).toMatchObject({ onRecord: 1, possiblyRaised: 12, claimed: null })
  })
})
