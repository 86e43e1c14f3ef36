// A date known in part is an interval: the event fell on some day from its earliest to its latest. It is kept and
// shown as it was known, in a text form after ISO 8601-2.
import { type Day, endOfMonth, isDay, printDay, printMonth } from '#calendar/day.ts'

/**
 * A date as far as it is known: `2017-03-31`, `2016-07`, `2016`, `2016-04-01/2016-08-18` or `2016-07/2016-09`
 * (some day between), `../2014-07` (by), `2016-04-01/..` (from), `..` (not known). Every Day is a KnownDate.
 */
export type KnownDate = Day | (string & { readonly knownDate: unique symbol })

/** The date not known at all. */
export const notKnown = '..' as KnownDate

/** The known date that a text names, in its canonical text. Throws a RangeError that says what was expected and came. */
export function knownDate(text: string): KnownDate {
  const canonical = canonicalText(text)
  if (canonical !== undefined) return canonical
  throw new RangeError(
    'Expected a date as far as it is known (2017-03-31, 2016-07, 2016, 2016-04-01/2016-08-18 with the earlier first, ../2014-07, 2016-04-01/.. or ..), ' +
      `but got '${text}'`,
  )
}

/** Whether a value is a known date in its canonical text. */
export function isKnownDate(value: unknown): value is KnownDate {
  return typeof value === 'string' && canonicalText(value) === value
}

/** The known date of an event that fell on some day from one to the other, both included; null leaves that end open. */
export function knownBetween(from: Day | null, to: Day | null): KnownDate {
  return knownDate(`${from ?? '..'}/${to ?? '..'}`)
}

/** The first day on which it can have been, or null where nothing is known of that. */
export function earliest(date: KnownDate): Day | null {
  return firstDayOf(endsOf(date)[0])
}

/** The last day on which it can have been, or null where nothing is known of that. */
export function latest(date: KnownDate): Day | null {
  return lastDayOf(endsOf(date)[1])
}

/** Whether the date is known to the day. */
export function isExact(date: KnownDate): date is Day {
  return isDay(date)
}

/** The date as people write it: 'July 2016', 'between 1 April 2016 and 18 August 2016', 'by July 2014', 'date not known'. */
export function printKnownDate(date: KnownDate): string {
  const [from, to] = endsOf(date)
  if (from === to) return from === '..' ? 'date not known' : printEnd(from)
  if (from === '..') return `by ${printEnd(to)}`
  if (to === '..') return `from ${printEnd(from)}`
  return `between ${printEnd(from)} and ${printEnd(to)}`
}

/** The date within a sentence: 'on 31 March 2017', 'in July 2016', 'by July 2014', 'on a day not known'. */
export function printWhen(date: KnownDate): string {
  const [from, to] = endsOf(date)
  if (from !== to) return printKnownDate(date)
  if (from === '..') return 'on a day not known'
  return `${isDay(from) ? 'on' : 'in'} ${printEnd(from)}`
}

/** Orders known dates by their end, then by their start; an open end or start comes after every known one. */
export function compareKnownDates(one: KnownDate, other: KnownDate): number {
  return (
    compareOpenLast(latest(one), latest(other)) || compareOpenLast(earliest(one), earliest(other))
  )
}

/** Whether the event fell in the period for certain: its whole interval lies from the first to the last day of it. */
export function liesWithin(date: KnownDate, from: Day, to: Day): boolean {
  const [first, last] = [earliest(date), latest(date)]
  return first !== null && last !== null && from <= first && last <= to
}

/** Whether the event can have fallen in the period: some day of its interval lies from the first to the last day of it. */
export function mayLieWithin(date: KnownDate, from: Day, to: Day): boolean {
  const [first, last] = [earliest(date), latest(date)]
  return from <= to && (first === null || first <= to) && (last === null || from <= last)
}

/** How surely a state holds on a day. */
export type Certainty = 'certainly' | 'possibly' | 'not'

/**
 * How surely a state holds on a day. It holds from the last day of its opening interval to the day before the first
 * of its closing one; before the one begins and from the last day of the other on it does not; in between, possibly.
 * `closes` is null for a state that has not been closed, which differs from one closed on a day that is not known.
 */
export function certainty(opens: KnownDate, closes: KnownDate | null, on: Day): Certainty {
  const opensFirst = earliest(opens)
  const opensLast = latest(opens)
  if (opensFirst !== null && on < opensFirst) return 'not'
  const surelyOpened = opensLast !== null && opensLast <= on
  if (closes === null) return surelyOpened ? 'certainly' : 'possibly'
  const closesFirst = earliest(closes)
  const closesLast = latest(closes)
  if (closesLast !== null && closesLast <= on) return 'not'
  const surelyNotClosed = closesFirst !== null && on < closesFirst
  return surelyOpened && surelyNotClosed ? 'certainly' : 'possibly'
}

/**
 * An opening date with an unknown start opened by a code's default day: a date not known at all becomes that day,
 * a 'by' becomes an interval that begins with it. A default later than what is known changes nothing.
 */
export function openedByDefault(opens: KnownDate, defaultDay: Day): KnownDate {
  const [from, to] = endsOf(opens)
  if (from !== '..') return opens
  const last = lastDayOf(to)
  if (last === null) return defaultDay
  return defaultDay <= last ? knownDate(`${defaultDay}/${to}`) : opens
}

function canonicalText(text: string): KnownDate | undefined {
  const ends = text.split('/')
  if (ends.length > 2 || !ends.every(isEnd)) return undefined
  const [from, to] = [ends[0]!, ends.at(-1)!]
  if (from === to) return from as KnownDate
  const [first, last] = [firstDayOf(from), lastDayOf(to)]
  if (first !== null && last !== null && last < first) return undefined
  return first !== null && first === last ? first : (text as KnownDate)
}

function endsOf(date: KnownDate): readonly [string, string] {
  const slash = date.indexOf('/')
  return slash < 0 ? [date, date] : [date.slice(0, slash), date.slice(slash + 1)]
}

function isEnd(text: string): boolean {
  if (text === '..') return true
  if (/^\d{4}$/.test(text)) return isDay(`${text}-01-01`)
  if (/^\d{4}-\d{2}$/.test(text)) return isDay(`${text}-01`)
  return isDay(text)
}

function firstDayOf(end: string): Day | null {
  if (end === '..') return null
  return `${end}${'-01-01'.slice(end.length - 4)}` as Day
}

function lastDayOf(end: string): Day | null {
  if (end === '..') return null
  if (end.length === 4) return `${end}-12-31` as Day
  return end.length === 7 ? endOfMonth(`${end}-01` as Day) : (end as Day)
}

function printEnd(end: string): string {
  if (end.length === 4) return String(Number(end))
  return end.length === 7 ? printMonth(`${end}-01` as Day) : printDay(end as Day)
}

function compareOpenLast(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -1 : 1
}
