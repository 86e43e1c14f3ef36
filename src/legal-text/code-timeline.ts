// The Code through time: its versions and the directions on it, as dated events for a chart.

import { type Day, printDay } from '#calendar/day.ts'
import {
  certainty,
  earliest,
  isExact,
  type KnownDate,
  latest,
  mayLieWithin,
  printKnownDate,
} from '#calendar/known-date.ts'
import type { Reading } from '#reading/reading.ts'
import { directionsOnRecord } from './directions-on-record.ts'
import { type VersionOnRecord, versionsOnRecord } from './versions-on-record.ts'

export interface CodeTimeline {
  readonly from: Day
  readonly to: Day
  readonly groups: readonly {
    readonly label: string
    readonly events: readonly TimelineEvent[]
  }[]
}

/** A point, or from one day to another where the date is known in part. */
export interface TimelineEvent {
  readonly label: string
  readonly when: string
  readonly from: Day
  readonly to?: Day
  readonly span?: 'known-in-part'
  /** The page of it, in this code. */
  readonly href: string
  readonly entries: readonly string[]
}

interface Dated {
  readonly label: string
  readonly date: KnownDate
  readonly href: string
  readonly entries: readonly string[]
}

/**
 * Versions and directions known by the day asked for, from the first of them to the last, or in a period.
 * Versions of which the same is known stand together. Nothing where none is on record.
 */
export function codeTimeline(
  reading: Reading,
  period: { readonly from?: Day; readonly to?: Day } = {},
): CodeTimeline | undefined {
  const inPeriod = ({ date }: Dated) =>
    mayLieWithin(date, period.from ?? firstOfAll, period.to ?? lastOfAll)
  const versions = versionsOnRecord(reading)
    .filter(({ opens }) => certainty(opens, null, reading.asOf) !== 'not')
    .map(datedVersion)
    .filter(inPeriod)
  const directions = directionsOnRecord(reading).map(datedDirection).filter(inPeriod)
  const all = [...versions, ...directions]
  const days = all
    .flatMap(({ date }) => [earliest(date), latest(date)])
    .filter((day) => day !== null)
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first === undefined || last === undefined) return undefined
  const line = { from: period.from ?? first, to: period.to ?? last }
  return {
    ...line,
    groups: [
      { label: 'Versions', events: together(versions).map((one) => drawn(one, line)) },
      { label: 'Directions', events: directions.map((one) => drawn(one, line)) },
    ].filter(({ events }) => events.length > 0),
  }
}

/** The finding of a timeline, as a sentence; its days are written 2017-03-31. */
export function timelineFinding(
  { from, to }: { readonly from: string; readonly to: string },
  versions: number,
): string {
  const count = versions === 1 ? 'One version' : `${versions} versions`
  const [first, last] = [printDay(from as Day), printDay(to as Day)]
  return `${count} of the Code on record from ${first} to ${last}, and the directions on it`
}

const [firstOfAll, lastOfAll] = ['0001-01-01' as Day, '9999-12-31' as Day]

function datedVersion({ row, claims, stated }: VersionOnRecord): Dated {
  const { version } = row.data
  const entries = [...row.entries, ...claims.flatMap((claim) => claim.entries)]
  return { label: version, date: stated, href: `/code/versions/${version}`, entries }
}

function datedDirection({ data, entries }: ReturnType<typeof directionsOnRecord>[number]): Dated {
  const provisions = data.provisions.join(', ')
  return {
    label: provisions ? `${provisions}: ${data.action}` : data.action,
    date: data.on,
    href: '/code/directions',
    entries,
  }
}

/** Neighbours of which the same part of the date is known become one: '4.9 to 4.15'. */
function together(versions: readonly Dated[]): readonly Dated[] {
  const runs: Dated[][] = []
  for (const version of versions) {
    const run = runs.at(-1)
    if (run && run[0]!.date === version.date && !isExact(version.date)) run.push(version)
    else runs.push([version])
  }
  return runs.map((run) =>
    run.length === 1
      ? run[0]!
      : {
          label: `${run[0]!.label} to ${run.at(-1)!.label}`,
          date: run[0]!.date,
          href: '/code/versions',
          entries: run.flatMap(({ entries }) => entries),
        },
  )
}

function drawn({ label, date, href, entries }: Dated, line: { from: Day; to: Day }): TimelineEvent {
  const when = printKnownDate(date)
  if (isExact(date)) return { label, when, from: date, href, entries }
  const [first, last] = [earliest(date) ?? line.from, latest(date) ?? line.to]
  return {
    label,
    when,
    from: first < line.from ? line.from : first,
    to: last > line.to ? line.to : last,
    span: 'known-in-part',
    href,
    entries,
  }
}
