// `text export`: a whole version in another format.

import { newHtmlWriter, writeAkn, writeDocx, writeText } from '#legal-text/engine/formats/index.ts'
import { draftOf } from '#legal-text/engine/index.ts'
import { aknHistoryOf, aknPlace, amendingDocumentOf, placeUnknown } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { asReadText, draftNamed } from './drafts-named.ts'
import { pdfOf } from './pdf-files.ts'
import type { ReadText } from './read-texts.ts'
import type { RecordText } from './record-text.ts'
import { asJson, type ExitCode, type Tell, tellNotes } from './said.ts'
import { asPage } from './show-text.ts'
import { sourceFilesOf } from './source-hash.ts'

interface Exported {
  readonly text: ReadText
  /** What the text is called. */
  readonly title: string
  readonly record: RecordText | undefined
  readonly tell: Tell
}

/** How each format is written: whoever adds one adds it here. */
const WRITERS = {
  text: ({ text }) => writeText(text.root),
  docx: ({ text }) => writeDocx(text.root),
  akn: ({ text, title, record }) => {
    const began = record?.text.began ?? text.date ?? today()
    return writeAkn(text.root, {
      ...(record ? aknPlace(record.reading.rulebook) : placeUnknown),
      name: record?.code ?? 'text',
      title,
      author: 'Code Administrator',
      workDate: began,
      expressionDate: text.date ?? began,
      manifestationDate: today(),
      ...(record ? aknHistoryOf(record.text, text.date ?? today(), record) : {}),
    })
  },
  pdf: ({ text, tell }) => pdfOf(text, text.root, tell),
  html: ({ text, title }) => asPage(title, newHtmlWriter((id) => `#${id}`)(text.root)),
  json: ({ text }) =>
    asJson({
      name: text.name,
      date: text.date,
      version: text.root.treeHash,
      text: draftOf(text.root),
    }),
  source: async ({ text, record }) => {
    if (!record)
      throw new Refused(`${text.name}: source gives files that a record holds; add --code NAME`, 2)
    const files = await sourceFilesOf(record, text)
    return [...files].map(([path, xml]) => `${JSON.stringify({ path, xml })}\n`).join('')
  },
} satisfies Record<
  string,
  (exported: Exported) => string | Uint8Array | Promise<string | Uint8Array>
>

type ExportFormat = keyof typeof WRITERS
export const EXPORT_FORMATS = Object.keys(WRITERS) as readonly ExportFormat[]

/** Tells the open draft of a modification: in Akoma Ntoso as an amending document, else the text that it gives. */
export function exportDraft(
  record: RecordText,
  name: string,
  format: ExportFormat,
  tell: Tell,
): ExitCode | Promise<ExitCode> {
  const { reading, text, code } = record
  const open = draftNamed(reading, text, name)
  if (!open)
    throw new Refused(
      `No open draft of ${name} is on record; a version is exported with --on, and the drafts are listed by bin/secretariat drafts`,
      2,
    )
  if (format !== 'akn')
    return exportText(asReadText(code, name, open.texts.root), record, format, tell)
  tell.answer(amendingDocumentOf(text, open.draft, open.texts, reading))
  return 0
}

/** Tells the version in a format. */
export function exportText(
  text: ReadText,
  record: RecordText | undefined,
  format: ExportFormat,
  tell: Tell,
): ExitCode | Promise<ExitCode> {
  tellNotes(tell, [text])
  const written = WRITERS[format]({ text, title: record?.text.title ?? text.name, record, tell })
  if (!(written instanceof Promise)) {
    tell.answer(written)
    return 0
  }
  return written.then((content) => {
    tell.answer(content)
    return 0
  })
}

const today = (): string => new Date().toISOString().slice(0, 10)
