// Dated happenings one below the other: the history of a thing, or what lies ahead of it.

import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type Basis, BasisMark } from '#web/marks.tsx'

/** One happening. `when` is in words, as well as it is known: a day, a month, or an interval. */
export type Happening = {
  when: string
  /** The day for machines, where it is known to the day. */
  day?: string | undefined
  title: ComponentChildren
  body?: ComponentChildren
  basis?: Basis | undefined
  entry?: { label: string; href: string } | undefined
  /** True for what has not happened yet. */
  ahead?: boolean | undefined
}

/** The happenings in the order given; what lies ahead says so. */
export function Timeline({
  label,
  items,
}: {
  label: string
  items: readonly Happening[]
}): JSX.Element {
  const id = useId()
  return (
    <ol class="timeline" aria-label={label}>
      {items.map(({ when, day, title, body, basis, entry, ahead }, index) => (
        <li key={`${when} ${index}`} class={ahead ? 'happening ahead' : 'happening'}>
          <p class="happening-when">
            {day ? <time dateTime={day}>{when}</time> : when}
            {ahead && <span class="happening-ahead">ahead</span>}
          </p>
          <div class="happening-what">
            <p id={`${id}-${index}`} class="happening-title">
              {title} {basis && <BasisMark basis={basis} />}
            </p>
            {body && <div class="happening-body">{body}</div>}
            {entry && (
              <a
                id={`${id}-entry-${index}`}
                class="fact-entry"
                href={entry.href}
                aria-labelledby={`${id}-entry-${index} ${id}-${index}`}
              >
                {entry.label}
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
