// Reads the body of a Word file into paragraphs, with tracked changes settled by the caller's word.
import { attributeOf, scanXml, unescapeXml } from '../xml/scan-xml.ts'
import { newParagraphStream, type Piece, type WordParagraph } from './paragraph-stream.ts'
import { newReferenceStack } from './reference-stack.ts'
import { FORMATS, REPORTED, REVISION, type Revision, SKIPPED } from './word-elements.ts'

/** Something not understood, with the paragraph (from 1) at which it stood and that paragraph's first words. */
export interface WordFinding {
  readonly what: string
  readonly paragraph: number
  readonly words: string
}

export interface BodyScan {
  readonly paragraphs: readonly WordParagraph[]
  readonly findings: readonly WordFinding[]
  /** How many tracked changes each author made. */
  readonly revisions: ReadonlyMap<string, number>
}

const MOST_CHARACTERS = 8_000_000

/** `isGone` says of a tracked change whether what it holds is left out: an insertion rejected, a deletion accepted. */
export const scanBody = (
  xml: string,
  isGone: (revision: Revision) => boolean,
  noteOf: (kind: 'footnote' | 'endnote', id: string) => string | null,
): BodyScan => {
  const stream = newParagraphStream()
  const references = newReferenceStack()
  const findings: WordFinding[] = []
  const revisions = new Map<string, number>()
  const { current } = stream
  let properties = ''
  let formats = ''
  let takesWords = false
  let isFormula = false
  let skip = 0
  let gone = 0
  let rowGone = false
  const rows: boolean[] = []
  const goneAt: boolean[] = []
  let isInstruction = false
  let [tables, rowCount, cells, depth, seen] = [0, 0, 0, 0, 0]
  let isMerged = false

  const find = (what: string): void => {
    if (findings.length < 2_000)
      findings.push({
        what,
        paragraph: seen,
        words: (current()?.pieces ?? [])
          .map((piece) => piece.s)
          .join('')
          .slice(0, 60),
      })
  }
  const add = (s: string, kind: Piece['kind'] = 'words'): void => {
    const into = current()
    if (!into || gone > 0 || rowGone) return
    const ref = references.here()
    const last = into.pieces.at(-1)
    if (
      last &&
      kind === 'words' &&
      last.kind === kind &&
      last.formats === formats &&
      last.ref === ref
    )
      last.s += s
    else into.pieces.push({ s, formats, ref, kind })
    if (s.length + (last?.s.length ?? 0) > MOST_CHARACTERS)
      throw new Error(
        `The Word file is refused: paragraph ${seen} is longer than ${MOST_CHARACTERS} characters`,
      )
  }
  const revision = (name: string, attributes: string): Revision => {
    const author = attributeOf(attributes, 'w:author') ?? ''
    revisions.set(author, (revisions.get(author) ?? 0) + 1)
    return { kind: REVISION[name] as Revision['kind'], author }
  }
  const property = (name: string, attributes: string): void => {
    const into = current()
    if (!into) return
    if (REVISION[name]) {
      if (isGone(revision(name, attributes))) stream.loseEnd()
      return
    }
    if (name === 'w:pStyle') into.style = attributeOf(attributes, 'w:val') ?? ''
    else if (name === 'w:numId') into.num = attributeOf(attributes, 'w:val')
    else if (name === 'w:ilvl') into.level = Number(attributeOf(attributes, 'w:val'))
    else if (name === 'w:outlineLvl') into.outline = Number(attributeOf(attributes, 'w:val'))
  }
  const runProperty = (name: string, attributes: string): void => {
    const value = attributeOf(attributes, 'w:val')
    const format = FORMATS[name]
    if (format && value !== '0' && value !== 'false' && value !== 'none') formats += ` ${format}`
    else if (name === 'w:vertAlign' && value === 'superscript') formats += ' sup'
    else if (name === 'w:vertAlign' && value === 'subscript') formats += ' sub'
  }

  scanXml(xml, {
    open: (name, attributes, _at, isEmpty) => {
      if (skip > 0) {
        skip++
        if (name === 'w:instrText') isInstruction = true
        return
      }
      const report = REPORTED[name]
      if (report !== undefined && gone === 0) find(report)
      if (SKIPPED.has(name)) {
        skip = 1
        isInstruction = name === 'w:instrText'
        return
      }
      if (properties !== '') {
        if (properties === 'w:pPr') property(name, attributes)
        else if (properties === 'w:rPr') runProperty(name, attributes)
        else if (properties === 'w:trPr' && (name === 'w:ins' || name === 'w:del')) {
          if (isGone(revision(name, attributes))) rowGone = true
        } else if (name === 'w:vMerge' && attributeOf(attributes, 'w:val') !== 'restart')
          isMerged = true
        return
      }
      switch (name) {
        case 'w:p':
          seen++
          stream.begin({ table: tables, row: rowCount, cell: cells, depth })
          break
        case 'w:pPr':
        case 'w:trPr':
        case 'w:tcPr':
          if (!isEmpty) properties = name
          break
        case 'w:r':
          formats = ''
          break
        case 'w:rPr':
          if (!isEmpty) properties = name
          break
        case 'w:t':
        case 'w:delText':
          takesWords = true
          break
        case 'm:t':
          takesWords = true
          isFormula = true
          break
        case 'm:oMath':
          find('an equation, kept as its words')
          break
        case 'w:tab':
        case 'w:ptab':
          add('\t')
          break
        case 'w:br':
        case 'w:cr':
          add(' ')
          break
        case 'w:noBreakHyphen':
          add('\u2011')
          break
        case 'w:sym': {
          const code = Number.parseInt(attributeOf(attributes, 'w:char') ?? '', 16)
          add(Number.isNaN(code) ? '\ufffd' : String.fromCharCode(code))
          find(`a sign of the font ${attributeOf(attributes, 'w:font') ?? ''}, kept by its code`)
          break
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
          const words = noteOf(kind, attributeOf(attributes, 'w:id') ?? '')
          if (words === null) find(`a ${kind} whose words are not in the file`)
          else add(words, 'note')
          break
        }
        case 'w:bookmarkStart':
          if (gone === 0) current()?.bookmarks.push(attributeOf(attributes, 'w:name') ?? '')
          break
        case 'w:fldChar': {
          const type = attributeOf(attributes, 'w:fldCharType')
          if (type === 'begin') references.field()
          else if (type === 'separate') references.result()
          else if (type === 'end') references.endField()
          break
        }
        case 'w:fldSimple':
          references.field(attributeOf(attributes, 'w:instr') ?? '')
          break
        case 'w:hyperlink':
          references.link(attributeOf(attributes, 'w:anchor'))
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo': {
          const leaves = isGone(revision(name, attributes))
          goneAt.push(leaves)
          if (leaves) gone++
          break
        }
        case 'w:tbl':
          tables++
          depth++
          break
        case 'w:tr':
          rows.push(rowGone)
          rowCount++
          break
        case 'w:tc':
          cells++
          isMerged = false
          break
        case 'w:txbxContent':
          find('a text box, read after the paragraph it hangs on')
          break
        default:
      }
    },
    close: (name) => {
      if (skip > 0) {
        skip--
        if (skip === 0) isInstruction = false
        return
      }
      if (properties !== '') {
        if (name === properties) properties = ''
        return
      }
      if (name === 'w:p') stream.end(rowGone || isMerged, gone > 0)
      else if (name === 'w:t' || name === 'w:delText') takesWords = false
      else if (name === 'm:t') {
        takesWords = false
        isFormula = false
      } else if (REVISION[name]) {
        if (goneAt.pop()) gone--
      } else if (name === 'w:fldSimple') references.endField()
      else if (name === 'w:hyperlink') references.unlink()
      else if (name === 'w:tr') rowGone = rows.pop() ?? false
      else if (name === 'w:tc') isMerged = false
      else if (name === 'w:tbl') depth--
    },
    words: (s) => {
      if (isInstruction) references.instruct(unescapeXml(s))
      else if (takesWords && skip === 0 && properties === '')
        add(unescapeXml(s).replace(/[\t\n\r]/g, ' '), isFormula ? 'formula' : 'words')
    },
  })
  stream.finish()
  return { paragraphs: stream.done, findings, revisions }
}
