// The blocks of a report: sentences with live figures, tables, charts, objectives and glossary.

import type { JSX } from 'preact'
import { type Chart, ChartFigure } from '#web/chart.tsx'
import { Figure, FigureTable, type FigureValue } from '#web/figure.tsx'
import { BasisMark, StateMark } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import { Glossary } from '#web/prose.tsx'
import { ScrollRegion } from '#web/scroll-region.tsx'
import { figureAddress } from './lay-out-figures.ts'
import type {
  BlockShown,
  ChartShown,
  FigureShown,
  ObjectiveShown,
  ReportShown,
  RunShown,
  TableShown,
} from './report-shown.ts'

interface Placed {
  readonly report: ReportShown
  readonly showing: Showing
}

/** One block of a section. */
export function ReportBlock({ block, ...placed }: Placed & { block: BlockShown }): JSX.Element {
  const { report } = placed
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} {...placed} />
          <Source source={block.source} />
        </p>
      )
    case 'list':
      return (
        <>
          <ul>
            {block.items.map((item, at) => (
              <li key={at}>
                <Runs runs={item} {...placed} />
              </li>
            ))}
          </ul>
          {block.source && (
            <p>
              <Source source={block.source} />
            </p>
          )}
        </>
      )
    case 'table':
      return <ReportTable table={report.tables[block.id]!} {...placed} />
    case 'chart':
      return <ReportChart id={block.id} shown={report.charts[block.id]!} {...placed} />
    case 'show':
      return <Laid what={block.what} {...placed} />
  }
}

function Laid({ what, ...placed }: Placed & { what: 'evaluations' | 'objectives' | 'glossary' }) {
  const { report } = placed
  switch (what) {
    case 'evaluations':
      return <Evaluations {...placed} />
    case 'objectives':
      return (
        <ul>
          {report.objectives.map(({ id, name, text, clause }) => (
            <li key={id} id={`objective-${id}`}>
              <b>{name}</b>
              {clause && ` (${clause})`}: {text}
            </li>
          ))}
        </ul>
      )
    case 'glossary':
      return (
        <Glossary
          terms={report.glossary.map(({ term, meaning }) => ({
            id: `term-${term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
            term,
            meaning,
          }))}
        />
      )
  }
}

/** Words and figures; every figure is a link to what lies beneath it. */
export function Runs({ runs, report, showing }: Placed & { runs: readonly RunShown[] }) {
  return (
    <>
      {runs.map(({ text, figure }, at) =>
        figure === null ? (
          text
        ) : (
          <Figure
            key={at}
            value={text}
            href={showing.link(figureAddress(report.year.name, figure))}
            of={report.details[figure]!.label}
          />
        ),
      )}
    </>
  )
}

function Source({ source }: { source: string | null }): JSX.Element | null {
  return source === null ? null : (
    <>
      {' '}
      <small class="quiet">Source: {source}.</small>
    </>
  )
}

function ReportTable({ table, ...placed }: Placed & { table: TableShown }): JSX.Element {
  if (table.figures) return <TableOfFigures table={table} {...placed} />
  const { caption, columns, rows, empty } = table
  if (rows.length === 0) return <p class="quiet">{empty}</p>
  const { link, entries } = placed.showing
  return (
    <ScrollRegion label={caption}>
      <table class="dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">How we know</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, href, cells, basis, entries: ids }, at) => (
            <tr key={at}>
              <th scope="row">{href ? <a href={link(href)}>{label}</a> : label}</th>
              {cells.map(({ text }, cell) => (
                <td key={columns[cell + 1]}>{text}</td>
              ))}
              <td>
                <a href={entries(ids)}>
                  {ids.length === 1 ? 'entry' : 'entries'}
                  <span class="unseen"> beneath {label}</span>
                </a>{' '}
                {basis && basis !== 'decided-here' && <BasisMark basis={basis} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function TableOfFigures({ table, report, showing }: Placed & { table: TableShown }) {
  const value = (cell: TableShown['rows'][number]['cells'][number]): FigureValue | null => {
    const figure = cell.figure === null ? undefined : report.details[cell.figure]
    if (!figure || figure.value === null) return null
    const basis = basisOf(figure)
    return {
      value: cell.text,
      href: showing.link(figureAddress(report.year.name, figure.key)),
      ...(basis ? { basis } : {}),
    }
  }
  return (
    <FigureTable
      caption={table.caption}
      columns={table.columns as [string, ...string[]]}
      rows={table.rows.map(({ label, cells, total }) => ({
        label,
        figures: cells.map(value),
        total,
      }))}
    />
  )
}

/** What to say beside a figure: that it rests on illustrative facts, or on a count alone. */
function basisOf({ bases }: FigureShown) {
  if (bases.illustrative > 0) return 'illustrative' as const
  return bases['known-by-count'] > 0 ? ('known-by-count' as const) : undefined
}

function ReportChart({ id, shown, showing }: Placed & { id: string; shown: ChartShown }) {
  const { number, title, finding, note, chart } = shown
  if (isEmpty(chart))
    return (
      <p class="quiet">
        {number}, {title}: nothing is on record to draw.
      </p>
    )
  return (
    <ChartFigure
      id={`chart-${id}`}
      finding={`${number}. ${finding}`}
      chart={withLinks(chart, showing.link)}
      note={note ?? undefined}
    />
  )
}

function isEmpty(chart: ChartShown['chart']): boolean {
  switch (chart.kind) {
    case 'events':
      return chart.groups.every(({ events }) => events.length === 0)
    case 'bars':
      return chart.bars.every(({ value }) => value === 0)
    case 'outcomes':
      return chart.rows.length === 0
  }
}

/** The chart with its links as the page needs them; groups without anything in them are left out. */
function withLinks(chart: ChartShown['chart'], link: (href: string) => string): Chart {
  const linked = <One extends { href?: string | undefined }>(one: One): One =>
    one.href === undefined ? one : { ...one, href: link(one.href) }
  switch (chart.kind) {
    case 'events':
      return {
        ...chart,
        groups: chart.groups
          .filter(({ events }) => events.length > 0)
          .map((group) => ({ ...group, events: group.events.map(linked) })),
      }
    case 'bars':
      return { ...chart, bars: chart.bars.map(linked) }
    case 'outcomes':
      return {
        ...chart,
        rows: chart.rows.map((row) => ({ ...row, parts: row.parts.map(linked) })),
      }
  }
}

function Evaluations({ report, showing }: Placed): JSX.Element {
  const caption = `The objectives in ${report.year.name}`
  if (report.objectives.length === 0)
    return <p class="quiet">The rulebook of the year names no objectives.</p>
  return (
    <ScrollRegion label={caption}>
      <table class="dense evaluations">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col">Status</th>
            <th scope="col">What speaks for it</th>
          </tr>
        </thead>
        <tbody>
          {report.objectives.map((objective) => (
            <tr key={objective.id}>
              <th scope="row">
                {objective.name}
                <span class="why">{objective.text}</span>
              </th>
              <td>
                <Standing objective={objective} showing={showing} />
              </td>
              <td>
                <ul>
                  {objective.evidence.map(({ runs, source }, at) => (
                    <li key={at}>
                      <Runs runs={runs} report={report} showing={showing} />
                      <Source source={source} />
                    </li>
                  ))}
                </ul>
                {objective.evidence.length === 0 && 'Nothing is on record.'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Standing({ objective, showing }: { objective: ObjectiveShown; showing: Showing }) {
  const { mark, notes, entries, evaluated } = objective
  if (mark === null) return <BasisMark basis="not-known" />
  return (
    <>
      <a href={showing.entries(entries)}>
        <StateMark word={mark.label} tone="open" />
      </a>
      <span class="why">
        Entered {evaluated?.words}
        {notes && `: ${notes}`}
      </span>
    </>
  )
}
