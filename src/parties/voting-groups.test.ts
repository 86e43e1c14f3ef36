import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar/day.ts'
import { type KnownDate, knownDate } from '#calendar/known-date.ts'
import { type Ownership, type Voter, votingGroups } from './voting-groups.ts'

const today = day('2017-03-31')
const party = (reference: string, company: string | null, ...categories: string[]): Voter => ({
  reference,
  company,
  categories,
})
const owns = (owner: string, owned: string, opens = '2016-01-01', closes?: string): Ownership => ({
  owner,
  owned,
  opens: knownDate(opens),
  closes: closes ? knownDate(closes) : null,
})
const groups = (parties: Voter[], ownership: Ownership[]) =>
  votingGroups(parties, ownership, today).map(({ id, members }) => [id, ...members])

describe('Voting Groups', () => {
  it('join Parties of one category below a parent that is no Party', () =>
    expect(
      groups([party('B', 'b', 'mill'), party('A', 'a', 'mill')], [owns('g', 'a'), owns('g', 'b')]),
    ).toEqual([['mill.A', 'A', 'B']]))

  it('are formed inside one category', () =>
    expect(groups([party('A', 'a', 'mill'), party('B', 'b', 'boat')], [owns('a', 'b')])).toEqual([
      ['boat.B', 'B'],
      ['mill.A', 'A'],
    ]))

  it('count a Party of two categories in each', () =>
    expect(groups([party('A', 'a', 'mill', 'boat')], [])).toEqual([
      ['boat.A', 'A'],
      ['mill.A', 'A'],
    ]))

  it('reach over several levels and through companies that are no Parties', () =>
    expect(
      groups(
        [party('A', 'a', 'mill'), party('B', 'b', 'mill')],
        [owns('top', 'middle'), owns('middle', 'a'), owns('top', 'b')],
      ),
    ).toHaveLength(1))

  it('follow ownership from its first day until the day before its end', () => {
    const parties = [party('A', 'a', 'mill'), party('B', 'b', 'mill')]
    const on = (on: string) =>
      votingGroups(parties, [owns('a', 'b', '2016-07-01', '2017-03-31')], day(on)).length
    expect(['2016-06-30', '2016-07-01', '2017-03-30', '2017-03-31'].map(on)).toEqual([2, 1, 1, 2])
  })

  it('are not joined by ownership that only possibly holds', () =>
    expect(
      groups(
        [party('A', 'a', 'mill'), party('B', 'b', 'mill')],
        [owns('a', 'b', '2017-03/2017-04')],
      ),
    ).toHaveLength(2))

  it('leave a Party without a company by itself, whatever others are called', () =>
    expect(groups([party('A', null, 'mill'), party('B', null, 'mill')], [])).toHaveLength(2))
})

const companies = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const someCategories = fc.uniqueArray(fc.constantFrom('mill', 'boat', 'lock'), { maxLength: 3 })
const someParties = fc
  .array(fc.tuple(fc.option(companies), someCategories), { maxLength: 12 })
  .map((all) => all.map(([company, categories], at) => party(`P${at}`, company, ...categories)))
const someDay = fc.integer({ min: -9, max: 9 }).map((days) => addDays(today, days) as KnownDate)
const someOwnership = fc.array(
  fc.record({ owner: companies, owned: companies, opens: someDay, closes: fc.option(someDay) }),
  { maxLength: 10 },
)
const count = (parties: readonly Voter[], ownership: readonly Ownership[]) =>
  votingGroups(parties, ownership, today).length

describe('whoever the Parties are and whoever owns them', () => {
  it('the order in which they are told does not matter', () =>
    fc.assert(
      fc.property(
        someParties.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        someOwnership.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([parties, partiesAnew], [ownership, ownershipAnew]) => {
          expect(votingGroups(partiesAnew, ownershipAnew, today)).toEqual(
            votingGroups(parties, ownership, today),
          )
        },
      ),
    ))

  it('the total is the sum of what each category counts by itself', () =>
    fc.assert(
      fc.property(someParties, someOwnership, (parties, ownership) => {
        const alone = (category: string) =>
          parties
            .filter(({ categories }) => categories.includes(category))
            .map((one) => ({ ...one, categories: [category] }))
        const sum = ['mill', 'boat', 'lock']
          .map((category) => count(alone(category), ownership))
          .reduce((one, other) => one + other)
        expect(count(parties, ownership)).toBe(sum)
      }),
    ))

  it('each category has no more groups than Parties, and every such Party is in one group of it', () =>
    fc.assert(
      fc.property(someParties, someOwnership, (parties, ownership) => {
        const found = votingGroups(parties, ownership, today)
        for (const category of ['mill', 'boat', 'lock']) {
          const counted = parties.filter(({ categories }) => categories.includes(category))
          const ofIt = found.filter((group) => group.category === category)
          expect(ofIt.length).toBeLessThanOrEqual(counted.length)
          expect(ofIt.flatMap(({ members }) => members).toSorted()).toEqual(
            counted.map(({ reference }) => reference).toSorted(),
          )
        }
      }),
    ))

  it('one more ownership never makes more groups', () =>
    fc.assert(
      fc.property(someParties, someOwnership, someOwnership, (parties, ownership, more) => {
        expect(count(parties, [...ownership, ...more])).toBeLessThanOrEqual(
          count(parties, ownership),
        )
      }),
    ))
})

function shuffled<Item>(all: readonly Item[]) {
  return fc.shuffledSubarray([...all], { minLength: all.length })
}
