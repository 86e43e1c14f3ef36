// The redline between any two texts of the Code: two days, two versions, two root hashes.

import { z } from 'zod'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { locate, type ProvisionId, type Tree } from '../engine/index.ts'
import { askedNumber } from './cited-number.ts'
import { numbersOf } from './numbers-of-text.ts'
import { redlineEntry, redlineLine, redlineLines } from './redline-lines.ts'
import { strangeRegions } from './regions.ts'
import { type Side, sideAsked } from './side-asked.ts'
import { type TextOnRecord, textOf } from './text-on-record.ts'

const sideShown = z.object({
  asked: z.string(),
  words: z.string(),
  version: z.string().meta({ description: 'The root hash of the text' }),
  note: z.string().nullable(),
})

const gives = z.object({
  from: sideShown.nullable(),
  to: sideShown.nullable(),
  provision: z.string().nullable(),
  entries: z.array(redlineEntry),
  lines: z.array(redlineLine),
  all: z.boolean(),
  /** Where a side cannot be shown: what was expected and what came. */
  faults: z.array(z.string()),
  /** Days on which the text changed, for those who choose; the last 40. */
  days: z.array(z.string()),
})
export type RedlineGiven = z.infer<typeof gives>

export const redlineView = view({
  name: 'redline',
  at: '/code/redline',
  title: 'Compare two texts of the Code',
  says: 'What differs between two texts of the Code, provision by provision and word by word: each side is a day, the label of a version, or a root hash.',
  asked: z.object({
    from: z.string().trim().max(80).optional().meta({ label: 'From' }),
    to: z.string().trim().max(80).optional().meta({ label: 'To' }),
    provision: z.string().trim().max(300).optional().meta({ label: 'Only this provision' }),
    region: z.string().trim().max(80).optional().meta({ label: 'Region' }),
    all: z.enum(['yes']).optional().meta({ label: 'Equal provisions too' }),
  }),
  gives,
  answer(reading, asked) {
    const text = textOf(reading)
    if (!text) return undefined
    const sides = redlineSides(reading, asked)
    const shown = (side: Side | null, words: string | undefined) =>
      side && {
        asked: words ?? '',
        words: side.words,
        version: side.root.treeHash,
        note: side.note,
      }
    const { from, to, faults, trees } = sides
    const redline = trees
      ? redlineLines(text.store, trees.a, trees.b, { all: asked.all === 'yes' })
      : { lines: [], entries: [] }
    return {
      from: shown(from, sides.asked.from),
      to: shown(to, sides.asked.to),
      provision: asked.provision || null,
      entries: [...redline.entries],
      lines: [...redline.lines],
      all: asked.all === 'yes',
      faults: [...faults],
      days: daysOf(text),
    }
  },
})

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly provision?: string | undefined
  readonly region?: string | undefined
}

export interface RedlineSides {
  readonly asked: { readonly from: string; readonly to: string }
  readonly from: Side | null
  readonly to: Side | null
  /** What is compared, where both sides are there. */
  readonly trees: { readonly a: Tree; readonly b: Tree } | null
  readonly faults: readonly string[]
}

/** Both sides of a redline; what is not asked for is the day before the last change, and the day read on. */
export function redlineSides(reading: Reading, asked: Asked): RedlineSides {
  const text = textOf(reading)
  const to = asked.to || reading.asOf
  const from = asked.from || lastChangeBefore(text, to) || to
  const sides = [
    sideAsked(reading, from, asked.region),
    sideAsked(reading, to, asked.region),
  ] as const
  const strange = asked.region ? strangeRegions(reading.rulebook, [asked.region]) : undefined
  if (strange)
    return {
      asked: { from, to },
      from: null,
      to: null,
      trees: null,
      faults: [`${strange.says}; expected ${strange.expected}`],
    }
  const faults = sides.flatMap((side) => ('fault' in side ? [side.fault] : []))
  const [one, other] = sides.map((side) => ('fault' in side ? null : side))
  const found = one && other ? treesOf(one, other, asked.provision) : null
  if (found === 'not there') faults.push(`${asked.provision} stands in neither of the two texts`)
  return {
    asked: { from, to },
    from: one ?? null,
    to: other ?? null,
    trees: found === 'not there' ? null : found,
    faults,
  }
}

/** The two states of what is compared: the whole, or one provision that stands in both. */
function treesOf(from: Side, to: Side, provision: string | undefined) {
  if (!provision) return { a: from.root, b: to.root }
  const named = (root: Tree): ProvisionId | undefined => {
    const numbers = numbersOf(root)
    return (
      numbers.named(askedNumber(provision)) ??
      numbers.named(provision) ??
      (numbers.tree(provision as ProvisionId) ? (provision as ProvisionId) : undefined)
    )
  }
  const id = named(to.root) ?? named(from.root)
  const a = id && locate(from.root, id)?.tree
  const b = id && locate(to.root, id)?.tree
  if (a && b) return { a, b }
  // Where it stands on one side only, the nearest provision above it that stands on both tells how it came or went.
  const path = id ? [...numbersOf(b ? to.root : from.root).pathOf(id)].toReversed() : []
  const above = path.find(({ id: one }) => locate(from.root, one) && locate(to.root, one))
  if (!above) return 'not there' as const
  return { a: locate(from.root, above.id)!.tree, b: locate(to.root, above.id)!.tree }
}

function lastChangeBefore(text: TextOnRecord | undefined, to: string): string | undefined {
  const intervals = text?.timeline.intervals() ?? []
  const at = intervals.findLastIndex(({ from }) => from <= to)
  return at > 0 ? intervals[at - 1]!.from : intervals[0]?.from
}

function daysOf(text: TextOnRecord): string[] {
  return text.timeline
    .intervals()
    .map(({ from }) => from)
    .slice(-40)
    .toReversed()
}
