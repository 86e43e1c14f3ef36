// A chart as a paper: the finding as its heading, the drawing, and the same data as a table beneath.

import type { ComponentChildren, JSX } from 'preact'
import { type Bars, drawBars, printedValue } from '#web/chart-bars.ts'
import { drawEvents, type Events } from '#web/chart-events.ts'
import { drawOutcomes, type Outcomes } from '#web/chart-outcomes.ts'
import { ScrollRegion } from '#web/scroll-region.tsx'

export type { Bars } from '#web/chart-bars.ts'
export type { DatedEvent, Events } from '#web/chart-events.ts'
export type { Outcomes } from '#web/chart-outcomes.ts'

export type Chart = Bars | Events | Outcomes

export type ChartFigureProps = {
  /** Unlike any other on the page; ids within the drawings are made from it. */
  id: string
  /** What the chart shows, as a sentence. */
  finding: string
  chart: Chart
  /** What the reader must know of the data, such as how much of the whole is on record. */
  note?: ComponentChildren
}

/** The drawing is made twice, for a wide and a narrow column; the style sheet shows the one that fits. */
export function ChartFigure({ id, finding, chart, note }: ChartFigureProps): JSX.Element {
  return (
    <figure class="chart" id={id}>
      <figcaption>{finding}</figcaption>
      <div
        class="chart-wide"
        dangerouslySetInnerHTML={{ __html: drawChart(chart, finding, `${id}-wide`, false) }}
      />
      <div
        class="chart-narrow"
        dangerouslySetInnerHTML={{ __html: drawChart(chart, finding, `${id}-narrow`, true) }}
      />
      {note && <p class="chart-note">{note}</p>}
      <details>
        <summary>
          The same as a table<span class="unseen">: {finding}</span>
        </summary>
        <ChartTable chart={chart} caption={finding} />
      </details>
    </figure>
  )
}

/** The chart as an SVG string, titled with its finding, for a wide or a narrow column. */
export function drawChart(chart: Chart, finding: string, id: string, narrow: boolean): string {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart, finding, id, narrow)
    case 'events':
      return drawEvents(chart, finding, id, narrow)
    case 'outcomes':
      return drawOutcomes(chart, finding, id, narrow)
  }
}

type TableRow = { group?: string; label: string; value: string; href?: string | undefined }

function ChartTable({ chart, caption }: { chart: Chart; caption: string }): JSX.Element {
  const { columns, rows } = tableOf(chart)
  return (
    <ScrollRegion label={`Table: ${caption}`}>
      <table class="dense">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                class={
                  chart.kind !== 'events' && index === columns.length - 1 ? 'numeric' : undefined
                }
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, label, value, href }, index) => (
            <tr key={index}>
              {group !== undefined && <td>{group}</td>}
              <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
              <td class={chart.kind === 'events' ? undefined : 'numeric'}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function tableOf(chart: Chart): { columns: string[]; rows: TableRow[] } {
  switch (chart.kind) {
    case 'bars':
      return {
        columns: [chart.of.category, chart.of.value],
        rows: chart.bars.map((bar) => ({
          label: bar.label,
          value: printedValue(bar),
          href: bar.href,
        })),
      }
    case 'events':
      return {
        columns: ['Kind', 'What', 'When'],
        rows: chart.groups.flatMap(({ label: group, events }) =>
          events.map(({ label, when, href }) => ({ group, label, value: when, href })),
        ),
      }
    case 'outcomes':
      return {
        columns: [chart.of, 'Outcome', 'Count'],
        rows: chart.rows.flatMap(({ label: group, parts }) =>
          parts.map(({ label, value, href }) => ({
            group,
            label,
            value: value.toLocaleString('en-GB'),
            href,
          })),
        ),
      }
  }
}
