// How each Party stands on a day: whether it is one, of which categories, and whether it counts.

import type { Day } from '#calendar/day.ts'
import { type Certainty, certainty, compareKnownDates, earliest } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import { categoriesKept, exitsKept, partiesKept } from './kept.ts'
import type { PartyAcceded, PartyCategorised, PartyLeft } from './party.ts'

/** A Party now, possibly one (dates known in part), one that left, or one that accedes later. */
export type PartyStanding = 'party' | 'possibly' | 'left' | 'ahead'

/** One Party as it stands on a day. */
export interface Standing {
  readonly reference: string
  readonly standing: PartyStanding
  readonly party: Row<PartyAcceded['data']>
  /** The statement of its categories that holds on the day; of a Party that left, the last. */
  readonly categorised: Row<PartyCategorised['data']> | undefined
  /** Whether it certainly holds; where not, it is the one that possibly does. */
  readonly categoryIsCertain: boolean
  /** Whether it counts where Parties are counted: a Party in no category stands outside all counts. */
  readonly counts: boolean
  readonly exit: Row<PartyLeft['data']> | undefined
}

/** Every Party that this reading may see, in the order of references, as it stands on a day. */
export function standingsOn(reading: Reading, day: Day): readonly Standing[] {
  const statements = Map.groupBy(reading.rows(categoriesKept), ({ data }) => data.party)
  return reading
    .rows(partiesKept)
    .map((party) =>
      standingOf(party, statements.get(party.key) ?? [], reading.row(exitsKept, party.key), day),
    )
    .sort((one, other) => (one.reference < other.reference ? -1 : 1))
}

/** One Party as it stands on a day; nothing where none is on record. */
export function standingOn(reading: Reading, reference: string, day: Day): Standing | undefined {
  const party = reading.row(partiesKept, reference)
  if (!party) return undefined
  const statements = reading.rows(categoriesKept).filter(({ data }) => data.party === reference)
  return standingOf(party, statements, reading.row(exitsKept, reference), day)
}

function standingOf(
  party: Row<PartyAcceded['data']>,
  statements: readonly Row<PartyCategorised['data']>[],
  exit: Row<PartyLeft['data']> | undefined,
  day: Day,
): Standing {
  const holding = (how: Certainty) =>
    statements
      .filter(({ opens, closes }) => certainty(opens, closes, day) === how)
      .toSorted((one, other) => compareKnownDates(other.opens, one.opens))[0]
  const certain = holding('certainly')
  const categorised = certain ?? holding('possibly')
  return {
    reference: party.key,
    standing: standingOfRow(party, day),
    party,
    categorised,
    categoryIsCertain: certain !== undefined,
    counts: (categorised?.data.categories.length ?? 0) > 0,
    exit,
  }
}

function standingOfRow({ opens, closes }: Row, day: Day): PartyStanding {
  const how = certainty(opens, closes, day)
  if (how === 'certainly') return 'party'
  if (how === 'possibly') return 'possibly'
  const first = earliest(opens)
  return first !== null && day < first ? 'ahead' : 'left'
}
