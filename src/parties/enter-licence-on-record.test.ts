import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterLicenceOnRecord } from './enter-licence-on-record.ts'

const acceded = {
  stream: 'party:P1',
  type: 'PartyAcceded',
  data: { reference: 'P1', name: 'One Mill', acceded: '2014-03-14' },
}
const granted = {
  stream: 'party:P1',
  type: 'LicenceGranted',
  data: { party: 'P1', licence: 'electricity-supply', granted: '2012' },
}
const ended = {
  stream: 'party:P1',
  type: 'LicenceEnded',
  data: { party: 'P1', licence: 'electricity-supply', granted: '2012', ended: '2016-11-01' },
}
const licence = { party: 'P1', licence: 'Electricity supply', granted: '2012', source: 'a licence' }
const revoked = { ...licence, ended: '2016-11-01', how: 'revoked' }

describe('entering a licence on record', () => {
  it('says from when the Party holds it', () =>
    given([acceded])
      .when(enterLicenceOnRecord, licence)
      .thenEntered([
        {
          type: 'LicenceGranted',
          data: { party: 'P1', licence: 'electricity-supply' },
          effectiveFrom: '2012',
        },
      ]))

  it('says when and how it ended, at once or later', async () => {
    const end = {
      type: 'LicenceEnded',
      data: { granted: '2012', how: 'revoked' },
      effectiveFrom: '2016-11-01',
    }
    await given([acceded])
      .when(enterLicenceOnRecord, revoked)
      .thenEntered([{ type: 'LicenceGranted' }, end])
    await given([acceded, granted]).when(enterLicenceOnRecord, revoked).thenEntered([end])
  })

  it('is refused for a Party that is not on record', () =>
    given().when(enterLicenceOnRecord, licence).thenRefused('partyIsOnRecord'))

  it('is refused where it is held already, and where its end is on record', async () => {
    await given([acceded, granted]).when(enterLicenceOnRecord, licence).thenRefused('licenceIsNew')
    await given([acceded, granted])
      .when(enterLicenceOnRecord, { ...licence, granted: '2013' })
      .thenRefused('licenceIsNew')
    await given([acceded, granted, ended])
      .when(enterLicenceOnRecord, revoked)
      .thenRefused('licenceIsNew')
  })

  it('can be granted anew after its end', () =>
    given([acceded, granted, ended])
      .when(enterLicenceOnRecord, { ...licence, granted: '2017-01-01' })
      .thenEntered([{ type: 'LicenceGranted' }]))

  it('is refused where it ends before it began, or ends on no day', async () => {
    await given([acceded])
      .when(enterLicenceOnRecord, { ...revoked, ended: '2011-12-31' })
      .thenRefused('licenceEndsAfterItsGrant')
    await given([acceded])
      .when(enterLicenceOnRecord, { ...licence, how: 'revoked' })
      .thenRefused('licenceEndsAfterItsGrant')
  })
})
