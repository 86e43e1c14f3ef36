// The record of 2016-17 gives the counts that its sources state, Voting Groups among them, counted here anew.
import { describe, expect, it } from 'vitest'
import { inYear, isDay, read, rows, sec } from './read-record.ts'

const yearEnd = '2017-03-31'
const designation = '2013-09-23'
const counted = rows('parties').filter((party) => party.category !== '')
const partiesOn = (day: string) =>
  counted.filter((p) => p.acceded! <= day && (p.exited === '' || day < p.exited!))
const linksOn = (day: string) =>
  rows('companies').filter((link) => link.from! <= day && (link.to === '' || day < link.to!))

/** For each company, the one that stands for all it is connected with on that day. */
function familiesOn(day: string): (company: string) => string {
  const near = new Map<string, string[]>()
  for (const { parent, owned } of linksOn(day)) {
    near.set(parent!, [...(near.get(parent!) ?? []), owned!])
    near.set(owned!, [...(near.get(owned!) ?? []), parent!])
  }
  return (company) => {
    const seen = new Set([company])
    for (const one of seen) for (const next of near.get(one) ?? []) seen.add(next)
    return [...seen].sort()[0]!
  }
}
function votingGroupsOn(day: string): number {
  const family = familiesOn(day)
  return new Set(partiesOn(day).map((p) => `${p.category} ${family(p.company!)}`)).size
}
const tally = (values: string[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(values, (v) => v)).map(([k, v]) => [k, v!.length]),
  )

describe('the Parties of the record', () => {
  it('are 233 in five categories at 31 March 2017', () => {
    expect(tally(partiesOn(yearEnd).map((party) => party.category!))).toEqual({
      'electricity-network': 22,
      'gas-network': 18,
      'large-supplier': 22,
      other: 71,
      'small-supplier': 100,
    })
  })

  it('are 76 on the day of designation, all by the Framework Agreement and none later', () => {
    expect(partiesOn(designation)).toHaveLength(76)
    for (const party of counted)
      expect(party.instrument).toBe(
        party.acceded === designation ? 'framework-agreement' : 'accession-agreement',
      )
  })

  it('form 38 Voting Groups at designation and 189 at 31 March 2017', () => {
    expect(votingGroupsOn(designation)).toBe(38)
    expect(votingGroupsOn(yearEnd)).toBe(189)
  })

  it('left in the year three by withdrawal and one by expulsion, each with its licence revoked', () => {
    const left = counted.filter((party) => party.exited !== '')
    expect(tally(left.map((party) => party.mechanism!))).toEqual({ withdrawal: 3, expulsion: 1 })
    for (const party of left) {
      expect(party.cause).toBe('licence-revoked')
      expect(inYear(party.exited!)).toBe(true)
      expect(party.exited! > party.acceded!).toBe(true)
    }
    for (const party of counted) expect(party.mechanism === '').toBe(party.exited === '')
  })

  it('came and went on Working Days, in England and Wales and in Scotland', () => {
    const holidays = new Set(read('holidays.csv', sec).map((holiday) => holiday.date))
    for (const day of counted.flatMap((p) => [p.acceded!, p.exited!]).filter((d) => d !== '')) {
      expect(isDay(day)).toBe(true)
      expect([1, 2, 3, 4, 5], day).toContain(new Date(`${day}T00:00Z`).getUTCDay())
      expect(holidays.has(day), day).toBe(false)
    }
  })

  it('have names that say they are illustrative, save the DCC outside all categories', () => {
    const uncounted = rows('parties').filter((party) => party.category === '')
    expect(uncounted.map(({ reference, basis }) => [reference, basis])).toEqual([
      ['DCC', 'on-record'],
    ])
    for (const party of counted) {
      expect(party.name).toMatch(
        /^(Electricity Network|Gas Network|Large Supplier|Small Supplier|Other Party) \d{2,3} Limited$/,
      )
      expect(party.basis).toBe('illustrative')
      expect(party.notes).toContain('Illustrative')
    }
    for (const group of rows('groups'))
      expect(group.name).toBe(`Illustrative Group ${group.reference!.slice(1)} plc`)
  })

  it('have every kind of ownership that changes a count', () => {
    const links = rows('companies')
    const family = familiesOn(yearEnd)
    const families = Object.values(Object.groupBy(partiesOn(yearEnd), (p) => family(p.company!)))
    expect(families.some((members) => new Set(members!.map((p) => p.category)).size > 1)).toBe(true)
    expect(links.some((link) => link.to !== '' && link.to! < '2017-01-01')).toBe(true)
    expect(links.some((link) => link.from! > '2014-01-01' && link.to === '')).toBe(true)
    expect(links.some((upper) => links.some((lower) => lower.parent === upper.owned))).toBe(true)
    for (const link of links) expect(link.to === '' || link.from! < link.to!).toBe(true)
  })
})

describe('what the sources count in the year', () => {
  it('five meetings of the Change Board, four of them known by count', () => {
    const held = rows('meetings').filter((m) => m.body === 'change-board' && inYear(m.held!))
    expect(tally(held.map((meeting) => meeting.basis!))).toEqual({
      'known-by-count': 4,
      'on-record': 1,
    })
  })

  it('four approvals and one recommendation of the Change Board', () => {
    const decided = rows('decisions').filter((d) => d.body === 'change-board' && inYear(d.on!))
    expect(tally(decided.map((one) => one.decision!))).toEqual({
      approved: 4,
      'recommended-approval': 1,
    })
    const proposals = rows('modifications').map((modification) => modification.number)
    for (const { subject } of decided) expect(proposals).toContain(subject)
  })

  it('fifteen versions designated', () => {
    expect(
      rows('versions').filter((v) => v.date_effective !== '' && inYear(v.date_effective!)),
    ).toHaveLength(15)
  })

  it('one Approved Budget, two responses to its draft, no appeal', () => {
    const approved = rows('budgets').filter((budget) => budget.amount_pence !== '')
    expect(approved.map((b) => [b.kind, b.year, b.amount_pence])).toEqual([
      ['approved', '2017-18', '699500000'],
    ])
    expect(rows('responses').map((response) => response.basis)).toEqual([
      'known-by-count',
      'known-by-count',
    ])
    expect(rows('appeals').map((appeal) => appeal.number)).toEqual(['0'])
  })

  it('two Small Supplier seminars and three workshops', () => {
    const known = rows('engagement').filter((event) => event.basis === 'known-by-count')
    expect(tally(known.map((event) => event.kind!))).toEqual({ seminar: 2, workshop: 3 })
    for (const event of known) expect(inYear(event.held!)).toBe(true)
  })
})
