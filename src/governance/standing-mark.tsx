// How an entry of the rulebook stands, as a mark.

import type { JSX } from 'preact'
import { ConfidenceMark, StateMark } from '#web/marks.tsx'
import type { Standing } from './rulebook.view.ts'

/** Seen, Recalled or Assumed as its source makes us sure of it; Confirmed opens to the entry that did it. */
export function StandingMark({
  standing,
  href,
}: {
  standing: Standing
  href?: string | undefined
}): JSX.Element {
  switch (standing) {
    case 'confirmed': {
      const mark = <StateMark word="Confirmed" tone="approved" />
      return href ? <a href={href}>{mark}</a> : mark
    }
    case 'not-known':
      return <StateMark word="Value not known" tone="due" />
    case 'seen':
    case 'recalled':
    case 'assumed':
      return <ConfidenceMark confidence={standing} />
  }
}

/** The clause, and how sure we are of it where that is less than of the rest. */
export function printClause({
  clause,
  clauseConfidence,
}: {
  clause: string | null
  clauseConfidence: 'recalled' | 'assumed' | null
}): string {
  if (clause === null) return 'none stated'
  return clauseConfidence ? `${clause} (${clauseConfidence}, unverified)` : clause
}
