// The Parties of the record of 2016-17, entered row by row through the registers, and counted.

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { carryOutAll, type Request } from '#decision/carry-out.ts'
import { thePublic } from '#journal/information-class.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { recordOf } from '../../tests/given.ts'
import { companiesRegister } from './companies.register.ts'
import { groupsRegister } from './groups.register.ts'
import { partiesRegister } from './parties.register.ts'
import {
  exitsIn,
  movementsIn,
  outsideCountsOn,
  partiesByCategory,
  partiesOn,
  votingGroupsOn,
} from './party-figures.ts'
import { parties as room } from './room.ts'

const codes = new URL('../../codes/', import.meta.url)
const sec = loadCodes(codes.pathname).get('sec')!
const designation = day('2013-09-23')
const [yearStart, yearEnd] = [day('2016-04-01'), day('2017-03-31')]

async function theRecord() {
  const setting = await recordOf([], {
    code: 'sec',
    folds: room.folds,
    today: yearEnd,
    rulebook: (on) => rulebookOn(sec.rulebookFiles, [], on),
  })
  const { ground, asking } = setting
  const requests: Request[] = [groupsRegister, partiesRegister, companiesRegister].flatMap(
    ({ name, command, input }) => {
      const text = readFileSync(new URL(`sec/record/${name}.csv`, codes), 'utf8')
      const rows = parse(text, { columns: true }) as Record<string, string>[]
      return rows.map((cells) => ({ command, input: input(cells), asking }))
    },
  )
  const outcomes = await carryOutAll(ground, requests)
  expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([])
  return setting
}
const loaded = theRecord()
const reading = async (on = yearEnd) => (await loaded).read({ viewer: thePublic, asOf: on })

describe('the Parties of the record of 2016-17', () => {
  it('are 233 in 189 Voting Groups at the end of the year', async () => {
    const read = await reading()
    expect(partiesOn(read, yearEnd).value).toBe(233)
    expect(votingGroupsOn(read, yearEnd).value).toBe(189)
    expect(partiesOn(read, yearEnd).possibly).toEqual([])
    expect(votingGroupsOn(read, yearEnd).possibly).toEqual([])
  })

  it('are 76 in 38 Voting Groups on designation, all of them Original Parties', async () => {
    const read = await reading(designation)
    expect(partiesOn(read, designation).value).toBe(76)
    expect(votingGroupsOn(read, designation).value).toBe(38)
    expect(partiesOn(read, designation, { original: true }).value).toBe(76)
    expect(votingGroupsOn(read, designation, { original: true }).value).toBe(38)
    expect(partiesOn(read, day('2013-09-22')).value).toBe(0)
  })

  it('are of five categories, whose Parties and Voting Groups add up', async () => {
    const categories = partiesByCategory(await reading(), yearEnd)
    expect(categories.map(({ id, parties }) => [id, parties.value])).toEqual([
      ['large-supplier', 22],
      ['small-supplier', 100],
      ['electricity-network', 22],
      ['gas-network', 18],
      ['other', 71],
    ])
    const groups = categories.map(({ votingGroups }) => votingGroups.value)
    expect(groups.reduce((one, other) => one + other)).toBe(189)
    for (const { parties, votingGroups } of categories)
      expect(votingGroups.value).toBeLessThanOrEqual(parties.value)
  })

  it('left in the year three by withdrawal and one by expulsion, which makes the numbers meet', async () => {
    const read = await reading()
    const exits = exitsIn(read, yearStart, yearEnd)
    expect([...exits.byMechanism].map(([how, { value }]) => [how, value])).toEqual([
      ['withdrawal', 3],
      ['expulsion', 1],
    ])
    expect(new Set(exits.rows.map(({ data }) => data.cause))).toEqual(new Set(['licence-revoked']))
    const { opening, accessions, closing } = movementsIn(read, yearStart, yearEnd)
    expect(opening.value + accessions.value - exits.value).toBe(closing.value)
    expect(accessions.value).toBeGreaterThan(0)
  })

  it('have the DCC beside them, outside all counts', async () => {
    const outside = outsideCountsOn(await reading(), yearEnd)
    expect(outside.rows.map(({ reference }) => reference)).toEqual(['DCC'])
  })

  it('count by as many entries as there are Parties, each an accession', async () => {
    const { journal } = await loaded
    const { entries, value } = partiesOn(await reading(), yearEnd)
    const found = await journal.entriesById(entries)
    expect(found).toHaveLength(value)
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['PartyAcceded']))
  })
})
