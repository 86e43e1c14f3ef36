import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterVersionClaimOnRecord } from './enter-version-claim-on-record.ts'

const claim = { version: '1.1', date: '2026-04-03', source: 'a report' }
const designated = {
  stream: 'version:1.1',
  type: 'VersionDesignated',
  data: { version: '1.1', effective: '2026-04-01' },
}

describe('entering another date for a version on record', () => {
  it('lets both dates stand', () =>
    given([designated])
      .when(enterVersionClaimOnRecord, claim)
      .thenEntered([
        {
          type: 'VersionDateClaimed',
          data: { version: '1.1', ordinal: 1, effective: '2026-04-03' },
          effectiveFrom: '2026-04-03',
        },
      ]))

  it('is refused for a version that is not on record', () =>
    given().when(enterVersionClaimOnRecord, claim).thenRefused('versionIsOnRecord'))

  it('is refused where the date is the one on record', () =>
    given([designated])
      .when(enterVersionClaimOnRecord, { ...claim, date: '2026-04-01' })
      .thenRefused('claimDiffers'))

  it('says of each field what it needs', () =>
    given()
      .when(enterVersionClaimOnRecord, { version: '1.1', date: '', source: '' })
      .thenFormRefused('date', 'source'))
})
