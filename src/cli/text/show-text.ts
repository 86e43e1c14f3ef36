// `text show`, `text stats` and `text versions`: what one text says, how much that is, and when it said it.

import { newHtmlWriter, writeDocx, writeText } from '#legal-text/engine/formats/index.ts'
import { statisticsOf, type Tree, wordsOf } from '#legal-text/engine/index.ts'
import { Refused } from '../session.ts'
import { versionsOf } from './named-text.ts'
import { pdfOf } from './pdf-files.ts'
import { numbersOf, openingOf, provisionNamed } from './provision-number.ts'
import type { ReadText } from './read-texts.ts'
import { asJson, type ExitCode, inColumns, type Tell, tellNotes } from './said.ts'

export const SHOW_FORMATS = ['text', 'html', 'json', 'docx', 'pdf', 'source-hash'] as const

export interface ShowAsked {
  readonly provision: string | undefined
  readonly format: (typeof SHOW_FORMATS)[number]
}

/** Tells a text, or one provision with all under it. */
export function showText(read: ReadText, { provision, format }: ShowAsked, tell: Tell): ExitCode {
  tellNotes(tell, [read])
  if (format === 'source-hash') {
    if (provision !== undefined || read.sourceHash === null)
      throw new Refused(
        `${read.name}: a source hash is published for a whole version of a dc-code text only`,
        2,
      )
    tell.answer(`${read.sourceHash}\n`)
    return 0
  }
  const tree = provision === undefined ? read.root : provisionNamed(read.root, provision, read.name)
  const numbers = numbersOf(read.root)
  switch (format) {
    case 'text':
      tell.answer(writeText(tree))
      break
    case 'docx':
      tell.answer(writeDocx(tree))
      break
    case 'pdf':
      tell.answer(pdfOf(read, tree, tell))
      break
    case 'html': {
      const number = numbers.get(tree.id)
      const title = `${number ? `${number} ` : ''}${openingOf(tree)}` || read.name
      tell.answer(asPage(title, newHtmlWriter((id) => `#${id}`)(tree)))
      break
    }
    case 'json':
      tell.answer(
        asJson({
          name: read.name,
          format: read.format,
          date: read.date,
          version: read.root.treeHash,
          provision: plainly(tree, numbers),
        }),
      )
  }
  return 0
}

export const asPage = (title: string, main: string): string =>
  `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</title>
</head>
<body><main>${main}</main></body>
</html>
`

/** A provision in plain words: number, heading, paragraphs before and after what is under it. */
interface PlainProvision {
  readonly id: string
  readonly kind: string
  readonly label: string | null
  readonly number: string
  readonly heading: string | null
  readonly lead: readonly string[]
  readonly tail: readonly string[]
  readonly children: readonly PlainProvision[]
}

const plainly = (
  { id, own, kids }: Tree,
  numbers: ReadonlyMap<string, string>,
): PlainProvision => ({
  id,
  kind: own.kind,
  label: own.label?.raw ?? null,
  number: numbers.get(id) ?? '',
  heading: own.heading && wordsOf(own.heading),
  lead: own.lead.map(wordsOf),
  tail: own.tail.map(wordsOf),
  children: kids.map((kid) => plainly(kid, numbers)),
})

/** Tells how many provisions, words and references a text has. */
export function countText(read: ReadText, json: boolean, tell: Tell): ExitCode {
  tellNotes(tell, [read])
  const counts = statisticsOf(read.root)
  const { name, format, date, sourceHash } = read
  const answer = { name, format, date, version: read.root.treeHash, sourceHash, ...counts }
  const rows = Object.entries(answer).filter(([, value]) => value !== null)
  tell.answer(json ? asJson(answer) : inColumns(rows.map(([key, value]) => [key, `${value}`])))
  return 0
}

/** Tells the versions that a file or folder holds, oldest first. */
export function listVersions(path: string, json: boolean, tell: Tell): ExitCode {
  const versions = versionsOf(path)
  tell.answer(
    json
      ? asJson(versions)
      : inColumns(
          versions.map(({ date, sourceHash, path: at }) => [date ?? '-', sourceHash ?? at]),
        ),
  )
  return 0
}
