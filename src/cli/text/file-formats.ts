// Which format a file is in, told by its content, and the provisions it holds.

import { createHash } from 'node:crypto'
import {
  readAkn,
  readDocx,
  readText,
  type TrackedPolicy,
} from '#legal-text/engine/formats/index.ts'
import { type Draft, importLims, type ProvisionId } from '#legal-text/engine/index.ts'
import { Refused } from '../session.ts'
import {
  inUtf8,
  isPacked,
  MOST_BYTES,
  type MostBytes,
  readBounded,
  unpacked,
} from './bounded-file.ts'

/** The formats of one text a file. */
export type FileFormat = 'lims' | 'akn' | 'text' | 'docx'

/** What a file holds. */
export interface FileText {
  readonly format: FileFormat
  readonly draft: Draft
  /** Provisions whose identity the file itself gives, so that two files may be compared by it. */
  readonly identified: ReadonlySet<ProvisionId>
  /** What of the file was not understood, a sentence each. */
  readonly notes: readonly string[]
}

/** The most that is taken of one text; a code of 1,600 pages has 20,000 provisions, 120,000 tags, 4 million characters. */
export const MOST_MARKS = 1_000_000
export const MOST_PROVISIONS = 100_000
/** The longest paragraph, in characters. */
export const MOST_TOGETHER = 4_000_000

/** What is done with tracked changes in a Word file; without a word from a person they are refused. */
export const TRACKED = ['refuse', 'accept', 'reject'] as const satisfies readonly TrackedPolicy[]
export type Tracked = (typeof TRACKED)[number]

/** The most that one part of a Word file may unpack to. */
const MOST_OF_PART = 24 * 1024 * 1024

/**
 * Reads a file. Ids of provisions that have none are minted from the content, so that one file gives the same ids
 * every time, and two files never the same by chance. Refuses, naming the file and the reason.
 */
export function readFile(
  path: string,
  tracked: Tracked = 'refuse',
  most: MostBytes = MOST_BYTES,
): FileText {
  const stored = readBounded(path, most)
  const bytes = isPacked(stored) || path.endsWith('.gz') ? unpacked(path, stored, most) : stored
  const name = path.replace(/\.gz$/, '')
  if (name.endsWith('.docx') && !isZip(bytes))
    throw new Refused(`${path}: named as a Word file, but its content is no zip`, 2)
  if (/\.(nd)?json$/.test(name))
    throw new Refused(
      `${path}: JSON is no format of a text; read are dc-code folders, LIMS and Akoma Ntoso XML, Word, plain text`,
      2,
    )
  const seed = seedOf('t', bytes, tracked)
  try {
    if (isZip(bytes)) return counted(docx(bytes, seed, tracked, most))
    return counted(read(name, inUtf8(path, bytes), seed))
  } catch (reason) {
    throw reason instanceof Refused
      ? reason
      : new Refused(`${path}: ${(reason as Error).message}`, 2)
  }
}

/** A name for ids that follows from what was read. */
export function seedOf(kind: string, ...read: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const piece of read) hash.update(piece).update('\0')
  return `${kind}${hash.digest('hex').slice(0, 20)}`
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function read(name: string, words: string, seed: string): FileText {
  const isXml = /\.(xml|akn)$/.test(name) || (!name.endsWith('.txt') && /^\ufeff?\s*</.test(words))
  if (!isXml) return plain(words, seed)
  boundMarks(words)
  const root = rootName(words)
  switch (root) {
    case 'Statute':
    case 'Regulation':
      return lims(words)
    case 'akomaNtoso':
      return akn(words, seed)
    case undefined:
      throw new Error('named as XML, but it holds no element')
    default:
      throw new Error(
        `XML of ${root}; read are Akoma Ntoso (akomaNtoso) and LIMS (Statute, Regulation)`,
      )
  }
}

/** The local name of the first element, past declaration, comments and document type. */
const rootName = (xml: string): string | undefined =>
  /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/.exec(
    xml.slice(0, 100_000).replace(/<!--[\s\S]*?-->/g, ''),
  )?.[1]

/** Refuses XML of so many tags or attributes, or words without a tag, that it would not be read in time and memory. */
export function boundMarks(xml: string): void {
  boundSign(xml, '<', MOST_MARKS, 'tags')
  boundSign(xml, '=', MOST_MARKS, 'attributes')
  boundGaps(xml, '<')
}

function boundSign(words: string, sign: string, most: number, what: string): void {
  let found = 0
  for (let at = words.indexOf(sign); at >= 0; at = words.indexOf(sign, at + 1))
    if (++found > most) throw tooMany(most, what)
}

function boundGaps(words: string, sign: string): void {
  for (let from = 0; from >= 0; ) {
    const next = words.indexOf(sign, from)
    if ((next < 0 ? words.length : next) - from > MOST_TOGETHER)
      throw tooMany(MOST_TOGETHER, 'characters in one paragraph')
    from = next < 0 ? -1 : next + 1
  }
}

function plain(words: string, seed: string): FileText {
  boundSign(words, '\n', MOST_PROVISIONS, 'lines')
  boundGaps(words, '\n')
  return { format: 'text', draft: readText(words, seed), identified: new Set(), notes: [] }
}

function lims(xml: string): FileText {
  const { draft, identified, notInForce, notUnderstood } = importLims(xml)
  const notes = [...notUnderstood].map(
    ([name, times]) => `element ${name} not understood, met ${times} times; its words are kept`,
  )
  if (notInForce.length > 0)
    notes.push(`${notInForce.length} amendments made but not in force stand in the file; left out`)
  return { format: 'lims', draft, identified, notes }
}

function akn(xml: string, seed: string): FileText {
  const { draft, identified, notUnderstood } = readAkn(xml, seed)
  const notes = notUnderstood.map(({ what, line }) => `line ${line}: ${what} not understood`)
  return { format: 'akn', draft, identified, notes }
}

function docx(bytes: Buffer, seed: string, tracked: Tracked, most: MostBytes): FileText {
  const limits = { entries: 5_000, entryBytes: MOST_OF_PART, totalBytes: most.unpacked }
  const { draft, identified, findings, revisions } = readDocx(bytes, { seed, tracked, limits })
  const notes = findings.map((found) => `paragraph ${found.paragraph}: ${found.what}`)
  for (const [author, count] of revisions)
    notes.unshift(`${count} tracked changes by ${author || 'nobody named'}: ${tracked}ed`)
  return { format: 'docx', draft, identified, notes }
}

function counted(text: FileText): FileText {
  let provisions = 0
  const visit = (draft: Draft): void => {
    if (++provisions > MOST_PROVISIONS) throw tooMany(MOST_PROVISIONS, 'provisions')
    draft.children?.forEach(visit)
  }
  visit(text.draft)
  return text
}

/** What is told of a text beyond a cap. */
export const tooMany = (most: number, what: string): Error =>
  new Error(`more than ${most.toLocaleString('en-GB')} ${what}, the most that is read`)
