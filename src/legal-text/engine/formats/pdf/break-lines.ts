// Where the lines of a paragraph end: over the whole paragraph at once, so that no line is much shorter than the rest.

/** What stands before a piece: nothing, a space, or a place where a line may end without one. */
export const JOINED = 0
export const SPACED = 1
export const PARTED = 2
export type Gap = typeof JOINED | typeof SPACED | typeof PARTED

/** The pieces of a paragraph as they are set, side by side in arrays; widths in points. */
export interface Pieces {
  readonly gaps: readonly Gap[]
  readonly widths: readonly number[]
  /** The width of the space before each piece; 0 where there is none. */
  readonly spaces: readonly number[]
  /** Pieces that should not begin a line, such as the number after "Section". */
  readonly ties: readonly boolean[]
}

const TIE = 2
const LONELY = 1.5

/**
 * The place after the last piece of each line. The first line may be shorter by `inset`. A piece that is wider than
 * the measure has a line of its own.
 */
export const breakLines = (pieces: Pieces, measure: number, inset: number): number[] => {
  const { gaps, widths, spaces, ties } = pieces
  const count = widths.length
  let total = 0
  for (let at = 0; at < count; at++) total += (widths[at] as number) + (spaces[at] as number)
  if (total <= measure - inset) return [count]

  const starts: number[] = [0]
  for (let at = 1; at < count; at++) if (gaps[at] !== JOINED) starts.push(at)
  starts.push(count)
  const ends = new Float64Array(starts.length)
  for (let at = 0, from = 0, sum = 0; at < starts.length; at++) {
    for (; from < (starts[at] as number); from++)
      sum += (widths[from] as number) + (spaces[from] as number)
    ends[at] = sum
  }
  const costs = new Float64Array(starts.length).fill(Number.POSITIVE_INFINITY)
  const befores = new Int32Array(starts.length)
  costs[0] = 0
  const last = starts.length - 1
  for (let end = 1; end <= last; end++) {
    const isLast = end === last
    const penalty = !isLast && ties[starts[end] as number] ? TIE : 0
    for (let start = end - 1; start >= 0; start--) {
      const room = start === 0 ? measure - inset : measure
      const width =
        (ends[end] as number) - (ends[start] as number) - (spaces[starts[start] as number] ?? 0)
      const fits = width <= room
      if (!fits && start < end - 1) break
      const slack = fits ? (room - width) / measure : 0
      const uneven = isLast ? (width < measure * 0.15 ? LONELY : 0) : slack * slack * 100
      const cost = (costs[start] as number) + uneven + penalty
      if (cost < (costs[end] as number)) {
        costs[end] = cost
        befores[end] = start
      }
      if (!fits) break
    }
  }
  const lines: number[] = []
  for (let end = last; end > 0; end = befores[end] as number) lines.push(starts[end] as number)
  return lines.reverse()
}
