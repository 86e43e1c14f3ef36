// Where a proposal stands on a day: the newest thing that certainly holds of it by then, and what possibly does.

import type { Day } from '#calendar/day.ts'
import { type Certainty, certainty, type KnownDate, latest } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { bodyNamed } from './as-worded.ts'
import type { ProposalEntered, ProposalStatusStated } from './modification.ts'
import {
  type Outcome,
  type OutcomeOf,
  outcomeKey,
  outcomesKept,
  statusesKept,
} from './modifications-kept.ts'

/** Something that is true of a proposal from a date on, as far as the date is known. */
export interface Standing {
  /** As the source words it: 'Refinement Process', 'Approved (Change Board)'. */
  readonly words: string
  readonly since: KnownDate
  /** The day of which the source tells, where the words are a status. */
  readonly statedFor: KnownDate | null
  /** How a status is known, in the words of the source list. */
  readonly statedBasis: string | null
  readonly entries: readonly string[]
}

export interface StandingOn {
  /** Whether the proposal had been raised by the day. */
  readonly raised: Certainty
  /** Null where nothing certainly holds. */
  readonly certainly: Standing | null
  /** What possibly holds beside it, in the order in which it would have come about. */
  readonly possibly: readonly Standing[]
}

/** The rows of one proposal that say where it stands. */
export interface StandingRows {
  readonly proposal: Row<ProposalEntered['data']>
  readonly outcomes: readonly Row<Outcome>[]
  readonly status: Row<ProposalStatusStated['data']> | undefined
}

const outcomesInOrder: readonly OutcomeOf[] = ['change-board', 'authority', 'implementation']

/** The rows of a proposal that this viewer may see. */
export function standingRows(
  proposal: Row<ProposalEntered['data']>,
  reading: Reading,
): StandingRows {
  const { number } = proposal.data
  return {
    proposal,
    outcomes: outcomesInOrder.flatMap((of) => {
      const row = reading.row(outcomesKept, outcomeKey(number, of))
      return row ? [row] : []
    }),
    status: reading.row(statusesKept, number),
  }
}

/** Where a proposal stands on a day. Bodies and outcomes are named by the rulebook handed in. */
export function standingOn(rows: StandingRows, on: Day, rulebook: Rulebook): StandingOn {
  const { proposal, outcomes, status } = rows
  const things = [
    { row: proposal as Row, standing: raisedStanding(proposal) },
    ...outcomes.map((row) => ({ row: row as Row, standing: outcomeStanding(row, rulebook) })),
    ...(status ? [{ row: status as Row, standing: statusStanding(status) }] : []),
  ].map((thing) => ({ ...thing, holds: certainty(thing.row.opens, thing.row.closes, on) }))

  // The things stand in their order, the status last: of two that came by the same day the later tells.
  const certainly = things
    .filter(({ holds }) => holds === 'certainly')
    .reduce<Standing | null>(
      (newest, { standing }) => (newest && cameBefore(standing, newest) ? newest : standing),
      null,
    )
  return {
    raised: things[0]!.holds,
    certainly,
    possibly: things
      .filter(({ holds, standing }) => holds === 'possibly' && standing.words !== certainly?.words)
      .map(({ standing }) => standing),
  }
}

/** One line for a list: 'Refinement Process', 'possibly Raised', 'not yet raised'. */
export function standingWords({ raised, certainly, possibly }: StandingOn): string {
  if (certainly) return certainly.words
  const first = possibly[0]
  if (raised === 'not' || !first) return 'Not yet raised'
  return `Possibly ${first.words.toLowerCase()}`
}

/** The outcome and who it is of: 'Approved (Change Board)'; of an implementation, 'Implemented'. */
export function outcomeWords({ of, outcome }: Outcome, rulebook: Rulebook): string {
  return of === 'implementation' ? 'Implemented' : `${outcome} (${bodyNamed(of, rulebook)})`
}

function raisedStanding({ data, entries }: Row<ProposalEntered['data']>): Standing {
  return { words: 'Raised', since: data.raised, statedFor: null, statedBasis: null, entries }
}

function outcomeStanding({ data, entries }: Row<Outcome>, rulebook: Rulebook): Standing {
  const words = outcomeWords(data, rulebook)
  return { words, since: data.on, statedFor: null, statedBasis: null, entries }
}

function statusStanding({ data, entries }: Row<ProposalStatusStated['data']>): Standing {
  const { status, since, on, basis } = data
  return { words: status, since, statedFor: on, statedBasis: basis, entries }
}

// What certainly holds came by a day that is known.
const cameBefore = (one: Standing, other: Standing) => latest(one.since)! < latest(other.since)!
