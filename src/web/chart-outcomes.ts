// How a whole falls into outcomes: one stacked bar a row, each part named beneath it.

import { dot, link, rect, text } from '@observablehq/plot'
import { drawSvg, letterSize, shortened, textWidth } from '#web/chart-svg.ts'
import type { Tone } from '#web/marks.tsx'

/** Rows of parts in the order given. Parts of nothing are left out of the drawing but stay in the table. */
export type Outcomes = {
  kind: 'outcomes'
  /** What the rows of the table are. */
  of: string
  rows: readonly { label: string; parts: readonly Part[] }[]
}
export type Part = { label: string; value: number; tone: Tone; href?: string | undefined }

const barHeight = 26
const lineHeight = 21

type Placed = Part & {
  from: number
  to: number
  fall: number
  at: number
  line: number
  words: string
}

/** Stacked bars on one scale. A part's name hangs from its start, lower where it would touch the next. */
export function drawOutcomes(
  { rows }: Outcomes,
  title: string,
  id: string,
  narrow: boolean,
): string {
  const width = narrow ? 340 : 720
  const most = Math.max(1, ...rows.map(({ parts }) => sum(parts)))
  const scale = (value: number) => (value / most) * width
  let top = 0
  const placed = rows.map(({ label, parts }) => {
    const barTop = top + (rows.length > 1 ? 24 : 2)
    const named = placeNames(parts, scale, width)
    top = barTop + barHeight + lineHeight * (1 + Math.max(0, ...named.map(({ line }) => line))) + 14
    return {
      label,
      top: barTop,
      parts: named.map((part) => ({ ...part, ...heights(barTop, part.line) })),
    }
  })
  const parts = placed.flatMap((row) => row.parts)
  const letters = { text: 'words', textAnchor: 'start', fontSize: letterSize } as const
  return drawSvg(
    {
      width,
      height: top,
      x: { type: 'linear', domain: [0, width], range: [0, width] },
      marks: [
        text(rows.length > 1 ? placed : [], {
          x: 0,
          y: (row: { top: number }) => row.top - 11,
          text: 'label',
          textAnchor: 'start',
          fontSize: letterSize,
          fontWeight: 600,
        }),
        ...parts.map((part) =>
          rect([part], {
            x1: 'from',
            x2: 'to',
            y1: 'barTop',
            y2: 'barFoot',
            insetRight: 1,
            ...inks[part.tone],
          }),
        ),
        ...parts.map((part) =>
          link([part], {
            x1: 'fall',
            x2: 'fall',
            y1: 'barFoot',
            y2: (one: { nameMiddle: number }) => one.nameMiddle - 8,
            stroke: 'var(--quiet)',
          }),
        ),
        ...parts.map((part) =>
          dot([part], {
            x: 'at',
            dx: 6,
            y: 'nameMiddle',
            r: 4.5,
            symbol: symbols[part.tone],
            ...inks[part.tone],
          }),
        ),
        text(parts, { x: 'at', y: 'nameMiddle', dx: 15, ...letters, ...halo }),
      ],
    },
    title,
    id,
  )
}

function heights(barTop: number, line: number) {
  return {
    barTop,
    barFoot: barTop + barHeight,
    nameMiddle: barTop + barHeight + 16 + line * lineHeight,
  }
}

// From the right, each name on the first line where it touches no other and no other's line falls through it.
function placeNames(
  parts: readonly Part[],
  scale: (value: number) => number,
  width: number,
): Placed[] {
  let before = 0
  const shown = parts
    .filter(({ value }) => value > 0)
    .map((part) => {
      const from = scale(before)
      before += part.value
      return {
        ...part,
        from,
        to: scale(before),
        words: shortened(`${part.value.toLocaleString('en-GB')} ${part.label}`, width - 24),
      }
    })
  const placed: Placed[] = []
  for (const part of shown.toReversed()) {
    const fall = part.from + 1
    const at = Math.max(1, Math.min(fall, width - textWidth(part.words) - 16))
    const right = at + textWidth(part.words) + 24
    const crowded = (line: number) =>
      placed.some((other) =>
        other.line === line ? other.at < right : other.line > line && other.fall < right,
      )
    let line = 0
    while (crowded(line)) line += 1
    placed.push({ ...part, fall, at, line })
  }
  return placed.reverse()
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { value }) => total + value, 0)
}

// Keeps a word clear of a line that passes behind it.
const halo = { stroke: 'var(--paper)', strokeWidth: 4, fill: 'currentColor' } as const

const inks: Record<Tone, { fill: string; stroke?: string; strokeWidth?: number }> = {
  open: { fill: 'var(--tint)', stroke: 'var(--action)', strokeWidth: 1.6 },
  due: { fill: 'var(--due)' },
  approved: { fill: 'var(--approved)' },
  rejected: { fill: 'var(--rejected)' },
  restricted: { fill: 'var(--restricted)' },
  ended: { fill: 'var(--quiet)' },
}

const symbols = {
  open: 'circle',
  due: 'triangle',
  approved: 'circle',
  rejected: 'square',
  restricted: 'diamond',
  ended: {
    draw: (path: CanvasPath, size: number) => {
      const half = Math.sqrt(size) / 2
      path.rect(-half, -1.5, half * 2, 3)
    },
  },
} as const
