// The register of Parties on a day.

import { z } from 'zod'
import { compareKnownDates, type KnownDate } from '#calendar/known-date.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { categoriesOn, partiesByCategory, partiesOn, votingGroupsOn } from './party-figures.ts'
import { type PartyShown, partyShown, tellingParties } from './party-shown.ts'
import { type Standing, standingsOn } from './standing.ts'

const sorts = ['name', 'category', 'acceded'] as const

const asked = z.object({
  ...paging,
  q: z
    .string()
    .trim()
    .max(200, 'Look for 200 characters at most')
    .optional()
    .meta({ label: 'Words', description: 'In the name, the reference or the company’s reference' }),
  category: z.string().max(100).optional().meta({
    label: 'Party Category',
    description: 'Its id; `none` for Parties outside all counts',
  }),
  status: z
    .enum(['now', 'possibly', 'left', 'all'], {
      error: 'Ask for now, possibly, left or all',
    })
    .default('now')
    .meta({
      label: 'Status',
      description:
        'Parties on the day and those that possibly are, the latter alone, those that left, or all',
    }),
  sort: z
    .enum([...sorts, ...sorts.map((key) => `-${key}` as const)], {
      error: 'Sort by name, category or acceded, with - before it for the other way round',
    })
    .default('name')
    .meta({ label: 'Sorted by' }),
})
type Asked = z.output<typeof asked>

const figure = z.object({
  value: z.int(),
  possibly: z.int().meta({ description: 'Not counted, because dates are known in part' }),
  entries: z.array(z.string()),
})

const facetOption = z.object({ id: z.string(), label: z.string(), count: z.int() })

export const partiesView = view({
  name: 'parties',
  at: '/parties',
  title: 'Parties',
  says: 'The Parties on the day asked for, their number and that of their Voting Groups in all and by Party Category.',
  asked,
  gives: z.object({
    parties: z.array(partyShown),
    total: z.int(),
    from: z.int().meta({ description: 'Which of all that match the first row is' }),
    next: z.string().nullable(),
    counts: z.object({ parties: figure, votingGroups: figure, outside: z.int() }),
    categories: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        plural: z.string(),
        parties: figure,
        votingGroups: figure,
      }),
    ),
    facets: z.object({ category: z.array(facetOption), status: z.array(facetOption) }),
    illustrative: z.int().meta({ description: 'How many of the Parties that match were invented' }),
  }),
  answer(reading, query) {
    const day = reading.asOf
    const standings = standingsOn(reading, day).filter(({ standing }) => standing !== 'ahead')
    const worded = standings.filter((one) => isFound(one, query.q))
    const ofStatus = worded.filter((one) => hasStatus(one, query.status))
    const ofCategory = (category: string | undefined) => (one: Standing) =>
      category === undefined || isOfCategory(one, category)
    const wanted = ofStatus.filter(ofCategory(query.category)).toSorted(ordered(query, reading))
    const { rows, total, next } = pageOf(wanted, query, ({ reference }) => reference)
    const categories = categoriesOn(reading, day, standings)
    return {
      parties: rows.map(tellingParties(reading, day)),
      total,
      from: rows[0] ? wanted.indexOf(rows[0]) + 1 : 0,
      next,
      counts: {
        parties: counted(partiesOn(reading, day)),
        votingGroups: counted(votingGroupsOn(reading, day)),
        outside: standings.filter(({ counts, standing }) => !counts && standing === 'party').length,
      },
      categories: partiesByCategory(reading, day).map(
        ({ id, label, plural, parties, votingGroups }) => ({
          id,
          label,
          plural,
          parties: counted(parties),
          votingGroups: counted(votingGroups),
        }),
      ),
      facets: {
        category: [...categories, { id: 'none', plural: 'Outside all counts' }].map(
          ({ id, plural }) => ({
            id,
            label: plural,
            count: ofStatus.filter(ofCategory(id)).length,
          }),
        ),
        status: statuses.map(([id, label]) => ({
          id,
          label,
          count: worded.filter(ofCategory(query.category)).filter((one) => hasStatus(one, id))
            .length,
        })),
      },
      illustrative: wanted.filter(({ party }) => party.basis === 'illustrative').length,
    }
  },
})

const statuses = [
  ['now', 'Parties on the day'],
  ['possibly', 'Possibly Parties'],
  ['left', 'Left'],
  ['all', 'All that ever acceded'],
] as const satisfies readonly (readonly [Asked['status'], string])[]

function hasStatus({ standing }: Standing, status: Asked['status']): boolean {
  switch (status) {
    case 'all':
      return true
    case 'now':
      return standing === 'party' || standing === 'possibly'
    case 'possibly':
    case 'left':
      return standing === status
  }
}

const isOfCategory = ({ counts, categorised }: Standing, category: string) =>
  category === 'none' ? !counts : (categorised?.data.categories ?? []).includes(category)

function isFound({ reference, party: { data } }: Standing, words: string | undefined): boolean {
  const said = `${data.name ?? ''} ${data.person ?? ''} ${reference} ${data.company ?? ''}`
  const sought = (words ?? '').toLowerCase().split(/\s+/)
  return sought.every((word) => said.toLowerCase().includes(word))
}

/** By what was asked for; those alike stand by name, and then by reference. */
function ordered({ sort }: Asked, reading: Reading) {
  const order = reading.rulebook.partyCategories.map(({ id }) => id)
  const place = ({ categorised }: Standing) => {
    const at = order.indexOf(categorised?.data.categories[0] ?? '')
    return at < 0 ? order.length : at
  }
  const byName = (one: Standing, other: Standing) =>
    compare(nameOf(one), nameOf(other)) || compare(one.reference, other.reference)
  const by = {
    name: () => 0,
    category: (one: Standing, other: Standing) => place(one) - place(other),
    acceded: (one: Standing, other: Standing) =>
      compareKnownDates(one.party.opens as KnownDate, other.party.opens),
  }[sort.replace('-', '') as (typeof sorts)[number]]
  const turn = sort.startsWith('-') ? -1 : 1
  return (one: Standing, other: Standing) => turn * (by(one, other) || byName(one, other))
}

const nameOf = ({ party: { data } }: Standing) => (data.name ?? data.person ?? '').toLowerCase()
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const counted = (one: {
  readonly value: number
  readonly possibly: readonly unknown[]
  readonly entries: readonly string[]
}) => ({ value: one.value, possibly: one.possibly.length, entries: [...one.entries] })

/** What a page says of a Party whose name is not on record: the id of the natural person. */
export const titleOf = ({ name, person, reference }: PartyShown) => name ?? person ?? reference
