// What a page must say where it shows Parties that were invented to show how the record works.

import type { JSX } from 'preact'
import { BasisMark } from '#web/marks.tsx'

/** Nothing where none of them is illustrative. */
export function IllustrativeNote(props: { some: boolean; what: string }): JSX.Element | null {
  if (!props.some) return null
  return (
    <p>
      <BasisMark basis="illustrative" /> {props.what}: invented within the counts that the sources
      state. A row so marked shows no real company, day or ownership.
    </p>
  )
}
