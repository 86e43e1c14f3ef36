import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterClaimedTotalOnRecord } from './enter-claimed-total-on-record.ts'

const claim = {
  reference: 'modifications-2026',
  what: 'modifications raised',
  words: 'over 30',
  period: '2026-01-01/2026-12-31',
  source: 'a report',
}
const claimed = {
  stream: 'claimed-total:modifications-2026',
  type: 'TotalClaimed',
  data: { reference: 'modifications-2026' },
}

describe('entering a claimed total on record', () => {
  it('holds from the end of the period of which it tells', () =>
    given()
      .when(enterClaimedTotalOnRecord, claim)
      .thenEntered([
        { type: 'TotalClaimed', data: { words: 'over 30' }, effectiveFrom: '2026-12-31' },
      ]))

  it('is refused where the reference is taken', () =>
    given([claimed]).when(enterClaimedTotalOnRecord, claim).thenRefused('claimedTotalIsNew'))

  it('is refused for a period without an end', () =>
    given()
      .when(enterClaimedTotalOnRecord, { ...claim, period: '2026-01-01/..' })
      .thenRefused('claimedPeriodHasAnEnd'))

  it('says of each field what it needs', () =>
    given()
      .when(enterClaimedTotalOnRecord, { reference: 'x', what: 'cakes', words: '', period: '' })
      .thenFormRefused('what', 'words', 'period', 'source'))
})
