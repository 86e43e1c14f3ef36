// The year a code accounts by, which need not begin in January: '2016-17' from 1 April 2016, or '2026' from 1 January.
import { addDays, addMonths, type Day, day, isDay } from '#calendar/day.ts'

/** A Regulatory Year by its name, with its first and its last day. */
export interface RegulatoryYear {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/**
 * The Regulatory Year of a name, given the month and day on which years begin ('MM-DD', such as 04-01).
 * A year within one calendar year is named '2026', any other '2016-17'. Throws a RangeError for any other name.
 */
export function regulatoryYear(name: string, startsOn: string): RegulatoryYear {
  const first = /^\d{4}/.exec(name)?.[0]
  const year = first ? yearBeginning(Number(first), startsOn) : undefined
  if (year?.name === name) return year
  const example = yearBeginning(2016, startsOn).name
  throw new RangeError(
    `Expected the name of a Regulatory Year, such as ${example}, but got '${name}'`,
  )
}

/** The Regulatory Year in which a day lies, given the month and day on which years begin ('MM-DD'). */
export function regulatoryYearOf(on: Day, startsOn: string): RegulatoryYear {
  const year = Number(on.slice(0, 4))
  return yearBeginning(on.slice(5) < startsOn ? year - 1 : year, startsOn)
}

function yearBeginning(year: number, startsOn: string): RegulatoryYear {
  if (startsOn === '02-29' || !isDay(`2016-${startsOn}`))
    throw new RangeError(
      `Expected the month and day on which every year begins, such as 04-01, but got '${startsOn}'`,
    )
  const from = day(`${String(year).padStart(4, '0')}-${startsOn}`)
  const to = addDays(addMonths(from, 12), -1)
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return { name: first === last ? first : `${first}-${last.slice(2)}`, from, to }
}
