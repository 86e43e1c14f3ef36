// Which days are Working Days under the rulebook of a day.
import type { Day } from '#calendar/day.ts'
import type { Holiday } from '#calendar/holidays.ts'
import { type WorkingDayCalendar, workingDayCalendar } from '#calendar/working-days.ts'
import type { Code } from '#rulebook/code.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

/**
 * The calendar by which a code counts under a rulebook: its own weekend, and the holidays of the divisions that the
 * parameter workingDays.divisions lists. With `knownOn`, only holidays that were public on that day count.
 * Throws where the rulebook does not state the parameter, or a division has no holidays.
 */
export function calendarOf(
  { code, holidays }: { readonly code: Code; readonly holidays: readonly Holiday[] },
  rulebook: Rulebook,
  knownOn?: Day,
): WorkingDayCalendar {
  return workingDayCalendar(holidays, {
    divisions: rulebook.list('workingDays.divisions').map(String),
    weekend: code.weekend,
    knownOn,
  })
}
