// A galley: a piece of text set in lines, before it is known on which page and at what height they will stand.
import type { ProvisionId } from '../../model.ts'
import type { Face, SetWord } from './faces.ts'
import type { Ink } from './page-form.ts'

/** Where a part of a line belongs in the structure of the document, which is what a screen reader follows. */
export interface Leaf {
  readonly type: string
  /** The element above it, by its place in the galley; -1 stands at the top. */
  readonly parent: number
  /** What a screen reader says instead, such as that the words are struck. */
  readonly alt?: string
  /** More entries of the element, as they stand in a file. */
  readonly entries?: string
}

/** Words of one line that belong to one leaf and stand side by side. */
export interface Part {
  readonly leaf: number
  /** Where it begins; null goes on where the part before it ended. */
  readonly x: number | null
  readonly from: number
  readonly to: number
  /** The font with which it begins and ends, as a content stream names it. */
  readonly font: string
  readonly ops: string
  readonly lastFont: string
}

/** A line that is drawn: from the left, up from the baseline. */
export interface Stroke {
  readonly x: number
  readonly up: number
  readonly width: number
  readonly thick: number
  readonly ink: Ink
  readonly dotted?: boolean
}

/** Where a link leads: a provision, or a named place in the front matter such as the list of changes. */
export type Target = ProvisionId | `#${string}`

/** A bar beside what differs, with the number of the change and a sign for its kind. */
export interface ChangeBar {
  readonly number: number
  readonly sign: string
}

/** One line across the page, all columns of a table's row included. */
export interface Strip {
  readonly before: number
  readonly height: number
  /** No page ends after it. */
  readonly keep: boolean
  readonly parts: readonly Part[]
  readonly strokes: readonly Stroke[]
  readonly anchors: readonly Target[]
  /** Lines of one row of a table: in a file, cell follows cell. */
  readonly row: number
  readonly bar: ChangeBar | null
  /** The number of the provision that begins here, for the head of the page. */
  readonly head: string | null
}

/** A heading for the table of contents and the bookmarks. */
export interface Entry {
  readonly id: Target
  readonly level: number
  readonly label: string
  readonly words: string
}

export interface Galley {
  readonly strips: Strip[]
  readonly leaves: Leaf[]
  /** The targets of leaves that are links. */
  readonly links: Map<number, Target>
  readonly entries: Entry[]
  /** The code points that each face needs. */
  readonly used: readonly Set<number>[]
}

/** A galley being set. */
export interface Setting extends Galley {
  readonly faces: readonly Face[]
  leaf(leaf: Leaf): number
  link(parent: number, target: Target): number
  /** The word in that face, counted as used. */
  word(face: number, s: string): SetWord
  strip(strip: Partial<Strip> & Pick<Strip, 'height'>): void
  /** Anchors for the next strip. */
  anchor(id: Target): void
  head(label: string): void
  /** The bar of the strips that follow. */
  bar: ChangeBar | null
  /** Sets the next strip on the line of the last one, where a number stands alone. */
  pullUp(): void
  /** The anchors that wait for a strip, which are then no longer waiting. */
  waiting(): readonly Target[]
}

const NONE: readonly never[] = []
let settings = 0

export const newSetting = (faces: readonly Face[]): Setting => {
  const mark = ++settings
  const leaves: Leaf[] = []
  const links = new Map<number, Target>()
  const strips: Strip[] = []
  const used = faces.map(() => new Set<number>([0x20]))
  let anchors: Target[] = []
  let head: string | null = null
  let pulled = 0
  const leaf = (one: Leaf): number => leaves.push(one) - 1
  const setting: Setting = {
    faces,
    strips,
    leaves,
    links,
    entries: [],
    used,
    bar: null,
    leaf,
    link: (parent, target) => {
      const at = leaf({ type: 'Link', parent })
      links.set(at, target)
      return at
    },
    word: (face, s) => {
      const word = (faces[face] as Face).word(s)
      if (word.usedBy !== mark * 8 + face) {
        word.usedBy = mark * 8 + face
        for (const char of s) used[face]?.add(char.codePointAt(0) as number)
      }
      return word
    },
    strip: (strip) => {
      strips.push({
        before: pulled > 0 ? -pulled : (strip.before ?? 0),
        height: strip.height,
        keep: strip.keep ?? false,
        parts: strip.parts ?? NONE,
        strokes: strip.strokes ?? NONE,
        anchors,
        row: strip.row ?? 0,
        bar: setting.bar,
        head,
      })
      if (anchors.length > 0) anchors = []
      head = null
      pulled = 0
    },
    pullUp: () => {
      const last = strips.at(-1)
      if (!last) return
      strips[strips.length - 1] = { ...last, keep: true }
      pulled = last.height
    },
    anchor: (id) => {
      anchors = [...anchors, id]
    },
    head: (label) => {
      head = label
    },
    waiting: () => {
      const all = anchors
      anchors = []
      return all
    },
  }
  return setting
}
