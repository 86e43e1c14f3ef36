// Dated events on one line of time, in groups: points for days, hollow bars for dates known in part, solid bars for periods.

import { dot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { type DatedEvent, groupHead, type Placed, placeInLanes } from '#web/chart-lanes.ts'
import { dayAsDate, drawSvg, type Hue, hues, letterSize, textWidth } from '#web/chart-svg.ts'

export type { DatedEvent } from '#web/chart-lanes.ts'

/** Groups of events between two days. Days are written 2017-03-31; `when` is the date in words, for the table. */
export type Events = {
  kind: 'events'
  from: string
  to: string
  groups: readonly EventGroup[]
  /** A day to mark across all groups, such as the end of the year reported on. */
  marked?: { day: string; label: string } | undefined
}
export type EventGroup = { label: string; events: readonly DatedEvent[] }

const hueOrder: readonly Hue[] = ['action', 'approved', 'due', 'restricted']
const symbolOrder = ['circle', 'square', 'triangle', 'diamond'] as const

/** The groups one below the other, each in lanes of events that never touch, over one line of time. */
export function drawEvents(
  { from, to, groups, marked }: Events,
  title: string,
  id: string,
  narrow: boolean,
): string {
  const width = narrow ? 340 : 720
  const first = dayAsDate(from).getTime()
  const last = dayAsDate(to).getTime()
  // What lies outside the two days is drawn at the edge it lies beyond.
  const scale = (day: string) => {
    const share = (dayAsDate(day).getTime() - first) / Math.max(1, last - first)
    return 7 + Math.min(1, Math.max(0, share)) * (width - 14)
  }
  let top = marked ? 22 : 4
  const placed = groups.map((group) => {
    const head = top + groupHead / 2
    const lanes = placeInLanes(group.events, {
      scale,
      width,
      top: top + groupHead,
      avoid: marked && scale(marked.day),
    })
    top = lanes.foot
    return { label: group.label, head, events: lanes.events }
  })
  const ticks = yearTicks(from, to, narrow)
  const letters = { text: 'label', fontSize: letterSize } as const
  return drawSvg(
    {
      width,
      height: top + 26,
      x: { type: 'linear', domain: [0, width], range: [0, width] },
      marks: [
        ruleX(
          ticks.map((tick) => scale(tick.day)),
          { y1: marked ? 22 : 0, y2: top + 4, stroke: 'var(--rule)' },
        ),
        ruleY([top + 4], { stroke: 'currentColor' }),
        text(
          ticks.map((tick) => ({ x: scale(tick.day), label: tick.label })),
          { x: 'x', y: top + 17, dx: 4, textAnchor: 'start', fill: 'var(--quiet)', ...letters },
        ),
        ...(marked ? markedDay(scale(marked.day), marked.label, top, width) : []),
        text(placed, {
          x: 0,
          y: 'head',
          text: (group: { label: string }) => group.label,
          textAnchor: 'start',
          fontSize: letterSize,
          fontWeight: 600,
          stroke: 'var(--paper)',
          strokeWidth: 4,
          fill: 'currentColor',
        }),
        ...placed.flatMap((group, index) => drawGroup(group.events, index)),
      ],
    },
    title,
    id,
  )
}

function drawGroup(events: readonly Placed[], index: number) {
  const hue = hues[hueOrder[index % hueOrder.length]!]
  const symbol = symbolOrder[index % symbolOrder.length]!
  const bar = {
    x1: 'start',
    x2: 'end',
    y1: (one: Placed) => one.y - 5,
    y2: (one: Placed) => one.y + 5,
  }
  const words = { x: 'textX', y: 'textY', text: 'words', fontSize: letterSize } as const
  const halo = { stroke: 'var(--paper)', strokeWidth: 4, fill: 'currentColor' }
  return [
    rect(
      events.filter(({ span }) => span === 'period'),
      { ...bar, fill: hue },
    ),
    rect(events.filter(isKnownInPart), {
      ...bar,
      fill: 'var(--paper)',
      stroke: hue,
      strokeWidth: 1.6,
      strokeDasharray: '3 2',
    }),
    dot(
      events.filter(({ to }) => to === undefined),
      { x: 'start', y: 'y', r: 5, symbol, fill: hue },
    ),
    text(
      events.filter(({ atRight }) => atRight),
      { ...words, ...halo, textAnchor: 'start' },
    ),
    text(
      events.filter(({ atRight }) => !atRight),
      { ...words, ...halo, textAnchor: 'end' },
    ),
  ]
}

function isKnownInPart({ to, span }: DatedEvent): boolean {
  return to !== undefined && span !== 'period'
}

function markedDay(x: number, label: string, top: number, width: number) {
  const atRight = x + textWidth(label) < width
  return [
    ruleX([x], { y1: 20, y2: top + 4, stroke: 'currentColor', strokeDasharray: '4 3' }),
    text([label], {
      x: atRight ? x : Math.min(x, width - 1),
      y: 11,
      text: (words: string) => words,
      textAnchor: atRight ? 'start' : 'end',
      fontSize: letterSize,
    }),
  ]
}

// One tick a year, or a quarter where the whole is shorter than two years and there is room.
function yearTicks(from: string, to: string, narrow: boolean): { day: string; label: string }[] {
  const firstYear = Number(from.slice(0, 4))
  const lastYear = Number(to.slice(0, 4))
  const months = lastYear - firstYear <= 1 ? ['01', '04', '07', '10'] : ['01']
  const names: Record<string, string> = {
    '01': 'January',
    '04': 'April',
    '07': 'July',
    '10': 'October',
  }
  const ticks: { day: string; label: string }[] = []
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const month of months) {
      const day = `${year}-${month}-01`
      if (day < from || day > to) continue
      const label =
        months.length === 1
          ? `${year}`
          : narrow
            ? `${names[month]?.slice(0, 3)}`
            : `${names[month]} ${year}`
      ticks.push({ day, label })
    }
  }
  return ticks
}
