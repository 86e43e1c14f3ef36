// The report of 2016-17 out of the record of the demonstration: every figure, and what changes when the record does.

import { beforeAll, describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { theOperator, thePublic } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import type { AnyView } from '#reading/view.ts'
import { demonstration } from '../../tests/laws/demonstration.ts'
import type { Explained } from './report.view.ts'
import type { ReportShown } from './report-shown.ts'

const stated = {
  'parties.total': 233,
  'parties.electricityNetworks': 22,
  'parties.gasNetworks': 18,
  'parties.largeSuppliers': 22,
  'parties.others': 71,
  'parties.smallSuppliers': 100,
  'votingGroups.total': 189,
  'parties.original': 76,
  'votingGroups.original': 38,
  'parties.withdrawn': 3,
  'parties.expelled': 1,
  'versions.designated': 15,
  'changeBoard.meetings': 5,
  'changeBoard.determinedApproved': 4,
  'changeBoard.recommendedApproval': 1,
  'changeBoard.rejected': 0,
  'changeBoard.recommendedRejection': 0,
  'budget.approvedNextYear': 6_995_000,
  'budget.draftResponses': 2,
  'budget.appeals': 0,
}

async function ask<Answer>(office: Office, name: string, asked: object, code = 'sec') {
  const view: AnyView = office.views.find((one) => one.name === name)!
  const reading = await office.read({ code, viewer: thePublic })
  const answer: unknown = view.answer(reading, view.asked.parse(asked))
  if (answer !== undefined) view.gives.parse(answer)
  return answer as Answer | undefined
}
const reportOf = (office: Office, year: string, code = 'sec') =>
  ask<ReportShown>(office, 'report', { year }, code)
const explain = (office: Office, key: string) =>
  ask<Explained>(office, 'explain', { year: '2016-17', key })

async function enter(office: Office, name: string, input: object) {
  const command = office.commands.find((one) => one.name === name)!
  const asking = office.asking('sec', theOperator)
  const outcome = await carryOut(office, { command, input, asking })
  expect(outcome).toMatchObject({ kind: 'done' })
}

describe('the report of 2016-17', () => {
  let office: Office
  beforeAll(async () => {
    office = await demonstration()
  })

  it('has every figure that the report of that year states', async () => {
    expect((await reportOf(office, '2016-17'))!.figures).toMatchObject(stated)
  })

  it('opens each figure to as many facts as it counts, each with entries', async () => {
    const total = (await explain(office, 'parties.total'))!
    expect(total.counted).toHaveLength(233)
    expect(total.bases.illustrative).toBe(233)
    expect(new Set(total.counted.flatMap(({ entries }) => entries))).toEqual(new Set(total.entries))
    const meetings = (await explain(office, 'changeBoard.meetings'))!
    expect(meetings.bases).toMatchObject({ 'known-by-count': 4, 'on-record': 1 })
  })

  it('draws every chart, and says how many proposals of over 30 are on record', async () => {
    const { charts, figures } = (await reportOf(office, '2016-17'))!
    expect(figures['modifications.onRecord']).toBe(17)
    expect(figures['modifications.claimed']).toBe('over 30')
    expect(charts.modifications!.note).toContain('over 30')
    for (const { chart } of Object.values(charts)) {
      if (chart.kind === 'events')
        expect(chart.groups.flatMap(({ events }) => events).length).toBeGreaterThan(0)
      else if (chart.kind === 'bars') expect(chart.bars.every(({ value }) => value > 0)).toBe(true)
      else expect(chart.rows.flatMap(({ parts }) => parts).length).toBeGreaterThan(0)
    }
  })

  it('stands in the order of the sections', async () => {
    const { sections } = (await reportOf(office, '2016-17'))!
    const numbers = sections.flatMap(({ number }) => number ?? [])
    const counted = numbers.filter((number) => /^\d/.test(number))
    expect(counted).toEqual(
      counted.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })),
    )
    expect(numbers.slice(-2)).toEqual(['Appendix 1', 'Annex 1'])
  })

  it('has the approvals of the Panel as decisions, and no mark that nobody entered', async () => {
    const { status, objectives } = (await reportOf(office, '2016-17'))!
    expect(status.map(({ version, decision }) => [version, decision?.words])).toEqual([
      ['0.1', 'Approved'],
      ['1.0', 'Approved'],
    ])
    expect(objectives).toHaveLength(12)
    expect(objectives.every(({ mark }) => mark === null)).toBe(true)
    expect(objectives.every(({ evidence }) => evidence.length > 0)).toBe(true)
  })

  it('gives a report of another year, in which nothing of this one stands', async () => {
    const before = (await reportOf(office, '2015-16'))!
    expect(before.figures['changeBoard.meetings']).toBe(0)
    expect(before.figures['budget.approvedNextYear']).toBeNull()
    expect(before.figures['parties.original']).toBe(76)
    expect(before.objectives).toHaveLength(11)
    const paragraphs = JSON.stringify(before.sections)
    expect(paragraphs).not.toContain('2016-17 v1.0')
  })

  it('has no report for a year before the record, or to come, or of another name', async () => {
    for (const year of ['2012-13', '2030-31', '2016', 'never'])
      expect(await reportOf(office, year)).toBeUndefined()
  })
})

describe('what is entered anew', () => {
  it('changes exactly the figures that count it', async () => {
    const office = await demonstration()
    const before = (await reportOf(office, '2016-17'))!
    const illustrative = { basis: 'illustrative', source: 'the test' }
    await enter(office, 'enter-meeting-on-record', {
      reference: 'change-board-2016-17-6',
      body: 'change-board',
      kind: 'meeting',
      held: '2017-03-01',
      ...illustrative,
    })
    const withMeeting = (await reportOf(office, '2016-17'))!
    expect(changed(before, withMeeting)).toEqual({ 'changeBoard.meetings': 6 })
    expect(chartsChanged(before, withMeeting)).toEqual([])

    await enter(office, 'enter-party-on-record', {
      reference: 'P900',
      name: 'Small Supplier 900 Limited',
      category: 'small-supplier',
      acceded: '2017-03-20',
      instrument: 'accession-agreement',
      ...illustrative,
    })
    const withParty = (await reportOf(office, '2016-17'))!
    expect(changed(withMeeting, withParty)).toEqual({
      'parties.total': 234,
      'parties.smallSuppliers': 101,
      'parties.acceded': (before.figures['parties.acceded'] as number) + 1,
      'votingGroups.total': 190,
      'votingGroups.smallSuppliers': (before.figures['votingGroups.smallSuppliers'] as number) + 1,
    })
    expect(chartsChanged(withMeeting, withParty)).toEqual(['parties'])

    await enter(office, 'enter-version-on-record', {
      version: '5.6',
      effective: '2017-03-30',
      ...illustrative,
    })
    const withVersion = (await reportOf(office, '2016-17'))!
    expect(changed(withParty, withVersion)).toEqual({
      'versions.designated': 16,
      'versions.everDesignated': (before.figures['versions.everDesignated'] as number) + 1,
    })
    expect(chartsChanged(withParty, withVersion)).toEqual(['iterations'])

    const meetings = (await explain(office, 'changeBoard.meetings'))!
    expect(meetings.counted.map(({ key }) => key)).toContain('change-board-2016-17-6')
    expect((await explain(office, 'parties.total'))!.counted.map(({ key }) => key)).toContain(
      'P900',
    )
    expect((await explain(office, 'versions.designated'))!.counted).toHaveLength(16)
    const nothingElse = (await explain(office, 'parties.withdrawn'))!
    expect(nothingElse.entries).toEqual(before.details['parties.withdrawn']!.entries)
  })

  it('counts what surely fell in the year, and tells apart what possibly did', async () => {
    const office = await demonstration()
    await enter(office, 'enter-meeting-on-record', {
      reference: 'change-board-in-spring',
      body: 'change-board',
      kind: 'meeting',
      held: '2017-03/2017-04',
      basis: 'illustrative',
      source: 'the test',
    })
    const meetings = (await explain(office, 'changeBoard.meetings'))!
    expect(meetings.value).toBe(5)
    expect(meetings.possible.map(({ key }) => key)).toEqual(['change-board-in-spring'])
    expect(meetings.entries).not.toContain(meetings.possible[0]!.entries[0])
  })

  it('leaves the report of the year as it was known before', async () => {
    let now = '2026-01-31T12:00:00.000Z'
    const office = await demonstration(() => now)
    const before = (await reportOf(office, '2016-17'))!
    now = '2026-02-28T12:00:00.000Z'
    await enter(office, 'enter-version-on-record', {
      version: '5.6',
      effective: '2017-03-30',
      basis: 'illustrative',
      source: 'the test',
    })
    const view = office.views.find(({ name }) => name === 'report')!
    const asked = { code: 'sec', viewer: thePublic, knownAt: '2026-01-31T12:00:00.000Z' }
    for (const asOf of [undefined, '2015-01-01' as never]) {
      const reading = await office.read({ ...asked, asOf })
      expect((view.answer(reading, { year: '2016-17' }) as ReportShown).figures).toEqual(
        before.figures,
      )
    }
    expect((await reportOf(office, '2016-17'))!.figures['versions.designated']).toBe(16)
  })

  it('sets the mark of an objective in its year alone, and the newest mark stands', async () => {
    const office = await demonstration()
    const marks = async (year: string) =>
      (await reportOf(office, year))!.objectives.flatMap(({ id, mark }) =>
        mark ? [[id, mark.id]] : [],
      )
    await enter(office, 'evaluate-objective', {
      year: '2016-17',
      objective: 'general-3',
      mark: 'continues',
    })
    await enter(office, 'evaluate-objective', {
      year: '2016-17',
      objective: 'general-3',
      mark: 'will-be-met',
      notes: 'Services are awaited',
    })
    expect(await marks('2016-17')).toEqual([['general-3', 'will-be-met']])
    expect(await marks('2015-16')).toEqual([])
  })
})

describe('an invented code', () => {
  it('has an empty report with valid figures', async () => {
    const office = await demonstration()
    await enterCode(office, 'model-code')
    const years = await ask<{ reports: { year: string }[] }>(office, 'reports', {}, 'model-code')
    expect(years!.reports).toEqual([])
    const report = (await reportOf(office, '2025-26', 'model-code'))!
    expect(report.figures['members.total']).toBe(0)
  })
})

async function enterCode(office: Office, name: string) {
  const command = office.commands.find((one) => one.name === 'register-code')!
  const asking = office.asking(name, theOperator)
  await carryOut(office, { command, input: { name, title: name, demonstration: false }, asking })
}

function changed(before: ReportShown, after: ReportShown) {
  return Object.fromEntries(
    Object.entries(after.figures).filter(([key, value]) => before.figures[key] !== value),
  )
}

function chartsChanged(before: ReportShown, after: ReportShown) {
  return Object.keys(after.charts).filter(
    (id) => JSON.stringify(before.charts[id]) !== JSON.stringify(after.charts[id]),
  )
}
