// What went live when and where, and what it brought: for this room's views and for reports.

import type { Day } from '#calendar/day.ts'
import { certainty, compareKnownDates, type KnownDate, liesWithin } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import { compareVersions, versionsOnRecord } from '#legal-text/index.ts'
import type { Reading } from '#reading/reading.ts'
import type { ContentBrought, ReleaseWentLive } from './release.ts'
import { contentsKept, releasesKept } from './releases-kept.ts'

export type WentLive = Row<ReleaseWentLive['data']>
export type Content = Row<ContentBrought['data']>

/** A release, or a version of the Code of which it is known what it brought. */
export interface ReleaseOnRecord {
  readonly reference: string
  readonly name: string
  readonly kind: 'release' | 'version'
  /** When it first went live, or came into force. */
  readonly from: KnownDate
  /** Where and when a release went live, earliest first; empty for a version. */
  readonly wentLive: readonly WentLive[]
  readonly contents: readonly Content[]
}

/** What had certainly or possibly gone live by the day asked for, newest first. */
export function releasesOnRecord(reading: Reading): readonly ReleaseOnRecord[] {
  return allReleases(reading)
    .filter(({ from }) => certainty(from, null, reading.asOf) !== 'not')
    .toReversed()
}

/** One release or version by its reference, whatever the day. */
export function releaseOnRecord(reading: Reading, reference: string): ReleaseOnRecord | undefined {
  return allReleases(reading).find((release) => release.reference === reference)
}

/** Each region's going live in a period: the whole of the date as known lies within it. */
export function releasesIn(reading: Reading, from: Day, to: Day): readonly WentLive[] {
  return reading
    .rows(releasesKept)
    .filter(({ data }) => liesWithin(data.live, from, to))
    .toSorted(byDate)
}

/** What releases and versions brought in a period. */
export function contentsIn(reading: Reading, from: Day, to: Day): readonly Content[] {
  return reading
    .rows(contentsKept)
    .filter(({ data }) => liesWithin(data.from, from, to))
    .toSorted(byDate)
}

function allReleases(reading: Reading): readonly ReleaseOnRecord[] {
  const wentLive = Map.groupBy(reading.rows(releasesKept), ({ data }) => data.reference)
  const contents = Map.groupBy(reading.rows(contentsKept), ({ data }) => data.reference)
  const versions = new Map(versionsOnRecord(reading).map(({ row, stated }) => [row.key, stated]))
  return [...new Set([...wentLive.keys(), ...contents.keys()])]
    .map((reference): ReleaseOnRecord => {
      const live = (wentLive.get(reference) ?? []).toSorted(byDate)
      const items = (contents.get(reference) ?? []).toSorted(byItem)
      const [first] = live
      return {
        reference,
        name: first?.data.release ?? items[0]!.data.broughtBy,
        kind: first ? 'release' : items[0]!.data.kind,
        from: first?.data.live ?? versions.get(items[0]!.data.broughtBy) ?? items[0]!.data.from,
        wentLive: live,
        contents: items,
      }
    })
    .toSorted(
      (one, other) =>
        compareKnownDates(one.from, other.from) || compareVersions(one.name, other.name),
    )
}

const byDate = (one: Row, other: Row) =>
  compareKnownDates(one.opens, other.opens) || (one.key < other.key ? -1 : 1)

const inOrder = new Intl.Collator('en', { numeric: true })
const byItem = (one: Content, other: Content) => inOrder.compare(one.data.item, other.data.item)
