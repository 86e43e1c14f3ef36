import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterResponseOnRecord } from './enter-response-on-record.ts'

const response = {
  consultation: 'C-1',
  number: '2',
  received: '2017-01-01/2017-02-14',
  respondent: '',
  basis: 'known-by-count',
  source: 'a report',
}
const stream = 'consultation:C-1'
const opened = {
  stream,
  type: 'ConsultationOpened',
  data: { reference: 'C-1', opened: '2017-01' },
}
const first = { stream, type: 'ResponseReceived', data: { consultation: 'C-1', number: 1 } }

describe('entering a response on record', () => {
  it('counts it beside the others, with nobody’s name where only the count is known', () =>
    given([opened, first])
      .when(enterResponseOnRecord, response)
      .thenEntered([
        {
          type: 'ResponseReceived',
          data: { consultation: 'C-1', number: 2, respondent: null },
          effectiveFrom: '2017-01-01/2017-02-14',
          basis: 'known-by-count',
        },
      ]))

  it('is refused where the consultation is not on record', () =>
    given().when(enterResponseOnRecord, response).thenRefused('consultationIsOnRecord'))

  it('is refused where that response is on record', () =>
    given([opened, first])
      .when(enterResponseOnRecord, { ...response, number: 1 })
      .thenRefused('responseNumberIsNew'))

  it('is refused where nobody is named and it is not known by a count', () =>
    given([opened])
      .when(enterResponseOnRecord, { ...response, basis: 'on-record' })
      .thenRefused('respondentIsNamedOrCounted'))

  it('is refused where it came before the consultation can have been opened', () =>
    given([opened])
      .when(enterResponseOnRecord, { ...response, received: '../2016-12' })
      .thenRefused('responseFollowsOpening'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterResponseOnRecord, { ...response, consultation: '', number: '0', received: '' })
      .thenFormRefused('consultation', 'number', 'received'))

  it('is closed to the public', () =>
    given().when(enterResponseOnRecord, response, thePublic).thenNotAllowed())
})
