// The front door: what other rooms may use.

export type { TotalClaimed } from './claimed-total.ts'
export type { ModificationEvent } from './modification.ts'
export {
  claimedTotalsKept,
  type Outcome,
  type OutcomeOf,
  outcomesKept,
  proposalsKept,
  statusesKept,
  stepsKept,
} from './modifications-kept.ts'
export {
  claimedTotals,
  modificationsOnRecord,
  modificationsOverview,
  modificationsPossiblyRaised,
  modificationsRaisedIn,
  outcomesIn,
  type PathOverview,
  type Proposal,
  type StandingCount,
} from './modifications-on-record.ts'
export {
  type OverviewChart,
  overviewChart,
  overviewFinding,
  overviewNote,
} from './overview-chart.ts'
export { type ProposalTouching, proposalsTouching } from './proposals-touching.ts'
export { type StandingOn, standingOn, standingRows, standingWords } from './standing.ts'
