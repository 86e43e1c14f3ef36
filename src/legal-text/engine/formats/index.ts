// The front door of the formats: bytes or words in, provisions out, and back.

export { type AknState, aknHistory } from './akn/akn-history.ts'
export type {
  AknDocument,
  AknEvent,
  AknInterval,
  AknModification,
} from './akn/akn-meta.ts'
export type { AknAmendment } from './akn/amendment-form.ts'
export { eIdsOf } from './akn/eid.ts'
export { type AknImport, type NotUnderstood, readAkn } from './akn/read-akn.ts'
export {
  type AknAmendmentImport,
  isAknAmendment,
  readAknAmendment,
} from './akn/read-akn-amendment.ts'
export { writeAkn } from './akn/write-akn.ts'
export { type AknAmendmentDocument, writeAknAmendment } from './akn/write-akn-amendment.ts'
export { type Compared, compared } from './compare/compared.ts'
export {
  type ComparedLine,
  comparedLines,
  linesOf,
  type Role,
  type Run,
  wholeLine,
} from './compare/compared-lines.ts'
export type { StyleLevel } from './docx/build-provisions.ts'
export {
  type DocxImport,
  type DocxImportOptions,
  readDocx,
  type TrackedPolicy,
} from './docx/read-docx.ts'
export { resolveTracked } from './docx/resolve-tracked.ts'
export type { WordFinding } from './docx/scan-body.ts'
export { type DocxRedlineOptions, writeDocx, writeDocxRedline } from './docx/write-docx.ts'
export type { LinkTo } from './html/inline-html.ts'
export { type HtmlFile, newHtmlWriter, writeHtml, writeHtmlPage } from './html/write-html.ts'
export { type HtmlRedlineOptions, writeHtmlRedline } from './html/write-html-redline.ts'
export type { MissingCharacter, WrittenPdf } from './pdf/assemble.ts'
export type { FaceName, PdfFonts } from './pdf/faces.ts'
export type { Furniture } from './pdf/furniture.ts'
export {
  newPdfWriter,
  type PdfRedlineOptions,
  type PdfWriter,
  type PdfWriterOptions,
} from './pdf/write-pdf.ts'
export { readText } from './text/read-text.ts'
export { writeText } from './text/write-text.ts'
export { writeTextRedline } from './text/write-text-redline.ts'
export { ZIP_LIMITS, type ZipLimits } from './zip/zip.ts'
