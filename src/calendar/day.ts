// A day as a value: 'YYYY-MM-DD', which sorts as text. A day ends at midnight where the code lives; which zone
// that is comes from the code's own data, so every function that needs a zone is handed one.
import { clockIn } from '#calendar/zone-clock.ts'

/** A day of the Gregorian calendar, 'YYYY-MM-DD', from 0001-01-01 to 9999-12-31; `<` orders days by time. */
export type Day = string & { readonly day: unique symbol }

/** The day that a text names. Throws a RangeError that says what was expected and what came. */
export function day(text: string): Day {
  if (isDay(text)) return text
  throw new RangeError(
    `Expected a day of the calendar written YYYY-MM-DD, such as 2017-03-31, but got ${shown(text)}`,
  )
}

/** Whether a value is a day of the calendar written YYYY-MM-DD. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!parts) return false
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= lengthOfMonth(year, month)
  )
}

/** The day a whole number of days later, or earlier where the number is negative. */
export function addDays(from: Day, days: number): Day {
  return dayOfSerial(serialOf(from) + whole(days, 'days'))
}

/** The same day of the month a whole number of months later; clipped to the end of a shorter month. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(from)
  const counted = year * 12 + (month - 1) + whole(months, 'months')
  const thenYear = Math.floor(counted / 12)
  const thenMonth = (((counted % 12) + 12) % 12) + 1
  return dayOfParts(thenYear, thenMonth, Math.min(dayOfMonth, lengthOfMonth(thenYear, thenMonth)))
}

/** How many days lie from one day to another: 0 for the same day, negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from)
}

const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** The name of a day of the week. */
export type Weekday = (typeof weekdays)[number]

/** Which day of the week it is. */
export function weekday(on: Day): Weekday {
  return weekdays[(((serialOf(on) + 3) % 7) + 7) % 7]!
}

/** The first day of the month that a day lies in. */
export function startOfMonth(on: Day): Day {
  return `${on.slice(0, 7)}-01` as Day
}

/** The last day of the month that a day lies in. */
export function endOfMonth(on: Day): Day {
  const { year, month } = partsOf(on)
  return dayOfParts(year, month, lengthOfMonth(year, month))
}

/** Whether a value is an instant in ISO 8601 with an offset or Z, such as 2017-03-31T16:00:00Z. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(millisecondsOf(value))
}

/**
 * The day it is at an instant, where the code lives.
 * Takes an IANA zone, such as the code's own, and an instant in ISO 8601 with offset. Throws on any other text.
 */
export function dayIn(zone: string, instant: string): Day {
  return day(clockIn(zone, millisecondsOrThrow(instant)).slice(0, 10))
}

/** The time of day, 'HH:MM:SS.mmm', that a clock shows at an instant in a zone. */
export function timeOfDayIn(zone: string, instant: string): string {
  const milliseconds = millisecondsOrThrow(instant)
  return `${clockIn(zone, milliseconds).slice(11)}.${padded(((milliseconds % 1000) + 1000) % 1000, 3)}`
}

/** The instant, in UTC and ISO 8601, at which a day begins in a zone: the first at which clocks there show that day. */
export function startOfDayIn(zone: string, on: Day): string {
  const midnight = serialOf(on) * millisecondsPerDay
  // No zone is more than a day from UTC, so the day begins in this span; clocks there never go back past midnight twice.
  let before = midnight - millisecondsPerDay
  let after = midnight + millisecondsPerDay
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (clockIn(zone, middle).slice(0, 10) < on) before = middle
    else after = middle
  }
  return isoInstant(after)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A day as people write it: '31 March 2017'. */
export function printDay(on: Day): string {
  return `${partsOf(on).dayOfMonth} ${printMonth(on)}`
}

/** A day with its day of the week: 'Friday 20 January 2017'. */
export function printDayWithWeekday(on: Day): string {
  return `${weekday(on)} ${printDay(on)}`
}

/** The month that a day lies in: 'March 2017'. */
export function printMonth(on: Day): string {
  const { year, month } = partsOf(on)
  return `${months[month - 1]} ${year}`
}

const millisecondsPerDay = 86_400_000

interface Parts {
  year: number
  month: number
  dayOfMonth: number
}

function partsOf(on: Day): Parts {
  return {
    year: Number(on.slice(0, 4)),
    month: Number(on.slice(5, 7)),
    dayOfMonth: Number(on.slice(8, 10)),
  }
}

function dayOfParts(year: number, month: number, dayOfMonth: number): Day {
  if (year < 1 || year > 9999)
    throw new RangeError(`Expected a day in the years 1 to 9999, but counted into the year ${year}`)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as Day
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

// Days counted from 1970-01-01, over years that begin in March so that the leap day comes last, in the
// 400-year cycles (146,097 days) of the Gregorian calendar.
const daysPerCycle = 146_097
const daysToEpoch = 719_468

function serialOf(on: Day): number {
  const { year, month, dayOfMonth } = partsOf(on)
  const marchYear = month > 2 ? year : year - 1
  const cycle = Math.floor(marchYear / 400)
  const yearOfCycle = marchYear - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * daysPerCycle + dayOfCycle - daysToEpoch
}

function dayOfSerial(serial: number): Day {
  const shifted = serial + daysToEpoch
  const cycle = Math.floor(shifted / daysPerCycle)
  const dayOfCycle = shifted - cycle * daysPerCycle
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = ((monthFromMarch + 2) % 12) + 1
  return dayOfParts(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
}

function whole(count: number, unit: string): number {
  if (Number.isSafeInteger(count)) return count
  throw new RangeError(`Expected a whole number of ${unit}, but got ${count}`)
}

function millisecondsOf(instant: string): number {
  const form = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
  const parts = form.exec(instant)
  return parts && isDay(parts[1]) ? Date.parse(instant) : Number.NaN
}

function millisecondsOrThrow(instant: string): number {
  const milliseconds = millisecondsOf(instant)
  if (!Number.isNaN(milliseconds)) return milliseconds
  throw new RangeError(
    `Expected an instant with its offset, such as 2017-03-31T16:00:00Z, but got ${shown(instant)}`,
  )
}

function isoInstant(milliseconds: number): string {
  const serial = Math.floor(milliseconds / millisecondsPerDay)
  const rest = milliseconds - serial * millisecondsPerDay
  const time = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60]
    .map((value) => padded(Math.floor(value), 2))
    .join(':')
  return `${dayOfSerial(serial)}T${time}.${padded(rest % 1000, 3)}Z`
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}
