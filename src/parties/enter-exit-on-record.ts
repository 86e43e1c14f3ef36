// Enters that a Party left: how, and apart from that why.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, said } from '#decision/on-record.ts'
import { cannotEnd } from './dates-of-facts.ts'
import { asKept, unknownCause, unknownMechanism } from './leaving.ts'
import { evolveParty, noParty, type Party, type PartyEvent } from './party.ts'
import { partyField, partyIsOnRecord } from './party-on-record.ts'

const input = z.object({
  party: partyField,
  exited: knownDateField.meta({ label: 'Left', hint: 'The first day no longer as a Party' }),
  mechanism: said('how the Party left').meta({ label: 'Left by', hint: 'Such as withdrawal' }),
  cause: perhaps.meta({ label: 'Cause', hint: 'Why, such as licence revoked, if known' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterExit = z.output<typeof input>
type ExitRule = Rule<EnterExit, Party, undefined>

const partyHasNotLeft: ExitRule = ({ party: reference }, party) =>
  party.left
    ? {
        says: `The Party ${reference} is already on record as having left`,
        field: 'party',
        came: reference,
      }
    : undefined

const exitFollowsAccession: ExitRule = ({ exited }, party) =>
  party.acceded && cannotEnd(party.acceded, exited)
    ? {
        says: 'A Party leaves on a day after that on which it acceded',
        field: 'exited',
        expected: `a day after ${party.acceded}`,
        came: exited,
      }
    : undefined

const exitMechanismIsInTheRulebook: ExitRule = ({ mechanism }, _party, { rulebook }) =>
  unknownMechanism(mechanism, rulebook)

const exitCauseIsInTheRulebook: ExitRule = ({ cause }, _party, { rulebook }) =>
  unknownCause(cause, rulebook)

export const enterExitOnRecord = command<EnterExit, Party, PartyEvent>({
  name: 'enter-exit-on-record',
  at: 'POST /parties/exits',
  title: 'Enter on record that a Party left',
  why: 'From the day it leaves a Party counts no longer. How it left and why are kept apart, since one says nothing of the other.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ party }) => `party:${party}`,
  starting: noParty,
  evolve: evolveParty,
  rules: {
    partyIsOnRecord,
    partyHasNotLeft,
    exitFollowsAccession,
    exitMechanismIsInTheRulebook,
    exitCauseIsInTheRulebook,
  },
  class: 'white',
  decide: ({ party, mechanism, cause, exited, notes }) => [
    {
      type: 'PartyLeft',
      data: {
        party,
        mechanism: asKept(mechanism),
        cause: cause && asKept(cause),
        exited,
        notes,
      },
      effectiveFrom: exited,
    },
  ],
  shownAt: ({ party }) => `/parties/${party}`,
})
