import { describe, expect, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { directionKind } from './direction.ts'
import { enterDirectionOnRecord } from './enter-direction-on-record.ts'

const direction = {
  date: '2026-05-04',
  provisions: 'B1; B2.3(a)',
  action: 'variation cancelled',
  source: 'a letter',
}
const reference = '2026-05-04-B1-B2.3-a-variation-cancelled'
const given1 = { stream: `direction:${reference}`, type: 'DirectionGiven', data: { reference } }

describe('entering a direction on record', () => {
  it('names it by its day, its provisions and what it does', () =>
    given()
      .when(enterDirectionOnRecord, direction)
      .thenEntered([
        {
          type: 'DirectionGiven',
          data: { reference, provisions: ['B1', 'B2.3(a)'], description: null },
          effectiveFrom: '2026-05-04',
        },
      ]))

  it('is refused where it is on record already', () =>
    given([given1]).when(enterDirectionOnRecord, direction).thenRefused('directionIsNew'))

  it('stands beside another of the same day', () =>
    given([given1])
      .when(enterDirectionOnRecord, { ...direction, action: 'variation introduced' })
      .thenEntered([{ type: 'DirectionGiven' }]))

  it('says of each field what it needs', () =>
    given()
      .when(enterDirectionOnRecord, { date: 'May', action: '', source: '' })
      .thenFormRefused('date', 'action', 'source'))
})

describe('the kind of a direction', () => {
  it.each([
    ['sections activated', 'activation'],
    ['variation directed', 'variation'],
    ['varied', 'variation'],
    ['variation introduced', 'variation'],
    ['variation cancelled', 'cancellation'],
    ['variation removed', 'cancellation'],
    ['variations added and removed', 'variation-and-cancellation'],
    ['date varied (DCC notice)', 'date'],
    ['published', 'other'],
  ])('%s: %s', (action, kind) => {
    expect(directionKind(action)).toBe(kind)
  })
})
