// Texts in files as PDF: what stands around the text on each page is told from the file.

import { basename } from 'node:path'
import { newPdfWriter, type WrittenPdf } from '#legal-text/engine/formats/index.ts'
import { type TextStore, type Tree, wordsOf } from '#legal-text/engine/index.ts'
import { readTypeFaces } from '#office/type-faces.ts'
import type { ReadText } from './read-texts.ts'
import type { Tell } from './said.ts'

const noticeOf = ({ format }: ReadText): string =>
  format === 'record'
    ? 'Made on the command line from the text on record; not an official copy'
    : 'Made from a file on the command line; not an official copy'

const nameOf = ({ name }: ReadText): string => basename(name)

/** The heading of the whole text, or the name of its file. */
const titleOf = (text: ReadText): string =>
  text.root.own.heading ? wordsOf(text.root.own.heading) : nameOf(text)

const told = ({ bytes, missing }: WrittenPdf, tell: Tell): Uint8Array => {
  const codes = missing.map(({ code }) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
  const some = codes.length > 10 ? `${codes.slice(0, 10).join(', ')} and more` : codes.join(', ')
  if (codes.length > 0)
    tell.beside(
      `Not in the fonts: ${some}; a box stands for each, and copying it gives the character`,
    )
  return bytes
}

/** The bytes of a text, or of one provision of it. */
export function pdfOf(text: ReadText, tree: Tree, tell: Tell): Uint8Array {
  const writer = newPdfWriter({ fonts: readTypeFaces() })
  const furniture = {
    title: titleOf(text),
    version: `Version ${text.root.treeHash.slice(0, 12)}`,
    inForceOn: text.date,
    notice: noticeOf(text),
    ...(tree === text.root ? {} : { within: text.root }),
  }
  return told(writer.writePdf(tree, furniture), tell)
}

/** Two texts in one store, the second under the identities of the first. */
export interface RedlinedTexts {
  readonly a: ReadText
  readonly b: ReadText
  readonly after: Tree
  readonly store: TextStore
  /** The equal provisions too. */
  readonly all: boolean
}

/** The bytes of the redline of two texts. */
export function pdfRedlineOf({ a, b, after, store, all }: RedlinedTexts, tell: Tell): Uint8Array {
  const writer = newPdfWriter({ fonts: readTypeFaces() })
  const furniture = {
    title: titleOf(b),
    version: `Changes from ${nameOf(a)} to ${nameOf(b)}`,
    inForceOn: null,
    notice: noticeOf(b),
  }
  return told(writer.writePdfRedline(a.root, after, store.lexicon, furniture, { all }), tell)
}
