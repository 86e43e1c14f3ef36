import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterAppealsOnRecord } from './enter-appeals-on-record.ts'

const window = {
  budget: 'B-1',
  periodFrom: '2017-02-14/2017-03-31',
  periodTo: '2017-03',
  number: '0',
  source: 'a report',
}
const stream = 'budget:B-1'
const approved = {
  stream,
  type: 'BudgetApproved',
  data: { reference: 'B-1', years: '2017-20', year: '2017-18', approved: '2017-03' },
}
const closed = {
  stream,
  type: 'AppealWindowClosed',
  data: { budget: 'B-1', periodFrom: '2017-02-14/2017-03-31', periodTo: '2017-03', number: 1 },
}

describe('entering the appeals of a window on record', () => {
  it('puts on record that none came, effective when the window closed', () =>
    given([approved])
      .when(enterAppealsOnRecord, window)
      .thenEntered([
        {
          type: 'AppealWindowClosed',
          data: { budget: 'B-1', number: 0, notes: null },
          effectiveFrom: '2017-03',
          basis: 'on-record',
        },
      ]))

  it('is refused where the budget is not on record', () =>
    given().when(enterAppealsOnRecord, window).thenRefused('budgetIsOnRecord'))

  it('is refused where that window is on record', () =>
    given([approved, closed]).when(enterAppealsOnRecord, window).thenRefused('appealWindowIsNew'))

  it('is refused where the window ends before it begins', () =>
    given([approved])
      .when(enterAppealsOnRecord, { ...window, periodTo: '2017-02-13' })
      .thenRefused('windowEndsAfterItBegins'))

  it('asks for each field that it needs, and for a number even where it is nought', () =>
    given([approved])
      .when(enterAppealsOnRecord, { ...window, budget: '', periodFrom: 'spring', number: '' })
      .thenFormRefused('budget', 'periodFrom', 'number'))

  it('is closed to the public', () =>
    given([approved]).when(enterAppealsOnRecord, window, thePublic).thenNotAllowed())
})
