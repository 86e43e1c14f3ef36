// When the things happened that a source tells of a proposal. Where it gives no date for one of them, the date lies
// between the thing before it and the thing after it, and no later than the day of which the source tells.

import type { Day } from '#calendar/day.ts'
import { earliest, type KnownDate, knownBetween, latest } from '#calendar/known-date.ts'

/** What a source tells: null for a thing of which it does not tell, `undated` for one that it does not date. */
export interface Told {
  readonly raised: KnownDate | 'undated'
  readonly changeBoard: KnownDate | 'undated' | null
  readonly authority: KnownDate | 'undated' | null
  readonly implemented: KnownDate | 'undated' | null
  /** The day of which the source gives the status. */
  readonly statusOn: Day | null
}

export interface StatedDates {
  readonly raised: KnownDate
  readonly changeBoard: KnownDate | null
  readonly authority: KnownDate | null
  readonly implemented: KnownDate | null
  /** Since when the status held: after the last thing told of, and by the day of which the source tells. */
  readonly status: KnownDate | null
}

/** The things in the order in which they happen to a proposal. */
export const course = ['raised', 'changeBoard', 'authority', 'implemented'] as const

/** The dates of what a source tells, each as far as it is known. */
export function statedDates(told: Told): StatedDates {
  const dateOf = (at: number): KnownDate | null => {
    const stated = told[course[at]!]
    if (stated !== 'undated') return stated
    const before = datesOf(told, course.slice(0, at))
    const after = datesOf(told, course.slice(at + 1))
    return between(newest(before.map(earliest)), oldest([...after.map(latest), told.statusOn]))
  }
  const [raised, changeBoard, authority, implemented] = course.map((_, at) => dateOf(at))
  return {
    raised: raised!,
    changeBoard: changeBoard!,
    authority: authority!,
    implemented: implemented!,
    status: told.statusOn && between(newest(happenedBy(told, told.statusOn)), told.statusOn),
  }
}

/** The two neighbours, if any, of which the later must have happened before the earlier. */
export function outOfOrder(told: Told): readonly [Thing, Thing] | undefined {
  const dated = course.filter((thing) => told[thing] !== null && told[thing] !== 'undated')
  for (const [at, later] of dated.entries())
    for (const earlier of dated.slice(0, at)) {
      const [from, to] = [earliest(told[earlier] as KnownDate), latest(told[later] as KnownDate)]
      if (from !== null && to !== null && to < from) return [earlier, later]
    }
  return undefined
}

export type Thing = (typeof course)[number]

function datesOf(told: Told, things: readonly Thing[]): readonly KnownDate[] {
  return things.flatMap((thing) => {
    const date = told[thing]
    return date === null || date === 'undated' ? [] : [date]
  })
}

function happenedBy(told: Told, day: Day): readonly (Day | null)[] {
  return datesOf(told, course)
    .map(earliest)
    .filter((from) => from !== null && from <= day)
}

function between(from: Day | null, to: Day | null): KnownDate {
  return knownBetween(from, from !== null && to !== null && to < from ? null : to)
}

const known = (days: readonly (Day | null)[]) => days.filter((day) => day !== null).toSorted()
const oldest = (days: readonly (Day | null)[]): Day | null => known(days)[0] ?? null
const newest = (days: readonly (Day | null)[]): Day | null => known(days).at(-1) ?? null
