// Enters what a source tells of a Modification Proposal: one row of a register becomes one event for each thing told.

import { z } from 'zod'
import { type Day, isDay, printDay } from '#calendar/day.ts'
import { earliest, type KnownDate, printKnownDate } from '#calendar/known-date.ts'
import { command, type Decided, type Rule } from '#decision/command.ts'
import {
  listed,
  perhaps,
  perhapsKnownDate,
  provenance,
  referenceField,
  said,
} from '#decision/on-record.ts'
import {
  evolveModification,
  type Modification,
  type ModificationEvent,
  noModification,
} from './modification.ts'
import { outOfOrder, statedDates, type Thing, type Told } from './stated-dates.ts'

const yesOrNo = z
  .string()
  .trim()
  .toLowerCase()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || text === 'yes' || text === 'no', {
    error: 'Say yes or no, or leave it empty where the source does not tell',
  })
  .transform((text) => (text === null ? null : text === 'yes'))

const perhapsDay = perhaps
  .refine((text) => text === null || isDay(text), {
    error: 'Give a day of the calendar as 2017-03-31, or leave it empty',
  })
  .transform((text) => text as Day | null)

const input = z.object({
  number: referenceField('the proposal').meta({ label: 'Number', hint: 'Such as SECMP0022' }),
  title: said('the title').meta({ label: 'Title' }),
  proposer: perhaps.meta({ label: 'Proposer', hint: 'The organisation as the source names it' }),
  proposerBasis: perhaps.meta({ label: 'How the proposer is known', hint: 'Stated or inferred' }),
  path: perhaps.meta({ label: 'Path', hint: 'As the source words it' }),
  urgent: yesOrNo.meta({ label: 'Urgent', hint: 'Yes, no, or empty where not known' }),
  raised: perhapsKnownDate.meta({ label: 'Raised' }),
  changeBoardOutcome: perhaps.meta({ label: 'Outcome at the Change Board' }),
  changeBoardOn: perhapsKnownDate.meta({ label: 'Date of the Change Board’s outcome' }),
  authorityOutcome: perhaps.meta({ label: 'Outcome at the Authority' }),
  authorityOn: perhapsKnownDate.meta({ label: 'Date of the Authority’s outcome' }),
  implementedVersion: perhaps.meta({ label: 'Version that carries the change' }),
  implementedOn: perhapsKnownDate.meta({ label: 'Implemented' }),
  status: perhaps.meta({ label: 'Status', hint: 'As the source words it' }),
  statusOn: perhapsDay.meta({ label: 'Day of which the status tells' }),
  statusBasis: perhaps.meta({ label: 'How the status is known', hint: 'Stated or inferred' }),
  sectionsAffected: listed.meta({
    label: 'Parts of the Code affected',
    hint: 'With semicolons between',
  }),
  impactedCategories: listed.meta({
    label: 'Categories impacted',
    hint: 'With semicolons between',
  }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterModification = z.output<typeof input>
type EntryRule = Rule<EnterModification, Modification, undefined>

const proposalIsNew: EntryRule = ({ number }, { entered }) =>
  entered
    ? {
        says: `A proposal numbered ${number} is already on record`,
        field: 'number',
        came: number,
        instead: 'State what is new of it as a step',
      }
    : undefined

const outcomeIsNamedWhereDated: EntryRule = (proposal) => {
  const dated = [
    ['changeBoardOutcome', proposal.changeBoardOutcome, proposal.changeBoardOn],
    ['authorityOutcome', proposal.authorityOutcome, proposal.authorityOn],
  ] as const
  const lacking = dated.find(([, outcome, on]) => on !== null && outcome === null)
  return (
    lacking && {
      says: `The outcome of ${printKnownDate(lacking[2]!)} is dated but not named`,
      field: lacking[0],
      expected: 'the outcome as the source words it',
      came: 'nothing',
    }
  )
}

const statusHasItsDay: EntryRule = ({ status, statusOn }) =>
  status !== null && statusOn === null
    ? {
        says: 'A status is known only for a day: the proposal stood so by then',
        field: 'statusOn',
        expected: 'the day of which the source tells',
        came: 'nothing',
      }
    : undefined

const things: Record<Thing, { readonly field: string; readonly says: string }> = {
  raised: { field: 'raised', says: 'raised' },
  changeBoard: { field: 'changeBoardOn', says: 'decided by the Change Board' },
  authority: { field: 'authorityOn', says: 'decided by the Authority' },
  implemented: { field: 'implementedOn', says: 'implemented' },
}

const proposalTakesItsCourse: EntryRule = (proposal) => {
  const told = toldBy(proposal)
  const found = outOfOrder(told)
  if (found) {
    const [earlier, later] = found
    return {
      says: `A proposal cannot be ${things[later].says} before it is ${things[earlier].says}`,
      field: things[later].field,
      came: printKnownDate(told[later] as KnownDate),
    }
  }
  const from = proposal.raised && earliest(proposal.raised)
  return from && proposal.statusOn && proposal.statusOn < from
    ? {
        says: `A proposal raised on ${printDay(from)} had no status on ${printDay(proposal.statusOn)}`,
        field: 'raised',
        came: proposal.raised!,
      }
    : undefined
}

function toldBy(proposal: EnterModification): Told {
  const { changeBoardOutcome, authorityOutcome, implementedVersion, implementedOn } = proposal
  const dated = (happened: string | null, on: KnownDate | null) =>
    happened === null ? null : (on ?? 'undated')
  return {
    raised: proposal.raised ?? 'undated',
    changeBoard: dated(changeBoardOutcome, proposal.changeBoardOn),
    authority: dated(authorityOutcome, proposal.authorityOn),
    implemented: dated(implementedVersion ?? implementedOn, implementedOn),
    statusOn: proposal.statusOn,
  }
}

/** Every thing that the source tells of the proposal, with its date as far as it is known. */
function toldOf(proposal: EnterModification): readonly Decided<ModificationEvent>[] {
  const { number, status, statusOn, implementedVersion: version } = proposal
  const { title, proposer, proposerBasis, path, urgent, notes } = proposal
  const { sectionsAffected, impactedCategories } = proposal
  const dates = statedDates(toldBy(proposal))
  const { raised, changeBoard, authority, implemented } = dates
  const told: Decided<ModificationEvent>[] = [
    {
      type: 'ProposalEntered',
      data: {
        ...{ number, title, proposer, proposerBasis, path, urgent, raised, notes },
        ...{ sectionsAffected, impactedCategories },
      },
      effectiveFrom: raised,
    },
  ]
  if (changeBoard) {
    const outcome = proposal.changeBoardOutcome!
    told.push({
      type: 'ChangeBoardOutcomeStated',
      data: { number, outcome, on: changeBoard },
      effectiveFrom: changeBoard,
    })
  }
  if (authority) {
    const outcome = proposal.authorityOutcome!
    told.push({
      type: 'AuthorityOutcomeStated',
      data: { number, outcome, on: authority },
      effectiveFrom: authority,
    })
  }
  if (implemented)
    told.push({
      type: 'ImplementationStated',
      data: { number, version, on: implemented },
      effectiveFrom: implemented,
    })
  if (status && statusOn && dates.status)
    told.push({
      type: 'ProposalStatusStated',
      data: { number, status, on: statusOn, since: dates.status, basis: proposal.statusBasis },
      effectiveFrom: dates.status,
    })
  return told
}

export const enterModificationOnRecord = command<
  EnterModification,
  Modification,
  ModificationEvent
>({
  name: 'enter-modification-on-record',
  at: 'POST /modifications',
  title: 'Enter a Modification Proposal on record',
  why: 'The register holds every proposal, past ones too; what a source does not tell stays unknown.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ number }) => `modification:${number}`,
  starting: noModification,
  evolve: evolveModification,
  rules: { proposalIsNew, outcomeIsNamedWhereDated, statusHasItsDay, proposalTakesItsCourse },
  class: 'white',
  decide: toldOf,
  shownAt: ({ number }) => `/modifications/${number}`,
})
