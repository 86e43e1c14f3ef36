// How changed text is marked, so that neither colour nor line alone carries the change.

import type { ComponentChildren, JSX } from 'preact'

/** Text that a change puts in: underlined, and said to be inserted. */
export function Inserted({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <ins class="change">
      <span class="unseen">[inserted: </span>
      {children}
      <span class="unseen">]</span>
    </ins>
  )
}

/** Text that a change takes out: struck, and said to be deleted. */
export function Deleted({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <del class="change">
      <span class="unseen">[deleted: </span>
      {children}
      <span class="unseen">]</span>
    </del>
  )
}

/** Text that a change moves, with where it came from or went to. */
export function Moved({
  label,
  href,
  children,
}: {
  label: string
  href: string
  children: ComponentChildren
}): JSX.Element {
  return (
    <span class="moved change">
      <a class="moved-label" href={href}>
        {label}
      </a>{' '}
      {children}
    </span>
  )
}

/** The changes of a redline as a list; `n` and `p` step through the places it points to. */
export function ChangeList({
  changes,
}: {
  changes: readonly { href: string; label: string; kind: string }[]
}): JSX.Element {
  return (
    <nav class="change-list" aria-label="Changes">
      <p class="hint">
        Press <kbd>n</kbd> for the next change, <kbd>p</kbd> for the one before.
      </p>
      <ol>
        {changes.map(({ href, label, kind }) => (
          <li key={href}>
            <a href={href} data-step>
              {label}
            </a>{' '}
            <span class="change-kind">{kind}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
