import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterExitOnRecord } from './enter-exit-on-record.ts'

const setting = { rulebook: rulebookOf('sec') }
const acceded = {
  stream: 'party:P1',
  type: 'PartyAcceded',
  data: { reference: 'P1', name: 'One Mill', acceded: '2014-03-14' },
}
const left = {
  stream: 'party:P1',
  type: 'PartyLeft',
  data: { party: 'P1', mechanism: 'withdrawal', exited: '2016-01-01' },
}
const exit = {
  party: 'P1',
  exited: '2016-11',
  mechanism: 'expulsion',
  cause: 'Licence revoked',
  source: 'a notice',
}

describe('entering on record that a Party left', () => {
  it('keeps how and why apart, from its day', () =>
    given([acceded], setting)
      .when(enterExitOnRecord, exit)
      .thenEntered([
        {
          type: 'PartyLeft',
          data: { party: 'P1', mechanism: 'expulsion', cause: 'licence-revoked' },
          effectiveFrom: '2016-11',
        },
      ]))

  it('is refused for a Party that is not on record', () =>
    given([], setting).when(enterExitOnRecord, exit).thenRefused('partyIsOnRecord'))

  it('is refused for a Party that left already', () =>
    given([acceded, left], setting).when(enterExitOnRecord, exit).thenRefused('partyHasNotLeft'))

  it('is refused on or before the day of accession', () =>
    given([acceded], setting)
      .when(enterExitOnRecord, { ...exit, exited: '2014-03-14' })
      .thenRefused('exitFollowsAccession'))

  it('is refused for a mechanism or cause that the rulebook does not know', () =>
    given([acceded], setting)
      .when(enterExitOnRecord, { ...exit, mechanism: 'licence revoked', cause: 'expulsion' })
      .thenRefused('exitMechanismIsInTheRulebook', 'exitCauseIsInTheRulebook'))

  it('asks for each field that it needs', () =>
    given([acceded], setting)
      .when(enterExitOnRecord, { ...exit, party: '', exited: '', mechanism: '' })
      .thenFormRefused('party', 'exited', 'mechanism'))
})
