// Reads a Word file into provisions. Tracked changes are never settled unasked; what is not understood is told.
import type { Draft, ProvisionId } from '../../model.ts'
import { attributeOf, scanXml, unescapeXml } from '../xml/scan-xml.ts'
import { type OpenZip, openZip, type ZipLimits } from '../zip/zip.ts'
import { buildProvisions, type StyleLevel } from './build-provisions.ts'
import { type Notes, readNotes } from './piece-words.ts'
import { scanBody, type WordFinding } from './scan-body.ts'
import type { Revision } from './word-elements.ts'
import { readNumbering } from './word-numbering.ts'
import { NOTES_NAMESPACE } from './word-package.ts'
import { readStyles } from './word-styles.ts'

/** What becomes of tracked changes; `refuse`, the default, throws where a file holds any and names their authors. */
export type TrackedPolicy = 'refuse' | 'accept' | 'reject' | 'as-proposals'

export interface DocxImportOptions {
  /** Ids of provisions whose identity the file does not say are minted from it; use a seed once. */
  readonly seed: string
  readonly tracked?: TrackedPolicy
  /** Levels of styles by id or name, where a code's house style is known. */
  readonly levels?: ReadonlyMap<string, StyleLevel>
  readonly limits?: ZipLimits
}

export interface DocxImport {
  readonly draft: Draft
  /** Provisions whose identity the file itself gave. */
  readonly identified: ReadonlySet<ProvisionId>
  readonly findings: readonly WordFinding[]
  /** How many tracked changes each author made. */
  readonly revisions: ReadonlyMap<string, number>
  /** With `as-proposals`: the text as each author alone would have it; `draft` is then the text before all of them. */
  readonly proposals: readonly { readonly author: string; readonly draft: Draft }[]
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const textOf = (zip: OpenZip, name: string): string | null => {
  const bytes = zip.read(name)
  if (!bytes) return null
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    return isWide
      ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
      : decoder.decode(bytes)
  } catch {
    throw new Error(`The Word file is refused: ${name} is not text in UTF-8 or UTF-16`)
  }
}

const documentPart = (zip: OpenZip): string => {
  let part = 'word/document.xml'
  scanXml(textOf(zip, '_rels/.rels') ?? '', {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributeOf(attributes, 'Type')?.endsWith('/officeDocument'))
        part = (attributeOf(attributes, 'Target') ?? part).replace(/^\//, '')
    },
    close: () => {},
    words: () => {},
  })
  return part
}

/** The words of footnotes or endnotes by their number; separators are none. */
const notesIn = (xml: string, element: string): Map<string, string> => {
  const out = new Map<string, string>()
  let id: string | null = null
  let takes = false
  let said = ''
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === element) {
        id = attributeOf(attributes, 'w:type') === null ? attributeOf(attributes, 'w:id') : null
        said = ''
      } else if (name === 'w:t') takes = true
      else if (name === 'w:p' && said !== '') said += ' '
      else if (name === 'w:tab' || name === 'w:br') said += ' '
    },
    close: (name) => {
      if (name === 'w:t') takes = false
      else if (name === element && id !== null) out.set(id, said.trim())
    },
    words: (s) => {
      if (takes) said += unescapeXml(s)
    },
  })
  return out
}

const ourNotes = (zip: OpenZip): Notes => {
  for (const name of zip.names)
    if (/^customXml\/item\d+\.xml$/.test(name)) {
      const xml = textOf(zip, name)
      if (xml?.slice(0, 300).includes(NOTES_NAMESPACE)) return readNotes(xml)
    }
  return { marked: new Map(), digests: new Map() }
}

/**
 * Reads a `.docx`. Throws a clear error, before anything is given back, where the bytes are no zip file or unpack
 * beyond the limits, where a part is broken or declares entities, or where tracked changes are held and no policy is
 * given.
 */
export const readDocx = (bytes: Uint8Array, options: DocxImportOptions): DocxImport => {
  const zip = openZip(bytes, options.limits)
  const part = documentPart(zip)
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const xml = textOf(zip, part)
  if (xml === null) throw new Error(`The zip file holds no ${part}: it is not a Word file (.docx)`)
  const styleOf = readStyles(textOf(zip, `${folder}styles.xml`) ?? '')
  const numberingXml = textOf(zip, `${folder}numbering.xml`) ?? ''
  const footnotes = notesIn(textOf(zip, `${folder}footnotes.xml`) ?? '', 'w:footnote')
  const endnotes = notesIn(textOf(zip, `${folder}endnotes.xml`) ?? '', 'w:endnote')
  const notes = ourNotes(zip)
  const policy = options.tracked ?? 'refuse'

  const read = (isGone: (revision: Revision) => boolean, seed: string) => {
    const scan = scanBody(
      xml,
      isGone,
      (kind, id) => (kind === 'footnote' ? footnotes : endnotes).get(id) ?? null,
    )
    if (policy === 'refuse' && scan.revisions.size > 0) throw trackedError(scan.revisions)
    const built = buildProvisions(scan.paragraphs, {
      seed,
      notes,
      styleOf,
      numbering: readNumbering(numberingXml, (style) => styleOf(style).num),
      levels: options.levels ?? new Map(),
    })
    return { scan, built }
  }
  const accepts = ({ kind }: Revision): boolean => kind === 'del' || kind === 'moveFrom'
  const rejects = (revision: Revision): boolean => !accepts(revision)
  const { scan, built } = read(policy === 'accept' ? accepts : rejects, options.seed)
  const aside = zip.names.filter((name) => /\/(header|footer)\d*\.xml$/.test(name))
  const findings: WordFinding[] = [...scan.findings, ...built.findings]
  if (aside.length > 0)
    findings.push({
      what: `${aside.length} headers and footers, left out`,
      paragraph: 0,
      words: '',
    })
  const proposals =
    policy !== 'as-proposals'
      ? []
      : [...scan.revisions.keys()].map((author) => ({
          author,
          draft: read(
            (revision) => (revision.author === author ? accepts(revision) : rejects(revision)),
            options.seed,
          ).built.draft,
        }))
  return {
    draft: built.draft,
    identified: built.identified,
    findings,
    revisions: scan.revisions,
    proposals,
  }
}

const trackedError = (revisions: ReadonlyMap<string, number>): Error => {
  const by = [...revisions].map(([author, count]) => `${author || 'unnamed'} (${count})`).join(', ')
  return new Error(
    `The Word file holds tracked changes by ${by}; say whether to accept them, reject them, or read them as proposals`,
  )
}
