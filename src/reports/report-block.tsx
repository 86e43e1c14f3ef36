// The blocks of a report: sentences with live figures, tables, charts, objectives and glossary.

import type { JSX } from 'preact'
import { Glossary } from '#web/prose.tsx'
import { ReportChart } from './report-chart.tsx'
import type { BlockShown } from './report-shown.ts'
import { Evaluations, ReportTable } from './report-tables.tsx'
import { type Placed, Runs, Source } from './report-words.tsx'

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
