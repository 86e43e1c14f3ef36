// A version, a part of it, or the redline of two as a PDF: paged, tagged, with contents and bookmarks.
import type { Lexicon } from '../../lexicon.ts'
import { pathTo } from '../../locate.ts'
import type { Tree } from '../../model.ts'
import { compared } from '../compare/compared.ts'
import { atOnce, type Slices } from '../slices.ts'
import { assemble, pagesOfTargets, type Section, type WrittenPdf } from './assemble.ts'
import { type Composed, composePages, type SetText } from './compose-pages.ts'
import { chaptersOf, type Item, isDivision, titleOf } from './division.ts'
import { openFaces, type PdfFonts } from './faces.ts'
import {
  type PageOf,
  setChanges,
  setContents,
  setFront,
  setLegend,
  setTitle,
} from './front-matter.ts'
import type { Furniture } from './furniture.ts'
import type { Entry, Galley, Setting, Target } from './galley.ts'
import { newKept } from './kept-in-bounds.ts'
import type { Bookmark } from './outline.ts'
import { type KeptGalley, setChapter } from './set-chapter.ts'
import { type Shown, shownChanges, shownWhole } from './shown.ts'

export interface PdfWriterOptions {
  readonly fonts: PdfFonts
  /** How many lines of set text are kept for the next file, some 1 KB each; 250,000 unless said. */
  readonly keepLines?: number
}

export interface PdfRedlineOptions {
  /** Equal provisions too, in reading order; without it only what differs and the headings above it. */
  readonly all?: boolean
}

/** Writes PDF files; what it has set of a text it keeps, and sets of the next version only what is new in it. */
export interface PdfWriter {
  /** A whole text, a section or a provision. Equal trees and furniture give equal bytes. */
  writePdf(tree: Tree, furniture: Furniture): WrittenPdf
  /** The same with pauses, each after some milliseconds at most; two may be written by turns. */
  pdfInSlices(tree: Tree, furniture: Furniture): Slices<WrittenPdf>
  /** The redline from `a` to `b`, two states of one provision in one store. */
  writePdfRedline(
    a: Tree,
    b: Tree,
    lexicon: Lexicon,
    furniture: Furniture,
    options?: PdfRedlineOptions,
  ): WrittenPdf
  redlineInSlices(
    a: Tree,
    b: Tree,
    lexicon: Lexicon,
    furniture: Furniture,
    options?: PdfRedlineOptions,
  ): Slices<WrittenPdf>
}

// A text of fewer lines needs no contents and begins under its title.
const SHORT = 330

const keyOf = (items: readonly Item<Shown>[]): string =>
  items
    .map(({ what, of: { tree }, depth }) => {
      const said = what === 'whole' ? tree.treeHash : tree.own.ownHash
      return `${what} ${depth} ${tree.id} ${said} ${isDivision(tree)}`
    })
    .join('\n')

const linesOf = (text: SetText): number =>
  text.stretches.reduce((sum, { from, to }) => sum + to - from, 0)

/** Two texts as one, so that the second begins where the first ends. */
const following = (first: SetText, second: SetText): SetText => ({
  stretches: [...first.stretches, ...second.stretches],
  entries: second.entries,
})

const bookmarksOf = (entries: readonly Entry[], first: readonly Bookmark[]): Bookmark[] => [
  ...first,
  ...entries.map(({ id, level, label, words }) => ({
    level,
    words: [label, words].filter(Boolean).join(' '),
    target: id,
  })),
]

const unknown: PageOf = () => 0

export const newPdfWriter = ({ fonts, keepLines = 250_000 }: PdfWriterOptions): PdfWriter => {
  const faces = openFaces(fonts)
  const galleys = newKept<Galley>(keepLines, ({ strips }) => strips.length + 1)
  const chapters = newKept<Composed>(keepLines, ({ strips }) => strips + 1)

  const kept: KeptGalley = ({ tree }, depth, isListed, set) =>
    galleys.of(`${tree.id} ${tree.treeHash} ${depth} ${isListed}`, set)

  const depthOf = (tree: Tree, { within }: Furniture): number =>
    within === undefined ? 1 : Math.max(1, pathTo(within, tree.id).filter(isDivision).length)

  const placeOf = (items: readonly Item<Shown>[]): string => {
    const tree = items.find(({ what }) => what === 'whole')?.of.tree
    return tree && isDivision(tree) ? titleOf(tree) : ''
  }

  /** Front matter whose page numbers are known only when all has been composed. */
  const withPages = function* (
    composed: (pageOf: PageOf) => Slices<readonly Section[]>,
  ): Slices<readonly Section[]> {
    const pages = pagesOfTargets(yield* composed(unknown))
    return yield* composed((target) => pages.get(target) ?? 0)
  }
  const pagesOf = function* (text: SetText, place: string): Slices<Section> {
    return { composed: yield* composePages(text, faces), place }
  }

  const pdfInSlices = function* (tree: Tree, furniture: Furniture): Slices<WrittenPdf> {
    const all = chaptersOf(shownWhole(tree), depthOf(tree, furniture))
    const mark = `text ${tree.id} ${tree.treeHash} ${JSON.stringify({ ...furniture, within: furniture.within?.treeHash })}`
    const [first, ...others] = all
    if (first && others.length === 0) {
      const text = yield* setChapter(faces, first, kept)
      if (linesOf(text) < SHORT) {
        const title = setFront(faces, (to) => setTitle(to, tree, furniture, 'paper'))
        const whole = yield* pagesOf(following(title, text), placeOf(first))
        const marks = bookmarksOf(text.entries, [])
        return yield* assemble(faces, [whole], furniture, marks, mark)
      }
    }
    const sections: Section[] = []
    for (const items of all) {
      const compose = function* (): Slices<Composed> {
        return yield* composePages(yield* setChapter(faces, items, kept), faces)
      }
      const composed = yield* chapters.inSlices(keyOf(items), compose)
      sections.push({ composed, place: placeOf(items) })
    }
    const entries = sections.flatMap(({ composed }) => composed.entries)
    const hasContents = entries.length > 1
    const front = (pageOf: PageOf): SetText =>
      setFront(faces, (to) => {
        setTitle(to, tree, furniture, others.length > 0 ? 'book' : 'paper')
        if (others.length > 0) to.strip({ height: 420, keep: false })
        if (hasContents) setContents(to, entries, pageOf)
      })
    const contents: Bookmark = { level: 0, words: 'Contents', target: '#contents' }
    const marks = bookmarksOf(entries, hasContents ? [contents] : [])
    const before = yield* withPages(function* (pageOf) {
      return [yield* pagesOf(front(pageOf), ''), ...sections]
    })
    return yield* assemble(faces, before, furniture, marks, mark)
  }

  const redlineInSlices: PdfWriter['redlineInSlices'] = function* (
    a,
    b,
    lexicon,
    furniture,
    options = {},
  ) {
    const isWhole = options.all ?? false
    const { shown, changes } = shownChanges(compared(a, b), lexicon, isWhole)
    const parts = isWhole
      ? chaptersOf(shown, depthOf(b, furniture))
      : [wholeItem(shown, depthOf(b, furniture))]
    const texts: { readonly text: SetText; readonly place: string }[] = []
    for (const items of parts)
      texts.push({ text: yield* setChapter(faces, items, kept), place: placeOf(items) })
    const entries = texts.flatMap(({ text }) => text.entries)
    const front = (pageOf: PageOf): SetText =>
      setFront(faces, (to: Setting) => {
        setTitle(to, b, furniture, 'paper')
        setLegend(to, isWhole)
        setChanges(to, changes, pageOf)
      })
    const list: Bookmark = { level: 0, words: 'Changes', target: '#changes' as Target }
    const marks = bookmarksOf(entries, [list])
    const mark = `redline ${a.treeHash} ${b.treeHash} ${isWhole} ${JSON.stringify({ ...furniture, within: furniture.within?.treeHash })}`
    const [only] = texts
    const sum = texts.reduce((lines, { text }) => lines + linesOf(text), changes.length)
    if (only && texts.length === 1 && sum < SHORT) {
      const flowing = function* (pageOf: PageOf): Slices<readonly Section[]> {
        return [yield* pagesOf(following(front(pageOf), only.text), only.place)]
      }
      return yield* assemble(faces, yield* withPages(flowing), furniture, marks, mark)
    }
    const sections: Section[] = []
    for (const { text, place } of texts) sections.push(yield* pagesOf(text, place))
    const all = yield* withPages(function* (pageOf) {
      return [yield* pagesOf(front(pageOf), ''), ...sections]
    })
    return yield* assemble(faces, all, furniture, marks, mark)
  }
  return {
    pdfInSlices,
    redlineInSlices,
    writePdf: (...asked) => atOnce(pdfInSlices(...asked)),
    writePdfRedline: (...asked) => atOnce(redlineInSlices(...asked)),
  }
}

const wholeItem = (shown: Shown, depth: number): Item<Shown>[] => [
  { what: 'whole', of: shown, depth },
]
