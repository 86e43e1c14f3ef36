import { describe, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterDecisionOnRecord } from './enter-decision-on-record.ts'
import { bodies } from './room.ts'

const setting = {
  folds: bodies.folds,
  rulebook: rulebookOf('model-code'),
  today: day('2026-08-01'),
}
const decision = {
  reference: 'decision-1',
  subject: 'Proposal 7',
  body: 'council',
  decision: 'approved',
  on: '2026-02',
  meeting: '',
  source: 'a report',
}
const taken = {
  stream: 'decision:decision-1',
  type: 'DecisionTaken',
  data: { ...decision, meeting: null, notes: null },
}

describe('entering a decision on record', () => {
  it('puts it on record, effective when it was taken', () =>
    given([], setting)
      .when(enterDecisionOnRecord, { ...decision, on: '2026-04-01/..' })
      .thenEntered([
        {
          type: 'DecisionTaken',
          data: { subject: 'Proposal 7', body: 'council', decision: 'approved', meeting: null },
          effectiveFrom: '2026-04-01/..',
        },
      ]))

  it('takes one outside who decides by a path or on appeal', () =>
    given([], setting)
      .when(enterDecisionOnRecord, { ...decision, body: 'warden' })
      .thenEntered([{ type: 'DecisionTaken', data: { body: 'warden' } }]))

  it('is refused where the reference is taken', () =>
    given([taken], setting).when(enterDecisionOnRecord, decision).thenRefused('decisionIsNew'))

  it('is refused where nobody of that name decides', () =>
    given([], setting)
      .when(enterDecisionOnRecord, { ...decision, body: 'nobody' })
      .thenRefused('deciderIsKnown'))

  it('is taken of a body on record that the rulebook does not name', () =>
    given([{ stream: 'body:fair', type: 'BodyEstablished', data: { reference: 'fair' } }], setting)
      .when(enterDecisionOnRecord, { ...decision, body: 'fair' })
      .thenEntered([{ type: 'DecisionTaken' }]))

  it('is taken of anybody where the rulebook is empty', () =>
    given([], { folds: bodies.folds })
      .when(enterDecisionOnRecord, { ...decision, body: 'somebody' })
      .thenEntered([{ type: 'DecisionTaken' }]))

  it.each(['maybe', 'constructor'])('is refused where the decision reads %s', (word) =>
    given([], setting)
      .when(enterDecisionOnRecord, { ...decision, decision: word })
      .thenRefused('decisionWordIsKnown'),
  )

  it('asks for each field that it needs', () =>
    given([], setting)
      .when(enterDecisionOnRecord, { ...decision, subject: '', on: 'lately', source: undefined })
      .thenFormRefused('subject', 'on', 'source'))

  it('is closed to the public', () =>
    given([], setting).when(enterDecisionOnRecord, decision, thePublic).thenNotAllowed())
})
