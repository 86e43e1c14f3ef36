import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { engagementKept } from './engagement-kept.ts'
import { enterEngagementOnRecord } from './enter-engagement-on-record.ts'

const day = {
  reference: 'day-2016',
  kind: 'engagement-day',
  title: 'Engagement Day',
  held: '2016-07',
  attended: '',
  attendedWords: 'over 60',
  repeatOf: '',
  source: 'a report',
}
const repeat = { ...day, reference: 'day-2016-again', held: '2016-08-01', repeatOf: 'day-2016' }
const held = {
  stream: 'engagement:day-2016',
  type: 'EngagementHeld',
  data: { reference: 'day-2016', held: '2016-07' },
}
const folds = [engagementKept]

describe('entering an engagement event on record', () => {
  it('keeps attendance as the source puts it', () =>
    given()
      .when(enterEngagementOnRecord, day)
      .thenEntered([
        {
          type: 'EngagementHeld',
          data: {
            kind: 'engagement-day',
            attended: null,
            attendedWords: 'over 60',
            repeatOf: null,
          },
          effectiveFrom: '2016-07',
        },
      ]))

  it('takes attendance as a number, nobody included', () =>
    given()
      .when(enterEngagementOnRecord, { ...day, attended: '0', attendedWords: '' })
      .thenEntered([{ type: 'EngagementHeld', data: { attended: 0, attendedWords: null } }]))

  it('may repeat an event on record', () =>
    given([held], { folds })
      .when(enterEngagementOnRecord, repeat)
      .thenEntered([{ type: 'EngagementHeld', data: { repeatOf: 'day-2016' } }]))

  it('is refused where the reference is taken', () =>
    given([held], { folds }).when(enterEngagementOnRecord, day).thenRefused('engagementIsNew'))

  it('is refused where what it repeats is not on record', () =>
    given([], { folds })
      .when(enterEngagementOnRecord, repeat)
      .thenRefused('repeatedEngagementIsOnRecord'))

  it('is refused where it was held before what it repeats', () =>
    given([held], { folds })
      .when(enterEngagementOnRecord, { ...repeat, held: '2016-06' })
      .thenRefused('repeatFollowsWhatItRepeats'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterEngagementOnRecord, {
        ...day,
        kind: 'Engagement day',
        title: '',
        held: 'summer',
        attended: 'over 60',
      })
      .thenFormRefused('kind', 'title', 'held', 'attended'))

  it('is closed to the public', () =>
    given().when(enterEngagementOnRecord, day, thePublic).thenNotAllowed())
})
