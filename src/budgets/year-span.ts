// The years that a name spans: '2017-18' is one Regulatory Year, '2017-20' is three, '2026' is one within a calendar year.

/** From the year in which it begins to the year in which it ends. */
export interface YearSpan {
  readonly from: number
  readonly to: number
}

/** The span that a name says, or nothing where it says none. The second number has two digits, as in 1999-02. */
export function yearSpan(name: string): YearSpan | undefined {
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(name)
  if (!parts) return undefined
  const from = Number(parts[1])
  if (parts[2] === undefined) return { from, to: from }
  const inCentury = from - (from % 100) + Number(parts[2])
  const to = inCentury > from ? inCentury : inCentury + 100
  return { from, to }
}

/** Whether a name is that of one year, and not of several. */
export function isOneYear(name: string): boolean {
  const span = yearSpan(name)
  return span !== undefined && span.to - span.from <= 1
}

/** Whether a year lies in a span. */
export function spansYear(years: string, year: string): boolean {
  const [whole, part] = [yearSpan(years), yearSpan(year)]
  return whole !== undefined && part !== undefined && whole.from <= part.from && part.to <= whole.to
}
