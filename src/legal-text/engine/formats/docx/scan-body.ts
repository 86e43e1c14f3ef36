// Reads the body of a Word file into paragraphs, with tracked changes settled by the caller's word.
import { attributeOf, scanXml, unescapeXml } from '../xml/scan-xml.ts'

export type Format = 'b' | 'i' | 'u' | 'sup' | 'sub'

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

/** Something not understood, with the paragraph (from 1) at which it stood and that paragraph's first words. */
export interface WordFinding {
  readonly what: string
  readonly paragraph: number
  readonly words: string
}

export interface Revision {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo'
  readonly author: string
}

export interface BodyScan {
  readonly paragraphs: readonly WordParagraph[]
  readonly findings: readonly WordFinding[]
  /** How many tracked changes each author made. */
  readonly revisions: ReadonlyMap<string, number>
}

const REVISION: Record<string, Revision['kind']> = {
  'w:ins': 'ins',
  'w:del': 'del',
  'w:moveFrom': 'moveFrom',
  'w:moveTo': 'moveTo',
}
const FORMATS: Record<string, Format> = { 'w:b': 'b', 'w:i': 'i', 'w:u': 'u' }
const SKIPPED = new Set([
  'mc:Fallback',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:instrText',
  'w:delInstrText',
  'w:tblPr',
  'w:tblGrid',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'wp:docPr',
  'm:ctrlPr',
])
const REPORTED: Record<string, string> = {
  'w:drawing': 'a drawing or image',
  'w:pict': 'a drawing or image',
  'w:object': 'an embedded object',
  'w:altChunk': 'an embedded document',
  'w:ruby': 'ruby text',
  'w:subDoc': 'a linked document',
  'w:pPrChange': 'a tracked change of paragraph format, not applied',
  'w:rPrChange': 'a tracked change of format, not applied',
  'w:cellIns': 'a tracked cell insertion, taken as it stands',
  'w:cellDel': 'a tracked cell deletion, taken as it stands',
  'w:commentReference': 'a comment, left out',
}
const MOST_CHARACTERS = 8_000_000

interface Field {
  instruction: string
  isResult: boolean
}

/** `isGone` says of a tracked change whether what it holds is left out: an insertion rejected, a deletion accepted. */
export const scanBody = (
  xml: string,
  isGone: (revision: Revision) => boolean,
  noteOf: (kind: 'footnote' | 'endnote', id: string) => string | null,
): BodyScan => {
  const paragraphs: WordParagraph[] = []
  const findings: WordFinding[] = []
  const revisions = new Map<string, number>()
  let current: WordParagraph | null = null
  const outer: (WordParagraph | null)[] = []
  // Paragraphs of text boxes wait until the paragraph they hang on is done.
  const boxed: WordParagraph[] = []
  let carried: WordParagraph | null = null
  let markGone = false
  const outerMarks: boolean[] = []
  let properties = ''
  let formats = ''
  let takesWords = false
  let isFormula = false
  let skip = 0
  let gone = 0
  let rowGone = false
  const rows: boolean[] = []
  const goneAt: boolean[] = []
  const links: (string | null)[] = []
  const fields: Field[] = []
  let isInstruction = false
  let [tables, rowCount, cells, depth, seen] = [0, 0, 0, 0, 0]
  let isMerged = false

  const find = (what: string): void => {
    if (findings.length < 2_000)
      findings.push({
        what,
        paragraph: seen,
        words: (current?.pieces ?? [])
          .map((piece) => piece.s)
          .join('')
          .slice(0, 60),
      })
  }
  const refHere = (): string | null => {
    const link = links.findLast((one) => one !== null)
    if (link != null) return link
    const field = fields.findLast((one) => one.isResult)
    return /^\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)/i.exec(field?.instruction ?? '')?.[1] ?? null
  }
  const add = (s: string, kind: Piece['kind'] = 'words'): void => {
    if (!current || gone > 0 || rowGone) return
    const ref = links.length + fields.length === 0 ? null : refHere()
    const last = current.pieces.at(-1)
    if (
      last &&
      kind === 'words' &&
      last.kind === kind &&
      last.formats === formats &&
      last.ref === ref
    )
      last.s += s
    else current.pieces.push({ s, formats, ref, kind })
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
  const start = (): void => {
    seen++
    outer.push(current)
    outerMarks.push(markGone)
    markGone = false
    current = {
      style: '',
      num: null,
      level: null,
      outline: null,
      pieces: [],
      bookmarks: [],
      table: tables,
      row: rowCount,
      cell: cells,
      depth,
    }
  }
  const finish = (): void => {
    const done = current
    current = outer.pop() ?? null
    const wasGone = markGone
    markGone = outerMarks.pop() ?? false
    if (!done || rowGone || isMerged) return
    if (current) {
      if (gone === 0 && !(wasGone && done.pieces.length === 0)) boxed.push(done)
      return
    }
    if (carried && carried.cell === done.cell) {
      done.pieces.unshift(...carried.pieces)
      done.bookmarks.unshift(...carried.bookmarks)
      carried = null
    } else if (carried) {
      paragraphs.push(carried)
      carried = null
    }
    // A paragraph whose end is gone runs into the next, which keeps its own style; an empty one vanishes.
    if (!wasGone) paragraphs.push(done)
    else if (done.pieces.length > 0) carried = done
    paragraphs.push(...boxed.splice(0))
  }

  const property = (name: string, attributes: string): void => {
    if (!current) return
    const kind = REVISION[name]
    if (kind) {
      if (isGone(revision(name, attributes))) markGone = true
      return
    }
    if (name === 'w:pStyle') current.style = attributeOf(attributes, 'w:val') ?? ''
    else if (name === 'w:numId') current.num = attributeOf(attributes, 'w:val')
    else if (name === 'w:ilvl') current.level = Number(attributeOf(attributes, 'w:val'))
    else if (name === 'w:outlineLvl') current.outline = Number(attributeOf(attributes, 'w:val'))
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
          start()
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
          if (current && gone === 0) current.bookmarks.push(attributeOf(attributes, 'w:name') ?? '')
          break
        case 'w:fldChar': {
          const type = attributeOf(attributes, 'w:fldCharType')
          if (type === 'begin') fields.push({ instruction: '', isResult: false })
          else if (type === 'separate' && fields.length > 0)
            (fields.at(-1) as Field).isResult = true
          else if (type === 'end') fields.pop()
          break
        }
        case 'w:fldSimple':
          fields.push({ instruction: attributeOf(attributes, 'w:instr') ?? '', isResult: true })
          break
        case 'w:hyperlink':
          links.push(attributeOf(attributes, 'w:anchor'))
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
      if (name === 'w:p') finish()
      else if (name === 'w:t' || name === 'w:delText') takesWords = false
      else if (name === 'm:t') {
        takesWords = false
        isFormula = false
      } else if (REVISION[name]) {
        if (goneAt.pop()) gone--
      } else if (name === 'w:fldSimple') fields.pop()
      else if (name === 'w:hyperlink') links.pop()
      else if (name === 'w:tr') rowGone = rows.pop() ?? false
      else if (name === 'w:tc') isMerged = false
      else if (name === 'w:tbl') depth--
    },
    words: (s) => {
      if (isInstruction) {
        const field = fields.at(-1)
        if (field && !field.isResult && field.instruction.length < 500)
          field.instruction += unescapeXml(s)
      } else if (takesWords && skip === 0 && properties === '')
        add(unescapeXml(s).replace(/[\t\n\r]/g, ' '), isFormula ? 'formula' : 'words')
    },
  })
  if (carried) paragraphs.push(carried)
  return { paragraphs, findings, revisions }
}
