// What went live, when and where: a list, and each release by itself.

import { z } from 'zod'
import { certainty } from '#calendar/known-date.ts'
import { partsKept } from '#legal-text/index.ts'
import { proposalsKept } from '#modifications/index.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { releaseReference } from './release.ts'
import { contentsKept } from './releases-kept.ts'
import { type ReleaseOnRecord, releaseOnRecord, releasesOnRecord } from './releases-on-record.ts'

const holds = z.enum(['certainly', 'possibly', 'not'])

const releaseShown = z.object({
  reference: z.string(),
  name: z.string(),
  kind: z.enum(['release', 'version']),
  from: shownDate.meta({ description: 'When it first went live, or came into force' }),
  holds: holds.meta({ description: 'Whether that had come by the day asked for' }),
  wentLive: z.array(
    z.object({
      region: z.string().nullable().meta({ description: 'Null for everywhere' }),
      live: shownDate,
      holds,
      notes: z.string().nullable(),
      ...beneath.shape,
    }),
  ),
  contents: z.array(
    z.object({
      item: z.string(),
      href: z.string().nullable().meta({ description: 'Its page in this code, where it has one' }),
      ...beneath.shape,
    }),
  ),
  broughtBy: z
    .array(z.object({ name: z.string(), reference: z.string() }))
    .meta({ description: 'The versions or releases that brought it' }),
})
export type ReleaseShown = z.infer<typeof releaseShown>

export const releasesView = view({
  name: 'releases',
  at: '/releases',
  title: 'Releases',
  says: 'What had gone live by the day asked for, when, where and what it brought, newest first.',
  asked: z.object({
    ...paging,
    kind: z
      .enum(['release', 'version'], { error: 'Ask for release or version' })
      .optional()
      .meta({ label: 'Kind' }),
    region: z.string().optional().meta({ label: 'Region' }),
  }),
  gives: z.object({
    releases: z.array(releaseShown),
    total: z.int(),
    next: z.string().nullable(),
    kinds: z.array(
      z.object({ value: z.enum(['release', 'version']), label: z.string(), count: z.int() }),
    ),
    regions: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  }),
  answer(reading, { kind, region, ...paged }) {
    const all = releasesOnRecord(reading)
    const wanted = all.filter(
      (release) =>
        (kind === undefined || release.kind === kind) &&
        (region === undefined || regionsOf(release).includes(region)),
    )
    const { rows, total, next } = pageOf(wanted, paged, ({ reference }) => reference)
    const regions = [...new Set(all.flatMap(regionsOf))].toSorted()
    return {
      releases: rows.map((release) => shownRelease(release, reading)),
      total,
      next,
      kinds: (['release', 'version'] as const)
        .map((value) => ({
          value,
          label: value === 'release' ? 'Release' : 'Version of the Code',
          count: all.filter((release) => release.kind === value).length,
        }))
        .filter(({ count }) => count > 0),
      regions: regions.map((value) => ({
        value,
        label: value,
        count: all.filter((release) => regionsOf(release).includes(value)).length,
      })),
    }
  },
})

export const releaseView = view({
  name: 'release',
  at: '/releases/:release',
  title: 'A release',
  says: 'One release or version: where and when it went live, what it brought, and what brought it.',
  asked: z.object({ release: z.string() }),
  gives: releaseShown,
  answer(reading, { release }) {
    const found = releaseOnRecord(reading, release)
    return found && shownRelease(found, reading)
  },
  each: (reading) => releasesOnRecord(reading).map(({ reference }) => ({ release: reference })),
})

const regionsOf = ({ wentLive }: ReleaseOnRecord) =>
  wentLive.flatMap(({ data }) => (data.region === null ? [] : [data.region]))

function shownRelease(release: ReleaseOnRecord, reading: Reading): ReleaseShown {
  const { reference, name, kind, from, wentLive, contents } = release
  const by = reading.rows(contentsKept).filter(({ data }) => data.item === name)
  return {
    reference,
    name,
    kind,
    from: asShown(from),
    holds: certainty(from, null, reading.asOf),
    wentLive: wentLive.map((row) => ({
      region: row.data.region,
      live: asShown(row.data.live),
      holds: certainty(row.opens, row.closes, reading.asOf),
      notes: row.data.notes,
      ...beneathOf(row),
    })),
    contents: contents.map((row) => ({
      item: row.data.item,
      href: pageOfItem(row.data.item, reading),
      ...beneathOf(row),
    })),
    broughtBy: by.map(({ data }) => ({ name: data.broughtBy, reference: data.reference })),
  }
}

/** The page of a proposal, a part of the Code or a release, where the record holds it. */
function pageOfItem(item: string, reading: Reading): string | null {
  if (reading.row(proposalsKept, item)) return `/modifications/${item}`
  if (reading.row(partsKept, item)) return '/code'
  const reference = releaseReference(item)
  return releaseOnRecord(reading, reference) ? `/releases/${reference}` : null
}
