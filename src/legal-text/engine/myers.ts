// The shortest edit between two runs of whole numbers (E. W. Myers, 1986), in bounded time and memory.

/** A stretch of the one side that stands where a stretch of the other stood; all else is equal. */
export interface Edit {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

const MOST_EDITS = 500
const ANCHOR_ABOVE = 2_000

const frontier = new Int32Array(2 * MOST_EDITS + 5)
const trace = new Int32Array((MOST_EDITS + 2) * (MOST_EDITS + 3))

/** Runs the greedy search; gives the matched stretches from the back, or null where more than 500 edits are needed. */
const search = (
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
): Edit[] | null => {
  const n = a1 - a0
  const m = b1 - b0
  const most = Math.min(MOST_EDITS, n + m)
  const mid = most + 1
  const v = frontier
  v[mid + 1] = 0
  for (let d = 0; d <= most; d++) {
    const row = d * (d + 1)
    for (let k = -d; k <= d; k += 2) {
      const left = v[mid + k - 1] as number
      const right = v[mid + k + 1] as number
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      let y = x - k
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++
        y++
      }
      v[mid + k] = x
      trace[row + ((k + d) >> 1)] = x
      if (x >= n && y >= m) return backtrack(d, n, m, a0, b0)
    }
  }
  return null
}

const backtrack = (edits: number, n: number, m: number, a0: number, b0: number): Edit[] => {
  const out: Edit[] = []
  let x = n
  let y = m
  for (let d = edits; d > 0; d--) {
    const k = x - y
    const row = (d - 1) * d
    const at = (kk: number): number => trace[row + ((kk + d - 1) >> 1)] as number
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = down ? at(k + 1) : at(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    out.push(
      down
        ? { a0: a0 + fromX, a1: a0 + fromX, b0: b0 + fromY, b1: b0 + fromY + 1 }
        : { a0: a0 + fromX, a1: a0 + fromX + 1, b0: b0 + fromY, b1: b0 + fromY },
    )
    x = fromX
    y = fromY
  }
  return out.reverse()
}

const push = (out: Edit[], edit: Edit): void => {
  if (edit.a0 === edit.a1 && edit.b0 === edit.b1) return
  const last = out.at(-1)
  if (last && last.a1 === edit.a0 && last.b1 === edit.b0)
    out[out.length - 1] = { a0: last.a0, a1: edit.a1, b0: last.b0, b1: edit.b1 }
  else out.push(edit)
}

/** Numbers that stand once on each side, in an order common to both. */
const anchors = (
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
): [number, number][] => {
  const once = (of: Int32Array, from: number, to: number): Map<number, number> => {
    const places = new Map<number, number>()
    for (let at = from; at < to; at++) {
      const token = of[at] as number
      places.set(token, places.has(token) ? -1 : at)
    }
    return places
  }
  const inB = once(b, b0, b1)
  const common: [number, number][] = []
  for (const [token, at] of once(a, a0, a1)) {
    const there = inB.get(token)
    if (at >= 0 && there !== undefined && there >= 0) common.push([at, there])
  }
  return longestRising(common)
}

const longestRising = (pairs: readonly [number, number][]): [number, number][] => {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, there], at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as [number, number])[1] < there) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = at
  })
  const out: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number)
    out.push(pairs[at] as [number, number])
  return out.reverse()
}

const between = (
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  out: Edit[],
  depth: number,
): void => {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++
    b0++
  }
  while (a1 > a0 && b1 > b0 && a[a1 - 1] === b[b1 - 1]) {
    a1--
    b1--
  }
  const isLarge = a1 - a0 + (b1 - b0) > ANCHOR_ABOVE
  if (a0 === a1 || b0 === b1) push(out, { a0, a1, b0, b1 })
  else {
    const found = isLarge ? null : search(a, a0, a1, b, b0, b1)
    if (found) for (const edit of found) push(out, edit)
    else splitAtAnchors(a, a0, a1, b, b0, b1, out, depth)
  }
}

const splitAtAnchors = (
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  out: Edit[],
  depth: number,
): void => {
  const held = depth > 8 ? [] : anchors(a, a0, a1, b, b0, b1)
  if (held.length === 0) {
    const found = a1 - a0 + (b1 - b0) > ANCHOR_ABOVE * 20 ? null : search(a, a0, a1, b, b0, b1)
    if (found) for (const edit of found) push(out, edit)
    else push(out, { a0, a1, b0, b1 })
    return
  }
  let [fromA, fromB] = [a0, b0]
  for (const [inA, inB] of held) {
    between(a, fromA, inA, b, fromB, inB, out, depth + 1)
    fromA = inA + 1
    fromB = inB + 1
  }
  between(a, fromA, a1, b, fromB, b1, out, depth + 1)
}

/**
 * Edits that turn `a[a0..a1)` into `b[b0..b1)`, in order, never touching one another. The least possible where the
 * two differ in up to 500 places and have up to 2,000 numbers; else found between numbers that stand once on each side.
 */
export const editsBetween = (
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
): Edit[] => {
  const out: Edit[] = []
  between(a, a0, a1, b, b0, b1, out, 0)
  return out
}
