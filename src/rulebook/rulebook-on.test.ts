import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { addWorkingDays } from '#calendar/working-days.ts'
import { calendarOf } from '#rulebook/calendar-of.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import type { Confirmation } from '#rulebook/rulebook.ts'
import { rulebookFileFrom } from '#rulebook/rulebook-file.ts'
import { emptyRulebook, rulebookOn } from '#rulebook/rulebook-on.ts'

const model = loadCodes('codes').get('model-code')!
const on = (text: string, confirmations: readonly Confirmation[] = []) =>
  rulebookOn(model.rulebookFiles, confirmations, day(text))
const confirmation: Confirmation = {
  parameter: 'budget.commentPeriod',
  value: 9,
  clause: 'Art. 8(1)',
  from: day('2026-03-01'),
  by: 'person:1',
  recordedAt: '2026-04-02T10:00:00Z',
}

describe('the rulebook of a day', () => {
  it('overlays files entry by entry from their dates', () => {
    const [before, after] = [on('2026-06-30'), on('2026-07-01')]
    expect([before, after].map((book) => book.number('budget.commentPeriod'))).toEqual([8, 15])
    expect([before, after].map((book) => book.clauseOf('applicantIsNotAParty')?.clause)).toEqual([
      'Art. 3(1)',
      'Art. 3a',
    ])
    expect([before, after].map((book) => book.number('panel.yearReportDue'))).toEqual([12, 12])
    expect([before, after].map((book) => book.since)).toEqual(['2026-01-01', '2026-07-01'])
  })

  it('takes out what a later file sets to null', () => {
    expect(on('2026-06-30').flag('panel.quorumNeedsChair')).toBe(false)
    expect(() => on('2026-07-01').flag('panel.quorumNeedsChair')).toThrow(
      "The rulebook of 2026-07-01 has no parameter 'panel.quorumNeedsChair'",
    )
  })

  it('says where each entry is stated', () => {
    const entry = on('2026-07-01').parameters.get('budget.commentPeriod')!
    expect([entry.stated, entry.from]).toEqual([
      'codes/model-code/rulebook/2026-07-01.yaml:11',
      '2026-07-01',
    ])
  })

  it('says nothing before its first file, and of a code without one', () => {
    for (const book of [on('2025-12-31'), emptyRulebook(day('2026-01-01'))]) {
      expect(book.entries()).toEqual([])
      expect(book.since).toBe(null)
      expect(book.clauseOf('proposerIsAParty')).toBe(undefined)
      expect(() => book.number('panel.yearReportDue')).toThrow("no parameter 'panel.yearReportDue'")
    }
  })

  it('cannot be changed', () => {
    const book = on('2026-07-01')
    expect(() => Object.assign(book.bodies[0]!, { name: 'Other' })).toThrow(TypeError)
    expect(() => (book.list('workingDays.divisions') as string[]).push('sea')).toThrow(TypeError)
    expect(() => Object.assign(book.parameters.get('panel.quorum')!, { value: 'all' })).toThrow(
      TypeError,
    )
  })
})

describe('asking', () => {
  it('gives each kind of value by its own name', () => {
    const book = on('2026-01-01')
    expect(book.text('panel.quorum')).toBe('at least 2/3')
    expect(book.list('panel.unanimousFor')).toEqual(['closing a lock for good'])
    expect(book.table('changeBoard.blocs')).toEqual([
      { bloc: 'boats', seat: 'boat-owner' },
      { bloc: 'locks', seat: 'lock-keeper' },
    ])
    expect(() => book.number('panel.quorum')).toThrow("Expected 'panel.quorum' to be a number")
  })

  it('throws for a value that is not known, naming it', () => {
    const book = on('2026-01-01')
    expect(book.knows('accession.fee')).toBe(false)
    expect(book.knows('panel.quorum')).toBe(true)
    expect(() => book.number('accession.fee')).toThrow(
      "The value of 'accession.fee' is not known in the rulebook of 2026-01-01 (What joining costs.)",
    )
  })

  it('finds a category by any of its names', () => {
    const book = on('2026-01-01')
    const named = (text: string) => book.partyCategoryNamed(text)?.id
    expect(
      ['boat-owner', ' Boat Owners ', 'SKIPPER', 'Water Company', 'Pirate'].map(named),
    ).toEqual(['boat-owner', 'boat-owner', 'boat-owner', 'water-company', undefined])
  })

  it('knows which rules have a clause and which are housekeeping', () => {
    const book = on('2026-01-01')
    expect(book.clauseOf('proposerIsAParty')).toMatchObject({
      clause: 'Art. 7(1)',
      confidence: 'recalled',
    })
    expect(book.clauseOf('formIsComplete')).toBe(undefined)
    expect(
      ['proposerIsAParty', 'formIsComplete', 'skyIsBlue'].map((rule) => book.namesRule(rule)),
    ).toEqual([true, true, false])
  })

  it('shows everything it says, with what is not verified', () => {
    const book = on('2026-07-01')
    const entries = book.entries()
    const { parameters, clauses, partyCategories, outsideCounts, bodies, seats, paths } = book
    const { objectives, informationClasses, informationDefaults } = book
    const lists = [partyCategories, outsideCounts, bodies, seats, paths, objectives]
    const stated = [...lists, informationClasses, informationDefaults].flat().length
    const verified = (name: string) => entries.find((entry) => entry.name === name)?.verified
    expect(entries.length).toBe(parameters.size + clauses.size + stated)
    expect(stated).toBeGreaterThan(10)
    expect(
      ['panel.quorum', 'budget.commentPeriod', 'accession.fee', 'grave'].map(verified),
    ).toEqual([true, false, false, false])
    expect(new Set(entries.map(({ section }) => section)).size).toBe(10)
  })
})

describe('a confirmation', () => {
  it('overlays the file from its day until a later file states the parameter anew', () => {
    const value = (text: string) => on(text, [confirmation]).number('budget.commentPeriod')
    expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(value)).toEqual([
      8, 9, 9, 15,
    ])
    const entry = on('2026-03-01', [confirmation]).parameters.get('budget.commentPeriod')!
    expect(entry).toMatchObject({ clause: 'Art. 8(1)', verified: true, confirmed: confirmation })
    expect(on('2026-03-01', [confirmation]).since).toBe('2026-03-01')
  })

  it('overlays a file of its own day, and the one recorded last stands', () => {
    const first = { ...confirmation, from: day('2026-07-01') }
    const second = { ...first, value: 20, clause: null, recordedAt: '2026-05-01T10:00:00Z' }
    const entry = on('2026-07-01', [second, first]).parameters.get('budget.commentPeriod')!
    expect([entry.value, entry.clause]).toEqual([20, 'Art. 8(1)'])
  })

  it('gives a value to what was not known', () => {
    const fee = { ...confirmation, parameter: 'accession.fee', value: 25 }
    expect(on('2026-03-01', [fee]).number('accession.fee')).toBe(25)
  })

  it('that fits no parameter changes nothing and is shown', () => {
    const gone = { ...confirmation, parameter: 'panel.colour' }
    const text = { ...confirmation, value: 'nine' }
    const book = on('2026-03-01', [gone, text])
    expect(book.number('budget.commentPeriod')).toBe(8)
    expect(book.strayConfirmations.map(({ why }) => why)).toEqual([
      "The rulebook of 2026-03-01 has no parameter 'panel.colour'",
      "'budget.commentPeriod' is a number, but the value is a text",
    ])
  })
})

describe('what opens and closes', () => {
  it('holds as surely as its dates are known', () => {
    const engineers = (text: string) =>
      on(text)
        .seats.filter(({ kind }) => kind === 'engineer')
        .map(({ number, holds }) => `${number} ${holds}`)
    expect(engineers('2026-02-28')).toEqual(['2 not', '4 not'])
    expect(engineers('2026-03-15')).toEqual(['2 possibly', '4 not'])
    expect(engineers('2026-07-31')).toEqual(['2 certainly', '4 not'])
    expect(engineers('2026-08-01')).toEqual(['2 possibly', '4 possibly'])
    expect(engineers('2026-10-31')).toEqual(['2 not', '4 certainly'])
    const path = (text: string) => on(text).paths.find(({ id }) => id === 'grave')?.holds
    expect(['2026-08-31', '2026-09-01', '2026-09-30'].map(path)).toEqual([
      'not',
      'possibly',
      'certainly',
    ])
  })

  it('opens with its file where nothing is known of its start', () => {
    const yaml = `
      objectives:
        calm: { kind: general, order: 1, text: Calm., opens: .., confidence: assumed, source: memory }
        peace: { kind: general, order: 2, text: Peace., opens: ../2026-05, confidence: assumed, source: memory }`
    const file = rulebookFileFrom(yaml, 'r.yaml', day('2026-01-01'))
    const opens = rulebookOn([file], [], day('2026-02-01')).objectives.map((each) => [
      each.opens,
      each.holds,
    ])
    expect(opens).toEqual([
      ['2026-01-01', 'certainly'],
      ['2026-01-01/2026-05', 'possibly'],
    ])
  })
})

it('the calendar follows the divisions and the weekend of the code', () => {
  const from = day('2026-06-15')
  const earlier = calendarOf(model, on('2026-06-15'))
  const later = calendarOf(model, on('2026-07-01'))
  expect(addWorkingDays(earlier, from, 6)).toBe('2026-06-22')
  expect(addWorkingDays(later, from, 6)).toBe('2026-06-23')
  expect(
    addWorkingDays(calendarOf(model, on('2026-07-01'), day('2027-02-28')), day('2027-10-05'), 1),
  ).toBe('2027-10-06')
  expect(addWorkingDays(later, day('2027-10-05'), 1)).toBe('2027-10-07')
})
