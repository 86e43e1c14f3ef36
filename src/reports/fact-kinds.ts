// Every kind of fact that a report can count, by the name under which its data asks for it.

import type { FactKind } from './fact.ts'
import { bodyFacts, decisionFacts, eventFacts, surveyFacts } from './facts-of-bodies.ts'
import { meetingFacts } from './facts-of-meetings.ts'
import { claimedTotalFacts, modificationFacts } from './facts-of-modifications.ts'
import { appealFacts, budgetFacts, consultationFacts, responseFacts } from './facts-of-money.ts'
import {
  accessionFacts,
  exitFacts,
  originalVotingGroupFacts,
  partyFacts,
  votingGroupFacts,
} from './facts-of-parties.ts'
import { engagementFacts } from './facts-of-support.ts'
import { directionFacts, releaseFacts, versionFacts } from './facts-of-the-code.ts'

export const factKinds: Readonly<Record<string, FactKind>> = {
  parties: partyFacts,
  accessions: accessionFacts,
  exits: exitFacts,
  votingGroups: votingGroupFacts,
  originalVotingGroups: originalVotingGroupFacts,
  versions: versionFacts,
  directions: directionFacts,
  releases: releaseFacts,
  modifications: modificationFacts,
  claimedTotals: claimedTotalFacts,
  bodies: bodyFacts,
  meetings: meetingFacts,
  decisions: decisionFacts,
  events: eventFacts,
  surveys: surveyFacts,
  budgets: budgetFacts,
  appeals: appealFacts,
  consultations: consultationFacts,
  responses: responseFacts,
  engagement: engagementFacts,
}
