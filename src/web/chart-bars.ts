// Horizontal bars by category: how many of each.

import { rect, ruleX, text } from '@observablehq/plot'
import { drawSvg, hues, letterSize, shortened, textWidth } from '#web/chart-svg.ts'

/** Bars in the order given. `printed` is the value as it is read, where that is not the number itself. */
export type Bars = {
  kind: 'bars'
  /** What the rows of the table are, and what the values are. */
  of: { category: string; value: string }
  bars: readonly Bar[]
}
export type Bar = {
  label: string
  value: number
  printed?: string | undefined
  href?: string | undefined
}

const thickness = 17
const widestName = 260

/** Bars with their names at the left, or above them where the column is narrow; the value stands at the end. */
export function drawBars({ bars }: Bars, title: string, id: string, narrow: boolean): string {
  const width = narrow ? 340 : 720
  const rowHeight = narrow ? 44 : 27
  const nameWidth = narrow
    ? 1
    : Math.max(1, ...bars.map(({ label }) => Math.min(widestName, textWidth(label)))) + 10
  const valueWidth = Math.max(1, ...bars.map((bar) => textWidth(printedValue(bar)))) + 10
  const rows = bars.map((bar, index) => {
    const top = index * rowHeight + (narrow ? 22 : 5)
    return {
      ...bar,
      words: shortened(bar.label, narrow ? width - 4 : widestName),
      printed: printedValue(bar),
      top,
      foot: top + thickness,
      middle: top + thickness / 2,
    }
  })
  const height = bars.length * rowHeight + 2
  const x = {
    type: 'linear',
    domain: [0, Math.max(1, ...bars.map(({ value }) => value))],
    range: [nameWidth, width - valueWidth],
  } as const
  const name = narrow
    ? ({ y: (row: { top: number }) => row.top - 9, textAnchor: 'start', dx: 0 } as const)
    : ({ y: 'middle', textAnchor: 'end', dx: -9 } as const)
  return drawSvg(
    {
      width,
      height,
      x,
      marks: [
        rect(rows, { x1: 0, x2: 'value', y1: 'top', y2: 'foot', fill: hues.action }),
        ruleX(narrow ? [] : [0], { stroke: 'currentColor', y1: 0, y2: height }),
        text(rows, { x: 0, text: 'words', fontSize: letterSize, ...name }),
        text(rows, {
          x: 'value',
          y: 'middle',
          text: 'printed',
          textAnchor: 'start',
          dx: 6,
          fontSize: letterSize,
          fontWeight: 600,
        }),
      ],
    },
    title,
    id,
  )
}

/** The value of a bar as it is read. */
export function printedValue({ value, printed }: Bar): string {
  return printed ?? value.toLocaleString('en-GB')
}
