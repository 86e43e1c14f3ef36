// Figures of Parties, each with what lies beneath it: nothing here is stored, and nothing is typed in.

import { addDays, type Day } from '#calendar/day.ts'
import { certainty, liesWithin, mayLieWithin } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import type { PartyCategory } from '#rulebook/rulebook.ts'
import { categoriesKept, exitsKept, ownershipKept, partiesKept } from './kept.ts'
import type { PartyAcceded, PartyLeft } from './party.ts'
import { type Standing, standingsOn } from './standing.ts'
import { familiesOn, type VotingGroup, votingGroups } from './voting-groups.ts'

/** A number, what it counts, and the ids of the entries beneath it. */
export interface Counted<Row> {
  readonly value: number
  readonly rows: readonly Row[]
  /** What may belong to it and is not counted, because its dates are known in part. */
  readonly possibly: readonly Row[]
  /** Ids of the entries beneath, each once. */
  readonly entries: readonly string[]
}

/** Which Parties to count: all, or the Original Parties alone. */
export interface Which {
  readonly original?: boolean
}

/** The Parties on a day, without those outside all counts. */
export function partiesOn(reading: Reading, day: Day, which: Which = {}): Counted<Standing> {
  const counted = countedOn(reading, day, which)
  const rows = counted.filter(({ standing }) => standing === 'party')
  return {
    value: rows.length,
    rows,
    possibly: counted.filter(({ standing }) => standing === 'possibly'),
    entries: rows.map(({ party }) => accessionOf(party)),
  }
}

/** The Parties on a day that stand outside all counts. */
export function outsideCountsOn(reading: Reading, day: Day): Counted<Standing> {
  const outside = standingsOn(reading, day).filter(({ counts }) => !counts)
  const rows = outside.filter(({ standing }) => standing === 'party')
  return {
    value: rows.length,
    rows,
    possibly: outside.filter(({ standing }) => standing === 'possibly'),
    entries: rows.map(({ party }) => accessionOf(party)),
  }
}

/** A Party Category with its Parties and its Voting Groups. */
export interface OfCategory {
  readonly id: string
  readonly label: string
  readonly plural: string
  readonly parties: Counted<Standing>
  readonly votingGroups: Counted<VotingGroup>
}

/**
 * Parties and Voting Groups on a day by category, in the order of the rulebook; categories without a Party are
 * there with nought. A Party of two categories is in both, so that the sum can exceed the number of Parties.
 */
export function partiesByCategory(
  reading: Reading,
  day: Day,
  which: Which = {},
): readonly OfCategory[] {
  const counted = countedOn(reading, day, which)
  const groups = groupsAmong(reading, day, counted)
  return categoriesOn(reading, day, counted).map(({ id, label, plural }) => {
    const inIt = counted.filter(({ categorised }) => categorised?.data.categories.includes(id))
    const rows = inIt.filter(isCertain)
    return {
      id,
      label,
      plural,
      parties: {
        value: rows.length,
        rows,
        possibly: inIt.filter((one) => !isCertain(one)),
        entries: entriesOf(rows),
      },
      votingGroups: groups((group) => group.category === id),
    }
  })
}

/** The Voting Groups on a day, over all categories. Beneath lie accessions, categories and the ownership that links. */
export function votingGroupsOn(
  reading: Reading,
  day: Day,
  which: Which = {},
): Counted<VotingGroup> {
  return groupsAmong(reading, day, countedOn(reading, day, which))(() => true)
}

/** Accessions from one day to another, both included, of Parties that counted at some time. */
export function accessionsIn(
  reading: Reading,
  from: Day,
  to: Day,
): Counted<Row<PartyAcceded['data']>> {
  return happened(countedRows(reading, partiesKept), from, to)
}

export type Exits = Counted<Row<PartyLeft['data']>>

/** Exits from one day to another, both included, of Parties that counted at some time: in all and by mechanism. */
export function exitsIn(
  reading: Reading,
  from: Day,
  to: Day,
): Exits & { readonly byMechanism: ReadonlyMap<string, Exits> } {
  const all = countedRows(reading, exitsKept)
  const byMechanism = [...Map.groupBy(all, ({ data }) => data.mechanism)].map(
    ([mechanism, rows]) => [mechanism, happened(rows, from, to)] as const,
  )
  return { ...happened(all, from, to), byMechanism: new Map(byMechanism) }
}

/**
 * How the number of Parties came from one day to another: opening and accessions less exits are the closing, as far
 * as dates are known and no Party moved into the counts or out of them by its category.
 */
export function movementsIn(reading: Reading, from: Day, to: Day) {
  return {
    opening: partiesOn(reading, addDays(from, -1)),
    accessions: accessionsIn(reading, from, to),
    exits: exitsIn(reading, from, to),
    closing: partiesOn(reading, to),
  }
}

/** The instrument by which the Original Parties joined; nothing where the rulebook of the day does not say. */
export function originalInstrument(reading: Reading, day: Day): string | undefined {
  const rulebook = reading.rulebookOn(day)
  return rulebook.knows('parties.original') ? rulebook.text('parties.original') : undefined
}

/** The categories of a day: those of the rulebook, and behind them what the record has beside. */
export function categoriesOn(
  reading: Reading,
  day: Day,
  standings: readonly Standing[],
): readonly Pick<PartyCategory, 'id' | 'label' | 'plural'>[] {
  const stated = reading.rulebookOn(day).partyCategories.filter(({ holds }) => holds !== 'not')
  const known = new Set(stated.map(({ id }) => id))
  const found = new Set(standings.flatMap(({ categorised }) => categorised?.data.categories ?? []))
  const beside = [...found].filter((id) => !known.has(id)).sort()
  return [...stated, ...beside.map((id) => ({ id, label: id, plural: id }))]
}

/** Those that count and are Parties on the day, or possibly are. */
function countedOn(reading: Reading, day: Day, { original }: Which): readonly Standing[] {
  const instrument = original ? originalInstrument(reading, day) : null
  return standingsOn(reading, day)
    .filter(({ standing }) => standing === 'party' || standing === 'possibly')
    .filter(({ counts, party }) => counts && (!original || party.data.instrument === instrument))
}

const isCertain = ({ standing, categoryIsCertain }: Standing) =>
  standing === 'party' && categoryIsCertain

function groupsAmong(reading: Reading, day: Day, counted: readonly Standing[]) {
  const links = reading.rows(ownershipKept).map((row) => ({ ...row, ...row.data }))
  const standingOf = new Map(counted.map((one) => [one.reference, one]))
  const groups = votingGroups(counted.filter(isCertain).map(asVoter), links, day)
  const perhaps = votingGroups(counted.map(asVoter), links, day)
  const certainly = links.filter(
    ({ opens, closes }) => certainty(opens, closes, day) === 'certainly',
  )
  const familyOf = familiesOn(links, day)
  return (wanted: (group: VotingGroup) => boolean): Counted<VotingGroup> => {
    const rows = groups.filter(wanted)
    const members = rows.flatMap((group) => group.members.map((one) => standingOf.get(one)!))
    const companies = members.flatMap(({ party }) => party.data.company ?? [])
    const families = new Set(companies.map(familyOf))
    const linking = certainly.filter(({ owner }) => families.has(familyOf(owner)))
    return {
      value: rows.length,
      rows,
      possibly: perhaps
        .filter(wanted)
        .filter((group) => !group.members.some((one) => isCertain(standingOf.get(one)!))),
      entries: [...new Set([...entriesOf(members), ...linking.map(({ entries }) => entries[0]!)])],
    }
  }
}

const asVoter = ({ reference, party, categorised }: Standing) => ({
  reference,
  company: party.data.company,
  categories: categorised?.data.categories ?? [],
})

/** The entry by which a Party acceded: a row's first, whatever became of the Party since. */
const accessionOf = (party: Row) => party.entries[0]!

function entriesOf(standings: readonly Standing[]): readonly string[] {
  const rows = standings.flatMap(({ party, categorised }) => [
    party,
    ...(categorised ? [categorised] : []),
  ])
  return [...new Set(rows.map(({ entries }) => entries[0]!))]
}

/** The rows, one a Party, of those that stood in the counts at some time. */
function countedRows<Data>(reading: Reading, fold: Fold<Data, never>): readonly Row<Data>[] {
  const counted = new Set(
    reading
      .rows(categoriesKept)
      .filter(({ data }) => data.categories.length > 0)
      .map(({ data }) => data.party),
  )
  return reading.rows(fold).filter(({ key }) => counted.has(key))
}

function happened<Data>(all: readonly Row<Data>[], from: Day, to: Day): Counted<Row<Data>> {
  const rows = all.filter(({ opens }) => liesWithin(opens, from, to))
  return {
    value: rows.length,
    rows,
    possibly: all.filter(
      ({ opens }) => !liesWithin(opens, from, to) && mayLieWithin(opens, from, to),
    ),
    entries: rows.map(({ entries }) => entries[0]!),
  }
}
