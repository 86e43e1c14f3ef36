// Paragraphs of a Word file as they begin and end: those whose end is struck run into the next, and those of a text box
// wait for the paragraph they hang on.

/** A run of words with its formats; `ref` names the bookmark it points to, `note` the words of a footnote. */
export interface Piece {
  s: string
  formats: string
  ref: string | null
  kind: 'words' | 'note' | 'formula'
}

export interface WordParagraph {
  style: string
  num: string | null
  level: number | null
  outline: number | null
  pieces: Piece[]
  bookmarks: string[]
  /** How many tables, rows and cells deep it stands, as counts of starts so far. */
  readonly table: number
  readonly row: number
  readonly cell: number
  readonly depth: number
}

/** Where among tables a paragraph stands. */
export type TablePlace = Pick<WordParagraph, 'table' | 'row' | 'cell' | 'depth'>

export interface ParagraphStream {
  readonly done: readonly WordParagraph[]
  /** The paragraph that is open, or null. */
  current(): WordParagraph | null
  begin(place: TablePlace): void
  /** The end of the open paragraph is gone: what is left of it runs into the next. */
  loseEnd(): void
  /** Ends the open paragraph; with `left`, it is passed over with its row or merged cell. */
  end(left: boolean, isStruck: boolean): void
  finish(): void
}

export const newParagraphStream = (): ParagraphStream => {
  const done: WordParagraph[] = []
  const open: { paragraph: WordParagraph; endLost: boolean }[] = []
  const boxed: WordParagraph[] = []
  let carried: WordParagraph | null = null

  const settle = (paragraph: WordParagraph, endLost: boolean): void => {
    if (carried && carried.cell === paragraph.cell) {
      paragraph.pieces.unshift(...carried.pieces)
      paragraph.bookmarks.unshift(...carried.bookmarks)
    } else if (carried) done.push(carried)
    carried = null
    // The next paragraph keeps its own style; an empty one whose end is gone vanishes.
    if (!endLost) done.push(paragraph)
    else if (paragraph.pieces.length > 0) carried = paragraph
  }
  return {
    done,
    current: () => open.at(-1)?.paragraph ?? null,
    begin: (place) => {
      const paragraph: WordParagraph = {
        style: '',
        num: null,
        level: null,
        outline: null,
        pieces: [],
        bookmarks: [],
        ...place,
      }
      open.push({ paragraph, endLost: false })
    },
    loseEnd: () => {
      const last = open.at(-1)
      if (last) last.endLost = true
    },
    end: (left, isStruck) => {
      const last = open.pop()
      if (!last || left) return
      const { paragraph, endLost } = last
      if (open.length > 0) {
        if (!isStruck && (!endLost || paragraph.pieces.length > 0)) boxed.push(paragraph)
        return
      }
      settle(paragraph, endLost)
      done.push(...boxed.splice(0))
    },
    finish: () => {
      if (carried) done.push(carried)
      carried = null
    },
  }
}
