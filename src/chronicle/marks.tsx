// Marks of this room: when something happened, and how we know.

import type { JSX } from 'preact'
import type { Basis } from '#journal/entry.ts'
import { BasisMark, PossiblyMark } from '#web/marks.tsx'

/** How a fact is known, as the link to its entries. */
export function KnownBy({ basis, href }: { basis: Basis; href: string }): JSX.Element {
  return (
    <a href={href}>{basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}</a>
  )
}

/** A date in words; where it leaves open whether the thing had happened by the day, it says so. */
export function When({
  date,
  holds,
}: {
  date: { words: string }
  holds: 'certainly' | 'possibly'
}): JSX.Element {
  return holds === 'possibly' ? (
    <PossiblyMark because="the date is known in part">{date.words}</PossiblyMark>
  ) : (
    <span>{date.words}</span>
  )
}
