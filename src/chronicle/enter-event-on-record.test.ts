import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnownDate, knownDate } from '#calendar/known-date.ts'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterEventOnRecord } from './enter-event-on-record.ts'
import { referenceOf } from './event.ts'

const event = { on: '2016-07', says: 'The forum met for the first time', source: 'a report' }
const reference = referenceOf({ strand: 'code', on: knownDate('2016-07'), says: event.says })
const noted = { stream: `event:${reference}`, type: 'EventNoted', data: { reference } }

describe('entering an event on record', () => {
  it('puts it on record under a reference made from its date and text', () =>
    given()
      .when(enterEventOnRecord, event)
      .thenEntered([
        {
          type: 'EventNoted',
          data: { reference, strand: 'code', says: event.says, notes: null },
          effectiveFrom: '2016-07',
          basis: 'on-record',
        },
      ]))

  it('is refused where the same event is on record, under its own or a given reference', async () => {
    await given([noted]).when(enterEventOnRecord, event).thenRefused('eventIsNew')
    await given([noted])
      .when(enterEventOnRecord, { ...event, says: 'Something else', reference })
      .thenRefused('eventIsNew')
  })

  it.each([{ on: '2016-08' }, { says: 'The forum met again' }, { strand: 'forum' }])(
    'is another event where %j differs',
    (other) =>
      given([noted])
        .when(enterEventOnRecord, { ...event, ...other })
        .thenEntered([{ type: 'EventNoted' }]),
  )

  it.each(['2016-07-01', '../2016-07', '2016'])(
    'is refused where only the month is said to be known, and the date reads %s',
    (on) =>
      given()
        .when(enterEventOnRecord, { ...event, on, dateBasis: 'month only' })
        .thenRefused('dateIsKnownAsSaid'),
  )

  it('takes a month said to be known as a month', () =>
    given()
      .when(enterEventOnRecord, { ...event, dateBasis: 'month only' })
      .thenEntered([{ type: 'EventNoted' }]))

  it('asks for each field that it needs', () =>
    given()
      .when(enterEventOnRecord, {
        on: 'July',
        says: ' ',
        strand: 'The Forum',
        dateBasis: 'roughly',
      })
      .thenFormRefused('on', 'says', 'strand', 'dateBasis', 'source'))

  it('is closed to the public', () =>
    given().when(enterEventOnRecord, event, thePublic).thenNotAllowed())
})

it('has a reference for every date and text', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('2016-07-01', '2016-07', '2016', '../2014-07', '2016-04-01/..', '..'),
      fc.string({ minLength: 1 }),
      (on, says) => {
        expect(isKnownDate(on)).toBe(true)
        const made = referenceOf({ strand: 'code', on: knownDate(on), says })
        expect(made).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/)
        expect(referenceOf({ strand: 'code', on: knownDate(on), says: `${says}.` })).not.toBe(made)
      },
    ),
  ))
