import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterBodyOnRecord } from './enter-body-on-record.ts'

const body = {
  reference: 'council',
  name: 'River Council',
  established: '../2016-09',
  status: '',
  chair: 'person-0001',
  source: 'a report',
}
const established = {
  stream: 'body:council',
  type: 'BodyEstablished',
  data: { reference: 'council', name: 'River Council' },
}

describe('entering a body on record', () => {
  it('puts it on record, and its chair since a day that is not known', () =>
    given()
      .when(enterBodyOnRecord, body)
      .thenEntered([
        {
          type: 'BodyEstablished',
          data: { reference: 'council', established: '../2016-09', status: null, notes: null },
          effectiveFrom: '../2016-09',
          basis: 'on-record',
        },
        {
          type: 'AppointmentMade',
          data: { body: 'council', person: 'person-0001', role: 'chair', from: '..', until: null },
          effectiveFrom: '..',
        },
      ]))

  it('enters no appointment where no chair is named', () =>
    given()
      .when(enterBodyOnRecord, { ...body, chair: '' })
      .thenEntered([{ type: 'BodyEstablished' }]))

  it('is refused where the reference is taken', () =>
    given([established]).when(enterBodyOnRecord, body).thenRefused('bodyIsNew'))

  it('asks for each field that it needs, and for the id of the chair rather than the name', () =>
    given()
      .when(enterBodyOnRecord, { reference: 'the council', established: 'lately', chair: 'A Name' })
      .thenFormRefused('reference', 'name', 'established', 'chair', 'source'))

  it('is closed to the public', () =>
    given().when(enterBodyOnRecord, body, thePublic).thenNotAllowed())
})
