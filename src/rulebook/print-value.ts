// A value of the rulebook in words.

import { isDay, printDay } from '#calendar/day.ts'
import type { ParameterValue } from '#rulebook/rulebook-file.ts'

/** The value as it is read: '15 Working Days', 'yes', 'one; two', '5 rows', 'not known'. */
export function printValue(value: ParameterValue | undefined, unit?: string | undefined): string {
  if (value === undefined) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return printNumber(value, unit)
  if (typeof value === 'string') return printText(value, unit)
  if (value.some((item) => typeof item === 'object'))
    return value.length === 1 ? '1 row' : `${value.length} rows`
  return value.map(String).join('; ')
}

/** A day of any year, such as '04-01', is read as '1 April'. */
function printText(value: string, unit: string | undefined): string {
  const everyYear = `2000-${value}`
  if (/^\d\d-\d\d$/.test(value) && isDay(everyYear)) return printDay(everyYear).replace(' 2000', '')
  return unit && /^[\d.]+$/.test(value) ? `${value} ${unit}` : value
}

function printNumber(value: number, unit: string | undefined): string {
  const digits = value.toLocaleString('en-GB', { maximumFractionDigits: 10 })
  if (unit === undefined) return digits
  if (unit === 'money') return `${digits} in the code’s currency`
  if (unit === 'percent') return `${digits}%`
  return `${digits} ${value === 1 ? (ones.get(unit) ?? unit) : unit}`
}

const ones = new Map([
  ['Working Days', 'Working Day'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['hours', 'hour'],
  ['people', 'person'],
  ['votes', 'vote'],
  ['meetings', 'meeting'],
  ['points', 'point'],
])
