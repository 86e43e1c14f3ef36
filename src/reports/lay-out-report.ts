// A report for one year, laid out from the record: cover, figures, sections, tables, charts, objectives.

import { decisionsKept, decisionWords, nameOfDecider } from '#bodies/index.ts'
import { printDay } from '#calendar/day.ts'
import type { RegulatoryYear } from '#calendar/regulatory-year.ts'
import { asShown, beneathOf } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { marksOf, yearNamed } from './evaluate-objective.ts'
import { evaluationsKept } from './evaluation.ts'
import { askingFor, type YearOfCode } from './find-figure.ts'
import { type Ground, groundOf, shownChart, shownFigure, shownTable } from './lay-out-figures.ts'
import { shownSections } from './lay-out-sections.ts'
import type { ReportFile } from './report-file.ts'
import type { ObjectiveShown, ReportShown, StatusShown } from './report-shown.ts'
import type { ReportedCode } from './reported-code.ts'
import { runsOf, withYear, type YearWords } from './written.ts'

/** The year of a name that a code can report on: one that its record can cover and that has begun; else nothing. */
export function yearToReport(
  name: string,
  { startsOn, recordStart }: ReportedCode,
  { today }: Reading,
): RegulatoryYear | undefined {
  const year = yearNamed(name, startsOn)
  return year && year.to >= recordStart && year.from <= today ? year : undefined
}

/** Everything of one report that can be asked for by itself. */
export function groundFor(
  reading: Reading,
  code: ReportedCode,
  report: ReportFile,
  year: RegulatoryYear,
): Ground {
  const of: YearOfCode = { year, startsOn: code.startsOn, recordStart: code.recordStart }
  return groundOf(report, askingFor(reading, of), of)
}

/** The whole report of a year. */
export function layOutReport(
  reading: Reading,
  code: ReportedCode,
  report: ReportFile,
  year: RegulatoryYear,
): ReportShown {
  const ground = groundFor(reading, code, report, year)
  const { words } = ground.asking
  const atEnd = reading.on(year.to)
  const figures = Object.entries(report.figures)
  const { cover } = report
  const mapped = <In, Out>(named: Readonly<Record<string, In>>, make: (one: In) => Out) =>
    Object.fromEntries(Object.entries(named).map(([id, one]) => [id, make(one)]))
  const classes = atEnd.rulebook.informationClasses
  return {
    year: {
      name: year.name,
      label: code.yearLabel,
      from: year.from,
      to: year.to,
      words: `${printDay(year.from)} to ${printDay(year.to)}`,
      over: year.to < reading.today,
    },
    title: cover.title,
    code: { title: code.title, short: code.short },
    says: withYear(cover.says, words),
    class: {
      id: cover.class,
      label: classes.find(({ id }) => id === cover.class)?.label ?? capitalised(cover.class),
      says: cover.classSays,
    },
    clause: cover.clause ?? null,
    source: cover.source,
    status: report.statuses.map((status) => shownStatus(status, words, atEnd)),
    figures: Object.fromEntries(figures.map(([key]) => [key, ground.figure(key).value])),
    details: Object.fromEntries(
      figures.map(([key, definition]) => [key, shownFigure(key, definition, ground.figure(key))]),
    ),
    sections: shownSections(ground),
    tables: mapped(report.tables, (table) => shownTable(table, ground)),
    charts: mapped(report.charts, (chart) => shownChart(chart, ground)),
    objectives: shownObjectives(ground, atEnd),
    glossary: [...report.glossary],
  }
}

/** A version of the report, and the decision on record that approved it. */
export function shownStatus(
  { version, description, approval }: ReportFile['statuses'][number],
  words: YearWords,
  reading: Reading,
): StatusShown {
  const subject = withYear(approval.subject, words)
  const row = reading
    .rows(decisionsKept)
    .find(
      ({ data }) =>
        data.body === approval.body && data.subject === subject && data.decision === 'approved',
    )
  return {
    version,
    description,
    approver: nameOfDecider(approval.body, reading),
    decision: row
      ? {
          words: decisionWords[row.data.decision],
          on: asShown(row.opens),
          href: `/decisions/${row.key}`,
          ...beneathOf(row),
        }
      : null,
  }
}

/** The objectives that held in the year, each with the newest evaluation of it and what speaks for it. */
function shownObjectives({ report, asking, figure, of }: Ground, atEnd: Reading): ObjectiveShown[] {
  const marks = marksOf(atEnd.rulebook)
  const evaluations = atEnd
    .rows(evaluationsKept)
    .filter(({ data }) => data.year === of.year.name)
    .toSorted((one, other) => other.data.ordinal - one.data.ordinal)
  return atEnd.rulebook.objectives
    .filter(({ holds }) => holds !== 'not')
    .map(({ id, kind, text, clause }) => {
      const evaluation = evaluations.find(({ data }) => data.objective === id)
      const told = report.objectives[id]
      const mark = evaluation?.data.mark
      return {
        id,
        name: told?.name ?? id,
        kind,
        text,
        clause: clause ?? null,
        mark:
          mark === undefined
            ? null
            : { id: mark, label: marks.find((one) => one.mark === mark)?.label ?? mark },
        notes: evaluation?.data.notes ?? null,
        evaluated: evaluation ? asShown(evaluation.opens) : null,
        entries: [...(evaluation?.entries ?? [])],
        evidence: (told?.evidence ?? [])
          .filter(({ years }) => !years || years.includes(of.year.name))
          .map((one) => ({
            runs: [...runsOf(one.text, asking.words, figure)],
            source: one.source ?? null,
          })),
      }
    })
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
