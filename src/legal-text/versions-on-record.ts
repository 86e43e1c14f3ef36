// Which versions of the Code there were, and which was in force on a day: for this room's views and for reports.

import { addDays, type Day } from '#calendar/day.ts'
import {
  type Certainty,
  certainty,
  compareKnownDates,
  earliest,
  type KnownDate,
  knownBetween,
  latest,
  liesWithin,
} from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import { versionClaimsKept, versionsKept } from './code-kept.ts'
import type { VersionDateClaimed, VersionDesignated } from './version.ts'

export interface VersionOnRecord {
  readonly row: Row<VersionDesignated['data']>
  /** The other dates that sources give it. */
  readonly claims: readonly Row<VersionDateClaimed['data']>[]
  /** When it came into force by what sources say: all the dates that they give it lie within. */
  readonly stated: KnownDate
  /** The same, and after the version before it where no source says how early. */
  readonly opens: KnownDate
  /** The version that took its place; null for the newest on record. */
  readonly next: string | null
  readonly closes: KnownDate | null
  /** Whether the numbers show that versions are missing between this one and the next. */
  readonly gapAfter: boolean
}

/** The versions on record in their order: by date, and where that is equal by the parts of their numbers. */
export function versionsOnRecord(reading: Reading): readonly VersionOnRecord[] {
  const claims = Map.groupBy(reading.rows(versionClaimsKept), ({ data }) => data.version)
  const inOrder = reading
    .rows(versionsKept)
    .toSorted(
      (one, other) =>
        compareKnownDates(one.data.effective, other.data.effective) ||
        compareVersions(one.data.version, other.data.version),
    )
    .map((row) => {
      const claimed = (claims.get(row.data.version) ?? []).toSorted(
        (one, other) => one.data.ordinal - other.data.ordinal,
      )
      const dates = [row.data.effective, ...claimed.map(({ data }) => data.effective)]
      return { row, claims: claimed, stated: spanOf(dates) }
    })
    .map((version, at, all) => ({
      ...version,
      opens: afterThoseBefore(version.stated, all.slice(0, at)),
    }))
  return inOrder.map((version, at) => {
    const next = inOrder[at + 1]
    return {
      ...version,
      next: next?.row.data.version ?? null,
      closes: next?.opens ?? null,
      gapAfter: next !== undefined && !follows(version.row.data.version, next.row.data.version),
    }
  })
}

/**
 * How surely a version is in force on a day. Where versions are missing before the next one on record, it is certainly
 * in force on its first day alone.
 */
export function inForceOn({ opens, closes, gapAfter }: VersionOnRecord, on: Day): Certainty {
  const holds = certainty(opens, closes, on)
  return holds === 'certainly' && gapAfter && opens !== on ? 'possibly' : holds
}

/** The versions designated in a period: every date that a source gives them lies within it. */
export function versionsDesignatedIn(
  reading: Reading,
  from: Day,
  to: Day,
): readonly VersionOnRecord[] {
  return versionsOnRecord(reading).filter(({ stated }) => liesWithin(stated, from, to))
}

/** By the parts of the numbers: 4.9 before 4.10. */
export function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [one.split('.'), other.split('.')]
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    const [a, b] = [mine[at] ?? '', theirs[at] ?? '']
    if (a === b) continue
    const [x, y] = [Number(a), Number(b)]
    if (a !== '' && b !== '' && x !== y && !Number.isNaN(x) && !Number.isNaN(y)) return x - y
    return a < b ? -1 : 1
  }
  return 0
}

/** Whether no number is missing between two: 4.9 and 4.10, 4.17 and 5.0. Numbers of another form tell nothing. */
function follows(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((version) => /^(\d+)\.(\d+)$/.exec(version))
  if (!mine || !theirs) return true
  const [major, minor] = [Number(mine[1]), Number(mine[2])]
  const [nextMajor, nextMinor] = [Number(theirs[1]), Number(theirs[2])]
  return nextMajor === major ? nextMinor === minor + 1 : nextMajor === major + 1 && nextMinor === 0
}

/** A version of which no source says how early it came did not come before those that it follows. */
function afterThoseBefore(
  stated: KnownDate,
  before: readonly { readonly stated: KnownDate }[],
): KnownDate {
  const newest = before
    .map((version) => earliest(version.stated))
    .filter((from) => from !== null)
    .toSorted()
    .at(-1)
  const to = latest(stated)
  if (earliest(stated) !== null || newest === undefined) return stated
  const from = addDays(newest, 1)
  return to === null || from <= to ? knownBetween(from, to) : stated
}

function spanOf(dates: readonly KnownDate[]): KnownDate {
  const [first, ...others] = dates
  if (others.length === 0) return first!
  const froms = dates.map(earliest)
  const tos = dates.map(latest)
  return knownBetween(
    froms.includes(null) ? null : froms.toSorted()[0]!,
    tos.includes(null) ? null : tos.toSorted().at(-1)!,
  )
}
