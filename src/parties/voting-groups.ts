// Voting Groups: computed for a day out of who is a Party and who owns whom, never kept. A Voting Group is formed
// inside one category: a Party with all its Affiliates of that category. A parent that links them need not be a Party.

import type { Day } from '#calendar/day.ts'
import { certainty, type KnownDate } from '#calendar/known-date.ts'

/** A Party as it counts on the day. */
export interface Voter {
  readonly reference: string
  /** Null for a natural person, and where no company is on record. */
  readonly company: string | null
  readonly categories: readonly string[]
}

export interface Ownership {
  readonly owner: string
  readonly owned: string
  readonly opens: KnownDate
  readonly closes: KnownDate | null
}

export interface VotingGroup {
  /** Category and first member: lasting for the day only. */
  readonly id: string
  readonly category: string
  /** References of its Parties, in order. */
  readonly members: readonly string[]
}

/**
 * The Voting Groups on a day, by category and then by first member. `parties` are those that are Parties on the
 * day; of the ownership only what certainly holds on it links them. How many groups there are in all is the sum
 * over the categories.
 */
export function votingGroups(
  parties: readonly Voter[],
  ownership: readonly Ownership[],
  day: Day,
): readonly VotingGroup[] {
  const familyOf = familiesOn(ownership, day)
  const members = new Map<string, { category: string; members: string[] }>()
  for (const { reference, company, categories } of parties) {
    // Without a company nothing links a Party to another: it is a family of its own.
    const family = company === null ? `alone ${reference}` : `company ${familyOf(company)}`
    for (const category of new Set(categories)) {
      const group = members.get(`${category} ${family}`) ?? { category, members: [] }
      group.members.push(reference)
      members.set(`${category} ${family}`, group)
    }
  }
  return [...members.values()]
    .map((group) => ({ category: group.category, members: group.members.toSorted() }))
    .map((group) => ({ id: `${group.category}.${group.members[0]}`, ...group }))
    .sort((one, other) => compare(one.category, other.category) || compare(one.id, other.id))
}

/**
 * Families of companies on a day: the connected components of what is owned then.
 * Gives, for any company, the one that stands for its family, whatever the order of the links.
 */
export function familiesOn(ownership: readonly Ownership[], day: Day): (company: string) => string {
  const nearer = new Map<string, string>()
  const headOf = (company: string): string => {
    let head = company
    for (let next = nearer.get(head); next !== undefined; next = nearer.get(head)) head = next
    for (let at = company; at !== head; ) {
      const next = nearer.get(at)!
      nearer.set(at, head)
      at = next
    }
    return head
  }
  for (const { owner, owned, opens, closes } of ownership) {
    if (certainty(opens, closes, day) !== 'certainly') continue
    const [one, other] = [headOf(owner), headOf(owned)].sort()
    if (one !== other) nearer.set(other!, one!)
  }
  return headOf
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
