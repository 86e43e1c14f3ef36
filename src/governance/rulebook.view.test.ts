import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#calendar/day.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import { confirmationOf, confirmationsKept, confirmationsView } from './confirmations.view.ts'
import { parameterView } from './parameter.view.ts'
import { governance } from './room.ts'
import { entriesOf, rulebookView } from './rulebook.view.ts'

const files = loadCodes('codes').get('model-code')!.rulebookFiles
const today = day('2026-08-01')

const confirmed = (parameter: string, value: string | number, from: string): Past => ({
  stream: `parameter:${parameter}`,
  type: 'ParameterConfirmed',
  data: { parameter, value, clause: 'Art. 99', from, seenIn: null },
  effectiveFrom: from,
})

async function readingAfter(past: readonly Past[], asOf: Day = today) {
  const { journal, read } = await recordOf(past, {
    folds: governance.folds,
    today,
    rulebook: (on) =>
      rulebookOn(
        files,
        [...journal.state.rows('model-code', confirmationsKept.name)].map(({ data }) =>
          confirmationOf(data),
        ),
        on,
      ),
  })
  return read({ asOf })
}

const asked = { limit: 500 }

describe('the rulebook of a day', () => {
  it('shows every entry that holds, and counts those that nobody has verified', async () => {
    const reading = await readingAfter([])
    const answer = rulebookView.answer(reading, asked)!
    const unverified = answer.entries.filter(({ verified }) => !verified).map(({ name }) => name)
    expect(answer.unverified).toBe(unverified.length)
    expect(unverified).toEqual(
      expect.arrayContaining(['panel.majority', 'accession.rejoinBar', 'accession.fee']),
    )
    expect(answer.stated).toBe(answer.entries.length)
    expect(answer.entries.map(({ id }) => id)).toHaveLength(
      new Set(answer.entries.map(({ id }) => id)).size,
    )
    expect(answer.parts.reduce((sum, { count }) => sum + count, 0)).toBe(answer.stated)
    expect(answer.standings.reduce((sum, { count }) => sum + count, 0)).toBe(answer.stated)
    expect(answer.entries.find(({ name }) => name === 'accession.fee')).toMatchObject({
      value: null,
      words: 'not known',
      standing: 'not-known',
      verified: false,
    })
  })

  it('is that of the day asked for', async () => {
    const before = rulebookView.answer(await readingAfter([], day('2026-06-30')), asked)!
    const since = rulebookView.answer(await readingAfter([], day('2026-07-01')), asked)!
    const never = rulebookView.answer(await readingAfter([], day('2025-12-31')), asked)!
    const period = (answer: typeof before) =>
      answer.entries.find(({ name }) => name === 'budget.commentPeriod')?.words
    expect(period(before)).toBe('8 Working Days')
    expect(period(since)).toBe('15 Working Days')
    expect(never).toMatchObject({ since: null, stated: 0, entries: [] })
  })

  it('is narrowed by part, by standing and by words', async () => {
    const reading = await readingAfter([])
    const named = (more: object) =>
      rulebookView.answer(reading, { ...asked, ...more })!.entries.map(({ name }) => name)
    expect(named({ part: 'partyCategories' })).toEqual(['boat-owner', 'lock-keeper'])
    expect(named({ standing: 'not-known' })).toEqual(['accession.fee'])
    expect(named({ q: 'COUNCIL quorum' })).toEqual(['panel.quorum'])
    expect(named({ part: 'partyCategories', standing: 'not-known' })).toEqual([])
  })

  it('shows a parameter as verified once it is confirmed, with the entry beneath', async () => {
    const reading = await readingAfter([confirmed('panel.majority', 'more than 1/2', '2026-03-01')])
    const before = rulebookView.answer(await readingAfter([]), asked)!
    const after = rulebookView.answer(reading, asked)!
    expect(after.unverified).toBe(before.unverified - 1)
    const [row] = reading.rows(confirmationsKept)
    expect(after.entries.find(({ name }) => name === 'panel.majority')).toMatchObject({
      words: 'more than 1/2',
      clause: 'Art. 99',
      standing: 'confirmed',
      verified: true,
      entries: row!.entries,
    })
  })

  it('shows a confirmation that no longer fits', async () => {
    const stray = confirmed('panel.colour', 'blue', '2026-03-01')
    const answer = rulebookView.answer(await readingAfter([stray]), asked)!
    expect(answer.strays).toMatchObject([{ parameter: 'panel.colour' }])
  })
})

describe('one parameter', () => {
  const ask = async (parameter: string, past: readonly Past[] = [], asOf = today) =>
    parameterView.answer(await readingAfter(past, asOf), { parameter })

  it('tells how it has read, newest first, files and confirmations together', async () => {
    const past = [
      confirmed('budget.commentPeriod', 9, '2026-03-01'),
      confirmed('budget.commentPeriod', 16, '2026-09-01'),
    ]
    const answer = (await ask('budget.commentPeriod', past))!
    const told = answer.history.map(({ from, until, words, standing, ahead }) => [
      from.date,
      until?.date,
      words,
      standing,
      ahead,
    ])
    expect(told).toEqual([
      ['2026-09-01', undefined, '16 Working Days', 'confirmed', true],
      ['2026-07-01', '2026-09-01', '15 Working Days', 'recalled', false],
      ['2026-03-01', '2026-07-01', '9 Working Days', 'confirmed', false],
      ['2026-01-01', '2026-03-01', '8 Working Days', 'seen', false],
    ])
    expect(answer.confirmations.map(({ words }) => words)).toEqual([
      '16 Working Days',
      '9 Working Days',
    ])
    expect(answer.words).toBe('15 Working Days')
  })

  it('is one spell where other files and confirmations come between', async () => {
    const answer = await ask('panel.quorum', [confirmed('panel.majority', 'all', '2026-03-01')])
    expect(answer!.history.map(({ from, until }) => [from.date, until])).toEqual([
      ['2026-01-01', null],
    ])
  })

  it('still has its history on a day when the rulebook has left it out', async () => {
    const answer = (await ask('panel.quorumNeedsChair'))!
    expect(answer.inForce).toBe(false)
    expect(answer.history.map(({ from, until }) => [from.date, until?.date])).toEqual([
      ['2026-01-01', '2026-07-01'],
    ])
  })

  it('is not found where no rulebook ever has it', async () =>
    expect(await ask('panel.colour')).toBeUndefined())
})

describe('confirmations', () => {
  it('are listed with what was entered last on top', async () => {
    const reading = await readingAfter([
      confirmed('panel.majority', 'more than 1/2', '2026-05-01'),
      confirmed('accession.fee', 20, '2026-04-01'),
    ])
    const { confirmations, total } = confirmationsView.answer(reading, { limit: 100 })!
    expect(total).toBe(2)
    expect(confirmations.map(({ words }) => words)).toContain('20 in the code’s currency')
  })

  it('hold on a day as if only those effective by then had been entered', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 3 })), {
          maxLength: 7,
        }),
        fc.integer({ min: 0, max: 10 }),
        async (given, later) => {
          const on = (days: number) => addDays(day('2026-01-01'), days)
          const past = given.map(([days, value]) =>
            confirmed('panel.yearReportDue', value, on(days)),
          )
          const asOf = on(later)
          const holding = async (entered: readonly Past[]) =>
            (await readingAfter(entered, asOf))
              .inForce(confirmationsKept)
              .map(({ data: { value, from } }) => ({ value, from }))
          const byThen = past.filter(({ effectiveFrom }) => effectiveFrom! <= asOf)
          const found = await holding(past)
          expect(found).toEqual(await holding(byThen))
          expect(found).toHaveLength(byThen.length === 0 ? 0 : 1)
          const reading = await readingAfter(past, asOf)
          const stated = reading.rulebook.parameters.get('panel.yearReportDue')!
          expect(stated.value).toBe(found[0]?.value ?? 12)
        },
      ),
      { numRuns: 60 },
    ))
})

it('names each entry of the SEC once, so that pages of the rulebook miss none', async () => {
  const sec = loadCodes('codes').get('sec')!.rulebookFiles
  const { read } = await recordOf([], {
    folds: governance.folds,
    rulebook: (on) => rulebookOn(sec, [], on),
  })
  for (const asOf of ['2013-09-23', '2016-09-01', '2017-03-31']) {
    const ids = entriesOf(read({ asOf: day(asOf) })).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(100)
    expect(new Set(ids).size).toBe(ids.length)
  }
})
