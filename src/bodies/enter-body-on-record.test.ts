import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { peopleKept } from '#people/index.ts'
import { given } from '../../tests/given.ts'
import { enterBodyOnRecord } from './enter-body-on-record.ts'
import { bodies } from './room.ts'

const body = {
  reference: 'council',
  name: 'River Council',
  established: '../2016-09',
  status: '',
  chair: 'person-0001',
  source: 'a report',
}
const setting = { folds: [...bodies.folds, peopleKept] }
const chair = {
  stream: 'person:person-0001',
  type: 'PersonEntered',
  data: { id: 'person-0001', role: 'chair' },
}
const established = {
  stream: 'body:council',
  type: 'BodyEstablished',
  data: { reference: 'council', name: 'River Council' },
}

describe('entering a body on record', () => {
  it('puts it on record, and its chair since a day that is not known', () =>
    given([chair], setting)
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
    given([chair, established], setting).when(enterBodyOnRecord, body).thenRefused('bodyIsNew'))

  it('is refused where the chair is nobody on record', () =>
    given([], setting).when(enterBodyOnRecord, body).thenRefused('chairIsOnRecord'))

  it('asks for each field that it needs, and for the id of the chair rather than the name', () =>
    given()
      .when(enterBodyOnRecord, { reference: 'the council', established: 'lately', chair: 'A Name' })
      .thenFormRefused('reference', 'name', 'established', 'chair', 'source'))

  it('is closed to the public', () =>
    given().when(enterBodyOnRecord, body, thePublic).thenNotAllowed())
})
