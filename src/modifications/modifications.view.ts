// The register of proposals: who asked for which change, on which path, and where each stands.

import { z } from 'zod'
import { compareKnownDates, type KnownDate } from '#calendar/known-date.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import {
  type ModificationShown,
  modificationShown,
  shownModification,
} from './modification-shown.ts'
import {
  claimedTotals,
  compareNumbers,
  modificationsOnRecord,
  modificationsOverview,
  modificationsPossiblyRaised,
} from './modifications-on-record.ts'

const choice = z.object({ value: z.string(), label: z.string(), count: z.int() })
type Choice = z.infer<typeof choice>

/** The value of a facet for what the source does not tell. */
export const notKnownValue = 'not-known'

const asked = z.object({
  ...paging,
  path: z.string().optional().meta({ label: 'Path', description: 'The id of a path, or its name' }),
  status: z.string().optional().meta({ label: 'Status', description: 'Where it stands, in words' }),
  impacted: z
    .string()
    .optional()
    .meta({ label: 'Impacted', description: 'The id of a Party Category, or its name' }),
  q: z
    .string()
    .trim()
    .max(200, 'Ask in 200 characters at most')
    .optional()
    .meta({ label: 'Words' }),
  sort: z
    .enum(['number', '-number', 'title', '-title', 'raised', '-raised', 'status', '-status'], {
      error: 'Sort by number, title, raised or status, with a hyphen before it for falling order',
    })
    .default('number')
    .meta({ label: 'Order' }),
})
type Asked = z.output<typeof asked>

const modificationsGiven = z.object({
  modifications: z.array(modificationShown),
  total: z.int(),
  next: z.string().nullable(),
  onRecord: z.int().meta({ description: 'How many had certainly been raised by the day' }),
  possiblyRaised: z.int().meta({ description: 'How many more had possibly been' }),
  claimed: z
    .object({ words: z.string(), period: shownDate, ...beneath.shape })
    .nullable()
    .meta({ description: 'How many a source says were raised' }),
  overview: z.array(
    z.object({
      path: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
      standings: z.array(
        z.object({ words: z.string(), count: z.int(), entries: z.array(z.string()) }),
      ),
    }),
  ),
  facets: z.object({ path: z.array(choice), status: z.array(choice), impacted: z.array(choice) }),
})
export type ModificationsGiven = z.infer<typeof modificationsGiven>

export const modificationsView = view({
  name: 'modifications',
  at: '/modifications',
  title: 'Modifications',
  says: 'The Modification Proposals on record on the day asked for, with those that possibly had been raised by then.',
  asked,
  gives: modificationsGiven,
  answer(reading, question) {
    const onRecord = modificationsOnRecord(reading)
    const possibly = modificationsPossiblyRaised(reading)
    const all = [...onRecord, ...possibly].map((row) => shownModification(row, reading))
    const wanted = all.filter((one) => fits(one, question)).toSorted(inOrder(question.sort))
    const { rows, total, next } = pageOf(wanted, question, ({ number }) => number)
    return {
      modifications: [...rows],
      total,
      next,
      onRecord: onRecord.length,
      possiblyRaised: possibly.length,
      claimed: claimed(reading),
      overview: modificationsOverview(reading).map(({ path, standings }) => ({
        path,
        standings: standings.map(({ words, proposals, entries }) => ({
          words,
          count: proposals.length,
          entries: [...entries],
        })),
      })),
      facets: {
        path: choices(all, pathsOf, { ...question, path: undefined }),
        status: choices(all, statusesOf, { ...question, status: undefined }),
        impacted: choices(all, impactedOf, { ...question, impacted: undefined }),
      },
    }
  },
})

function claimed(reading: Reading) {
  const [newest] = claimedTotals(reading)
  if (!newest) return null
  const { words, period } = newest.data
  return { words, period: asShown(period), ...beneathOf(newest) }
}

type Named = { readonly value: string; readonly label: string }

/** What a facet calls a proposal of which the source does not tell. */
const notKnown: Named = { value: notKnownValue, label: 'Not known' }

const pathsOf = ({ path }: ModificationShown): readonly Named[] =>
  path ? [{ value: path.id ?? path.name, label: path.name }] : [notKnown]

const statusesOf = ({ stands }: ModificationShown): readonly Named[] => [
  { value: stands.words, label: stands.words },
]

const impactedOf = ({ impacted }: ModificationShown): readonly Named[] =>
  impacted.length > 0
    ? impacted.map(({ id, label }) => ({ value: id ?? label, label }))
    : [notKnown]

function fits(
  one: ModificationShown,
  { path, status, impacted, q }: Pick<Asked, 'path' | 'status' | 'impacted' | 'q'>,
): boolean {
  const has = (named: readonly Named[], value: string | undefined) =>
    value === undefined || named.some((name) => name.value === value)
  return (
    has(pathsOf(one), path) &&
    has(statusesOf(one), status) &&
    has(impactedOf(one), impacted) &&
    (!q || everyWordOf(q, one))
  )
}

function everyWordOf(q: string, one: ModificationShown): boolean {
  const { number, title, proposer, path, stands, sectionsAffected, impacted, notes } = one
  const text = [
    ...[number, title, proposer?.organisation, path?.name, path?.words, stands.words, notes],
    ...[...sectionsAffected, ...impacted.flatMap(({ label, words }) => [label, words])],
  ]
    .join(' ')
    .toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function choices(
  all: readonly ModificationShown[],
  namesOf: (one: ModificationShown) => readonly Named[],
  question: Asked,
): Choice[] {
  const counted = new Map<string, Choice>()
  for (const one of all)
    for (const { value, label } of namesOf(one)) {
      const found = counted.get(value) ?? { value, label, count: 0 }
      counted.set(value, { ...found, count: found.count + (fits(one, question) ? 1 : 0) })
    }
  return [...counted.values()].toSorted((one, other) =>
    one.value === notKnownValue
      ? 1
      : other.value === notKnownValue
        ? -1
        : compareNumbers(one.label, other.label),
  )
}

function inOrder(sort: Asked['sort']) {
  const falling = sort.startsWith('-')
  const by = (falling ? sort.slice(1) : sort) as 'number' | 'title' | 'raised' | 'status'
  return (one: ModificationShown, other: ModificationShown) =>
    (falling ? -1 : 1) * orders[by](one, other) || compareNumbers(one.number, other.number)
}

const orders = {
  number: (one, other) => compareNumbers(one.number, other.number),
  title: (one, other) => compareNumbers(one.title, other.title),
  raised: (one, other) =>
    compareKnownDates(one.raised.date as KnownDate, other.raised.date as KnownDate),
  status: (one, other) => compareNumbers(one.stands.words, other.stands.words),
} satisfies Record<string, (one: ModificationShown, other: ModificationShown) => number>
