// The yearly reports of a code: which years the record covers, with what is on record of each.

import { z } from 'zod'
import { printDay } from '#calendar/day.ts'
import type { RegulatoryYear } from '#calendar/regulatory-year.ts'
import { asShown, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { marksOf, yearNamed } from './evaluate-objective.ts'
import { evaluationsKept } from './evaluation.ts'
import { shownStatus } from './lay-out-report.ts'
import type { ReportedCode, ReportedCodes } from './reported-code.ts'
import { yearWords } from './written.ts'
import { yearsOnRecord, yearsWithHappenings } from './years-on-record.ts'

const evaluation = z.object({
  objective: z.string(),
  name: z.string(),
  mark: z.string(),
  notes: z.string().nullable(),
  entered: shownDate,
  entries: z.array(z.string()),
})

const approval = z.object({
  version: z.string(),
  approver: z.string(),
  on: shownDate,
  entries: z.array(z.string()),
})

const reportInList = z.object({
  year: z.string(),
  words: z.string(),
  over: z.boolean(),
  happened: z.array(z.object({ words: z.string(), count: z.int() })),
  approvals: z.array(approval).meta({ description: 'The versions whose approval is on record' }),
  objectives: z.int().meta({ description: 'How many objectives held in the year' }),
  evaluations: z
    .array(evaluation)
    .meta({ description: 'The evaluations that stand, by objective' }),
})
export type ReportInList = z.infer<typeof reportInList>

/** The list of reports, newest year first. */
export function reportsView(codes: ReportedCodes) {
  return view({
    name: 'reports',
    at: '/reports',
    title: 'Reports',
    says: 'The years on which the record can report, newest first, with what is on record of each.',
    asked: z.object({}),
    gives: z.object({
      title: z.string().nullable().meta({ description: 'Null where no report is laid out' }),
      label: z.string().meta({ description: 'What the code calls its year' }),
      reports: z.array(reportInList),
    }),
    answer(reading) {
      const code = codes(reading.code)
      if (!code?.report) return { title: null, label: code?.yearLabel ?? 'Year', reports: [] }
      const happened = new Map(
        yearsWithHappenings(reading, code).map((one) => [one.year.name, one.happened]),
      )
      const years = yearsOnRecord(reading, code).map((name) => yearNamed(name, code.startsOn)!)
      return {
        title: code.report.cover.title,
        label: code.yearLabel,
        reports: years
          .toSorted((one, other) => (one.from < other.from ? 1 : -1))
          .map((year) => ({
            year: year.name,
            words: `${printDay(year.from)} to ${printDay(year.to)}`,
            over: year.to < reading.today,
            happened: [...(happened.get(year.name) ?? [])],
            approvals: approvalsOf(year, code, reading),
            ...evaluated(reading.on(year.to), year, code),
          })),
      }
    },
  })
}

function approvalsOf(year: RegulatoryYear, code: ReportedCode, reading: Reading) {
  const words = yearWords(year, code.startsOn)
  return (code.report?.statuses ?? []).flatMap((status) => {
    const { version, approver, decision } = shownStatus(status, words, reading)
    return decision ? [{ version, approver, on: decision.on, entries: decision.entries }] : []
  })
}

function evaluated(atEnd: Reading, year: RegulatoryYear, code: ReportedCode) {
  const marks = marksOf(atEnd.rulebook)
  const newest = new Map(
    atEnd
      .rows(evaluationsKept)
      .filter(({ data }) => data.year === year.name)
      .toSorted((one, other) => one.data.ordinal - other.data.ordinal)
      .map((row) => [row.data.objective, row]),
  )
  const objectives = atEnd.rulebook.objectives.filter(({ holds }) => holds !== 'not')
  return {
    objectives: objectives.length,
    evaluations: objectives.flatMap(({ id }) => {
      const row = newest.get(id)
      if (!row) return []
      const { mark, notes } = row.data
      return [
        {
          objective: id,
          name: code.report?.objectives[id]?.name ?? id,
          mark: marks.find((one) => one.mark === mark)?.label ?? mark,
          notes,
          entered: asShown(row.opens),
          entries: [...row.entries],
        },
      ]
    }),
  }
}
