// The text in force on the day asked for, as known at the instant asked for: where every page of it begins.

import type { Day } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import type { TextInterval, Tree } from '../engine/index.ts'
import { type NumbersOfText, numbersOf } from './numbers-of-text.ts'
import { type EffectOnRecord, type TextOnRecord, textOf } from './text-on-record.ts'

export interface TextAt {
  readonly text: TextOnRecord
  readonly day: Day
  readonly root: Tree
  readonly interval: TextInterval
  readonly numbers: NumbersOfText
  /** Effects that hold on the day, permanent ones that came before it included, in the order in which they apply. */
  readonly effects: readonly EffectOnRecord[]
  /** Effects that hold in some regions only, where no region was asked for. */
  readonly regional: readonly EffectOnRecord[]
}

/** Undefined where no text has begun by then. `on` is another day than that of the reading; `region` one of the code's. */
export function textAt(
  reading: Reading,
  how: {
    readonly on?: Day
    readonly region?: string | undefined
    readonly permanent?: boolean
  } = {},
): TextAt | undefined {
  const text = textOf(reading)
  const day = how.on ?? reading.asOf
  if (!text || day < text.began) return undefined
  const asked = {
    ...(how.region === undefined ? {} : { region: how.region }),
    ...(how.permanent ? { without: 'variations' as const } : {}),
  }
  const interval = text.timeline.interval(day, asked)
  const root = text.store.root(interval.version)
  const named = (ids: readonly string[]) => ids.map((id) => text.effects.get(id)!)
  return {
    text,
    day,
    root,
    interval,
    numbers: numbersOf(root),
    effects: named(interval.effects),
    regional: named(interval.regional),
  }
}
