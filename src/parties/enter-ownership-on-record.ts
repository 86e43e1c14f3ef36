// Enters who owns whom, and until when: at once, or later by entering the same ownership again with its end.

import { z } from 'zod'
import { command, type Decided, type Rule } from '#decision/command.ts'
import {
  knownDateField,
  perhaps,
  perhapsKnownDate,
  provenance,
  referenceField,
} from '#decision/on-record.ts'
import { type Company, type CompanyEvent, evolveCompany, noCompany } from './company.ts'
import { cannotEnd, mayOverlap } from './dates-of-facts.ts'
import { companiesKept } from './kept.ts'

const input = z.object({
  owner: referenceField('the owner').meta({
    label: 'Owner',
    hint: 'A holding company of the other, not one with a mere stake in it',
  }),
  owned: referenceField('the company owned').meta({ label: 'Owned' }),
  began: knownDateField.meta({ label: 'From', hint: 'As far as it is known' }),
  ended: perhapsKnownDate.meta({ label: 'To', hint: 'The first day on which it held no longer' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterOwnership = z.output<typeof input>
type OwnershipRule = Rule<EnterOwnership, Company, readonly string[]>

const onRecord = ({ owner, began }: EnterOwnership, { owners }: Company) =>
  owners.find((one) => one.owner === owner && one.began === began)

const companiesAreOnRecord: OwnershipRule = ({ owner }, _company, { facts: missing }) =>
  missing.length > 0
    ? {
        says: `No company with the reference ${missing.join(' or ')} is on record`,
        field: missing.includes(owner) ? 'owner' : 'owned',
        came: missing[0]!,
        instead: 'Enter the company on record first',
      }
    : undefined

const ownerIsAnother: OwnershipRule = ({ owner, owned }) =>
  owner === owned
    ? { says: 'A company does not own itself', field: 'owned', came: owned }
    : undefined

const ownershipIsNew: OwnershipRule = (input, company) => {
  const known = onRecord(input, company)
  const overlaps = company.owners.some((one) => one.owner === input.owner && mayOverlap(one, input))
  if (known ? input.ended && !known.ended : !overlaps) return undefined
  return {
    says: `That ${input.owner} owns ${input.owned} at that time is already on record`,
    field: 'began',
    came: input.began,
    instead: 'To enter its end, give the same beginning together with the end',
  }
}

const ownershipEndsAfterItBegins: OwnershipRule = ({ began, ended }) =>
  ended && cannotEnd(began, ended)
    ? {
        says: 'Ownership ends on a day after that on which it began',
        field: 'ended',
        expected: `a day after ${began}`,
        came: ended,
      }
    : undefined

export const enterOwnershipOnRecord = command<
  EnterOwnership,
  Company,
  CompanyEvent,
  readonly string[]
>({
  name: 'enter-ownership-on-record',
  at: 'POST /parties/ownership',
  title: 'Enter on record who owns a company',
  why: 'Parties of one category that are linked by ownership form one Voting Group while it lasts.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ owned }) => `company:${owned}`,
  starting: noCompany,
  evolve: evolveCompany,
  facts: ({ owner, owned }, facts) =>
    [owner, owned].filter((company) => !facts.row(companiesKept, company)),
  rules: { companiesAreOnRecord, ownerIsAnother, ownershipIsNew, ownershipEndsAfterItBegins },
  class: 'white',
  decide: (input, company) => {
    const { owner, owned, began, ended, notes } = input
    const events: Decided<CompanyEvent>[] = []
    if (!onRecord(input, company))
      events.push({
        type: 'OwnershipBegan',
        data: { owner, owned, began, notes },
        effectiveFrom: began,
      })
    if (ended)
      events.push({
        type: 'OwnershipEnded',
        data: { owner, owned, began, ended },
        effectiveFrom: ended,
      })
    return events
  },
  shownAt: () => '/parties/voting-groups',
})
