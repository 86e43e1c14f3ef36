// One Party: where it stands on a day, since when, who owns it, and with whom it forms a Voting Group.

import { z } from 'zod'
import { certainty } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import {
  categoriesKept,
  companiesKept,
  defaultsKept,
  licenceEndsKept,
  licencesKept,
  ownershipKept,
  partiesKept,
} from './kept.ts'
import { inWords } from './leaving.ts'
import { votingGroupsOn } from './party-figures.ts'
import { categoryShown, partyShown, tellingParties } from './party-shown.ts'
import { standingOn } from './standing.ts'

const spell = { from: shownDate, until: shownDate.nullable(), possibly: z.boolean() }
const companyShown = z.object({
  reference: z.string(),
  name: z.string(),
  party: z
    .string()
    .nullable()
    .meta({ description: 'The Party that this company is, if it is one' }),
})

const ownershipShown = z.object({
  owner: companyShown,
  owned: companyShown,
  ...spell,
  ...beneath.shape,
})
export type OwnershipShown = z.infer<typeof ownershipShown>

export const partyView = view({
  name: 'party',
  at: '/parties/:reference',
  title: 'A Party',
  says: 'One Party on the day asked for: its category, company, Voting Groups, licences, and how it left if it did.',
  asked: z.object({ reference: z.string() }),
  gives: z.object({
    ...partyShown.shape,
    notes: z.string().nullable(),
    company: companyShown.nullable(),
    outsideBecause: z
      .string()
      .nullable()
      .meta({ description: 'What the rulebook says of such a Party outside the counts' }),
    categoryHistory: z.array(
      z.object({ categories: z.array(categoryShown), ...spell, ...beneath.shape }),
    ),
    votingGroups: z.array(
      z.object({
        category: categoryShown,
        members: z.array(z.object({ reference: z.string(), name: z.string() })),
      }),
    ),
    ownedBy: z.array(ownershipShown).meta({ description: 'Owners on the day, and theirs in turn' }),
    owns: z.array(ownershipShown).meta({ description: 'Companies that its own company owns' }),
    licences: z.array(
      z.object({
        licence: z.string(),
        ...spell,
        ended: z.string().nullable().meta({ description: 'How it ended, if that is known' }),
        ...beneath.shape,
      }),
    ),
    defaults: z.array(
      z.object({
        event: z.string(),
        ...spell,
        notes: z.string().nullable(),
        ...beneath.shape,
      }),
    ),
  }),
  answer(reading, { reference }) {
    const day = reading.asOf
    const one = standingOn(reading, reference, day)
    if (!one) return undefined
    const told = tellingParties(reading, day)(one)
    const rulebook = reading.rulebook
    const label = (id: string) => ({
      id,
      label: rulebook.partyCategories.find((category) => category.id === id)?.label ?? id,
    })
    const { company, notes } = one.party.data
    const isTheirs = <Data extends { readonly party: string }>({ data }: Row<Data>) =>
      data.party === reference
    return {
      ...told,
      notes,
      company: company === null ? null : companyOf(company, reading),
      outsideBecause: told.outsideCounts
        ? (rulebook.outsideCounts.find((kind) => isNamed(kind, told))?.says ?? null)
        : null,
      categoryHistory: begun(reading, reading.rows(categoriesKept).filter(isTheirs)).map((row) => ({
        categories: row.data.categories.map(label),
        ...spellOf(row, reading),
        ...beneathOf(row),
      })),
      votingGroups: votingGroupsOn(reading, day)
        .rows.filter(({ members }) => members.includes(reference))
        .map(({ category, members }) => ({
          category: label(category),
          members: members.map((member) => ({
            reference: member,
            name: reading.row(partiesKept, member)?.data.name ?? member,
          })),
        })),
      ownedBy: company === null ? [] : ownersAbove(company, reading),
      owns: company === null ? [] : ownershipOn(reading, (row) => row.data.owner === company),
      licences: begun(reading, reading.rows(licencesKept).filter(isTheirs)).map((row) => ({
        licence: inWords(row.data.licence),
        ...spellOf(row, reading),
        ended: endOf(row, reading),
        ...beneathOf(row),
      })),
      defaults: begun(reading, reading.rows(defaultsKept).filter(isTheirs)).map((row) => ({
        event: row.data.event,
        ...spellOf(row, reading),
        notes: row.data.notes,
        ...beneathOf(row),
      })),
    }
  },
  each: (reading) => reading.rows(partiesKept).map(({ key }) => ({ reference: key })),
})

/** Rows that have begun, or may have, by the day asked for; the newest last. */
function begun<Data>(reading: Reading, rows: readonly Row<Data>[]): readonly Row<Data>[] {
  return rows.filter(({ opens }) => certainty(opens, null, reading.asOf) !== 'not')
}

/** From when, and until when where that has come by the day asked for. */
function spellOf({ opens, closes }: Row, { asOf }: Reading) {
  const over = closes !== null && certainty(closes, null, asOf) !== 'not'
  return {
    from: asShown(opens),
    until: over ? asShown(closes) : null,
    possibly: certainty(opens, closes, asOf) === 'possibly',
  }
}

function endOf(licence: Row, reading: Reading): string | null {
  const end = reading.row(licenceEndsKept, licence.key)
  return end?.data.how && certainty(end.opens, null, reading.asOf) !== 'not'
    ? inWords(end.data.how)
    : null
}

/** Who owns a company on the day, and who owns those, nearest first. Each is told once, even round a circle. */
function ownersAbove(company: string, reading: Reading): OwnershipShown[] {
  const above: OwnershipShown[] = []
  const seen = new Set([company])
  for (const owned of seen)
    for (const one of ownershipOn(reading, (row) => row.data.owned === owned)) {
      above.push(one)
      seen.add(one.owner.reference)
    }
  return above
}

/** The ownership that holds on the day, or possibly does. */
export function ownershipOn(
  reading: Reading,
  wanted: (row: { data: { owner: string; owned: string } }) => boolean,
): OwnershipShown[] {
  return [...reading.inForce(ownershipKept), ...reading.possibly(ownershipKept)]
    .filter(wanted)
    .map((row) => ({
      owner: companyOf(row.data.owner, reading),
      owned: companyOf(row.data.owned, reading),
      ...spellOf(row, reading),
      ...beneathOf(row),
    }))
}

function companyOf(reference: string, reading: Reading) {
  const party = reading.inForce(partiesKept).find(({ data }) => data.company === reference)
  return {
    reference,
    name: reading.row(companiesKept, reference)?.data.name ?? party?.data.name ?? reference,
    party: party?.key ?? null,
  }
}

function isNamed(
  kind: {
    readonly id: string
    readonly label: string
    readonly synonyms?: readonly string[] | undefined
  },
  { reference, name }: { readonly reference: string; readonly name: string | null },
): boolean {
  const names = [kind.id, kind.label, ...(kind.synonyms ?? [])].map((one) => one.toLowerCase())
  return [reference, name ?? ''].some((one) => names.includes(one.toLowerCase()))
}
