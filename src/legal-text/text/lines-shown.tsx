// The lines of a provision as a page: numbers hang in the margin, and each is the link to its provision.

import type { JSX } from 'preact'
import { BasisMark } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import { RunsShown } from './runs-shown.tsx'
import type { LineShown } from './text-lines.ts'

type LinesProps = {
  lines: readonly LineShown[]
  showing: Pick<Showing, 'link'>
  /** True where the page's own heading says the heading of the first line. */
  skipHeading?: boolean
}

export function TextLines({ lines, showing: { link }, skipHeading }: LinesProps): JSX.Element {
  return (
    <div class="prose code-text">
      {lines.map((line, at) => (
        <Line
          key={`${line.id} ${line.part}`}
          line={line}
          link={link}
          withoutHeading={at === 0 && skipHeading === true}
        />
      ))}
    </div>
  )
}

type LineProps = { line: LineShown; link: (href: string) => string; withoutHeading: boolean }

function Line({ line, link, withoutHeading }: LineProps): JSX.Element | null {
  const { id, number, label, href, kind, depth, part, heading, paragraphs, illustrative } = line
  const opening = part === 'opening'
  const shownHeading = withoutHeading ? null : heading
  if (paragraphs.length === 0 && !shownHeading && (withoutHeading || label === '')) return null
  return (
    <div
      class={`clause clause-${Math.min(depth, 4)} clause-of-${kind}`}
      id={opening ? id : undefined}
      data-num={number || undefined}
    >
      {opening && label !== '' ? (
        <a class="number" href={link(href)}>
          {label}
        </a>
      ) : (
        <span class="number" />
      )}
      <div class="clause-text">
        {shownHeading && (
          <p class="clause-heading">
            <RunsShown runs={shownHeading} link={link} />
          </p>
        )}
        {paragraphs.map((runs, at) => (
          <p key={`${at}`}>
            <RunsShown runs={runs} link={link} />
            {illustrative && at === paragraphs.length - 1 && (
              <>
                {' '}
                <BasisMark basis="illustrative" />
              </>
            )}
          </p>
        ))}
      </div>
    </div>
  )
}
