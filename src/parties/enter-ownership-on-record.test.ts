import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterOwnershipOnRecord } from './enter-ownership-on-record.ts'
import { companiesKept } from './kept.ts'

const setting = { folds: [companiesKept] }
const company = (reference: string) => ({
  stream: `company:${reference}`,
  type: 'CompanyEntered',
  data: { reference, name: reference },
  effectiveFrom: '..',
})
const both = [company('G1'), company('C1')]
const began = {
  stream: 'company:C1',
  type: 'OwnershipBegan',
  data: { owner: 'G1', owned: 'C1', began: '2014-01-01', notes: null },
}
const over = {
  stream: 'company:C1',
  type: 'OwnershipEnded',
  data: { owner: 'G1', owned: 'C1', began: '2014-01-01', ended: '2016-01-04' },
}
const ownership = { owner: 'G1', owned: 'C1', began: '2014-01-01', source: 'a filing' }
const ended = { ...ownership, ended: '2016-01-04' }

describe('entering on record who owns a company', () => {
  it('says since when', () =>
    given(both, setting)
      .when(enterOwnershipOnRecord, ownership)
      .thenEntered([
        {
          type: 'OwnershipBegan',
          data: { owner: 'G1', owned: 'C1' },
          effectiveFrom: '2014-01-01',
        },
      ]))

  it('says until when, at once or later', async () => {
    const end = { type: 'OwnershipEnded', effectiveFrom: '2016-01-04' }
    await given(both, setting)
      .when(enterOwnershipOnRecord, ended)
      .thenEntered([{ type: 'OwnershipBegan' }, end])
    await given([...both, began], setting)
      .when(enterOwnershipOnRecord, ended)
      .thenEntered([end])
  })

  it('is refused for companies that are not on record', () =>
    given([company('C1')], setting)
      .when(enterOwnershipOnRecord, ownership)
      .thenRefused('companiesAreOnRecord'))

  it('is refused for a company and itself', () =>
    given(both, setting)
      .when(enterOwnershipOnRecord, { ...ownership, owner: 'C1' })
      .thenRefused('ownerIsAnother'))

  it('is refused where it is on record for that time, and not where it begins anew', async () => {
    await given([...both, began], setting)
      .when(enterOwnershipOnRecord, ownership)
      .thenRefused('ownershipIsNew')
    await given([...both, began], setting)
      .when(enterOwnershipOnRecord, { ...ownership, began: '2015-01-01' })
      .thenRefused('ownershipIsNew')
    await given([...both, began, over], setting)
      .when(enterOwnershipOnRecord, ended)
      .thenRefused('ownershipIsNew')
    await given([...both, began, over], setting)
      .when(enterOwnershipOnRecord, { ...ownership, began: '2016-01-04' })
      .thenEntered([{ type: 'OwnershipBegan' }])
  })

  it('is refused where it ends before it begins', () =>
    given(both, setting)
      .when(enterOwnershipOnRecord, { ...ended, ended: '2014-01-01' })
      .thenRefused('ownershipEndsAfterItBegins'))
})
