import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { accessionsAndExitsView } from './accessions-and-exits.view.ts'
import { partiesTable } from './parties.table.ts'
import { partiesView } from './parties.view.ts'
import { partyView } from './party.view.ts'
import { parties as room } from './room.ts'
import { votingGroupsView } from './voting-groups.view.ts'

const party = (reference: string, name: string, acceded: string, categories: string[]): Past[] => [
  {
    stream: `party:${reference}`,
    type: 'PartyAcceded',
    data: {
      reference,
      name,
      person: null,
      company: `C-${reference}`,
      instrument: 'framework-agreement',
      acceded,
      notes: null,
    },
    effectiveFrom: acceded,
    basis: 'illustrative',
  },
  ...(categories.length > 0
    ? [
        {
          stream: `party:${reference}`,
          type: 'PartyCategorised',
          data: { party: reference, categories, from: acceded, replaces: null, notes: null },
          effectiveFrom: acceded,
        },
      ]
    : []),
]
const owns = (owner: string, owned: string, began: string): Past => ({
  stream: `company:${owned}`,
  type: 'OwnershipBegan',
  data: { owner, owned, began, notes: null },
  effectiveFrom: began,
})
const past: Past[] = [
  ...party('P1', 'Alder Mill', '2013-09-23', ['large-supplier']),
  ...party('P2', 'Birch Mill', '2014-01-01', ['large-supplier']),
  ...party('P3', 'Cedar Boats', '2015', ['gas-network']),
  ...party('DCC', 'Messengers', '2013-09-23', []),
  ...party('P4', 'Dogwood Mill', '2013-09-23', ['small-supplier']),
  {
    stream: 'party:P4',
    type: 'PartyLeft',
    data: { party: 'P4', mechanism: 'expulsion', cause: 'licence-revoked', exited: '2016-01-01' },
    effectiveFrom: '2016-01-01',
  },
  {
    stream: 'company:G1',
    type: 'CompanyEntered',
    data: { reference: 'G1', name: 'Grove plc' },
    effectiveFrom: '..',
  },
  owns('G1', 'C-P1', '2014-01-01'),
  owns('G1', 'C-P2', '2016-06-01'),
]
const record = recordOf(past, { folds: room.folds, rulebook: rulebookOf('sec') })
const at = async (on: string) => (await record).read({ asOf: day(on) })

async function register(on: string, asked: object = {}) {
  return partiesView.answer(await at(on), partiesView.asked.parse(asked))!
}
const references = ({ parties }: { parties: readonly { reference: string }[] }) =>
  parties.map(({ reference }) => reference).join(' ')

describe('the register of Parties', () => {
  it('lists those who are Parties on the day, by name, with those who possibly are', async () => {
    expect(references(await register('2013-09-22'))).toBe('')
    expect(references(await register('2013-09-23'))).toBe('P1 P4 DCC')
    expect(references(await register('2015-05-05'))).toBe('P1 P2 P3 P4 DCC')
    expect(references(await register('2016-01-01'))).toBe('P1 P2 P3 DCC')
  })

  it('counts Parties and Voting Groups without those outside all counts', async () => {
    const { counts, categories } = await register('2016-06-01')
    expect(counts).toMatchObject({
      parties: { value: 3 },
      votingGroups: { value: 2 },
      outside: 1,
    })
    expect(
      categories.map(({ id, parties, votingGroups }) => [id, parties.value, votingGroups.value]),
    ).toEqual([
      ['large-supplier', 2, 1],
      ['small-supplier', 0, 0],
      ['electricity-network', 0, 0],
      ['gas-network', 1, 1],
      ['other', 0, 0],
    ])
  })

  it('finds words, narrows by category and status, sorts, and counts what each choice would show', async () => {
    expect(references(await register('2016-06-01', { q: 'mill' }))).toBe('P1 P2')
    expect(references(await register('2016-06-01', { category: 'none' }))).toBe('DCC')
    expect(references(await register('2015-05-05', { status: 'possibly' }))).toBe('P3')
    expect(references(await register('2016-06-01', { status: 'left' }))).toBe('P4')
    expect(references(await register('2016-06-01', { status: 'all', sort: '-acceded' }))).toBe(
      'P3 P2 DCC P4 P1',
    )
    const { facets } = await register('2016-06-01', { q: 'mill' })
    expect(facets.status.map(({ id, count }) => [id, count])).toEqual([
      ['now', 2],
      ['possibly', 0],
      ['left', 1],
      ['all', 3],
    ])
  })

  it('goes on after the last row seen', async () => {
    const first = await register('2016-06-01', { limit: 2 })
    expect([references(first), first.from, first.total, first.next]).toEqual(['P1 P2', 1, 4, 'P2'])
    const second = await register('2016-06-01', { limit: 2, after: 'P2' })
    expect([references(second), second.from, second.next]).toEqual(['P3 DCC', 3, null])
  })

  it('says in every row of the table how it is known, and where nothing is certain', async () => {
    const rows = partiesTable.rows(await register('2015-05-05'))
    expect(
      rows.map(([reference, , , status, category, , , , , , basis]) => [
        reference,
        status,
        category,
        basis,
      ]),
    ).toEqual([
      ['P1', 'Party', 'large-supplier', 'illustrative'],
      ['P2', 'Party', 'large-supplier', 'illustrative'],
      ['P3', 'Possibly a Party', 'gas-network ?', 'illustrative'],
      ['P4', 'Party', 'small-supplier', 'illustrative'],
      ['DCC', 'Party', 'outside all counts', 'illustrative'],
    ])
  })

  it('refuses what cannot be asked, saying what can', () => {
    const { error } = partiesView.asked.safeParse({ status: 'gone', sort: 'size', limit: 0 })
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['limit', 'status', 'sort'])
  })
})

describe('the page of a Party', () => {
  const partyOn = async (reference: string, on: string) =>
    partyView.answer(await at(on), { reference })

  it('tells with whom it forms a Voting Group on the day, and who owns it', async () => {
    const before = await partyOn('P1', '2016-05-31')
    expect(before?.votingGroups.map(({ members }) => members.length)).toEqual([1])
    const after = await partyOn('P1', '2016-06-01')
    expect(after?.votingGroups[0]?.members.map(({ reference }) => reference)).toEqual(['P1', 'P2'])
    expect(after?.ownedBy.map(({ owner }) => owner.name)).toEqual(['Grove plc'])
    expect(after?.original).toBe(true)
  })

  it('tells nothing of an exit before it came', async () => {
    const before = await partyOn('P4', '2015-12-31')
    expect([before?.standing, before?.left, before?.entries.length]).toEqual(['party', null, 2])
    const after = await partyOn('P4', '2016-01-01')
    expect(after).toMatchObject({
      standing: 'left',
      left: { mechanism: 'expulsion', cause: 'licence revoked' },
      votingGroups: [],
    })
    expect(after?.entries.length).toBe(3)
  })

  it('tells that a Party stands outside all counts, and what the rulebook says of it', async () => {
    expect(await partyOn('DCC', '2016-06-01')).toMatchObject({
      outsideCounts: true,
      outsideBecause: expect.stringContaining('in no count'),
      votingGroups: [],
    })
  })

  it('is not found for a reference that is not on record', async () => {
    expect(await partyOn('P9', '2016-06-01')).toBeUndefined()
  })
})

describe('Voting Groups', () => {
  it('name the company that links their Parties, and stand largest first', async () => {
    const asked = votingGroupsView.asked.parse({})
    const { votingGroups, all } = votingGroupsView.answer(await at('2016-06-01'), asked)!
    expect(all).toBe(2)
    expect(votingGroups.map(({ head, members }) => [head, members.length])).toEqual([
      ['Grove plc', 2],
      [null, 1],
    ])
  })
})

describe('accessions and exits', () => {
  it('stand newest first, and make the numbers meet', async () => {
    const asked = accessionsAndExitsView.asked.parse({ from: '2015-01-01', to: '2016-12-31' })
    const answer = accessionsAndExitsView.answer(await at('2016-06-01'), asked)!
    expect(answer.happenings.map(({ party: one, kind }) => `${one} ${kind}`)).toEqual([
      'P4 exit',
      'P3 accession',
    ])
    expect(answer).toMatchObject({
      period: { from: '2015-01-01', to: '2016-06-01' },
      opening: 3,
      accessions: 1,
      exits: 1,
      closing: 3,
      mechanisms: [{ mechanism: 'expulsion', count: 1 }],
    })
  })

  it('tell of none after the day asked for', async () => {
    const asked = accessionsAndExitsView.asked.parse({ kind: 'exit' })
    const answer = accessionsAndExitsView.answer(await at('2015-12-31'), asked)!
    expect([answer.total, answer.exits, answer.opening]).toEqual([0, 0, null])
  })
})
