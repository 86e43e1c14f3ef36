// A Modification Proposal, as a source tells of it: raised, looked at by the bodies that decide, put into the Code.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type ProposalEntered = Event<
  'ProposalEntered',
  {
    readonly number: string
    readonly title: string
    /** The organisation as the source words it, never a Party of the register. */
    readonly proposer: string | null
    /** Whether the source states the proposer, or it follows from something else. */
    readonly proposerBasis: string | null
    /** The path as the source words it. */
    readonly path: string | null
    readonly urgent: boolean | null
    readonly raised: KnownDate
    readonly sectionsAffected: readonly string[]
    /** The Party Categories as the source words them. */
    readonly impactedCategories: readonly string[]
    readonly notes: string | null
  }
>

export type ProposalStatusStated = Event<
  'ProposalStatusStated',
  {
    readonly number: string
    readonly status: string
    /** The day of which the source tells; the status began by then. */
    readonly on: KnownDate
    readonly since: KnownDate
    readonly basis: string | null
  }
>

export type ChangeBoardOutcomeStated = Event<
  'ChangeBoardOutcomeStated',
  { readonly number: string; readonly outcome: string; readonly on: KnownDate }
>

export type AuthorityOutcomeStated = Event<
  'AuthorityOutcomeStated',
  { readonly number: string; readonly outcome: string; readonly on: KnownDate }
>

export type ImplementationStated = Event<
  'ImplementationStated',
  {
    readonly number: string
    /** The version of the Code that carries the change, where the source names it. */
    readonly version: string | null
    readonly on: KnownDate
  }
>

export type ProposalStepStated = Event<
  'ProposalStepStated',
  {
    readonly number: string
    /** Which of the proposal's steps it is, in the order in which they were entered, from 1. */
    readonly ordinal: number
    readonly step: string
    readonly date: KnownDate
    /** The last day of a step that took a period. */
    readonly until: KnownDate | null
    readonly dateBasis: string | null
  }
>

export type ModificationEvent =
  | ProposalEntered
  | ProposalStatusStated
  | ChangeBoardOutcomeStated
  | AuthorityOutcomeStated
  | ImplementationStated
  | ProposalStepStated

/** What rules need to know of a proposal's past. */
export interface Modification {
  readonly entered: boolean
  readonly steps: readonly { readonly step: string; readonly date: KnownDate }[]
}

export const noModification: Modification = { entered: false, steps: [] }

export function evolveModification(
  modification: Modification,
  event: ModificationEvent,
): Modification {
  switch (event.type) {
    case 'ProposalEntered':
      return { ...modification, entered: true }
    case 'ProposalStepStated': {
      const { step, date } = event.data
      return { ...modification, steps: [...modification.steps, { step, date }] }
    }
    case 'ProposalStatusStated':
    case 'ChangeBoardOutcomeStated':
    case 'AuthorityOutcomeStated':
    case 'ImplementationStated':
      return modification
  }
}
