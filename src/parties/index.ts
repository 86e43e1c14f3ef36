// The front door: what other rooms may use.

export type { CompanyEvent } from './company.ts'
export {
  categoriesKept,
  companiesKept,
  defaultsKept,
  exitsKept,
  licencesKept,
  ownershipKept,
  partiesKept,
} from './kept.ts'
export type { PartyEvent } from './party.ts'
export type { Counted, OfCategory, Which } from './party-figures.ts'
export {
  accessionsIn,
  exitsIn,
  movementsIn,
  originalInstrument,
  outsideCountsOn,
  partiesByCategory,
  partiesOn,
  votingGroupsOn,
} from './party-figures.ts'
export type { Standing } from './standing.ts'
export { standingOn, standingsOn } from './standing.ts'
export type { VotingGroup } from './voting-groups.ts'
