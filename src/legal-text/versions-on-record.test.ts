import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { knownDate } from '#calendar/known-date.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import { versionClaimsKept, versionsKept } from './code-kept.ts'
import {
  compareVersions,
  inForceOn,
  versionsDesignatedIn,
  versionsOnRecord,
} from './versions-on-record.ts'

const folds = [versionsKept, versionClaimsKept]
const designated = (version: string, effective: string): Past => ({
  stream: `version:${version}`,
  type: 'VersionDesignated',
  data: { version, effective: knownDate(effective) },
  effectiveFrom: effective,
})
const claimed = (version: string, effective: string): Past => ({
  stream: `version:${version}`,
  type: 'VersionDateClaimed',
  data: { version, ordinal: 1, effective: knownDate(effective) },
  effectiveFrom: effective,
})
const standings = async (past: readonly Past[], on: string) => {
  const { read } = await recordOf(past, { folds })
  return Object.fromEntries(
    versionsOnRecord(read()).map((version) => [version.row.key, inForceOn(version, day(on))]),
  )
}

describe('the version in force on a day', () => {
  const past = [designated('1.0', '2026-01-01'), designated('1.1', '2026-03-01')]

  it('is the newest that had come into force', async () => {
    expect(await standings(past, '2026-02-28')).toEqual({ '1.0': 'certainly', '1.1': 'not' })
    expect(await standings(past, '2026-03-01')).toEqual({ '1.0': 'not', '1.1': 'certainly' })
  })

  it('does not hang on the order in which they were entered', async () => {
    expect(await standings(past.toReversed(), '2026-02-28')).toEqual({
      '1.0': 'certainly',
      '1.1': 'not',
    })
  })

  it('is one or the other between two dates that sources give', async () => {
    const disagreeing = [...past, claimed('1.1', '2026-03-03')]
    expect(await standings(disagreeing, '2026-03-02')).toEqual({
      '1.0': 'possibly',
      '1.1': 'possibly',
    })
    expect(await standings(disagreeing, '2026-03-03')).toEqual({ '1.0': 'not', '1.1': 'certainly' })
  })

  it('is not certain where versions are missing before the next', async () => {
    const lacking = [designated('1.0', '2026-01-01'), designated('1.3', '2026-03-01')]
    expect(await standings(lacking, '2026-01-01')).toMatchObject({ '1.0': 'certainly' })
    expect(await standings(lacking, '2026-01-02')).toMatchObject({ '1.0': 'possibly' })
    expect(
      await standings(
        [designated('2.9', '2026-01-01'), designated('3.0', '2026-02-01')],
        '2026-01-02',
      ),
    ).toMatchObject({ '2.9': 'certainly' })
  })
})

describe('the versions designated in a period', () => {
  it('are those of which every date lies within it', async () => {
    const { read } = await recordOf(
      [
        designated('1.9', '2026-01-01/2026-03-31'),
        designated('1.10', '2026-01-01/2026-03-31'),
        designated('1.11', '2026-03-31/2026-04-01'),
        designated('1.8', '2026-01-01'),
        claimed('1.8', '2025-12-31'),
      ],
      { folds },
    )
    expect(
      versionsDesignatedIn(read(), day('2026-01-01'), day('2026-03-31')).map(({ row }) => row.key),
    ).toEqual(['1.9', '1.10'])
  })
})

describe('the order of version numbers', () => {
  const number = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('.'))

  it('goes by their parts', () => {
    expect(['5.0', '4.10', '4.9', '10.0'].toSorted(compareVersions)).toEqual([
      '4.9',
      '4.10',
      '5.0',
      '10.0',
    ])
  })

  it('is an order', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)))
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
        expect(compareVersions(a, b) === 0).toBe(a === b)
      }),
    )
  })
})
