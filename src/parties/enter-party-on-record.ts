// Enters a Party from a source: its accession, its category and company, and where it has left, how and why.

import { z } from 'zod'
import type { KnownDate } from '#calendar/known-date.ts'
import { command, type Decided, type Facts, type Rule } from '#decision/command.ts'
import {
  knownDateField,
  perhaps,
  perhapsKnownDate,
  provenance,
  referenceField,
} from '#decision/on-record.ts'
import { peopleKept } from '#people/index.ts'
import { categoriesNamed, unknownCategories } from './categories-named.ts'
import type { CompanyEntered } from './company.ts'
import { cannotEnd, mayOverlap } from './dates-of-facts.ts'
import { companiesKept, partiesKept } from './kept.ts'
import { asKept, unknownCause, unknownMechanism } from './leaving.ts'
import { evolveParty, noParty, type Party, type PartyEvent } from './party.ts'

const perhapsReference = (what: string) =>
  z.union([z.literal('').transform(() => null), referenceField(what), z.null()]).optional()

const input = z.object({
  reference: referenceField('the Party')
    .refine((text) => !/^[a-z-]+$/.test(text), 'Give a reference with a digit or a capital in it')
    .meta({ label: 'Reference', hint: 'Such as P238' }),
  name: perhaps.meta({ label: 'Name', hint: 'Of the company; leave empty for a natural person' }),
  person: perhapsReference('the person').meta({
    label: 'Person',
    hint: 'The reference of a natural person who is the Party',
  }),
  category: perhaps.meta({
    label: 'Party Category',
    hint: 'Several with semicolons between; none for a Party outside all counts',
  }),
  acceded: knownDateField.meta({
    label: 'Acceded',
    hint: 'The first day as a Party, as far as it is known',
  }),
  instrument: perhaps.meta({ label: 'Instrument', hint: 'Such as accession-agreement' }),
  company: perhapsReference('the company').meta({
    label: 'Company',
    hint: 'The reference under which ownership is stated',
  }),
  exited: perhapsKnownDate.meta({ label: 'Left', hint: 'The first day no longer as a Party' }),
  mechanism: perhaps.meta({ label: 'Left by', hint: 'How, such as withdrawal' }),
  cause: perhaps.meta({ label: 'Cause', hint: 'Why, such as licence revoked' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterParty = z.output<typeof input>

interface PartyFacts {
  readonly companyIsOnRecord: boolean
  readonly personIsOnRecord: boolean
  /** Every spell for which the same company or person is a Party under another reference. */
  readonly same: readonly {
    readonly reference: string
    readonly began: KnownDate
    readonly ended: KnownDate | null
  }[]
}
type PartyRule = Rule<EnterParty, Party, PartyFacts>

const partyIsNew: PartyRule = ({ reference }, party) =>
  party.acceded
    ? {
        says: `A Party with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this Party a reference of its own, also where it has been a Party before',
      }
    : undefined

const partyIsCompanyOrPerson: PartyRule = ({ name, person, company }) => {
  if (name && !person) return undefined
  if (person && !name && !company) return undefined
  return {
    says: 'A Party is either a company, by its name, or a natural person, by reference',
    field: person ? 'person' : 'name',
    expected: 'one of the two',
    came: person ? 'both' : 'neither',
  }
}

const personIsOnRecord: PartyRule = ({ person }, _party, { facts }) =>
  person && !facts.personIsOnRecord
    ? {
        says: `No person with the reference ${person} is on record`,
        field: 'person',
        came: person,
        instead: 'Enter the person on record first',
      }
    : undefined

const holderIsNotAPartyAlready: PartyRule = (
  { acceded, exited, company, person },
  _p,
  { facts },
) => {
  const already = facts.same.find((one) => mayOverlap(one, { began: acceded, ended: exited }))
  return already
    ? {
        says: `${company ?? person} is on record as the Party ${already.reference} at that time`,
        field: company ? 'company' : 'person',
        came: company ?? person ?? '',
        instead: 'Enter that the Party left before it joins anew',
      }
    : undefined
}

const categoriesAreInTheRulebook: PartyRule = ({ category }, _party, { rulebook }) =>
  unknownCategories(category, rulebook)

const exitIsWhole: PartyRule = ({ exited, mechanism, cause }) => {
  if (exited && !mechanism)
    return { says: 'A Party that left did so in some way', field: 'mechanism', came: 'nothing' }
  const tail = mechanism ? 'mechanism' : cause ? 'cause' : undefined
  if (exited || !tail) return undefined
  return {
    says: 'How and why a Party left is said together with when',
    field: 'exited',
    expected: 'the date as far as it is known, .. where it is not',
    came: 'nothing',
  }
}

const exitFollowsAccession: PartyRule = ({ acceded, exited }) =>
  exited && cannotEnd(acceded, exited)
    ? {
        says: 'A Party leaves on a day after that on which it acceded',
        field: 'exited',
        expected: `a day after ${acceded}`,
        came: exited,
      }
    : undefined

const exitMechanismIsInTheRulebook: PartyRule = ({ mechanism }, _party, { rulebook }) =>
  unknownMechanism(mechanism, rulebook)

const exitCauseIsInTheRulebook: PartyRule = ({ cause }, _party, { rulebook }) =>
  unknownCause(cause, rulebook)

export const enterPartyOnRecord = command<
  EnterParty,
  Party,
  PartyEvent | CompanyEntered,
  PartyFacts
>({
  name: 'enter-party-on-record',
  at: 'POST /parties',
  title: 'Enter a Party on record',
  why: 'Who is a Party, of which category and since when, is what counts of Parties, Voting Groups and votes are made of.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `party:${reference}`,
  also: ({ company }) => (company ? [`company:${company}`] : []),
  starting: noParty,
  evolve: (party, event) => (event.type === 'CompanyEntered' ? party : evolveParty(party, event)),
  facts: ({ reference, company, person }, facts) => ({
    companyIsOnRecord: !company || facts.row(companiesKept, company) !== undefined,
    personIsOnRecord: !person || facts.row(peopleKept, person) !== undefined,
    same: heldBy(facts, company ?? null, person ?? null).filter(
      (one) => one.reference !== reference,
    ),
  }),
  rules: {
    partyIsNew,
    partyIsCompanyOrPerson,
    personIsOnRecord,
    holderIsNotAPartyAlready,
    categoriesAreInTheRulebook,
    exitIsWhole,
    exitFollowsAccession,
    exitMechanismIsInTheRulebook,
    exitCauseIsInTheRulebook,
  },
  class: 'white',
  decide: (party, _state, { facts, rulebook }) => {
    const { reference, name, acceded, exited, mechanism, notes } = party
    const [company, person] = [party.company ?? null, party.person ?? null]
    const events: Decided<PartyEvent | CompanyEntered>[] = []
    if (company && name && !facts.companyIsOnRecord)
      events.push({
        type: 'CompanyEntered',
        data: { reference: company, name },
        effectiveFrom: '..' as KnownDate,
        stream: `company:${company}`,
      })
    const instrument = party.instrument && asKept(party.instrument)
    events.push({
      type: 'PartyAcceded',
      data: { reference, name, person, company, instrument, acceded, notes },
      effectiveFrom: acceded,
    })
    const categories = categoriesNamed(party.category, rulebook).ids
    if (categories.length > 0)
      events.push({
        type: 'PartyCategorised',
        data: { party: reference, categories, from: acceded, replaces: null, notes: null },
        effectiveFrom: acceded,
      })
    if (exited && mechanism)
      events.push({
        type: 'PartyLeft',
        data: {
          party: reference,
          mechanism: asKept(mechanism),
          cause: party.cause && asKept(party.cause),
          exited,
          notes: null,
        },
        effectiveFrom: exited,
      })
    return events
  },
  shownAt: ({ reference }) => `/parties/${reference}`,
})

function heldBy(facts: Facts, company: string | null, person: string | null) {
  if (!company && !person) return []
  return facts
    .rows(partiesKept)
    .filter(({ data }) => (company ? data.company === company : data.person === person))
    .map(({ key, opens, closes }) => ({ reference: key, began: opens, ended: closes }))
}
