// The parts of a Word file around its document: content types, relations, styles, and our notes on the provisions.
import type { Tree } from '../../model.ts'
import { escapeXmlContent } from '../xml/xml-text.ts'
import { writeZip } from '../zip/zip.ts'
import { digestOf, readStyle } from './word-names.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const NOTES_NAMESPACE = 'urn:legal-text:provisions:1'

const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`
const relations = (all: readonly [string, string][]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${R}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const INDENT = 360
const BOLD_KINDS = new Set(['code', 'section', 'schedule', 'appendix', 'part', 'heading-group'])

const styleXml = (id: string): string => {
  const own = readStyle(id)
  if (!own) return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`
  const { kind, depth, role } = own
  const left = Math.min(Math.max(depth - 1, 0), 9) * INDENT
  const outline =
    BOLD_KINDS.has(kind) && role === 'heading' && depth < 10
      ? `<w:outlineLvl w:val="${Math.max(0, depth - 1)}"/>`
      : ''
  const bold = role === 'heading' ? '<w:rPr><w:b/></w:rPr>' : ''
  const name = `${kind} ${depth} ${role}`
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:tabs><w:tab w:val="left" w:pos="${left + 720}"/></w:tabs><w:spacing w:after="120"/><w:ind w:left="${left}"/>${outline}</w:pPr>${bold}</w:style>`
}

/** What a reader of our own needs beside the words: marks that Word cannot say, and ids too long for a bookmark. */
export const notesXml = (trees: readonly Tree[]): string => {
  const notes: string[] = []
  const seen = new Set<string>()
  const visit = ({ id, own, kids }: Tree): void => {
    if (!seen.has(id)) {
      const marked = [own.heading ?? [], ...own.lead, ...own.tail].some((paragraph) =>
        paragraph.some((inline) => inline.t !== 'text'),
      )
      const digest = digestOf(id)
      if (marked || digest !== null) {
        seen.add(id)
        const said = marked ? JSON.stringify([own.heading, own.lead, own.tail]) : ''
        notes.push(
          `<p id="${id}"${digest === null ? '' : ` digest="${digest}"`}>${escapeXmlContent(said)}</p>`,
        )
      }
    }
    kids.forEach(visit)
  }
  trees.forEach(visit)
  return `${HEAD}<provisions xmlns="${NOTES_NAMESPACE}">\n${notes.join('\n')}\n</provisions>`
}

/** Packs a document body into a Word file. */
export const packWord = (body: string, styles: Iterable<string>, notes: string): Uint8Array => {
  const document = `${HEAD}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`
  const styleSheet = `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[...styles].sort().map(styleXml).join('')}</w:styles>`
  const parts: [string, string][] = [
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', document],
    ['word/styles.xml', styleSheet],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['styles', 'styles.xml'],
        ['customXml', '../customXml/item1.xml'],
      ]),
    ],
    ['customXml/item1.xml', notes],
    ['customXml/_rels/item1.xml.rels', relations([['customXmlProps', 'itemProps1.xml']])],
    [
      'customXml/itemProps1.xml',
      `${HEAD}<ds:datastoreItem ds:itemID="{5E1C0F0A-6C3B-4B58-9D0E-3F6A1B2C7D84}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NOTES_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ],
  ]
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: Buffer.from(xml, 'utf8') })))
}
