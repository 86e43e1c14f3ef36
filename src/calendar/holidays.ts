// The days that are no Working Days, as a code's holidays file lists them.
import { parse } from 'csv-parse/sync'
import { type Day, isDay } from '#calendar/day.ts'

/** A holiday of one division of a country. `knownFrom` is the day since when it was public; null means always. */
export interface Holiday {
  readonly division: string
  readonly date: Day
  readonly name: string
  readonly knownFrom: Day | null
}

const columns = ['division', 'date', 'name', 'known_from'] as const

/**
 * The holidays that a CSV text lists; it has a header row with at least division, date, name and known_from.
 * Throws one Error that names every bad row by file and line, the column, what came and what was expected.
 */
export function holidaysFromCsv(text: string, file: string): readonly Holiday[] {
  const [header, ...rows] = recordsOf(text, file)
  const missing = columns.filter((column) => !header?.record.includes(column))
  if (!header || missing.length > 0)
    throw new Error(
      `${file}:1: expected a header row with the columns ${columns.join(', ')}, but ${missing.join(', ')} is missing`,
    )
  const faults: string[] = []
  const seen = new Set<string>()
  const holidays = rows.map(({ record, line }): Holiday => {
    const cell = (column: (typeof columns)[number]) => record[header.record.indexOf(column)] ?? ''
    const fault = (column: string, expected: string, came: string) =>
      faults.push(`${file}:${line}: ${column}: expected ${expected}, but got '${came}'`)
    const [division, date, name, knownFrom] = columns.map(cell) as [string, string, string, string]
    if (!division) fault('division', 'the name of a division', division)
    if (!name) fault('name', 'the name of the holiday', name)
    if (!isDay(date)) fault('date', 'a day written YYYY-MM-DD', date)
    if (knownFrom && !isDay(knownFrom))
      fault('known_from', 'a day written YYYY-MM-DD, or nothing', knownFrom)
    if (seen.has(`${division} ${date}`)) fault('date', `each day of ${division} once`, date)
    seen.add(`${division} ${date}`)
    return { division, date: date as Day, name, knownFrom: knownFrom ? (knownFrom as Day) : null }
  })
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return holidays
}

interface Row {
  readonly record: readonly string[]
  readonly line: number
}

function recordsOf(text: string, file: string): readonly Row[] {
  try {
    const rows = parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    throw new Error(`${file}: expected comma-separated rows of equal length: ${String(error)}`)
  }
}
