// Enters a licence that a Party holds, and its end: at once, or later by entering the same licence again with its end.

import { z } from 'zod'
import { command, type Decided, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, perhapsKnownDate, provenance, said } from '#decision/on-record.ts'
import { cannotEnd } from './dates-of-facts.ts'
import { asKept } from './leaving.ts'
import { evolveParty, noParty, type Party, type PartyEvent } from './party.ts'
import { partyField, partyIsOnRecord } from './party-on-record.ts'

const input = z.object({
  party: partyField,
  licence: said('which licence it is')
    .transform(asKept)
    .meta({ label: 'Licence', hint: 'Such as electricity supply' }),
  granted: knownDateField.meta({ label: 'Granted', hint: 'As far as it is known; .. if not' }),
  ended: perhapsKnownDate.meta({ label: 'Ended', hint: 'The first day without it' }),
  how: perhaps.meta({ label: 'Ended by', hint: 'Such as revoked or surrendered' }),
  ...provenance,
})
type EnterLicence = z.output<typeof input>
type LicenceRule = Rule<EnterLicence, Party, undefined>

const onRecord = ({ licence, granted }: EnterLicence, { licences }: Party) =>
  licences.find((one) => one.what === licence && one.began === granted)

const licenceIsNew: LicenceRule = (input, party) => {
  const known = onRecord(input, party)
  const held = party.licences.find((one) => one.what === input.licence && !one.over)
  if (known ? input.ended && !known.over : !held || input.ended) return undefined
  return {
    says: `The Party is already on record as holding this licence (${input.licence})`,
    field: 'licence',
    came: input.licence,
    instead: 'To enter its end, give the same day of grant together with the end',
  }
}

const licenceEndsAfterItsGrant: LicenceRule = ({ granted, ended, how }) => {
  if (how && !ended)
    return {
      says: 'How a licence ended is said together with when',
      field: 'ended',
      came: 'nothing',
    }
  return ended && cannotEnd(granted, ended)
    ? {
        says: 'A licence ends on a day after that on which it was granted',
        field: 'ended',
        expected: `a day after ${granted}`,
        came: ended,
      }
    : undefined
}

export const enterLicenceOnRecord = command<EnterLicence, Party, PartyEvent>({
  name: 'enter-licence-on-record',
  at: 'POST /parties/licences',
  title: 'Enter a licence on record',
  why: 'A licence obliges its holder to be a Party; when one is revoked, it is asked whether any is left that does.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ party }) => `party:${party}`,
  starting: noParty,
  evolve: evolveParty,
  rules: { partyIsOnRecord, licenceIsNew, licenceEndsAfterItsGrant },
  class: 'white',
  decide: (input, state) => {
    const { party, licence, granted, ended, how } = input
    const events: Decided<PartyEvent>[] = []
    if (!onRecord(input, state))
      events.push({
        type: 'LicenceGranted',
        data: { party, licence, granted },
        effectiveFrom: granted,
      })
    if (ended)
      events.push({
        type: 'LicenceEnded',
        data: { party, licence, granted, ended, how: how && asKept(how) },
        effectiveFrom: ended,
      })
    return events
  },
  shownAt: ({ party }) => `/parties/${party}`,
})
