// Words with their marks as runs that are each set in one style and stand in one place of the structure.
import type { Inline, Paragraph } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import type { Run } from '../compare/compared-lines.ts'
import type { Setting } from './galley.ts'
import type { Ink } from './page-form.ts'

/** How words are underlined or struck: by an author, or by a change. A moved provision has two lines. */
export type Under = 'none' | 'plain' | 'inserted' | 'struck' | 'moved-to' | 'moved-from'

export interface Style {
  /** The place of the face among the faces. */
  readonly face: number
  readonly size: number
  /** How far above the line it stands. */
  readonly rise: number
  readonly ink: Ink
  readonly under: Under
}

export interface StyledRun {
  readonly s: string
  readonly style: Style
  readonly leaf: number
}

const [ITALIC, BOLD] = [1, 2]

/** The text's own style at a size. */
export const plainStyle = (size: number, more: Partial<Style> = {}): Style => ({
  face: 0,
  size,
  rise: 0,
  ink: 'text',
  under: 'none',
  ...more,
})

export const bold = (size: number): Style => plainStyle(size, { face: BOLD })

const emphasised = (style: Style, kind: (Inline & { t: 'em' })['kind']): Style => {
  switch (kind) {
    case 'b':
      return { ...style, face: style.face | BOLD }
    case 'i':
      return { ...style, face: style.face ^ ITALIC }
    case 'u':
      return style.under === 'none' ? { ...style, under: 'plain' } : style
    case 'sup':
      return { ...style, size: style.size * 0.7, rise: style.rise + style.size * 0.33 }
    case 'sub':
      return { ...style, size: style.size * 0.7, rise: style.rise - style.size * 0.12 }
  }
}

/** The runs of a paragraph; references within the text and terms with a meaning of their own are links. */
export const runsOf = (
  to: Setting,
  words: Paragraph,
  style: Style,
  leaf: number,
  out: StyledRun[] = [],
): StyledRun[] => {
  for (const inline of words)
    switch (inline.t) {
      case 'em':
        runsOf(to, inline.c, emphasised(style, inline.kind), leaf, out)
        break
      case 'ref': {
        const at = inline.to.in === 'text' ? to.link(leaf, inline.to.id) : leaf
        out.push({ s: inline.s, style, leaf: at })
        break
      }
      case 'term': {
        const at = inline.def === null ? leaf : to.link(leaf, inline.def)
        out.push({ s: inline.s, style, leaf: at })
        break
      }
      default:
        out.push({ s: inline.s, style, leaf })
    }
  return out
}

const PENNED = {
  ins: ['Ins', 'inserted', 'Underline'],
  del: ['Del', 'struck', 'LineThrough'],
} as const

/** An element for words that are struck or inserted, which says so to a screen reader. */
const penned = (to: Setting, mark: 'ins' | 'del', moved: boolean, s: string, parent: number) => {
  const [type, said, line] = PENNED[mark]
  const alt = `${moved ? (mark === 'ins' ? 'moved to here' : 'moved from here') : said}: ${s.trim()}`
  return to.leaf({ type, parent, alt, entries: `/A<</O/Layout/TextDecorationType/${line}>>` })
}

/** The runs of words that stay, are struck or are inserted. */
export const changedRuns = (
  to: Setting,
  runs: readonly Run[],
  style: Style,
  leaf: number,
  moved: boolean,
): StyledRun[] => {
  const out: StyledRun[] = []
  for (const { mark, words } of runs) {
    if (mark === 'same') {
      runsOf(to, words, style, leaf, out)
      continue
    }
    const ink = mark === 'ins' ? 'inserted' : 'struck'
    const under = moved ? (mark === 'ins' ? 'moved-to' : 'moved-from') : ink
    const at = penned(to, mark, moved, wordsOf(words), leaf)
    runsOf(to, words, { ...style, ink, under }, at, out)
  }
  return out
}
