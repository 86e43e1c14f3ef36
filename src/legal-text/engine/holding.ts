// When effects hold: everywhere, in a region, or in part of the regions, as known at an instant.
import { type Commencement, dayOf, type Effect, type Ending } from './effect.ts'
import type { ISODate } from './model.ts'
import type { AsKnown, TextRecord } from './timeline.ts'

/** From a day to the first day on which it is over; null where nothing says when. */
export interface Span {
  readonly from: ISODate
  readonly to: ISODate | null
}

/** When an effect holds, as asked for, and when it holds in some regions and not in others. */
interface Holding {
  readonly whole: Span | null
  readonly inPart: Span | null
}

/**
 * When an effect that starts on `from` holds. Asked for a region: when it holds there. Asked for none: `whole` is
 * when it holds everywhere, and what remains until it is over everywhere is `inPart`.
 */
const holdingOf = (
  effect: Effect,
  from: ISODate,
  endings: readonly Ending[],
  commencements: readonly Commencement[],
  region?: string,
): Holding => {
  const own = effect.ends === undefined ? null : dayOf(effect.ends, commencements)
  const ended = endings
    .filter((one) => one.of === effect.id)
    .map((one) => ({ day: dayOf(one.on, commencements), regions: one.regions }))
  const earliest = (days: readonly (ISODate | null)[]): ISODate | null =>
    days.filter((day) => day !== null).toSorted()[0] ?? null
  const endIn = (name: string): ISODate | null =>
    earliest([
      own,
      ...ended.filter(({ regions }) => !regions || regions.includes(name)).map(({ day }) => day),
    ])
  const span = (start: ISODate, to: ISODate | null): Span | null =>
    to === null || to > start ? { from: start, to } : null

  if (region !== undefined) {
    const holdsThere = effect.regions?.includes(region) ?? true
    return { whole: holdsThere ? span(from, endIn(region)) : null, inPart: null }
  }
  if (effect.regions) {
    const ends = effect.regions.map(endIn)
    const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
    return { whole: null, inPart: span(from, last) }
  }
  const first = earliest([own, ...ended.map(({ day }) => day)])
  const over = earliest([own, ...ended.filter(({ regions }) => !regions).map(({ day }) => day)])
  const whole = span(from, first)
  const rest = first !== null && first !== over ? span(first < from ? from : first, over) : null
  return { whole, inPart: rest }
}

export const isActive = ({ from, to }: Span, on: ISODate): boolean =>
  from <= on && (to === null || on < to)

export interface Dated extends Span {
  readonly effect: Effect
}

/**
 * The effects known at an instant with their days: those that hold as asked for, those that hold in part of the regions
 * only, and those that have no day yet. What was recorded later is not seen, and supersedes nothing yet.
 */
export const datedEffects = (
  record: Pick<TextRecord, 'effects' | 'commencements' | 'endings'>,
  { knownAt, region }: AsKnown,
): { dated: Dated[]; regional: Dated[]; waiting: Effect[] } => {
  const isKnown = (one: { readonly recordedAt: string }): boolean =>
    knownAt === undefined || one.recordedAt <= knownAt
  const commencements = (record.commencements ?? []).filter(isKnown)
  const endings = (record.endings ?? []).filter(isKnown)
  const known = record.effects.filter(isKnown)
  const superseded = new Set(known.map((effect) => effect.supersedes))
  const dated: Dated[] = []
  const regional: Dated[] = []
  const waiting: Effect[] = []
  for (const effect of known) {
    if (superseded.has(effect.id)) continue
    const from = dayOf(effect.starts, commencements)
    if (from === null) {
      waiting.push(effect)
      continue
    }
    const { whole, inPart } = holdingOf(effect, from, endings, commencements, region)
    if (whole) dated.push({ effect, ...whole })
    if (inPart) regional.push({ effect, ...inPart })
  }
  return { dated, regional, waiting }
}
