// The report of a year, and each of its figures by itself.

import { z } from 'zod'
import { asShown, beneath, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { Fact } from './fact.ts'
import { factKinds } from './fact-kinds.ts'
import { shownFigure } from './lay-out-figures.ts'
import { groundFor, layOutReport, yearToReport } from './lay-out-report.ts'
import { type FigureShown, figureShown, reportShown } from './report-shown.ts'
import type { ReportedCodes } from './reported-code.ts'
import { yearsOnRecord } from './years-on-record.ts'

const yearAsked = z
  .string({ error: 'Name the year, such as 2016-17' })
  .max(20)
  .meta({ label: 'Year', description: 'The name of the year, such as 2016-17' })

/** The report of a year. */
export function reportView(codes: ReportedCodes) {
  return view({
    name: 'report',
    at: '/reports/:year',
    title: 'The report of a year',
    says: 'The yearly report: its figures, each counted from the record as it stood at the end of the year, its sections, tables, charts and objectives.',
    asked: z.object({ year: yearAsked }),
    gives: reportShown,
    answer(reading, { year }) {
      const found = reported(codes, reading, year)
      return found && layOutReport(reading, found.code, found.report, found.year)
    },
    each: (reading) => yearsOnRecord(reading, codes(reading.code)).map((year) => ({ year })),
  })
}

const factShown = z.object({
  key: z.string(),
  says: z.string(),
  href: z.string().nullable(),
  when: shownDate,
  ...beneath.shape,
})
export type FactShown = z.infer<typeof factShown>

export const explained = z.object({
  year: z.object({ name: z.string(), words: z.string() }),
  report: z.string(),
  ...figureShown.shape,
  of: z.object({ one: z.string(), many: z.string() }),
  counted: z.array(factShown),
  possible: z.array(factShown),
})
export type Explained = FigureShown & z.infer<typeof explained>

/** One figure, opened to the facts and entries beneath it. */
export function explainView(codes: ReportedCodes) {
  return view({
    name: 'explain',
    at: '/reports/:year/figures/:key',
    title: 'A figure and what lies beneath it',
    says: 'One figure of a yearly report: what it counts, and every fact that counts or possibly would, each with its entries.',
    asked: z.object({
      year: yearAsked,
      key: z
        .string({ error: 'Name the figure, such as parties.total' })
        .max(80)
        .meta({ label: 'Figure', description: 'Its key, such as parties.total' }),
    }),
    gives: explained,
    answer(reading, { year: name, key }) {
      const found = reported(codes, reading, name)
      const definition =
        found && Object.hasOwn(found.report.figures, key) ? found.report.figures[key] : undefined
      if (!found || !definition) return undefined
      const { code, report, year } = found
      const ground = groundFor(reading, code, report, year)
      const figure = ground.figure(key)
      const kind = factKinds[definition.of]!
      return {
        year: { name: year.name, words: ground.asking.words['year.span']! },
        report: report.cover.title,
        ...shownFigure(key, definition, figure),
        of: { one: kind.one, many: kind.many },
        counted: figure.counted.map(shownFact),
        possible: figure.possibly.map(shownFact),
      }
    },
    each: (reading) => {
      const code = codes(reading.code)
      const keys = Object.keys(code?.report?.figures ?? {})
      return yearsOnRecord(reading, code).flatMap((year) => keys.map((key) => ({ year, key })))
    },
  })
}

function reported(codes: ReportedCodes, reading: Reading, name: string) {
  const code = codes(reading.code)
  if (!code?.report) return undefined
  const year = yearToReport(name, code, reading)
  return year && { code, report: code.report, year }
}

function shownFact({ key, says, href, opens, basis, source, entries }: Fact): FactShown {
  return { key, says, href, when: asShown(opens), basis, source, entries: [...entries] }
}
