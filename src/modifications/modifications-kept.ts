// The rows kept of proposals: what was entered of each, the outcomes it reached, the statuses stated, its steps.
// None of them ends: an outcome stays reached, and where a proposal stands on a day is read from them all.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Fold } from '#journal/fold.ts'
import type { TotalClaimed } from './claimed-total.ts'
import type {
  AuthorityOutcomeStated,
  ChangeBoardOutcomeStated,
  ImplementationStated,
  ProposalEntered,
  ProposalStatusStated,
  ProposalStepStated,
} from './modification.ts'

/** By number. */
export const proposalsKept: Fold<ProposalEntered['data'], ProposalEntered> = {
  name: 'modifications.proposals',
  edition: 1,
  on: {
    ProposalEntered: (entry, proposals) => proposals.open(entry.data.number, entry.data),
  },
}

/** Who or what brought an outcome about. */
export type OutcomeOf = 'change-board' | 'authority' | 'implementation'

export interface Outcome {
  readonly number: string
  readonly of: OutcomeOf
  /** As the source words it; of an implementation the version, where known. */
  readonly outcome: string | null
  readonly on: KnownDate
}

/** The key of an outcome: `SECMP0026/change-board`. */
export const outcomeKey = (number: string, of: OutcomeOf) => `${number}/${of}`

export const outcomesKept: Fold<
  Outcome,
  ChangeBoardOutcomeStated | AuthorityOutcomeStated | ImplementationStated
> = {
  name: 'modifications.outcomes',
  edition: 1,
  on: {
    ChangeBoardOutcomeStated: ({ data }, outcomes) =>
      outcomes.open(outcomeKey(data.number, 'change-board'), { ...data, of: 'change-board' }),
    AuthorityOutcomeStated: ({ data }, outcomes) =>
      outcomes.open(outcomeKey(data.number, 'authority'), { ...data, of: 'authority' }),
    ImplementationStated: ({ data: { number, version, on } }, outcomes) =>
      outcomes.open(outcomeKey(number, 'implementation'), {
        number,
        of: 'implementation',
        outcome: version,
        on,
      }),
  },
}

/** By number: a proposal's status is stated once, when it is entered. */
export const statusesKept: Fold<ProposalStatusStated['data'], ProposalStatusStated> = {
  name: 'modifications.statuses',
  edition: 1,
  on: {
    ProposalStatusStated: (entry, statuses) => statuses.open(entry.data.number, entry.data),
  },
}

/** By number and place: `SECMP0030/2`. */
export const stepsKept: Fold<ProposalStepStated['data'], ProposalStepStated> = {
  name: 'modifications.steps',
  edition: 1,
  on: {
    ProposalStepStated: (entry, steps) =>
      steps.open(`${entry.data.number}/${entry.data.ordinal}`, entry.data),
  },
}

/** By reference. */
export const claimedTotalsKept: Fold<TotalClaimed['data'], TotalClaimed> = {
  name: 'modifications.claimed-totals',
  edition: 1,
  on: {
    TotalClaimed: (entry, totals) => totals.open(entry.data.reference, entry.data),
  },
}
