import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterReleaseOnRecord } from './enter-release-on-record.ts'

const release = {
  release: 'Spring Release',
  region: 'North',
  live: '2026-04-01',
  source: 'a notice',
}
const live = {
  stream: 'release:Spring-Release',
  type: 'ReleaseWentLive',
  data: { reference: 'Spring-Release', release: 'Spring Release', region: 'North' },
}

describe('entering a release on record', () => {
  it('counts from the day on which it went live', () =>
    given()
      .when(enterReleaseOnRecord, release)
      .thenEntered([
        {
          type: 'ReleaseWentLive',
          data: { reference: 'Spring-Release', region: 'North' },
          effectiveFrom: '2026-04-01',
        },
      ]))

  it('goes live region by region', () =>
    given([live])
      .when(enterReleaseOnRecord, { ...release, region: 'South' })
      .thenEntered([{ type: 'ReleaseWentLive', data: { region: 'South' } }]))

  it('is refused where it is live there already', () =>
    given([live]).when(enterReleaseOnRecord, release).thenRefused('releaseIsNewThere'))

  it('says of each field what it needs', () =>
    given()
      .when(enterReleaseOnRecord, { release: '—', live: '', source: '' })
      .thenFormRefused('release', 'live', 'source'))
})
