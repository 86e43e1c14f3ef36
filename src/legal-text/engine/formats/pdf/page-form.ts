// The form of a page: A4 in points, a column of some seventy characters, numbers hanging in the margin.

export const PAGE = { width: 595.28, height: 841.89 } as const

/** Between these heights the text stands. */
export const FRAME = { top: 762, bottom: 78 } as const

/** Where change bars, numbers and text begin, and where text ends. */
export const BAR_X = 66
export const LABEL_X = 76
export const TEXT_X = 138
export const RIGHT = 510

/** Text indented deeper still than this keeps its measure: it goes no further to the right. */
export const NARROWEST = 170

export const TEXT = { size: 10.2, leading: 13.8 } as const
export const SMALL = { size: 8.6, leading: 11.6 } as const
export const CELL = { size: 9, leading: 12 } as const

/** Sizes of headings by their level, the first being that of the whole text. */
export const HEADINGS = [
  { size: 22, leading: 27 },
  { size: 20, leading: 25 },
  { size: 16, leading: 20.5 },
  { size: 13, leading: 17.5 },
  { size: 11.5, leading: 15.5 },
] as const

/** The colours, each readable on white and on grey paper; none carries a meaning alone. */
export const INK = {
  text: '0 g',
  quiet: '.32 .38 .43 rg',
  inserted: '.05 .33 .14 rg',
  struck: '.55 .07 .05 rg',
  rule: '.6 .6 .58 rg',
} as const
export type Ink = keyof typeof INK

/** A measure in points as it is written in a file: at most two places. */
export const points = (value: number): string => {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : `${rounded}`
}
