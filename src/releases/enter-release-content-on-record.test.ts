import { describe, it } from 'vitest'
import { versionsKept } from '#legal-text/index.ts'
import { given } from '../../tests/given.ts'
import { enterReleaseContentOnRecord } from './enter-release-content-on-record.ts'
import { releasesKept } from './releases-kept.ts'

const folds = [versionsKept, releasesKept]
const version = {
  stream: 'version:1.1',
  type: 'VersionDesignated',
  data: { version: '1.1' },
  effectiveFrom: '2026-04-01',
}
const live = (region: string, effectiveFrom: string) => ({
  stream: 'release:Spring-Release',
  type: 'ReleaseWentLive',
  data: { reference: 'Spring-Release', release: 'Spring Release', region },
  effectiveFrom,
})
const brought = {
  stream: 'release-contents:1.1',
  type: 'ContentBrought',
  data: { item: 'Section B' },
}
const content = { broughtBy: '1.1', item: 'Section B', source: 'a notice' }

describe('entering what a release brought on record', () => {
  it('counts from the day of the version', () =>
    given([version], { folds })
      .when(enterReleaseContentOnRecord, content)
      .thenEntered([
        {
          type: 'ContentBrought',
          data: { reference: '1.1', kind: 'version', item: 'Section B' },
          effectiveFrom: '2026-04-01',
        },
      ]))

  it('counts from the day on which the release first went live', () =>
    given([live('South', '2026-05-04'), live('North', '2026-04-20')], { folds })
      .when(enterReleaseContentOnRecord, { ...content, broughtBy: 'Spring Release' })
      .thenEntered([
        { type: 'ContentBrought', data: { kind: 'release' }, effectiveFrom: '2026-04-20' },
      ]))

  it('is refused where neither a release nor a version has that name', () =>
    given([version], { folds })
      .when(enterReleaseContentOnRecord, { ...content, broughtBy: '1.2' })
      .thenRefused('releaseOrVersionIsOnRecord'))

  it('is refused where it is on record already', () =>
    given([version, brought], { folds })
      .when(enterReleaseContentOnRecord, content)
      .thenRefused('itemIsNew'))

  it('says of each field what it needs', () =>
    given([version], { folds })
      .when(enterReleaseContentOnRecord, { broughtBy: '', item: ' ' })
      .thenFormRefused('broughtBy', 'item', 'source'))
})
