// The versions of the Code: a list, and each by itself with every date that a source gives it.

import { z } from 'zod'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { inForceOn, type VersionOnRecord, versionsOnRecord } from './versions-on-record.ts'

export const versionShown = z.object({
  version: z.string(),
  effective: shownDate.meta({ description: 'When it came into force, as far as all sources tell' }),
  claims: z
    .array(z.object({ date: shownDate, notes: z.string().nullable(), ...beneath.shape }))
    .meta({ description: 'Each date that a source gives it; more than one where they disagree' }),
  inForce: z.enum(['certainly', 'possibly', 'not']).meta({ description: 'On the day asked for' }),
  until: shownDate.nullable().meta({ description: 'When the next one on record took its place' }),
  next: z.string().nullable(),
  gapAfter: z.boolean().meta({
    description: 'Whether versions between this one and the next are missing from the record',
  }),
  dateBasis: z.string().nullable(),
  madeBy: z.string().nullable(),
  contents: z.string().nullable(),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type VersionShown = z.infer<typeof versionShown>

const asked = z.object({
  ...paging,
  madeBy: z.string().optional().meta({ label: 'Made by' }),
  q: z
    .string()
    .trim()
    .max(200, 'Ask in 200 characters at most')
    .optional()
    .meta({ label: 'Words' }),
  sort: z
    .enum(['date', '-date'], { error: 'Sort by date, or by -date for the newest first' })
    .default('-date')
    .meta({ label: 'Order' }),
})

/** The value of the facet for versions of which the source does not say who made them. */
export const makerNotKnown = 'not-known'

export const versionsView = view({
  name: 'versions',
  at: '/code/versions',
  title: 'Versions of the Code',
  says: 'The versions of the Code that had certainly or possibly come into force by the day asked for, newest first.',
  asked,
  gives: z.object({
    versions: z.array(versionShown),
    total: z.int(),
    next: z.string().nullable(),
    makers: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  }),
  answer(reading, { madeBy, q, sort, ...paged }) {
    const known = versionsKnownBy(reading)
    const wanted = known.filter(
      ({ row: { data } }) =>
        (madeBy === undefined || (data.madeBy ?? makerNotKnown) === madeBy) &&
        holdsWords(q, [data.version, data.madeBy, data.contents, data.notes]),
    )
    const inOrder = sort === 'date' ? wanted : wanted.toReversed()
    const { rows, total, next } = pageOf(inOrder, paged, ({ row }) => row.key)
    return {
      versions: rows.map((version) => shownVersion(version, reading)),
      total,
      next,
      makers: [...Map.groupBy(known, ({ row }) => row.data.madeBy)].map(([maker, of]) => ({
        value: maker ?? makerNotKnown,
        label: maker ?? 'Not known',
        count: of.length,
      })),
    }
  },
})

export const versionView = view({
  name: 'code-version',
  at: '/code/versions/:version',
  title: 'A version of the Code',
  says: 'One version: when it came into force by each source, who made it, what it brought, and which took its place.',
  asked: z.object({ version: z.string() }),
  gives: versionShown,
  answer(reading, { version }) {
    const found = versionsOnRecord(reading).find(({ row }) => row.key === version)
    return found && shownVersion(found, reading)
  },
  each: (reading) => versionsOnRecord(reading).map(({ row }) => ({ version: row.key })),
})

/** The versions that had possibly come into force by the day asked for, oldest first. */
export function versionsKnownBy(reading: Reading): readonly VersionOnRecord[] {
  return versionsOnRecord(reading).filter(
    ({ opens, ...version }) =>
      inForceOn({ ...version, opens, closes: null, gapAfter: false }, reading.asOf) !== 'not',
  )
}

export function shownVersion(version: VersionOnRecord, reading: Reading): VersionShown {
  const { row, claims, stated, closes, next, gapAfter } = version
  const { data } = row
  return {
    version: data.version,
    effective: asShown(stated),
    claims: [
      { date: asShown(data.effective), notes: data.notes, ...beneathOf(row) },
      ...claims.map((claim) => ({
        date: asShown(claim.data.effective),
        notes: claim.data.notes,
        ...beneathOf(claim),
      })),
    ],
    inForce: inForceOn(version, reading.asOf),
    until: closes && asShown(closes),
    next,
    gapAfter,
    dateBasis: data.dateBasis,
    madeBy: data.madeBy,
    contents: data.contents,
    notes: data.notes,
    ...beneathOf(row),
  }
}

/** Whether the texts hold every word asked for. */
export function holdsWords(q: string | undefined, texts: readonly (string | null)[]): boolean {
  const all = texts.join(' ').toLowerCase()
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
