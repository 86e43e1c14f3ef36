// The tables of a report: figures, facts, and the objectives with their marks.

import type { JSX } from 'preact'
import { FigureTable, type FigureValue } from '#web/figure.tsx'
import { BasisMark, StateMark } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import { ScrollRegion } from '#web/scroll-region.tsx'
import { figureAddress } from './lay-out-figures.ts'
import type { FigureShown, ObjectiveShown, TableShown } from './report-shown.ts'
import { type Placed, Runs, Source } from './report-words.tsx'

/** A table of figures or of facts. */
export function ReportTable({ table, ...placed }: Placed & { table: TableShown }): JSX.Element {
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
    return { value: cell.text, href: showing.link(figureAddress(report.year.name, figure.key)) }
  }
  const figures = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.figure === null ? [] : [report.details[cell.figure]!])),
  )
  return (
    <>
      <FigureTable
        caption={table.caption}
        columns={table.columns as [string, ...string[]]}
        rows={table.rows.map(({ label, cells, total }) => ({
          label,
          figures: cells.map(value),
          total,
        }))}
      />
      <BasesBeneath figures={figures} />
    </>
  )
}

/** How many of the figures of a table rest on what is illustrative, or known by count alone. */
function BasesBeneath({ figures }: { figures: readonly FigureShown[] }): JSX.Element | null {
  const resting = (['illustrative', 'known-by-count'] as const)
    .map((basis) => ({ basis, count: figures.filter(({ bases }) => bases[basis] > 0).length }))
    .filter(({ count }) => count > 0)
  if (resting.length === 0) return null
  return (
    <p class="quiet table-bases">
      {resting.map(({ basis, count }) => (
        <span key={basis}>
          <BasisMark basis={basis} /> facts lie beneath{' '}
          {count === figures.length ? 'every figure' : `${count} of ${figures.length} figures`}.{' '}
        </span>
      ))}
    </p>
  )
}

/** The objectives of the year, each with its mark and what speaks for it. */
export function Evaluations({ report, showing }: Placed): JSX.Element {
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
