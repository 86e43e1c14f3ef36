import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterMeetingOnRecord } from './enter-meeting-on-record.ts'

const meeting = {
  reference: 'CB-1',
  body: 'change-board',
  kind: 'meeting',
  held: '2016-04-01/2017-03-31',
  basis: 'known-by-count',
  source: 'a report',
}
const held = { stream: 'meeting:CB-1', type: 'MeetingHeld', data: { reference: 'CB-1' } }

describe('entering a meeting on record', () => {
  it('puts it on record with its source, effective when it was held', () =>
    given()
      .when(enterMeetingOnRecord, meeting)
      .thenEntered([
        {
          type: 'MeetingHeld',
          data: { reference: 'CB-1', body: 'change-board', place: null },
          effectiveFrom: '2016-04-01/2017-03-31',
          basis: 'known-by-count',
        },
      ]))

  it('is refused where the reference is taken', () =>
    given([held]).when(enterMeetingOnRecord, meeting).thenRefused('meetingIsNew'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterMeetingOnRecord, { ...meeting, held: '31/03/2017', source: ' ' })
      .thenFormRefused('held', 'source'))

  it('is closed to the public', () =>
    given().when(enterMeetingOnRecord, meeting, thePublic).thenNotAllowed())
})
