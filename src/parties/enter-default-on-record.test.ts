import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { thePublic } from '#journal/information-class.ts'
import { given, recordOf } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterDefaultOnRecord } from './enter-default-on-record.ts'
import { partyView } from './party.view.ts'
import { parties as room } from './room.ts'

const setting = { rulebook: rulebookOf('sec'), folds: room.folds }
const acceded = {
  stream: 'party:P1',
  type: 'PartyAcceded',
  data: { reference: 'P1', name: 'One Mill', company: null, acceded: '2014-03-14' },
  effectiveFrom: '2014-03-14',
}
const left = {
  stream: 'party:P1',
  type: 'PartyLeft',
  data: { party: 'P1', mechanism: 'expulsion', exited: '2016-11-25' },
  effectiveFrom: '2016-11-25',
}
const defaulted = {
  stream: 'party:P1',
  type: 'PartyDefaulted',
  data: { party: 'P1', event: 'e', occurred: '2016-05-04', notes: null },
  effectiveFrom: '2016-05-04',
  class: 'amber' as const,
}
const remedied = {
  stream: 'party:P1',
  type: 'DefaultRemedied',
  data: { party: 'P1', event: 'e', occurred: '2016-05-04', remedied: '2016-05-09' },
  effectiveFrom: '2016-05-09',
  class: 'amber' as const,
}
const input = { party: 'P1', event: 'e', occurred: '2016-05-04', source: 'a notice' }
const withRemedy = { ...input, remedied: '2016-05-09' }

describe('entering an Event of Default on record', () => {
  it('says which and since when', () =>
    given([acceded], setting)
      .when(enterDefaultOnRecord, input)
      .thenEntered([
        {
          type: 'PartyDefaulted',
          data: { party: 'P1', event: 'e' },
          effectiveFrom: '2016-05-04',
        },
      ]))

  it('says that it was remedied, at once or later', async () => {
    const remedy = { type: 'DefaultRemedied', effectiveFrom: '2016-05-09' }
    await given([acceded], setting)
      .when(enterDefaultOnRecord, withRemedy)
      .thenEntered([{ type: 'PartyDefaulted' }, remedy])
    await given([acceded, defaulted], setting)
      .when(enterDefaultOnRecord, withRemedy)
      .thenEntered([remedy])
  })

  it('is not seen by the public, whose answer is as if there were none', async () => {
    const { ground, asking, read } = await recordOf([acceded], setting)
    const before = partyView.answer(read({ viewer: thePublic }), { reference: 'P1' })
    await carryOut(ground, { command: enterDefaultOnRecord, input, asking })
    expect(partyView.answer(read({ viewer: thePublic }), { reference: 'P1' })).toEqual(before)
    expect(partyView.answer(read(), { reference: 'P1' })?.defaults).toMatchObject([{ event: 'e' }])
  })

  it('is refused for a Party that is not on record', () =>
    given([], setting).when(enterDefaultOnRecord, input).thenRefused('partyIsOnRecord'))

  it('is refused where it is on record already', async () => {
    await given([acceded, defaulted], setting)
      .when(enterDefaultOnRecord, input)
      .thenRefused('defaultIsNew')
    await given([acceded, defaulted, remedied], setting)
      .when(enterDefaultOnRecord, withRemedy)
      .thenRefused('defaultIsNew')
  })

  it('is refused for an event that the rulebook does not list', () =>
    given([acceded], setting)
      .when(enterDefaultOnRecord, { ...input, event: 'z' })
      .thenRefused('eventIsInTheRulebook'))

  it('is refused of somebody who was no Party then', async () => {
    await given([acceded], setting)
      .when(enterDefaultOnRecord, { ...input, occurred: '2014-03-13' })
      .thenRefused('defaultIsOfAParty')
    await given([acceded, left], setting)
      .when(enterDefaultOnRecord, { ...input, occurred: '2016-11-25' })
      .thenRefused('defaultIsOfAParty')
  })

  it('is refused where it was remedied before it occurred', () =>
    given([acceded], setting)
      .when(enterDefaultOnRecord, { ...input, remedied: '2016-05-04' })
      .thenRefused('remedyFollowsDefault'))
})
