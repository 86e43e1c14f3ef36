// The Voting Groups on a day, computed from ownership each time they are asked for.

import { z } from 'zod'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { companiesKept, ownershipKept, partiesKept } from './kept.ts'
import { partiesByCategory, votingGroupsOn } from './party-figures.ts'

const votingGroupShown = z.object({
  id: z.string().meta({ description: 'Names the group on this day only' }),
  category: z.object({ id: z.string(), label: z.string() }),
  head: z
    .string()
    .nullable()
    .meta({ description: 'The company at the top of the ownership that links the members' }),
  members: z.array(
    z.object({ reference: z.string(), name: z.string(), illustrative: z.boolean() }),
  ),
})
export type VotingGroupShown = z.infer<typeof votingGroupShown>

export const votingGroupsView = view({
  name: 'voting-groups',
  at: '/parties/voting-groups',
  title: 'Voting Groups',
  says: 'The Voting Groups on the day asked for: in each Party Category, Parties linked by ownership.',
  asked: z.object({
    ...paging,
    category: z.string().max(100).optional().meta({ label: 'Party Category' }),
    size: z
      .enum(['one', 'several'], { error: 'Ask for groups of one or several' })
      .optional()
      .meta({ label: 'Parties in the group' }),
  }),
  gives: z.object({
    votingGroups: z.array(votingGroupShown),
    total: z.int(),
    from: z.int(),
    next: z.string().nullable(),
    all: z.int(),
    possibly: z.int().meta({ description: 'Not counted, because dates are known in part' }),
    parties: z.int(),
    categories: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
    sizes: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
    illustrative: z.boolean(),
  }),
  answer(reading, { category, size, ...paged }) {
    const all = votingGroupsOn(reading, reading.asOf)
    const categories = partiesByCategory(reading, reading.asOf)
    const labels = new Map(categories.map(({ id, label }) => [id, label]))
    const ofSize = (many: boolean) => (group: { members: readonly string[] }) =>
      group.members.length > 1 === many
    const ofCategory = all.rows.filter((group) => !category || group.category === category)
    const wanted = ofCategory
      .filter((group) => !size || ofSize(size === 'several')(group))
      .toSorted((one, other) => other.members.length - one.members.length)
    const { rows, total, next } = pageOf(wanted, paged, ({ id }) => id)
    const members = new Set(all.rows.flatMap((group) => group.members))
    const isIllustrative = (member: string) =>
      reading.row(partiesKept, member)?.basis === 'illustrative'
    const heads = headsOn(reading)
    return {
      votingGroups: rows.map((group) => ({
        id: group.id,
        category: { id: group.category, label: labels.get(group.category) ?? group.category },
        head: group.members.length > 1 ? heads(group.members[0]!) : null,
        members: group.members.map((reference) => ({
          reference,
          name: reading.row(partiesKept, reference)?.data.name ?? reference,
          illustrative: isIllustrative(reference),
        })),
      })),
      total,
      from: rows[0] ? wanted.indexOf(rows[0]) + 1 : 0,
      next,
      all: all.value,
      possibly: all.possibly.length,
      parties: members.size,
      categories: categories.map(({ id, plural, votingGroups }) => ({
        id,
        label: plural,
        count: votingGroups.value,
      })),
      sizes: [
        { id: 'one', label: 'One', count: ofCategory.filter(ofSize(false)).length },
        { id: 'several', label: 'Several', count: ofCategory.filter(ofSize(true)).length },
      ],
      illustrative: [...members].some(isIllustrative),
    }
  },
})

/** The name of the company at the top of a Party's ownership on the day. */
function headsOn(reading: Reading): (party: string) => string | null {
  const owners = new Map(reading.inForce(ownershipKept).map(({ data }) => [data.owned, data.owner]))
  return (party) => {
    const company = reading.row(partiesKept, party)?.data.company
    if (!company) return null
    const seen = new Set([company])
    for (const one of seen) {
      const owner = owners.get(one)
      if (owner !== undefined) seen.add(owner)
    }
    const head = [...seen].at(-1)!
    return reading.row(companiesKept, head)?.data.name ?? head
  }
}
