import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterVersionOnRecord } from './enter-version-on-record.ts'

const version = { version: '1.1', effective: '2026-04-01', source: 'a notice' }
const designated = {
  stream: 'version:1.1',
  type: 'VersionDesignated',
  data: { version: '1.1', effective: '2026-04-01' },
}

describe('entering a version of the Code on record', () => {
  it('counts from the day on which it came into force', () =>
    given()
      .when(enterVersionOnRecord, version)
      .thenEntered([
        {
          type: 'VersionDesignated',
          data: { version: '1.1', madeBy: null, contents: null },
          effectiveFrom: '2026-04-01',
        },
      ]))

  it('may lack a date', () =>
    given()
      .when(enterVersionOnRecord, { ...version, effective: '' })
      .thenEntered([{ type: 'VersionDesignated', effectiveFrom: '..' }]))

  it('is refused where the number is taken', () =>
    given([designated]).when(enterVersionOnRecord, version).thenRefused('versionIsNew'))

  it('says of each field what it needs', () =>
    given()
      .when(enterVersionOnRecord, { version: 'one and a half', effective: '1/4/2026', source: '' })
      .thenFormRefused('version', 'effective', 'source'))
})
