// A paragraph of runs set in lines of a measure.
import { breakLines, type Gap, JOINED, PARTED, SPACED } from './break-lines.ts'
import type { Face, SetWord } from './faces.ts'
import { SPACE_OPS } from './faces.ts'
import type { Part, Setting, Strip, Stroke } from './galley.ts'
import { INK, points } from './page-form.ts'
import type { Style, StyledRun } from './styled-runs.ts'

/** The place in which a paragraph is set. */
export interface Measure {
  readonly x: number
  readonly right: number
  /** How much further to the right the first line begins. */
  readonly inset?: number
  readonly leading: number
  readonly before: number
  /** No page ends within it or after it. */
  readonly keep?: boolean
  /** Parts that stand on the first line too, such as a number in the margin. */
  readonly first?: LineSet
  /** More words follow on its last line. */
  readonly isGoneOn?: boolean
}

/** What is printed on one line. */
export interface LineSet {
  readonly parts: readonly Part[]
  readonly strokes: readonly Stroke[]
}

interface Pieced {
  readonly words: SetWord[]
  readonly runs: StyledRun[]
  readonly gaps: Gap[]
  readonly widths: number[]
  readonly spaces: number[]
  readonly ties: boolean[]
}

/** As many characters of a word as fit in the measure, again and again; a line may end between them. */
const chunksOf = (to: Setting, { style, s }: { style: Style; s: string }, measure: number) => {
  const face = to.faces[style.face] as Face
  const most = (measure * 1000) / style.size
  const chunks: string[] = []
  let [chunk, width] = ['', 0]
  for (const char of s) {
    const by = face.advance(Math.min(char.codePointAt(0) as number, 0xfffd))
    if (chunk !== '' && width + by > most) {
      chunks.push(chunk)
      ;[chunk, width] = ['', 0]
    }
    chunk += char
    width += by
  }
  chunks.push(chunk)
  return chunks
}

const THIN = 160

const isTied = (s: string): boolean => {
  const first = s.charCodeAt(0)
  return first === 40 || (first >= 48 && first <= 57)
}

const piecesOf = (to: Setting, runs: readonly StyledRun[], measure: number): Pieced => {
  const out: Pieced = { words: [], runs: [], gaps: [], widths: [], spaces: [], ties: [] }
  let gap: Gap = JOINED
  const put = (run: StyledRun, s: string, isChunk = false): void => {
    const { face, size } = run.style
    const before = out.runs.at(-1)?.style
    const word = to.word(face, s)
    const width = (word.width * size) / 1000
    if (width > measure && !isChunk) {
      for (const chunk of chunksOf(to, { style: run.style, s }, measure * 0.98)) {
        put(run, chunk, true)
        gap = PARTED
      }
      gap = JOINED
      return
    }
    out.words.push(word)
    out.runs.push(run)
    out.gaps.push(out.words.length === 1 ? JOINED : gap)
    out.widths.push(width)
    out.spaces.push(
      gap === SPACED && before ? ((to.faces[before.face] as Face).space * before.size) / 1000 : 0,
    )
    out.ties.push(isTied(s))
    gap = JOINED
  }
  for (const run of runs) {
    if (run.s === '') continue
    let isFirst = true
    for (const word of run.s.split(' ')) {
      if (!isFirst) gap = SPACED
      isFirst = false
      if (word === '') continue
      if (!word.includes('—')) put(run, word)
      else
        for (const bit of word.split(/(?<=—)(?=[^—])/)) {
          put(run, bit)
          gap = PARTED
        }
      if (gap === PARTED) gap = JOINED
    }
  }
  return out
}

const strokesOf = (style: Style, from: number, to: number): Stroke[] => {
  const line = (up: number, thick = 0.6): Stroke => ({
    x: from,
    up: up + style.rise,
    width: to - from,
    thick,
    ink: style.ink,
  })
  const [strike, under] = [style.size * 0.25, -2.2]
  switch (style.under) {
    case 'none':
      return []
    case 'plain':
      return [line(under, 0.4)]
    case 'inserted':
      return [line(under, 0.8)]
    case 'struck':
      return [line(strike, 0.8)]
    case 'moved-to':
      return [line(under, 0.5), line(under - 1.6, 0.5)]
    case 'moved-from':
      return [line(strike + 0.9, 0.5), line(strike - 0.9, 0.5)]
  }
}

/** The pieces from one place up to another on one line that begins at x. */
const lineOf = (
  to: Setting,
  { words, runs, gaps, widths, spaces }: Pieced,
  [start, end]: readonly [number, number],
  x: number,
): LineSet & { readonly end: number } => {
  const parts: Part[] = []
  const strokes: Stroke[] = []
  let at = start
  let pen = x
  while (at < end) {
    const { leaf } = runs[at] as StyledRun
    const from = pen
    let inkTo = pen
    let [ops, font, partFont] = ['', '', '']
    while (at < end && (runs[at] as StyledRun).leaf === leaf) {
      const { style } = runs[at] as StyledRun
      const key = `/${(to.faces[style.face] as Face).key} ${points(style.size)} Tf`
      // Struck words that touch inserted ones would read as one word.
      const touches = at > start && gaps[at] === JOINED && runs[at - 1]?.style.under !== style.under
      const parted = touches && style.under !== 'none' && runs[at - 1]?.style.under !== 'none'
      if (parted) pen += (THIN * style.size) / 1000
      const began = pen
      let said = parted ? `)${-THIN}(` : ''
      for (
        let inside = false;
        at < end && runs[at]?.style === style && runs[at]?.leaf === leaf;
        at++
      ) {
        if (inside && gaps[at] === SPACED) {
          said += SPACE_OPS
          pen += spaces[at] as number
        }
        said += (words[at] as SetWord).ops
        pen += widths[at] as number
        inside = true
      }
      inkTo = pen
      // The space after the last word goes with it, at the end of a line too: readers part words by it.
      if (gaps[at] === SPACED) {
        said += SPACE_OPS
        if (at < end) pen += spaces[at] as number
      }
      if (font === '') partFont = key
      else if (key !== font) ops += `${key} `
      font = key
      if (style.rise !== 0) ops += `${points(style.rise)} Ts `
      if (style.ink !== 'text') ops += `${INK[style.ink]} `
      ops += `[(${said})]TJ\n`
      if (style.rise !== 0) ops += '0 Ts '
      if (style.ink !== 'text') ops += `${INK.text} `
      if (style.under !== 'none') strokes.push(...strokesOf(style, began, inkTo))
    }
    parts.push({
      leaf,
      x: parts.length === 0 ? x : null,
      from,
      to: inkTo,
      font: partFont,
      ops,
      lastFont: font,
    })
  }
  return { parts, strokes, end: parts.at(-1)?.to ?? pen }
}

/** Runs on one line, wherever it ends, as a number in the margin is. A space closes it. */
export const setOnLine = (
  to: Setting,
  runs: readonly StyledRun[],
  x: number,
): LineSet & { readonly end: number } => {
  const pieces = piecesOf(to, runs, 10_000)
  pieces.gaps.push(SPACED)
  return lineOf(to, pieces, [0, pieces.words.length], x)
}

/** Sets runs as a paragraph; gives how many lines it took. */
export const setParagraph = (
  to: Setting,
  runs: readonly StyledRun[],
  { x, right, inset = 0, leading, before, keep = false, first, isGoneOn }: Measure,
): number => {
  const pieces = piecesOf(to, runs, right - x - inset)
  const count = pieces.words.length
  if (count === 0 && !first) return 0
  if (isGoneOn) pieces.gaps.push(SPACED)
  const ends = count === 0 ? [0] : breakLines(pieces, right - x, inset)
  let start = 0
  ends.forEach((end, line) => {
    const set = lineOf(to, pieces, [start, end], line === 0 ? x + inset : x)
    const both = line === 0 && first
    const strip: Partial<Strip> & Pick<Strip, 'height'> = {
      before: line === 0 ? before : 0,
      height: leading,
      // Two lines at least stay together at either end of a page.
      keep: keep || (ends.length > 1 && (line === 0 || line === ends.length - 2)),
      parts: both ? [...first.parts, ...set.parts] : set.parts,
      strokes: both ? [...first.strokes, ...set.strokes] : set.strokes,
    }
    to.strip(strip)
    start = end
  })
  return ends.length
}
