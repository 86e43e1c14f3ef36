import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { consultationsKept, responsesKept } from '#consultations/index.ts'
import { rulebookFileFrom } from '#rulebook/rulebook-file.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { recordOf } from '../../tests/given.ts'
import { budgetsView, budgetView } from './budgets.view.ts'
import {
  appealsKept,
  appealsOf,
  approvedBudgetFor,
  budgetYearsKept,
  draftBudgetResponses,
} from './budgets-kept.ts'

const year = (reference: string, of: string, amountPence: number | null, approved: string) => ({
  stream: `budget:${reference}`,
  type: amountPence === null ? 'BudgetYearIndicated' : 'BudgetApproved',
  data: {
    reference,
    years: '2017-20',
    year: of,
    amountPence,
    approved,
    effective: amountPence === null ? null : '2017-04-01',
    notes: null,
  },
  effectiveFrom: approved,
})
const approval = '2017-02-14/2017-03-31'
const budget = [
  year('B-1', '2017-18', 699_500_000, approval),
  year('B-1', '2018-19', null, approval),
]
const amended = year('B-2', '2017-18', 710_000_001, '2017-08-01')
const window = {
  stream: 'budget:B-1',
  type: 'AppealWindowClosed',
  data: { budget: 'B-1', periodFrom: approval, periodTo: approval, number: 0, notes: null },
  effectiveFrom: approval,
}
const consultation = {
  stream: 'consultation:C-1',
  type: 'ConsultationOpened',
  data: {
    reference: 'C-1',
    subject: 'Draft budget',
    owner: 'panel',
    opened: '2017-01',
    closes: '2017-02-14 17:00',
    about: 'budget:B-1',
    notes: null,
  },
  effectiveFrom: '2017-01',
}
const response = (number: number) => ({
  stream: 'consultation:C-1',
  type: 'ResponseReceived',
  data: { consultation: 'C-1', number, received: '../2017-02-14', respondent: null, notes: null },
  effectiveFrom: '../2017-02-14',
})
const everything = [...budget, amended, window, consultation, response(1), response(2)]
const folds = [budgetYearsKept, appealsKept, consultationsKept, responsesKept]

const read = async (asOf: string, past: Parameters<typeof recordOf>[0] = everything) =>
  (await recordOf(past, { folds })).read({ asOf: day(asOf) })

describe('the approved budget of a year', () => {
  it('is that approved by the day, and of several the last', async () => {
    const approved = async (asOf: string) =>
      approvedBudgetFor(await read(asOf), '2017-18')?.data.amountPence
    expect(await approved('2017-02-13')).toBeUndefined()
    expect(await approved('2017-03-30')).toBeUndefined()
    expect(await approved('2017-03-31')).toBe(699_500_000)
    expect(await approved('2017-08-01')).toBe(710_000_001)
  })

  it('is never one that is only indicated', async () =>
    expect(approvedBudgetFor(await read('2017-12-31'), '2018-19')).toBeUndefined())
})

describe('appeals and responses', () => {
  it('are counted with the rows beneath, nought where a source states it', async () => {
    const reading = await read('2017-03-31')
    const appeals = appealsOf(reading, 'B-1')
    expect([appeals.number, appeals.windows.length]).toEqual([0, 1])
    const { number, responses, consultations } = draftBudgetResponses(reading, 'B-1')
    expect([number, responses.length, consultations.length]).toEqual([2, 2, 1])
  })

  it('are not known where nothing is on record', async () => {
    const reading = await read('2017-03-31', budget)
    expect(appealsOf(reading, 'B-1').number).toBeNull()
    expect(draftBudgetResponses(reading, 'B-1').number).toBeNull()
  })

  it('are counted only from their day on', async () => {
    const reading = await read('2017-02-13')
    expect(appealsOf(reading, 'B-1').number).toBeNull()
    expect(draftBudgetResponses(reading, 'B-1').number).toBe(0)
  })
})

describe('the list of budgets', () => {
  it('shows amounts in words, and what is not known as not known', async () => {
    const answer = budgetsView.answer(await read('2017-03-31'), { limit: 100 })
    expect(answer).toMatchObject({ total: 1, possibly: 0, years: [{ year: '2017-18' }, {}] })
    expect(
      answer?.budgets[0]?.said.map(({ year: of, kind, amount }) => [of, kind, amount?.short]),
    ).toEqual([
      ['2017-18', 'approved', '£6.995 million'],
      ['2018-19', 'indicative', undefined],
    ])
  })

  it('counts apart what may have been approved', async () => {
    expect(budgetsView.answer(await read('2017-03-01'), { limit: 100 })).toMatchObject({
      budgets: [],
      possibly: 1,
    })
  })

  it('narrows to a year', async () => {
    const answer = budgetsView.answer(await read('2017-12-31'), { limit: 100, year: '2018-19' })
    expect(answer?.budgets.map(({ reference }) => reference)).toEqual(['B-1'])
  })
})

describe('a budget', () => {
  it('is possibly approved while its approval is known in part', async () => {
    const answer = budgetView.answer(await read('2017-03-01'), { reference: 'B-1' })
    expect(answer?.said.map(({ holds }) => holds)).toEqual(['possibly', 'possibly'])
  })

  it('shows its consultation, and what the rulebook says of budgets where it knows', async () => {
    const yaml = [
      'parameters:',
      '  budget.appealPeriod: { says: How long one may appeal., value: 10, unit: Working Days, clause: C8.14, confidence: recalled, source: recollection }',
      '  budget.categoryNames: { says: The categories., unknown: list }',
      '  panel.size: { says: How many members., value: 9, confidence: seen, source: seed }',
    ].join('\n')
    const file = rulebookFileFrom(yaml, 'rulebook.yaml', day('2013-09-23'))
    const record = await recordOf(everything, {
      folds,
      rulebook: (on) => rulebookOn([file], [], on),
    })
    const answer = budgetView.answer(record.read(), { reference: 'B-1' })
    expect(answer?.consultations.map(({ subject }) => subject)).toEqual(['Draft budget'])
    expect(answer?.rulebook).toEqual([
      {
        name: 'budget.appealPeriod',
        says: 'How long one may appeal.',
        value: '10 Working Days',
        clause: 'C8.14',
        confidence: 'recalled',
        verified: false,
      },
    ])
    expect(budgetView.gives.parse(answer)).toEqual(answer)
  })

  it('is not found where none is on record', async () =>
    expect(budgetView.answer(await read('2017-03-31'), { reference: 'B-9' })).toBeUndefined())
})
