// Where each event of a group is drawn, and where its name stands, so that no two names touch.

import { shortened, textWidth } from '#web/chart-svg.ts'

/** `to` makes it an interval: the dates between which it fell, or the period through which it lasted. */
export type DatedEvent = {
  label: string
  when: string
  from: string
  to?: string | undefined
  span?: 'known-in-part' | 'period' | undefined
  href?: string | undefined
}

/** An event with its places in pixels. `words` is its name, shortened where it is longer than the drawing is wide. */
export type Placed = DatedEvent & {
  words: string
  start: number
  end: number
  y: number
  textX: number
  textY: number
  atRight: boolean
}

/** The ground of a group: how a day becomes a place, and a place that names should not be drawn across. */
export type Ground = {
  scale: (day: string) => number
  width: number
  top: number
  avoid: number | undefined
}

/** The height of a group's own name above its events. */
export const groupHead = 30
const laneHeight = 23
const lineHeight = 40

/**
 * Events in order of their start, several in a lane where their names leave room. Where a name has room on neither side
 * of its event, or all are too long for a lane of so narrow a drawing, each event stands under its name instead.
 */
export function placeInLanes(
  events: readonly DatedEvent[],
  ground: Ground,
): { events: Placed[]; foot: number } {
  const { scale, width } = ground
  const ordered = events
    .map((event) => {
      const start = scale(event.from)
      const end = event.to === undefined ? start : Math.max(start + 6, scale(event.to))
      const words = shortened(event.label, width - 12)
      return { ...event, words, start, end }
    })
    .sort((one, other) => one.start - other.start)
  const sides = ordered.map((event) => sideOf(event, ground))
  const long = width < 500 && ordered.some(({ words }) => textWidth(words) > width * 0.3)
  if (long || sides.includes(undefined)) return placeUnderNames(ordered, ground)
  return placeBesideNames(ordered, sides, ground)
}

type Measured = DatedEvent & { words: string; start: number; end: number }
type Side = { atRight: boolean; left: number; right: number }

function sideOf({ words, start, end, to }: Measured, { width, avoid }: Ground): Side | undefined {
  const gap = to === undefined ? 10 : 7
  const right = { atRight: true, left: start - 8, right: end + gap + textWidth(words) }
  const left = { atRight: false, left: start - gap - textWidth(words), right: end + 8 }
  const crosses = avoid !== undefined && avoid > end && avoid < right.right
  if (right.right <= width && !(crosses && left.left >= 0)) return right
  return left.left >= 0 ? left : undefined
}

function placeBesideNames(
  events: readonly Measured[],
  sides: readonly (Side | undefined)[],
  ground: Ground,
) {
  const lanes: Side[][] = []
  const placed = events.map((event, index) => {
    const side = sides[index]!
    const free = lanes.findIndex((lane) =>
      lane.every((taken) => side.right + 8 <= taken.left || side.left >= taken.right + 8),
    )
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), side]
    const y = ground.top + lane * laneHeight + laneHeight / 2
    const textX = side.atRight
      ? side.right - textWidth(event.words)
      : side.left + textWidth(event.words)
    return { ...event, y, textY: y, textX, atRight: side.atRight }
  })
  return { events: placed, foot: ground.top + Math.max(1, lanes.length) * laneHeight + 6 }
}

function placeUnderNames(events: readonly Measured[], { top }: Ground) {
  const placed = events.map((event, index) => {
    const line = top + index * lineHeight
    return { ...event, y: line + 26, textY: line + 9, textX: 0, atRight: true }
  })
  return { events: placed, foot: top + Math.max(1, events.length) * lineHeight + 4 }
}
