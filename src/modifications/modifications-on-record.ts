// What the register holds, for this room's views and for reports: functions of a reading, with the rows beneath.

import type { Day } from '#calendar/day.ts'
import { compareKnownDates, liesWithin } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import { pathNamed } from './as-worded.ts'
import type { TotalClaimed } from './claimed-total.ts'
import type { ProposalEntered } from './modification.ts'
import {
  claimedTotalsKept,
  type Outcome,
  type OutcomeOf,
  outcomesKept,
  proposalsKept,
} from './modifications-kept.ts'
import { standingOn, standingRows, standingWords } from './standing.ts'

export type Proposal = Row<ProposalEntered['data']>

const inNumberOrder = new Intl.Collator('en', { numeric: true })

/** By number, its figures as figures: MP9 before MP10. */
export function compareNumbers(one: string, other: string): number {
  return inNumberOrder.compare(one, other)
}

/** The proposals that had certainly been raised by the day asked for, by number. */
export function modificationsOnRecord(reading: Reading): readonly Proposal[] {
  return reading.inForce(proposalsKept).toSorted(byNumber)
}

/** The proposals of which the day they were raised is not known, so that they possibly had been by the day asked for. */
export function modificationsPossiblyRaised(reading: Reading): readonly Proposal[] {
  return reading.possibly(proposalsKept).toSorted(byNumber)
}

/** The proposals raised in a period: the whole of the date as known lies within it. */
export function modificationsRaisedIn(reading: Reading, from: Day, to: Day): readonly Proposal[] {
  return reading
    .rows(proposalsKept)
    .filter(({ data }) => liesWithin(data.raised, from, to))
    .toSorted(byNumber)
}

/** The outcomes of one decider, or the implementations, that came in a period. */
export function outcomesIn(
  reading: Reading,
  of: OutcomeOf,
  from: Day,
  to: Day,
): readonly Row<Outcome>[] {
  return reading
    .rows(outcomesKept)
    .filter(({ data }) => data.of === of && liesWithin(data.on, from, to))
    .toSorted(
      (one, other) =>
        compareKnownDates(one.data.on, other.data.on) ||
        compareNumbers(one.data.number, other.data.number),
    )
}

/** What a source claims for the number of proposals raised, newest first, as far as it tells of days by the day asked for. */
export function claimedTotals(reading: Reading): readonly Row<TotalClaimed['data']>[] {
  return reading
    .inForce(claimedTotalsKept)
    .filter(({ data }) => data.what === 'modifications raised')
    .toSorted((one, other) => compareKnownDates(other.opens, one.opens))
}

/** How the proposals on record have been processed: on each path, how many stand where. */
export interface PathOverview {
  /** Null for proposals of which the path is not known. */
  readonly path: { readonly id: string | null; readonly name: string } | null
  readonly standings: readonly StandingCount[]
}

/** The proposals that stand alike, and the entries that tell of it. */
export interface StandingCount {
  readonly words: string
  readonly proposals: readonly Proposal[]
  readonly entries: readonly string[]
}

/** The overview of all proposals certainly on record on the day asked for: known paths first, then what is not known. */
export function modificationsOverview(reading: Reading): readonly PathOverview[] {
  const { asOf, rulebook } = reading
  const paths = new Map<string, { path: PathOverview['path']; on: Map<string, StandingCount> }>()
  for (const proposal of modificationsOnRecord(reading)) {
    const stands = standingOn(standingRows(proposal, reading), asOf, rulebook)
    const words = standingWords(stands)
    const named = proposal.data.path === null ? null : pathNamed(proposal.data.path, rulebook)
    const path = named && { id: named.id, name: named.name }
    const key = named?.name ?? ''
    const found = paths.get(key) ?? { path, on: new Map<string, StandingCount>() }
    paths.set(key, found)
    const before = found.on.get(words) ?? { words, proposals: [], entries: [] }
    const entries = new Set([...proposal.entries, ...(stands.certainly?.entries ?? [])])
    found.on.set(words, {
      words,
      proposals: [...before.proposals, proposal],
      entries: [...before.entries, ...entries],
    })
  }
  return [...paths.entries()]
    .toSorted(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : compareNumbers(one, other)))
    .map(([, { path, on }]) => ({
      path,
      standings: [...on.values()],
    }))
}

const byNumber = (one: Proposal, other: Proposal) =>
  compareNumbers(one.data.number, other.data.number)
