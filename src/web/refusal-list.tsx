// Why something may not be done: the rule's sentence, its clause, and what to do.

import type { JSX } from 'preact'

/** One rule that refused. `clause` is its label in the rulebook of the day, absent for housekeeping. */
export type Refusal = {
  rule: string
  sentence: string
  clause?: { label: string; href?: string | undefined } | undefined
  whatToDo?: string | undefined
  /** The field it is about, where it is about one. */
  field?: string | undefined
}

/** All refusals that apply, in the order of the rules. */
export function RefusalList({ refusals }: { refusals: readonly Refusal[] }): JSX.Element {
  return (
    <ul class="refusals">
      {refusals.map(({ rule, sentence, clause, whatToDo }) => (
        <li key={rule}>
          <p>
            <b>{sentence}</b>{' '}
            {clause && (
              <span class="refusal-clause">
                {clause.href ? <a href={clause.href}>{clause.label}</a> : clause.label}
              </span>
            )}
          </p>
          {whatToDo && <p>{whatToDo}</p>}
        </li>
      ))}
    </ul>
  )
}
