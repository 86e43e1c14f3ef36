// Enters that a Party is of other categories from a day on, such as a supplier that crossed the threshold of size.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance } from '#decision/on-record.ts'
import { categoriesNamed, unknownCategories } from './categories-named.ts'
import { cannotEnd, surelyBefore } from './dates-of-facts.ts'
import { evolveParty, noParty, type Party, type PartyEvent } from './party.ts'
import { partyField, partyIsOnRecord } from './party-on-record.ts'

const input = z.object({
  party: partyField,
  category: perhaps.meta({
    label: 'Party Category',
    hint: 'Several with semicolons between; none for a Party outside all counts',
  }),
  from: knownDateField.meta({ label: 'From', hint: 'The day from which this holds' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterCategory = z.output<typeof input>
type CategoryRule = Rule<EnterCategory, Party, undefined>

const categoriesAreInTheRulebook: CategoryRule = ({ category }, _party, { rulebook }) =>
  unknownCategories(category, rulebook)

const categoryFollowsTheLast: CategoryRule = ({ from }, { categorised }) =>
  categorised && cannotEnd(categorised, from)
    ? {
        says: `What categories the Party was in from ${categorised} on is already on record`,
        field: 'from',
        expected: `a day after ${categorised}`,
        came: from,
      }
    : undefined

const categoryIsOfAParty: CategoryRule = ({ from }, { acceded, left }) => {
  if (acceded && surelyBefore(from, acceded))
    return {
      says: 'A Party is in a category from its accession on, not before',
      field: 'from',
      expected: `${acceded} or later`,
      came: from,
    }
  if (left && cannotEnd(from, left))
    return {
      says: 'The Party had left by then',
      field: 'from',
      expected: `a day before ${left}`,
      came: from,
    }
  return undefined
}

export const enterCategoryOnRecord = command<EnterCategory, Party, PartyEvent>({
  name: 'enter-category-on-record',
  at: 'POST /parties/categories',
  title: 'Enter a change of Party Category on record',
  why: 'A category holds from a day on. Counts before that day stay as they were.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ party }) => `party:${party}`,
  starting: noParty,
  evolve: evolveParty,
  rules: {
    partyIsOnRecord,
    categoriesAreInTheRulebook,
    categoryFollowsTheLast,
    categoryIsOfAParty,
  },
  class: 'white',
  decide: ({ party, category, from, notes }, { categorised }, { rulebook }) => [
    {
      type: 'PartyCategorised',
      data: {
        party,
        categories: categoriesNamed(category, rulebook).ids,
        from,
        replaces: categorised,
        notes,
      },
      effectiveFrom: from,
    },
  ],
  shownAt: ({ party }) => `/parties/${party}`,
})
