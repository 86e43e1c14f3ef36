// The years that a code's record covers: those in which something on record certainly happened.

import { addDays } from '#calendar/day.ts'
import { earliest, latest } from '#calendar/known-date.ts'
import { type RegulatoryYear, regulatoryYearOf } from '#calendar/regulatory-year.ts'
import type { Reading } from '#reading/reading.ts'
import { factKinds } from './fact-kinds.ts'
import type { ReportedCode } from './reported-code.ts'

/** The kinds of fact that happen on a day, and so belong to a year. */
const happenings = [
  'versions',
  'directions',
  'releases',
  'accessions',
  'exits',
  'meetings',
  'decisions',
  'consultations',
  'engagement',
  'surveys',
  'events',
] as const

export interface YearOnRecord {
  readonly year: RegulatoryYear
  /** How many of each kind happened in the year, those of which there are none left out. */
  readonly happened: readonly { readonly words: string; readonly count: number }[]
}

/** Every year with something on record, oldest first, with what there is. */
export function yearsWithHappenings(reading: Reading, code: ReportedCode): readonly YearOnRecord[] {
  const now = reading.on(reading.today)
  const years = new Map<string, { year: RegulatoryYear; counts: Map<string, number> }>()
  for (const name of happenings)
    for (const { opens } of factKinds[name]!.gather(now)) {
      const [from, to] = [earliest(opens), latest(opens)]
      if (from === null || to === null || from < code.recordStart || from > reading.today) continue
      const year = regulatoryYearOf(from, code.startsOn)
      if (to > year.to) continue
      const found = years.get(year.name) ?? { year, counts: new Map() }
      found.counts.set(name, (found.counts.get(name) ?? 0) + 1)
      years.set(year.name, found)
    }
  return [...years.values()]
    .toSorted((one, other) => (one.year.from < other.year.from ? -1 : 1))
    .map(({ year, counts }) => ({
      year,
      happened: happenings
        .filter((name) => counts.has(name))
        .map((name) => {
          const count = counts.get(name)!
          const { one, many } = factKinds[name]!
          return { words: `${count} ${count === 1 ? one : many}`, count }
        }),
    }))
}

/** The names of the years that can be asked for: those on record, and the one that ended last. */
export function yearsOnRecord(reading: Reading, code: ReportedCode | undefined): readonly string[] {
  if (!code?.report) return []
  const ended = regulatoryYearOf(
    addDays(regulatoryYearOf(reading.today, code.startsOn).from, -1),
    code.startsOn,
  )
  const names = yearsWithHappenings(reading, code).map(({ year }) => year.name)
  return [...new Set([...names, ...(ended.to >= code.recordStart ? [ended.name] : [])])]
}
