// What the rulebook of a day says, entry by entry, with its clause, where it comes from, and whether anybody verified it.

import { z } from 'zod'
import { asShown, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import type { RulebookEntry } from '#rulebook/rulebook.ts'
import { confirmationsKept } from './confirmations.view.ts'
import { evidenceShown } from './evidence-shown.ts'
import { parameterValue } from './parameter-value.ts'

/** The parts of a rulebook in the order in which they are shown. */
export const parts = {
  parameters: 'Parameters',
  partyCategories: 'Party Categories',
  outsideCounts: 'Parties outside all counts',
  bodies: 'Bodies',
  seats: 'Seats',
  paths: 'Paths of modifications',
  objectives: 'Objectives',
  informationClasses: 'Information classes',
  informationDefaults: 'Classes by kind of document',
  clauses: 'Clauses of rules',
} as const
export type Part = keyof typeof parts
const partNames = Object.keys(parts) as [Part, ...Part[]]

/** How an entry stands: how sure its source makes us, confirmed since, or without a value. */
export const standings = {
  seen: 'Seen',
  confirmed: 'Confirmed',
  recalled: 'Recalled, unverified',
  assumed: 'Assumed, unverified',
  'not-known': 'Value not known',
} as const
export type Standing = keyof typeof standings
const standingNames = Object.keys(standings) as [Standing, ...Standing[]]

const entryShown = z.object({
  id: z.string().meta({ description: 'Names it within this answer' }),
  part: z.enum(partNames),
  name: z.string(),
  says: z.string(),
  value: parameterValue.nullable(),
  words: z.string().meta({ description: 'The value as it is read, with its unit' }),
  ...evidenceShown,
  from: shownDate.meta({ description: 'The day from which the rulebook says so' }),
  holds: z.enum(['certainly', 'possibly']),
  standing: z.enum(standingNames),
  verified: z.boolean(),
  entries: z.array(z.string()).meta({ description: 'The entry that confirmed it, if any' }),
})
export type EntryShown = z.infer<typeof entryShown>

const counted = <Name extends z.ZodType>(name: Name) =>
  z.array(z.object({ name, label: z.string(), count: z.int(), unverified: z.int() }))

export const rulebookView = view({
  name: 'rulebook',
  at: '/rulebook',
  title: 'Rulebook',
  says: 'What the governance of the code says on the day asked for, with clause, source and how sure we are of it.',
  asked: z.object({
    ...paging,
    part: z.enum(partNames).optional().meta({ label: 'Part' }),
    standing: z
      .enum([...standingNames, 'unverified'])
      .optional()
      .meta({ label: 'How sure', description: 'One standing, or unverified for all of them' }),
    q: z.string().trim().max(200).optional().meta({ label: 'Words' }),
  }),
  gives: z.object({
    since: shownDate
      .nullable()
      .meta({ description: 'Since when it reads so; null where it says nothing' }),
    entries: z.array(entryShown),
    total: z.int(),
    next: z.string().nullable(),
    unverified: z.int().meta({ description: 'How many of all its entries nobody has verified' }),
    stated: z.int().meta({ description: 'How many entries it has in all' }),
    parts: counted(z.enum(partNames)),
    standings: counted(z.enum(standingNames)),
    strays: z
      .array(z.object({ parameter: z.string(), from: shownDate, why: z.string() }))
      .meta({ description: 'Confirmations that no longer fit the rulebook and change nothing' }),
  }),
  answer(reading, { part, standing, q, ...asked }) {
    const { rulebook } = reading
    const all = entriesOf(reading)
    const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const wanted = all.filter(
      (entry) =>
        (part === undefined || entry.part === part) &&
        (standing === undefined ||
          (standing === 'unverified' ? !entry.verified : entry.standing === standing)) &&
        words.every((word) => textOf(entry).includes(word)),
    )
    const { rows, total, next } = pageOf(wanted, asked, ({ id }) => id)
    return {
      since: rulebook.since && asShown(rulebook.since),
      entries: [...rows],
      total,
      next,
      unverified: all.filter(({ verified }) => !verified).length,
      stated: all.length,
      parts: counts(all, parts, ({ part }) => part),
      standings: counts(all, standings, ({ standing }) => standing),
      strays: rulebook.strayConfirmations.map(({ confirmation, why }) => ({
        parameter: confirmation.parameter,
        from: asShown(confirmation.from),
        why,
      })),
    }
  },
})

/** Everything that the rulebook of the day says and that holds, or possibly holds, on it. */
export function entriesOf(reading: Reading): readonly EntryShown[] {
  const ids = new Map<string, number>()
  return reading.rulebook
    .entries()
    .filter(({ holds, section }) => holds !== 'not' && section in parts)
    .map((entry) => {
      const name = `${entry.section} ${entry.name}`
      const count = (ids.get(name) ?? 0) + 1
      ids.set(name, count)
      return entryAsShown(entry, count === 1 ? name : `${name} ${count}`, reading)
    })
}

function entryAsShown(entry: RulebookEntry, id: string, reading: Reading): EntryShown {
  const { confirmed } = entry
  return {
    id,
    part: entry.section as Part,
    name: entry.name,
    says: entry.says,
    value: entry.value ?? null,
    words: printValue(entry.value, entry.unit),
    unit: entry.unit ?? null,
    clause: entry.clause ?? null,
    clauseConfidence: entry.clauseConfidence ?? null,
    confidence: entry.confidence ?? null,
    grade: entry.grade ?? null,
    source: entry.source ?? null,
    note: entry.note ?? null,
    from: asShown(confirmed?.from ?? entry.from),
    holds: entry.holds === 'possibly' ? 'possibly' : 'certainly',
    standing: standingOf(entry),
    verified: entry.verified,
    entries: confirmed ? entriesBeneath(confirmed, reading) : [],
  }
}

/** How an entry of the rulebook stands to who reads it. */
export function standingOf({
  section,
  confirmed,
  value,
  confidence,
}: Pick<RulebookEntry, 'confirmed' | 'value' | 'confidence'> & { section: string }): Standing {
  if (confirmed) return 'confirmed'
  if (section === 'parameters' && value === undefined) return 'not-known'
  return confidence ?? 'assumed'
}

/** The entry by which a parameter was confirmed. */
export function entriesBeneath(
  { parameter, from, recordedAt }: { parameter: string; from: string; recordedAt: string },
  reading: Reading,
): string[] {
  return reading
    .rows(confirmationsKept)
    .filter(
      ({ data }) =>
        data.parameter === parameter && data.from === from && data.recordedAt === recordedAt,
    )
    .flatMap(({ entries }) => entries.slice(0, 1))
}

function counts<Name extends string>(
  entries: readonly EntryShown[],
  labels: Readonly<Record<Name, string>>,
  nameOf: (entry: EntryShown) => Name,
) {
  return (Object.keys(labels) as Name[])
    .map((name) => ({
      name,
      label: labels[name],
      count: entries.filter((entry) => nameOf(entry) === name).length,
      unverified: entries.filter((entry) => nameOf(entry) === name && !entry.verified).length,
    }))
    .filter(({ count }) => count > 0)
}

function textOf({ name, says, words, clause, note }: EntryShown): string {
  return [name, says, words, clause, note].filter(Boolean).join(' ').toLowerCase()
}
