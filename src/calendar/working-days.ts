// Counting in Working Days: days that are neither of the weekend nor a holiday of the divisions that a code counts by.
import { addDays, type Day, day, dayIn, timeOfDayIn, type Weekday, weekday } from '#calendar/day.ts'
import type { Holiday } from '#calendar/holidays.ts'

/** A calendar to count Working Days by. It covers the days from first to last and refuses every other. */
export interface WorkingDayCalendar {
  readonly divisions: readonly string[]
  readonly first: Day
  readonly last: Day
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlyMap<Day, string>
}

/** How a calendar is made: of which divisions' holidays, as publicly known on which day, with which weekend. */
export interface CalendarChoice {
  /** One or more divisions; of several, a holiday in any one counts (their union). */
  readonly divisions: readonly string[]
  /** Leaves out holidays that were not yet public on this day. All of them count where it is absent. */
  readonly knownOn?: Day | undefined
  readonly weekend?: readonly Weekday[]
}

/**
 * The calendar of one or more divisions. It covers the years for which every one of them has holidays.
 * Throws a RangeError for a division without holidays, or with a year missing in between.
 */
export function workingDayCalendar(
  holidays: readonly Holiday[],
  { divisions, knownOn, weekend = ['Saturday', 'Sunday'] }: CalendarChoice,
): WorkingDayCalendar {
  if (divisions.length === 0)
    throw new RangeError('Expected at least one division whose holidays count, but got none')
  const covered = divisions.map((division) => yearsOf(holidays, division))
  const [from, to] = [Math.max(...covered.map(([a]) => a)), Math.min(...covered.map(([, b]) => b))]
  if (from > to)
    throw new RangeError(
      `The holidays of ${divisions.join(' and ')} have no year in common; add the missing years`,
    )
  const counting = holidays.filter(
    ({ division, knownFrom }) =>
      divisions.includes(division) && (!knownOn || !knownFrom || knownFrom <= knownOn),
  )
  return {
    divisions,
    first: day(`${String(from).padStart(4, '0')}-01-01`),
    last: day(`${String(to).padStart(4, '0')}-12-31`),
    weekend,
    holidays: new Map(counting.map(({ date, name }) => [date, name])),
  }
}

/** Whether a day is a Working Day. Throws a RangeError for a day that the calendar does not cover. */
export function isWorkingDay(calendar: WorkingDayCalendar, on: Day): boolean {
  if (on < calendar.first || calendar.last < on)
    throw new RangeError(
      `The calendar of ${calendar.divisions.join(' and ')} covers ${calendar.first} to ${calendar.last}, ` +
        `but ${on} was asked for; add the holidays of that year to the code's holidays file`,
    )
  return !calendar.weekend.includes(weekday(on)) && !calendar.holidays.has(on)
}

/**
 * The last day of a period of so many Working Days after an event. The day of the event is day 0 whether it is
 * a Working Day or not, so a period of none ends on it.
 */
export function addWorkingDays(calendar: WorkingDayCalendar, event: Day, count: number): Day {
  return step(calendar, event, count, 1)
}

/** The last day on which a thing is done at least so many Working Days before an event: the Nth one back. */
export function workingDayBack(calendar: WorkingDayCalendar, event: Day, count: number): Day {
  return step(calendar, event, count, -1)
}

/** The first day on which a meeting is more than so many Working Days after an event. */
export function firstMeetingMoreThan(calendar: WorkingDayCalendar, event: Day, count: number): Day {
  return addWorkingDays(calendar, event, count + 1)
}

/**
 * The last day of a consultation open for so many Working Days. Where the day of issue counts, it is day 1, or
 * the next Working Day is where it was issued on none; where it does not count, it is day 0.
 */
export function lastDayOpen(
  calendar: WorkingDayCalendar,
  issued: Day,
  count: number,
  { issueDayCounts }: { readonly issueDayCounts: boolean },
): Day {
  if (!issueDayCounts) return addWorkingDays(calendar, issued, count)
  if (!(Number.isSafeInteger(count) && count >= 1))
    throw new RangeError(
      `Expected a consultation open for one Working Day or more, but got ${count}`,
    )
  return addWorkingDays(calendar, addDays(issued, -1), count)
}

/** How many Working Days lie from one day to another, both counted. Throws a RangeError where the second is earlier. */
export function countWorkingDaysInclusive(
  calendar: WorkingDayCalendar,
  from: Day,
  to: Day,
): number {
  if (to < from)
    throw new RangeError(`Expected the days to count in order, but got ${from} and then ${to}`)
  let count = 0
  for (let on = from; on <= to; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) count += 1
  return count
}

/**
 * The Working Day on which a notice counts as received: the day it came, or the next Working Day where it came
 * after the cut-off ('HH:MM' by the clocks of the zone; on the stroke is in time) or on no Working Day.
 */
export function receivedOn(
  calendar: WorkingDayCalendar,
  instant: string,
  { zone, cutOff }: { readonly zone: string; readonly cutOff: string },
): Day {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff))
    throw new RangeError(`Expected a cut-off time of day such as 17:00, but got '${cutOff}'`)
  const came = dayIn(zone, instant)
  const inTime = timeOfDayIn(zone, instant) <= `${cutOff}:00.000`
  return inTime && isWorkingDay(calendar, came) ? came : addWorkingDays(calendar, came, 1)
}

function step(calendar: WorkingDayCalendar, event: Day, count: number, direction: 1 | -1): Day {
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`Expected a whole number of Working Days, 0 or more, but got ${count}`)
  let on = event
  for (let left = count; left > 0; ) {
    on = addDays(on, direction)
    if (isWorkingDay(calendar, on)) left -= 1
  }
  return on
}

function yearsOf(holidays: readonly Holiday[], division: string): readonly [number, number] {
  const years = new Set<number>()
  for (const holiday of holidays)
    if (holiday.division === division) years.add(Number(holiday.date.slice(0, 4)))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  if (years.size === 0) {
    const known = [...new Set(holidays.map((holiday) => holiday.division))].join(', ') || 'none'
    throw new RangeError(`Expected a division with holidays (${known}), but got '${division}'`)
  }
  if (years.size !== to - from + 1)
    throw new RangeError(
      `The holidays of ${division} leave out a year between ${from} and ${to}; add its holidays to the file`,
    )
  return [from, to]
}
