// A version, or the redline of two, as a Word file: numbers typed, changes tracked, identities kept.
import type { Lexicon } from '../../lexicon.ts'
import { newLexicon } from '../../lexicon.ts'
import type { Tree } from '../../model.ts'
import { type Compared, compared } from '../compare/compared.ts'
import { type ComparedLine, comparedLines, linesOf, wholeLine } from '../compare/compared-lines.ts'
import { checkDocument } from './check-document.ts'
import { type LineWriter, newLineWriter, type Reviser, type Tracking } from './word-lines.ts'
import { notesXml, packWord } from './word-package.ts'

export interface DocxRedlineOptions extends Reviser {
  /** `tracked` writes a moved provision as Word's move from and move to; `plain` as struck and inserted. */
  readonly moves: 'tracked' | 'plain'
}

const END_OF_TEXT = '<w:p/>'

/** Whether Word can hold these rows as a table: words alone in each cell. */
const isTabular = ({ own, kids }: Tree): boolean =>
  own.kind === 'table' &&
  kids.length > 0 &&
  kids.every(
    ({ own: row, kids: cells }) =>
      row.kind === 'row' &&
      !row.label &&
      !row.heading &&
      row.lead.length + row.tail.length === 0 &&
      cells.length > 0 &&
      cells.every((cell) => cell.own.kind === 'cell' && cell.kids.length === 0),
  )

const holdsTable = (tree: Tree): boolean => isTabular(tree) || tree.kids.some(holdsTable)

type Whole = ComparedLine['mark']

const newBody = (writer: LineWriter, lexicon: Lexicon, moves: 'tracked' | 'plain') => {
  const out: string[] = []
  const moveNames = new Map<string, string>()

  const lines = (
    tree: Tree,
    all: readonly ComparedLine[],
    depth: number,
    row: string,
    tracking: Tracking,
    old: boolean,
  ): void => {
    let rowMark = row
    let [isOldNamed, isNewNamed] = [false, false]
    for (const line of all) {
      const opens = line.role === 'heading' || line.role === 'opening'
      // A line struck and set again is two paragraphs: the old one keeps the identity under another name.
      const isOld = old || line.mark === 'del'
      let names = rowMark
      if (opens && !(isOld ? isOldNamed : isNewNamed)) {
        names += writer.bookmark(isOld ? '_q' : '_p', tree.id)
        if (isOld) isOldNamed = true
        else isNewNamed = true
      }
      rowMark = ''
      out.push(writer.line(tree.own.kind, depth, line, names, tracking))
    }
  }
  const whole = (tree: Tree, mark: Whole, depth: number, tracking: Tracking): void => {
    const { head, tail } = linesOf(tree.own)
    const old = mark === 'del'
    const say = (line: (typeof head)[number]) => wholeLine(line, mark)
    lines(tree, head.map(say), depth, '', tracking, old)
    if (isTabular(tree)) {
      openTable(tree)
      for (const row of tree.kids) wholeRow(row, mark, depth + 1)
      out.push('</w:tbl>')
    } else for (const kid of tree.kids) whole(kid, mark, depth + 1, tracking)
    lines(tree, tail.map(say), depth, '', tracking, old)
  }
  const openTable = (tree: Tree): void => {
    const columns = Math.max(...tree.kids.map((row) => row.kids.length))
    const width = Math.floor(9000 / columns)
    const border = (side: string) =>
      `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
    out.push(
      `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`,
    )
  }
  const openRow = (mark: Whole): void => {
    out.push('<w:tr>')
    if (mark !== 'same') out.push(`<w:trPr><w:${mark} ${writer.revision()}/></w:trPr>`)
  }
  const cell = (
    tree: Tree,
    depth: number,
    all: readonly ComparedLine[],
    row: string,
    old: boolean,
  ): void => {
    out.push('<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>')
    lines(tree, all, depth, row, 'plain', old)
    out.push('</w:tc>')
  }
  const wholeRow = (row: Tree, mark: Whole, depth: number): void => {
    openRow(mark)
    const old = mark === 'del'
    row.kids.forEach((one, at) => {
      const { head, tail } = linesOf(one.own)
      const all = [...head, ...tail].map((line) => wholeLine(line, mark))
      cell(one, depth + 1, all, at === 0 ? writer.bookmark(old ? '_s' : '_r', row.id) : '', old)
    })
    out.push('</w:tr>')
  }
  const comparedRow = ({ a, b, kids, depth }: Compared): void => {
    if (!a || !b || !kids) {
      wholeRow((b ?? a) as Tree, !a ? 'ins' : !b ? 'del' : 'same', depth)
      return
    }
    const cells = kids.map((one) => {
      if (!one.a || !one.b) return null
      const { head, tail } = comparedLines(one.a.own, one.b.own, lexicon)
      const all = [...head, ...tail]
      return all.every((line) => line.mark === 'same') ? { tree: one.b, all } : null
    })
    if (cells.every((one) => one !== null)) {
      openRow('same')
      cells.forEach((one, at) => {
        cell(one.tree, depth + 1, one.all, at === 0 ? writer.bookmark('_r', b.id) : '', false)
      })
      out.push('</w:tr>')
    } else {
      wholeRow(a, 'del', depth)
      wholeRow(b, 'ins', depth)
    }
  }
  const moved = (tree: Tree, side: 'From' | 'To', depth: number): void => {
    const name = moveNames.get(tree.id) ?? `move${moveNames.size + 1}`
    moveNames.set(tree.id, name)
    const attributes = writer.revision()
    const id = /w:id="\d+"/.exec(attributes)?.[0]
    out.push(`<w:move${side}RangeStart ${attributes} w:name="${name}"/>`)
    whole(tree, side === 'From' ? 'del' : 'ins', depth, 'move')
    out.push(`<w:move${side}RangeEnd ${id}/>`)
  }
  const visit = (one: Compared, movable: ReadonlySet<string>): void => {
    const { a, b, kids, depth } = one
    if (!a || !b) {
      const tree = (a ?? b) as Tree
      if (one.moved && movable.has(tree.id)) moved(tree, a ? 'From' : 'To', depth)
      else whole(tree, a ? 'del' : 'ins', depth, 'plain')
    } else if (!kids) whole(b, 'same', depth, 'plain')
    else if (isTabular(a) !== isTabular(b)) {
      whole(a, 'del', depth, 'plain')
      whole(b, 'ins', depth, 'plain')
    } else {
      const { head, tail } = comparedLines(a.own, b.own, lexicon)
      lines(b, head, depth, '', 'plain', false)
      if (isTabular(b)) {
        openTable(a.kids.length > b.kids.length ? a : b)
        for (const row of kids) comparedRow(row)
        out.push('</w:tbl>')
      } else for (const kid of kids) visit(kid, movable)
      lines(b, tail, depth, '', 'plain', false)
    }
  }
  return {
    xml: () => out.join('') + END_OF_TEXT,
    clean: (tree: Tree) => whole(tree, 'same', 0, 'plain'),
    redline: (both: Compared) => visit(both, moves === 'tracked' ? movableIn(both) : new Set()),
  }
}

/** Provisions that moved whole and hold no table on either side, once gone and once come. */
const movableIn = (both: Compared): Set<string> => {
  const halves = new Map<string, number>()
  const visit = ({ a, b, moved, kids }: Compared): void => {
    const tree = a ?? b
    if (moved && tree && !holdsTable(tree)) halves.set(tree.id, (halves.get(tree.id) ?? 0) + 1)
    // Rows of a table, and what lies in a table that became none, are written as struck and inserted.
    if (!a || !b || (!isTabular(a) && !isTabular(b))) kids?.forEach(visit)
  }
  visit(both)
  return new Set([...halves].filter(([, count]) => count === 2).map(([id]) => id))
}

/** A clean copy: numbers typed, no tracked change. `readDocx` gives the same tree again. */
export const writeDocx = (root: Tree): Uint8Array => {
  const writer = newLineWriter({ author: '', date: '' })
  const body = newBody(writer, newLexicon(), 'plain')
  body.clean(root)
  const xml = body.xml()
  checkDocument(xml)
  return packWord(xml, writer.styles, notesXml([root]))
}

/**
 * The redline from `a` to `b` with tracked changes: all accepted it is `b`, all rejected it is `a`. Words, numbers and
 * places are tracked; where only formatting or the target of a reference differs, the newer stands. The file is
 * checked before it is given back.
 */
export const writeDocxRedline = (
  a: Tree,
  b: Tree,
  lexicon: Lexicon,
  options: DocxRedlineOptions,
): Uint8Array => {
  const writer = newLineWriter(options)
  const body = newBody(writer, lexicon, options.moves)
  body.redline(compared(a, b))
  const xml = body.xml()
  checkDocument(xml)
  return packWord(xml, writer.styles, notesXml([b, a]))
}
