// A part of the Code that has a title: a Section, a Schedule, an Appendix.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type PartEntered = Event<
  'PartEntered',
  {
    /** As it is cited: 'Section G', 'Appendix AA'. */
    readonly reference: string
    /** Null where the part is known to be there and its title is not. */
    readonly title: string | null
    /** 'section', 'schedule', 'appendix', or what the code calls it. */
    readonly kind: string
    readonly from: KnownDate
    /** How sure the title is. */
    readonly confidence: 'seen' | 'recalled' | 'assumed'
  }
>

const usualKinds = ['section', 'schedule', 'appendix']

/** Sections before Schedules before Appendices; within a kind A to Z, then AA; figures as figures. */
export function compareParts(
  one: Pick<PartEntered['data'], 'kind' | 'reference'>,
  other: Pick<PartEntered['data'], 'kind' | 'reference'>,
): number {
  const rank = (kind: string) =>
    usualKinds.includes(kind) ? usualKinds.indexOf(kind) : usualKinds.length
  return (
    rank(one.kind) - rank(other.kind) ||
    compareText(one.kind, other.kind) ||
    compareDesignators(one.reference, other.reference)
  )
}

function compareDesignators(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((reference) => reference.split(' ').at(-1)!)
  return mine!.length - theirs!.length || compareText(mine!, theirs!) || compareText(one, other)
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
