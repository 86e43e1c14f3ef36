// The changes of a redline as a reader steps through them: each in a class, and what is one thought in one entry.
import { compareLabels } from './label.ts'
import type { ProvisionId } from './model.ts'
import type { Change, Redline } from './redline.ts'

/**
 * What became of a provision, the gravest first: it came, it went, its words differ, it stands elsewhere, it has another
 * number; or only its marks (formatting, the target of a reference, the kind of provision) or its list of children
 * differ. The last two are not shown unless asked for: marks say nothing new, and each child is a change of its own.
 */
export type ChangeClass = 'new' | 'gone' | 'words' | 'place' | 'number' | 'marks' | 'children'

/** The gravest thing that became of a provision. */
export const classOf = ({ before, after, moved, fields }: Change): ChangeClass => {
  if (!before) return 'new'
  if (!after) return 'gone'
  if (fields.some((field) => field.words.length > 0)) return 'words'
  if (moved) return 'place'
  if (before.own.label?.raw !== after.own.label?.raw) return 'number'
  return before.own === after.own ? 'children' : 'marks'
}

/** One step of a reader: a change, or several that say one thing. */
export interface ChangeEntry {
  readonly class: ChangeClass
  /**
   * In reading order. Of class `number`, neighbours that were given new numbers and nothing else; of `new` and `gone`, a
   * provision and what came or went with it; else one change.
   */
  readonly changes: readonly [Change, ...Change[]]
}

type Growing = { readonly class: ChangeClass; readonly changes: [Change, ...Change[]] }

const isAscending = (one: Change['before'], other: Change['before']): boolean =>
  one?.own.label != null &&
  other?.own.label != null &&
  compareLabels(one.own.label, other.own.label) < 0

/** Whether a renumbered provision follows another on both sides, and its numbers go up on both. */
const goesOn = (one: Change, other: Change): boolean =>
  other.before?.after === one.id &&
  other.after?.after === one.id &&
  other.before.parent === one.before?.parent &&
  other.after.parent === one.after?.parent &&
  isAscending(one.before, other.before) &&
  isAscending(one.after, other.after)

/**
 * The changes as entries to step through, in reading order: "D8.21 to D8.34 become D8.22 to D8.35" is one, and so is a
 * provision inserted or struck with all under it. Changes of marks alone are left out unless asked for.
 */
export const changeEntries = (
  redline: Pick<Redline, 'changes'>,
  options: { readonly marks?: boolean } = {},
): ChangeEntry[] => {
  const entries: Growing[] = []
  const entryOf = new Map<ProvisionId, Growing>()
  for (const change of redline.changes) {
    const its = classOf(change)
    if (its === 'children' || (its === 'marks' && !options.marks)) continue
    const near = its === 'number' ? change.after?.after : (change.before ?? change.after)?.parent
    const open = near ? entryOf.get(near) : undefined
    const joins =
      its === 'number'
        ? open?.class === 'number' && goesOn(open.changes.at(-1) as Change, change)
        : (its === 'new' || its === 'gone') && open?.class === its
    if (open && joins) open.changes.push(change)
    else entries.push({ class: its, changes: [change] })
    entryOf.set(change.id, open && joins ? open : (entries.at(-1) as Growing))
  }
  return entries
}

/** How the first and the last provision of an entry are called, before and after; empty where there is none. */
export interface EntryNumbers {
  readonly was: readonly [string, string]
  readonly is: readonly [string, string]
}

/** A run of new numbers in words: "D8.21 to D8.34 become D8.22 to D8.35", or "D8.21 becomes D8.22". */
export const renumberingInWords = ({ was, is }: EntryNumbers, isOne: boolean): string => {
  const say = (number: string): string => number || '(no number)'
  return isOne
    ? `${say(was[0])} becomes ${say(is[0])}`
    : `${say(was[0])} to ${say(was[1])} become ${say(is[0])} to ${say(is[1])}`
}

/** The printed numbers at both ends of an entry. */
export const entryNumbers = ({ changes }: ChangeEntry): EntryNumbers => {
  const ends = [changes[0], changes.at(-1) as Change] as const
  const labels = (side: 'before' | 'after'): readonly [string, string] => [
    ends[0][side]?.own.label?.raw ?? '',
    ends[1][side]?.own.label?.raw ?? '',
  ]
  return { was: labels('before'), is: labels('after') }
}
