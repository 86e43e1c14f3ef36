// Sentences of a report: words and live figures, and the source of what the record does not carry.

import type { JSX } from 'preact'
import { Figure } from '#web/figure.tsx'
import type { Showing } from '#web/page.ts'
import { figureAddress } from './lay-out-figures.ts'
import type { ReportShown, RunShown } from './report-shown.ts'

/** What every part of a report page is drawn from. */
export interface Placed {
  readonly report: ReportShown
  readonly showing: Showing
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

/** Where what was said is stated. */
export function Source({ source }: { source: string | null }): JSX.Element | null {
  return source === null ? null : (
    <>
      {' '}
      <small class="quiet">Source: {source}.</small>
    </>
  )
}
