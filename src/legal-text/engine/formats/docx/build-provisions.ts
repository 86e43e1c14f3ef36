// Builds provisions from the paragraphs of a Word file: by our own styles, else by outline, lists and typed numbers.
import {
  type Draft,
  type Kind,
  minter,
  type Paragraph,
  type ProvisionId,
  type RefTarget,
} from '../../model.ts'
import { depthsOf } from '../text/nest-by-number.ts'
import { typedNumber } from '../text/read-text.ts'
import type { Piece, WordParagraph } from './paragraph-stream.ts'
import { type Notes, withMarks, wordsOfPieces } from './piece-words.ts'
import type { WordFinding } from './scan-body.ts'
import { type NamePrefix, readName, readStyle } from './word-names.ts'
import type { Numbering } from './word-numbering.ts'
import type { WordStyle } from './word-styles.ts'

/** Where a style of a foreign file belongs: its level (0 the outermost) and what its paragraphs are. */
export interface StyleLevel {
  readonly level: number
  readonly kind?: Kind
  /** The words are a heading, not the provision's text. */
  readonly isHeading?: boolean
}

export interface Building {
  readonly seed: string
  readonly notes: Notes
  readonly styleOf: (id: string) => WordStyle
  readonly numbering: Numbering
  readonly levels: ReadonlyMap<string, StyleLevel>
}

interface Growing {
  id: ProvisionId
  kind: Kind
  label: string | null
  heading: Paragraph | null
  lead: Paragraph[]
  tail: Paragraph[]
  children: Growing[]
}

export interface Built {
  readonly draft: Draft
  readonly identified: ReadonlySet<ProvisionId>
  readonly findings: readonly WordFinding[]
}

/** Takes the number before the first tab off the pieces. */
const cutLabel = (pieces: readonly Piece[]): { label: string | null; rest: Piece[] } => {
  const at = pieces.findIndex((piece) => piece.s.includes('\t'))
  if (at < 0) return { label: null, rest: [...pieces] }
  const piece = pieces[at] as Piece
  const tab = piece.s.indexOf('\t')
  const before = pieces.slice(0, at).map((one) => one.s)
  return {
    label: [...before, piece.s.slice(0, tab)].join(''),
    rest: [{ ...piece, s: piece.s.slice(tab + 1) }, ...pieces.slice(at + 1)].filter(
      (one) => one.s !== '',
    ),
  }
}

const cutTyped = (pieces: readonly Piece[]): { label: string | null; rest: Piece[] } => {
  const plain = pieces.map((one) => one.s).join('')
  const start = plain.length - plain.trimStart().length
  const found = typedNumber(plain.slice(start).replaceAll('\t', ' '))
  if (!found) return { label: null, rest: [...pieces] }
  let left = plain.length - found.rest.length
  const rest: Piece[] = []
  for (const piece of pieces) {
    const cut = Math.min(left, piece.s.length)
    left -= cut
    if (cut < piece.s.length) rest.push({ ...piece, s: piece.s.slice(cut) })
  }
  return { label: found.label, rest }
}

interface Said {
  readonly from: WordParagraph
  readonly label: string | null
  readonly level: number | null
  readonly pieces: readonly Piece[]
  readonly isHeading: boolean
  readonly kind: Kind | null
}

const kindFor = (label: string | null, isHeading: boolean): Kind => {
  if (isHeading && label === null) return 'heading-group'
  if (label === null) return 'unnumbered'
  if (/^part\b/i.test(label)) return 'part'
  if (/^(schedule|annex)\b/i.test(label)) return 'schedule'
  if (/^appendix\b/i.test(label)) return 'appendix'
  if (/^section\b/i.test(label)) return 'section'
  return label.startsWith('(') ? 'para' : 'clause'
}

/** Builds the tree. What had to be guessed or passed over is told in the findings. */
export const buildProvisions = (
  paragraphs: readonly WordParagraph[],
  { seed, notes, styleOf, numbering, levels }: Building,
): Built => {
  const mint = minter(seed)
  const identified = new Set<ProvisionId>()
  const findings: WordFinding[] = []
  const byBookmark = new Map<string, { prefix: NamePrefix; id: ProvisionId }>()
  const open: Growing[] = []
  const roots: Growing[] = []
  const find = (what: string, paragraph: number, pieces: readonly Piece[]): void => {
    const words = pieces.map((piece) => piece.s).join('')
    findings.push({ what, paragraph: paragraph + 1, words: words.slice(0, 60) })
  }

  // References are settled as they are met, so bookmarks of later provisions must be known first.
  for (const { bookmarks } of paragraphs)
    for (const name of bookmarks) {
      const read = readName(name, notes.digests)
      if (read) byBookmark.set(name, read)
    }
  const targetOf = (bookmark: string): RefTarget => {
    const id = byBookmark.get(bookmark)?.id
    return id ? { in: 'text', id } : { in: 'nowhere', place: bookmark }
  }
  const words = (pieces: readonly Piece[]): Paragraph => wordsOfPieces(pieces, targetOf)
  const idOf = (from: WordParagraph, prefixes: readonly NamePrefix[]): ProvisionId => {
    for (const name of from.bookmarks) {
      const read = byBookmark.get(name)
      if (read && prefixes.includes(read.prefix) && !identified.has(read.id)) {
        identified.add(read.id)
        return read.id
      }
    }
    return mint()
  }
  const begin = (kind: Kind, depth: number, id: ProvisionId): Growing => {
    const grown: Growing = {
      id,
      kind,
      label: null,
      heading: null,
      lead: [],
      tail: [],
      children: [],
    }
    open.length = Math.min(open.length, depth)
    const parent = open.at(-1)
    if (parent) parent.children.push(grown)
    else roots.push(grown)
    open.push(grown)
    return grown
  }

  const hasOwnStyles = paragraphs.some(({ style }) => readStyle(style) !== null)
  let row = -1
  const readOwn = (from: WordParagraph, at: number): void => {
    const own = readStyle(from.style)
    if (!own) {
      if (from.pieces.length === 0) return
      find(
        `a paragraph without a style of the text (${from.style || 'none'}), taken as words`,
        at,
        from.pieces,
      )
      if (open.length === 0) begin('code', 0, mint())
      const here = open.at(-1) as Growing
      ;(here.children.length === 0 ? here.lead : here.tail).push(words(from.pieces))
      return
    }
    const { kind, depth, role } = own
    if (kind === 'cell' && from.depth > 0 && from.row !== row) {
      row = from.row
      begin('row', depth - 1, idOf(from, ['_r', '_s']))
    }
    if (role === 'heading' || role === 'opening') {
      const { label, rest } = cutLabel(from.pieces)
      const grown = begin(kind, depth, idOf(from, ['_p', '_q']))
      grown.label = label
      if (role === 'heading') grown.heading = words(rest)
      else if (rest.length > 0) grown.lead.push(words(rest))
    } else {
      open.length = Math.min(open.length, depth + 1)
      const here = open.at(-1)
      if (!here) throw new Error('The Word file has words of a provision before its beginning')
      here[role].push(words(from.pieces))
    }
  }

  const saidIn = (from: WordParagraph): Said => {
    const style = styleOf(from.style)
    const given = levels.get(from.style) ?? levels.get(style.name)
    const num = from.num ?? style.num
    let label: string | null = null
    let listLevel: number | null = null
    if (num !== null && num !== '0') {
      const linked = from.num === null ? numbering.levelOfStyle(num, from.style) : null
      listLevel = from.level ?? linked ?? style.level ?? 0
      label = numbering.next({ num, level: listLevel })
    }
    const outline = from.outline !== null && from.outline < 9 ? from.outline : style.outline
    const cut = label === null ? cutTyped(from.pieces) : { label, rest: [...from.pieces] }
    const isBullet = listLevel !== null && label === null && cut.label === null
    return {
      from,
      label: cut.label ?? (isBullet ? '•' : null),
      level: given?.level ?? outline ?? null,
      pieces: cut.rest,
      isHeading: given?.isHeading ?? outline !== null,
      kind: given?.kind ?? null,
    }
  }
  const readForeign = (): void => {
    const root = begin('code', 0, mint())
    const said = paragraphs.map(saidIn)
    const inText = said.filter(({ from }) => from.depth === 0)
    const depths = new Map(depthsOf(inText).map((depth, at) => [inText[at] as Said, depth]))
    let [table, row, cell] = [-1, -1, -1]
    said.forEach((one) => {
      const { from, label, pieces, isHeading } = one
      if (from.depth > 0) {
        if (open.at(-1)?.kind === 'cell') open.pop()
        if (from.table !== table) {
          while (open.length > 1 && ['row', 'table'].includes(open.at(-1)?.kind ?? '')) open.pop()
          begin('table', open.length, mint())
        }
        if (from.row !== row) {
          if (open.at(-1)?.kind === 'row') open.pop()
          begin('row', open.length, mint())
        }
        const here = open.at(-1) as Growing
        const into =
          from.cell === cell
            ? (here.children.at(-1) as Growing)
            : begin('cell', open.length, mint())
        ;[table, row, cell] = [from.table, from.row, from.cell]
        const all = [
          ...(label === null
            ? []
            : [{ s: `${label} `, formats: '', ref: null, kind: 'words' as const }]),
          ...pieces,
        ]
        if (all.length > 0) into.lead.push(words(all))
        return
      }
      while (['cell', 'row', 'table'].includes(open.at(-1)?.kind ?? '')) open.pop()
      const depth = depths.get(one) ?? null
      if (depth === null) {
        if (pieces.length > 0) (open.at(-1) ?? root).lead.push(words(pieces))
        return
      }
      const grown = begin(
        one.kind ?? kindFor(label, isHeading),
        depth + 1,
        idOf(from, ['_p', '_q']),
      )
      grown.label = label
      if (isHeading) grown.heading = words(pieces)
      else if (pieces.length > 0) grown.lead.push(words(pieces))
    })
  }

  if (hasOwnStyles) paragraphs.forEach(readOwn)
  else readForeign()
  const draftFrom = (from: Growing): Draft => ({
    id: from.id,
    kind: from.kind,
    label: from.label,
    ...withMarks(from, notes.marked.get(from.id)),
    children: from.children.map(draftFrom),
  })
  const [only] = roots
  if (!only) throw new Error('The Word file holds no words')
  const draft: Draft =
    roots.length === 1
      ? draftFrom(only)
      : { id: mint(), kind: 'code', children: roots.map(draftFrom) }
  return { draft, identified, findings }
}
