import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterBudgetOnRecord } from './enter-budget-on-record.ts'

const year = {
  reference: 'B-1',
  years: '2017-20',
  year: '2017-18',
  kind: 'approved',
  amountPence: '699500000',
  approved: '2017-02-14/2017-03-31',
  effective: '2017-04-01',
  source: 'a report',
}
const next = { ...year, year: '2018-19', kind: 'indicative', amountPence: '', approved: '' }
const approved = {
  stream: 'budget:B-1',
  type: 'BudgetApproved',
  data: { reference: 'B-1', years: '2017-20', year: '2017-18', approved: '2017-03' },
}

describe('entering a year of a budget on record', () => {
  it('puts the approval on record, effective when it was approved', () =>
    given()
      .when(enterBudgetOnRecord, year)
      .thenEntered([
        {
          type: 'BudgetApproved',
          data: { year: '2017-18', amountPence: 699_500_000, effective: '2017-04-01', notes: null },
          effectiveFrom: '2017-02-14/2017-03-31',
        },
      ]))

  it('takes an amount in pounds, and as a number of pence', async () => {
    for (const amountPence of ['£6.995 million', '£6,995,000', 699_500_000])
      await given()
        .when(enterBudgetOnRecord, { ...year, amountPence })
        .thenEntered([{ type: 'BudgetApproved', data: { amountPence: 699_500_000 } }])
  })

  it('lets an indicative year count from the approval of its budget, its amount not known', () =>
    given([approved])
      .when(enterBudgetOnRecord, next)
      .thenEntered([
        {
          type: 'BudgetYearIndicated',
          data: { year: '2018-19', amountPence: null, approved: '2017-03' },
          effectiveFrom: '2017-03',
        },
      ]))

  it('is refused where that year is on record', () =>
    given([approved]).when(enterBudgetOnRecord, year).thenRefused('budgetYearIsNew'))

  it('is refused for a year of another budget', () =>
    given()
      .when(enterBudgetOnRecord, { ...year, year: '2020-21' })
      .thenRefused('yearIsOfTheBudget'))

  it('is refused where the budget is on record with other years', () =>
    given([approved])
      .when(enterBudgetOnRecord, { ...next, years: '2018-21' })
      .thenRefused('yearsOfTheBudgetAgree'))

  it('is refused where an approval is not dated', () =>
    given()
      .when(enterBudgetOnRecord, { ...year, approved: '' })
      .thenRefused('approvalIsDated'))

  it('is refused where an indicative year counts from an approval that is not on record', () =>
    given().when(enterBudgetOnRecord, next).thenRefused('indicationIsDated'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterBudgetOnRecord, {
        ...year,
        years: '2017 to 2020',
        year: '2017-20',
        kind: 'draft',
        amountPence: '6.995',
        effective: 'April',
      })
      .thenFormRefused('years', 'year', 'kind', 'amountPence', 'effective'))

  it('takes no amount below nought and none that is not whole pence', async () => {
    for (const amountPence of ['-1', -1, 0.5, '£1.005'])
      await given()
        .when(enterBudgetOnRecord, { ...year, amountPence })
        .thenFormRefused('amountPence')
  })

  it('is closed to the public', () =>
    given().when(enterBudgetOnRecord, year, thePublic).thenNotAllowed())
})
