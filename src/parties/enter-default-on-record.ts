// Enters an Event of Default, and that it was remedied: at once, or later by entering the same default again with it.

import { z } from 'zod'
import { command, type Decided, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, perhapsKnownDate, provenance, said } from '#decision/on-record.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { cannotEnd, surelyBefore } from './dates-of-facts.ts'
import { evolveParty, noParty, type Party, type PartyEvent } from './party.ts'
import { partyField, partyIsOnRecord } from './party-on-record.ts'

const input = z.object({
  party: partyField,
  event: said('which Event of Default it is').meta({
    label: 'Event of Default',
    hint: 'Its letter in the rulebook, such as e',
  }),
  occurred: knownDateField.meta({ label: 'Occurred', hint: 'As far as it is known' }),
  remedied: perhapsKnownDate.meta({
    label: 'Remedied',
    hint: 'The first day on which it was put right',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterDefault = z.output<typeof input>
type DefaultRule = Rule<EnterDefault, Party, undefined>

const onRecord = ({ event, occurred }: EnterDefault, { defaults }: Party) =>
  defaults.find((one) => one.what === event && one.began === occurred)

/** The Events of Default that the rulebook lists, by letter; none where it lists none. */
export function eventsOfDefault(rulebook: Rulebook): ReadonlyMap<string, string> {
  if (!rulebook.knows('default.events')) return new Map()
  return new Map(
    rulebook.table('default.events').map(({ letter, event }) => [String(letter), String(event)]),
  )
}

const defaultIsNew: DefaultRule = (input, party) => {
  const known = onRecord(input, party)
  if (!known || (input.remedied && !known.over)) return undefined
  return {
    says: `This Event of Default (${input.event}) of that day is already on record`,
    field: 'event',
    came: input.event,
    instead: 'To enter that it was remedied, give the day of the default and that of the remedy',
  }
}

const eventIsInTheRulebook: DefaultRule = ({ event }, _party, { rulebook }) => {
  const listed = [...eventsOfDefault(rulebook).keys()]
  return listed.length > 0 && !listed.includes(event)
    ? {
        says: `The rulebook lists no Event of Default “${event}”`,
        field: 'event',
        expected: listed.join(', '),
        came: event,
      }
    : undefined
}

const defaultIsOfAParty: DefaultRule = ({ occurred }, { acceded, left }) =>
  (acceded && surelyBefore(occurred, acceded)) || (left && cannotEnd(occurred, left))
    ? {
        says: 'Only a Party can default, and it was none at that time',
        field: 'occurred',
        expected: left ? `a day from ${acceded} to before ${left}` : `${acceded} or later`,
        came: occurred,
      }
    : undefined

const remedyFollowsDefault: DefaultRule = ({ occurred, remedied }) =>
  remedied && cannotEnd(occurred, remedied)
    ? {
        says: 'A default is remedied on a day after that on which it occurred',
        field: 'remedied',
        expected: `a day after ${occurred}`,
        came: remedied,
      }
    : undefined

export const enterDefaultOnRecord = command<EnterDefault, Party, PartyEvent>({
  name: 'enter-default-on-record',
  at: 'POST /parties/defaults',
  title: 'Enter an Event of Default on record',
  why: 'While a default lasts the Panel may act on it. Only those named to may read of it.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ party }) => `party:${party}`,
  starting: noParty,
  evolve: evolveParty,
  rules: {
    partyIsOnRecord,
    defaultIsNew,
    eventIsInTheRulebook,
    defaultIsOfAParty,
    remedyFollowsDefault,
  },
  // An alleged breach is not published: it goes to the body that decides on it.
  class: 'amber',
  decide: (input, state) => {
    const { party, event, occurred, remedied, notes } = input
    const events: Decided<PartyEvent>[] = []
    if (!onRecord(input, state))
      events.push({
        type: 'PartyDefaulted',
        data: { party, event, occurred, notes },
        effectiveFrom: occurred,
      })
    if (remedied)
      events.push({
        type: 'DefaultRemedied',
        data: { party, event, occurred, remedied },
        effectiveFrom: remedied,
      })
    return events
  },
  shownAt: ({ party }) => `/parties/${party}`,
})
