// A chart of a report.

import { type Chart, ChartFigure } from '#web/chart.tsx'
import type { ChartShown } from './report-shown.ts'
import type { Placed } from './report-words.tsx'

/** A chart with its finding and note; where nothing is on record to draw, it says so. */
export function ReportChart({ id, shown, showing }: Placed & { id: string; shown: ChartShown }) {
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
