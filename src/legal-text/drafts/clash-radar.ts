// The clash radar: which open drafts have to do with each other and how badly, and where the order in which things
// start makes another text. Made anew whenever the text or a draft changes.

import type { Day } from '#calendar/day.ts'
import {
  applyOps,
  type Clash,
  clashesBetween,
  footprint,
  type Grade,
  type Op,
  type Tree,
} from '../engine/index.ts'
import { startingText, whenOf } from '../text/starting.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import { startingDay } from './drafted-text.ts'
import { keyOfDrafts, type OnOneBaseline, type OpenDraft, onOneBaseline } from './open-drafts.ts'

/** What each grade is called, and what it means between two drafts. */
export const gradesInWords: Readonly<
  Record<Grade, { readonly word: string; readonly says: string }>
> = {
  1: {
    word: 'Merge conflict',
    says: 'the two cannot both be made as they stand: both change the same words, or one takes away or moves what the other changes',
  },
  2: { word: 'Same provision', says: 'both write the same provision' },
  3: { word: 'Same clause', says: 'both write within one clause' },
  4: {
    word: 'Reference',
    says: 'one refers to what the other writes, moves, renumbers or repeals',
  },
  5: {
    word: 'Defined term',
    says: 'one defines or redefines a term that the other uses or defines',
  },
  6: {
    word: 'Order',
    says: 'both put something into one place or give one number, so it matters which commences first',
  },
  7: { word: 'Variation', says: 'one is a variation laid over what the other writes' },
}

/** Two things that start together and give another text in the other order. */
export interface OrderDependence {
  /** The day, or the release or event as it is typed. */
  readonly with: string
  readonly pair: readonly [Starter, Starter]
  readonly how: HowDependent
}

/** The other order gives another text; only the first before the second can be applied; or neither order can. */
export type HowDependent = 'another-text' | 'first-before-second' | 'neither'

export interface Starter {
  readonly name: string
  readonly href: string
}

export interface ClashRadar extends OnOneBaseline {
  readonly clashes: readonly Clash[]
  readonly orderDependent: readonly OrderDependence[]
}

const radars = new Map<string, ClashRadar>()
const mostKept = 16

/** The radar over these drafts, on the text of `today` or of the last day on which one of them starts. */
export function clashRadar(
  text: TextOnRecord,
  drafts: readonly OpenDraft[],
  today: Day,
): ClashRadar {
  const key = `${today} ${keyOfDrafts(text, drafts)}`
  const before = radars.get(key)
  if (before) return before
  const together = onOneBaseline(text, drafts, today)
  const made: ClashRadar = {
    ...together,
    clashes: clashesBetween(
      text.store,
      together.carried.map(({ rebased }) => footprint(rebased.proposal)),
    ),
    orderDependent: orderDependences(text, drafts, today),
  }
  radars.set(key, made)
  if (radars.size > mostKept) radars.delete(radars.keys().next().value!)
  return made
}

interface Dated extends Starter {
  readonly ops: readonly Op[]
}

/** Pairs of effects by instruments, and of drafts with them or with each other, that start together. */
function orderDependences(
  text: TextOnRecord,
  drafts: readonly OpenDraft[],
  today: Day,
): readonly OrderDependence[] {
  const together = new Map<string, Dated[]>()
  const put = (key: string, one: Dated) => together.set(key, [...(together.get(key) ?? []), one])
  for (const effect of text.effects.values())
    if (effect.instrument && effect.layer === 'permanent' && effect.ops.length > 0) {
      const key = effect.starts === 'not-commenced' ? null : startKey(text, effect.starts)
      if (key) put(key, { name: effect.id, href: `/code/effects/${effect.id}`, ops: effect.ops })
    }
  for (const { draft } of drafts) {
    const { starts, layer, ops } = draft.latest.data
    const key = starts === 'not-commenced' || layer !== 'permanent' ? null : startKey(text, starts)
    if (key)
      put(key, {
        name: `the draft of ${draft.modification}`,
        href: `/code/drafts/${draft.modification}`,
        ops,
      })
  }
  const out: OrderDependence[] = []
  for (const [key, all] of together) {
    if (all.length < 2) continue
    const eve = textBefore(text, key, today)
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) {
        const [so, otherwise] = [after(text, eve, one, other), after(text, eve, other, one)]
        if (so === null && otherwise === null)
          out.push({ with: key, pair: [bare(one), bare(other)], how: 'neither' })
        else if (so === null || otherwise === null)
          out.push({
            with: key,
            pair: otherwise === null ? [bare(one), bare(other)] : [bare(other), bare(one)],
            how: 'first-before-second',
          })
        else if (so !== otherwise)
          out.push({ with: key, pair: [bare(one), bare(other)], how: 'another-text' })
      }
    })
  }
  return out.toSorted((one, other) => (one.with < other.with ? -1 : one.with > other.with ? 1 : 0))
}

const bare = ({ name, href }: Dated): Starter => ({ name, href })

/** What starts on one day has one key, whether the day is given or follows from a release that was made. */
function startKey(text: TextOnRecord, starts: Parameters<typeof whenOf>[0]): string {
  const when = whenOf(starts, text.began)
  return typeof when === 'object' && 'on' in when ? when.on : startingText(starts)
}

/** The permanent text on the eve of a day; of today where the day is not known. */
function textBefore(text: TextOnRecord, key: string, today: Day): Tree {
  const intervals = text.timeline.intervals({ without: 'variations' })
  const isDay = /^\d{4}-\d\d-\d\d$/.test(key)
  const day = isDay ? (key as Day) : startingDay(text, 'not-commenced', today)
  const found = intervals.findLast(({ from }) => (isDay ? from < day : from <= day))
  return text.store.root((found ?? intervals[0]!).version)
}

/** The text that the two give in this order; null where one of them cannot be applied then. */
function after(text: TextOnRecord, eve: Tree, one: Dated, other: Dated): string | null {
  const result = applyOps(text.store, eve, [...one.ops, ...other.ops])
  return result.ok ? result.value.root.treeHash : null
}
