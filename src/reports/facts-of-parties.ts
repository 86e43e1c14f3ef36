// Parties, their accessions and exits, and Voting Groups as facts.

import { type Day, day } from '#calendar/day.ts'
import { certainty, knownBetween } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import {
  accessionsIn,
  exitsIn,
  originalInstrument,
  ownershipKept,
  partiesOn,
  type Standing,
  standingsOn,
  votingGroupsOn,
} from '#parties/index.ts'
import type { Reading } from '#reading/reading.ts'
import { type Fact, type FactKind, factOf, weakest } from './fact.ts'

/** Parties on the day of the reading, without those outside all counts. */
export const partyFacts: FactKind = {
  one: 'Party',
  many: 'Parties',
  fields: ['category', 'categoryName', 'instrument', 'original'],
  gather: (reading) => {
    const { rows, possibly } = partiesOn(reading, reading.asOf)
    const original = originalInstrument(reading, reading.asOf)
    return [...rows, ...possibly].map((standing) => partyFact(standing, reading, original))
  },
}

function partyFact(standing: Standing, reading: Reading, original: string | undefined): Fact {
  const { reference, party, categories, categoryIsCertain } = standing
  const category = categoryIsCertain ? categories : []
  const { instrument, name } = party.data
  const { partyCategories } = reading.rulebook
  return factOf(party, {
    says: name ?? reference,
    href: `/parties/${reference}`,
    fields: {
      category,
      categoryName: category.map(
        (id) => partyCategories.find((one) => one.id === id)?.plural ?? id,
      ),
      instrument,
      original: original !== undefined && instrument === original ? 'yes' : 'no',
    },
    entries: entriesOf(standing),
  })
}

const entriesOf = ({ party, statements }: Standing) =>
  [party, ...statements].map(({ entries }) => entries[0]!)

const [everFrom, everTo] = [day('0001-01-01'), day('9999-12-31')]

export const accessionFacts: FactKind = {
  one: 'accession',
  many: 'accessions',
  fields: ['instrument'],
  gather: (reading) => {
    const { rows, possibly } = accessionsIn(reading, everFrom, everTo)
    return [...rows, ...possibly].map((row) =>
      factOf(row, {
        says: row.data.name ?? row.key,
        href: `/parties/${row.key}`,
        closes: null,
        fields: { instrument: row.data.instrument },
        entries: [row.entries[0]!],
      }),
    )
  },
}

export const exitFacts: FactKind = {
  one: 'exit',
  many: 'exits',
  fields: ['mechanism', 'cause'],
  gather: (reading) => {
    const { rows, possibly } = exitsIn(reading, everFrom, everTo)
    const names = new Map(
      standingsOn(reading, reading.asOf).map(({ reference, party }) => [
        reference,
        party.data.name,
      ]),
    )
    return [...rows, ...possibly].map((row) =>
      factOf(row, {
        says: names.get(row.key) ?? row.key,
        href: `/parties/${row.key}`,
        fields: { mechanism: row.data.mechanism, cause: row.data.cause },
      }),
    )
  },
}

/** Voting Groups on the day of the reading, or only those that the Original Parties form. */
const votingGroupFactsOf = (which: { original?: boolean }): FactKind => ({
  one: 'Voting Group',
  many: 'Voting Groups',
  fields: ['category', 'members'],
  gather: (reading) => {
    const { rows, possibly } = votingGroupsOn(reading, reading.asOf, which)
    const standings = new Map(standingsOn(reading, reading.asOf).map((one) => [one.reference, one]))
    const ownership = ownershipOn(reading, reading.asOf)
    return [
      ...rows.map((group) => [group, reading.asOf] as const),
      ...possibly.map((group) => [group, knownBetween(reading.asOf, null)] as const),
    ].map(([group, opens]) => {
      const members = group.members.map((reference) => standings.get(reference)!)
      const owning = ownership.linking(members.flatMap(({ party }) => party.data.company ?? []))
      const names = members.map(({ party, reference }) => party.data.name ?? reference)
      return {
        key: group.id,
        says: `${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''}`,
        href: '/parties/voting-groups',
        opens,
        closes: null,
        fields: { category: group.category, members: names.length },
        basis: weakest([...members.map(({ party }) => party), ...owning].map(({ basis }) => basis)),
        source: members[0]?.party.source ?? null,
        entries: [
          ...new Set([...members.flatMap(entriesOf), ...owning.map(({ entries }) => entries[0]!)]),
        ],
      }
    })
  },
})

export const votingGroupFacts = votingGroupFactsOf({})
export const originalVotingGroupFacts = votingGroupFactsOf({ original: true })

/** The ownership that holds on a day, and what of it links some companies with each other and with their parents. */
function ownershipOn(reading: Reading, on: Day) {
  const links = reading
    .rows(ownershipKept)
    .filter(({ opens, closes }) => certainty(opens, closes, on) === 'certainly')
  const linksOf = new Map<string, Row<(typeof links)[number]['data']>[]>()
  for (const link of links)
    for (const company of [link.data.owner, link.data.owned])
      linksOf.set(company, [...(linksOf.get(company) ?? []), link])
  return {
    linking(companies: readonly string[]) {
      const seen = new Set(companies)
      const found = new Set<(typeof links)[number]>()
      const waiting = [...companies]
      for (let company = waiting.pop(); company !== undefined; company = waiting.pop())
        for (const link of linksOf.get(company) ?? []) {
          found.add(link)
          for (const next of [link.data.owner, link.data.owned])
            if (!seen.has(next)) {
              seen.add(next)
              waiting.push(next)
            }
        }
      return [...found]
    },
  }
}
