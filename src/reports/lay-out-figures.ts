// Every figure of a report for its year, and the tables and charts that are made of figures and facts.

import { earliest, isExact, latest, printKnownDate } from '#calendar/known-date.ts'
import type { ChartDefinition } from './chart-definition.ts'
import type { Fact } from './fact.ts'
import type { FigureDefinition } from './figure-definition.ts'
import type { Asking, FigureFound, YearOfCode } from './find-figure.ts'
import type { ReportFile } from './report-file.ts'
import type { ChartShown, FigureShown, TableShown } from './report-shown.ts'
import type { TableDefinition } from './table-definition.ts'
import { plainOf, runsOf, withYear } from './written.ts'

/** What a report is laid out from: its data, and the reading of one year. */
export interface Ground {
  readonly report: ReportFile
  readonly asking: Asking
  readonly of: YearOfCode
  readonly figure: (key: string) => FigureFound
}

/** The ground of a report; each figure is found once. */
export function groundOf(report: ReportFile, asking: Asking, of: YearOfCode): Ground {
  const found = new Map<string, FigureFound>()
  return {
    report,
    asking,
    of,
    figure: (key) => {
      const figure = found.get(key) ?? asking.find(report.figures[key]!)
      found.set(key, figure)
      return figure
    },
  }
}

/** A figure with its definition and what lies beneath it. */
export function shownFigure(
  key: string,
  definition: FigureDefinition,
  { value, printed, counted, possibly }: FigureFound,
): FigureShown {
  const known = (basis: Fact['basis']) => counted.filter((fact) => fact.basis === basis).length
  return {
    key,
    label: definition.label,
    value,
    printed,
    unit: definition.unit ?? null,
    means: definition.means,
    facts: counted.length,
    possibly: possibly.length,
    bases: {
      'decided-here': known('decided-here'),
      'on-record': known('on-record'),
      'known-by-count': known('known-by-count'),
      illustrative: known('illustrative'),
    },
    entries: [...new Set(counted.flatMap(({ entries }) => entries))],
  }
}

/** A table with its cells. */
export function shownTable(table: TableDefinition, { asking, figure }: Ground): TableShown {
  const caption = withYear(table.caption, asking.words)
  if (!('facts' in table))
    return {
      caption,
      columns: [...table.columns],
      rows: table.rows.map(({ label, figures, total }) => ({
        label,
        href: null,
        cells: figures.map((key) => ({ text: key ? figure(key).printed : '', figure: key })),
        basis: null,
        entries: [],
        total: total ?? false,
      })),
      figures: true,
      empty: null,
    }
  const { counted } = asking.choose(table.facts)
  return {
    caption,
    columns: table.columns.map(({ label }) => label),
    rows: counted.map((fact) => ({
      label: cell(fact, table.columns[0]!.field),
      href: fact.href,
      cells: table.columns.slice(1).map(({ field }) => ({ text: cell(fact, field), figure: null })),
      basis: fact.basis,
      entries: [...fact.entries],
      total: false,
    })),
    figures: false,
    empty: table.empty,
  }
}

function cell(fact: Fact, field: string): string {
  if (field === 'says') return fact.says
  if (field === 'when') return printKnownDate(fact.opens)
  if (field === 'source') return fact.source ?? ''
  const value = fact.fields[field] ?? null
  if (value === null) return 'not known'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** A chart with its data; addresses are those of this code, without its base. */
export function shownChart(chart: ChartDefinition, ground: Ground): ChartShown {
  const { asking, figure } = ground
  const said = (text: string) => plainOf(runsOf(text, asking.words, figure))
  return {
    number: chart.number,
    title: chart.title,
    finding: said(chart.finding),
    note: chart.note ? said(chart.note) : null,
    chart: drawing(chart, ground),
  }
}

function drawing(chart: ChartDefinition, ground: Ground): ChartShown['chart'] {
  const { asking, figure, of } = ground
  switch (chart.kind) {
    case 'events': {
      const from = chart.span === 'record' ? of.recordStart : of.year.from
      return {
        kind: 'events',
        from,
        to: of.year.to,
        groups: chart.groups.map((group) => ({
          label: group.label,
          events: asking.choose(group).counted.map((fact) => dated(fact, from, of.year.to)),
        })),
        ...(chart.span === 'record'
          ? { marked: { day: of.year.from, label: `${of.year.name} begins` } }
          : {}),
      }
    }
    case 'bars':
      return {
        kind: 'bars',
        of: chart.of,
        bars: chart.bars.map(({ label, figure: key }) => {
          const { value, printed } = figure(key)
          return {
            label,
            value: typeof value === 'number' ? value : 0,
            printed,
            href: figureAddress(of.year.name, key),
          }
        }),
      }
    case 'outcomes': {
      const { counted } = asking.choose(chart.facts)
      const { rows, parts } = chart
      const rowOf = (fact: Fact) => String(fact.fields[rows.field] ?? rows.none)
      const partOf = (fact: Fact) => String(fact.fields[parts.field] ?? parts.none)
      const known = [...new Set(counted.map(rowOf))].sort()
      return {
        kind: 'outcomes',
        of: chart.of,
        rows: [
          ...known.filter((row) => row !== rows.none),
          ...known.filter((row) => row === rows.none),
        ].map((label) => ({
          label,
          parts: [
            ...Map.groupBy(
              counted.filter((fact) => rowOf(fact) === label),
              partOf,
            ),
          ].map(([part, facts]) => ({
            label: part,
            value: facts.length,
            tone: parts.tones[part] ?? parts.otherwise,
          })),
        })),
      }
    }
  }
}

function dated(fact: Fact, from: string, to: string) {
  const { says, href, opens } = fact
  return {
    label: says,
    when: printKnownDate(opens),
    from: earliest(opens) ?? from,
    ...(isExact(opens) ? {} : { to: latest(opens) ?? to }),
    ...(href ? { href } : {}),
  }
}

/** The page that opens a figure to the entries beneath it. */
export function figureAddress(year: string, key: string): string {
  return `/reports/${year}/figures/${key}`
}
