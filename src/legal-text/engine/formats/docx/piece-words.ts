// Runs of a Word file as words with marks, and marks that our own notes on a file give back.
import { sha256 } from '../../canonical.ts'
import type { Hash, Inline, Paragraph, ProvisionId, RefTarget } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import { attributeOf, scanXml, unescapeXml } from '../xml/scan-xml.ts'
import type { Piece } from './paragraph-stream.ts'
import type { Format } from './word-elements.ts'

/** Runs as words; `targetOf` gives the place of a bookmark that a reference names. */
export const wordsOfPieces = (
  pieces: readonly Piece[],
  targetOf: (bookmark: string) => RefTarget,
): Paragraph => {
  const out: Inline[] = []
  for (const { s, formats, ref, kind } of pieces) {
    const words = s.replace(/\t/g, ' ')
    let inline: Inline =
      kind !== 'words'
        ? { t: kind === 'note' ? 'note' : 'formula', hash: sha256(words), s: words }
        : ref !== null
          ? { t: 'ref', s: words, form: 'field', to: targetOf(ref) }
          : { t: 'text', s: words }
    if (formats !== '')
      for (const format of formats.trim().split(' ').reverse())
        inline = { t: 'em', kind: format as Format, c: [inline] }
    const last = out.at(-1)
    if (inline.t === 'text' && last?.t === 'text')
      out[out.length - 1] = { t: 'text', s: last.s + inline.s }
    else out.push(inline)
  }
  return out
}

const isRecord = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one)

const isText = (one: unknown): one is string => typeof one === 'string'

const targetFrom = (one: unknown): RefTarget | null => {
  if (!isRecord(one)) return null
  if (one.in === 'text' && isText(one.id)) return { in: 'text', id: one.id as ProvisionId }
  if (one.in === 'nowhere' && isText(one.place)) return { in: 'nowhere', place: one.place }
  if (one.in === 'document' && isText(one.name) && isText(one.place))
    return { in: 'document', name: one.name, place: one.place }
  return null
}

/** A run as kept in notes; null where it is not one, since anybody can write into a file. */
const inlineFrom = (one: unknown, depth = 0): Inline | null => {
  if (!isRecord(one) || depth > 20) return null
  if (one.t === 'em' && ['b', 'i', 'u', 'sup', 'sub'].includes(one.kind as string)) {
    const c = paragraphFrom(one.c, depth + 1)
    return c && { t: 'em', kind: one.kind as Format, c }
  }
  if (!isText(one.s)) return null
  if (one.t === 'text') return { t: 'text', s: one.s }
  if (one.t === 'term')
    return one.def === null || isText(one.def)
      ? { t: 'term', s: one.s, def: one.def as ProvisionId | null }
      : null
  if (one.t === 'ref') {
    const to = targetFrom(one.to)
    return to && isText(one.form) ? { t: 'ref', s: one.s, to, form: one.form } : null
  }
  if ((one.t === 'note' || one.t === 'formula' || one.t === 'image') && isText(one.hash))
    return { t: one.t, hash: one.hash as Hash, s: one.s }
  return null
}

const paragraphFrom = (one: unknown, depth = 0): Paragraph | null => {
  if (!Array.isArray(one)) return null
  const out: Inline[] = []
  for (const each of one) {
    const inline = inlineFrom(each, depth)
    if (!inline) return null
    out.push(inline)
  }
  return out
}

/** What the notes say of one provision's marked words. */
export interface MarkedWords {
  readonly heading: Paragraph | null
  readonly lead: readonly Paragraph[]
  readonly tail: readonly Paragraph[]
}

export interface Notes {
  readonly marked: ReadonlyMap<ProvisionId, MarkedWords>
  readonly digests: ReadonlyMap<string, ProvisionId>
}

const markedFrom = (json: string): MarkedWords | null => {
  let read: unknown
  try {
    read = JSON.parse(json)
  } catch {
    return null
  }
  if (!Array.isArray(read)) return null
  const [heading, lead, tail] = read
  const all = (given: unknown): Paragraph[] | null => {
    if (!Array.isArray(given)) return null
    const paragraphs = given.map((one) => paragraphFrom(one))
    return paragraphs.every((one) => one !== null) ? paragraphs : null
  }
  const before = all(lead)
  const after = all(tail)
  if (!before || !after) return null
  return { heading: heading === null ? null : paragraphFrom(heading), lead: before, tail: after }
}

/** Reads the notes that `notesXml` writes; entries that are not in its form are passed over. */
export const readNotes = (xml: string): Notes => {
  const marked = new Map<ProvisionId, MarkedWords>()
  const digests = new Map<string, ProvisionId>()
  let id: string | null = null
  let said = ''
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'p') return
      id = attributeOf(attributes, 'id')
      said = ''
      const digest = attributeOf(attributes, 'digest')
      if (id !== null && digest !== null) digests.set(digest, id as ProvisionId)
    },
    close: (name) => {
      const words =
        name === 'p' && id !== null && said !== '' ? markedFrom(unescapeXml(said)) : null
      if (words) marked.set(id as ProvisionId, words)
    },
    words: (s) => {
      said += s
    },
  })
  return { marked, digests }
}

const sameWords = (one: readonly Paragraph[], other: readonly Paragraph[]): boolean =>
  one.length === other.length &&
  one.every((paragraph, at) => wordsOf(paragraph) === wordsOf(other[at] as Paragraph))

/** The marked words of the notes where the words are still the same, field by field; else what the file shows. */
export const withMarks = (shown: MarkedWords, noted: MarkedWords | undefined): MarkedWords => {
  if (!noted) return shown
  const heading =
    shown.heading && noted.heading && wordsOf(shown.heading) === wordsOf(noted.heading)
      ? noted.heading
      : shown.heading
  return {
    heading,
    lead: sameWords(shown.lead, noted.lead) ? noted.lead : shown.lead,
    tail: sameWords(shown.tail, noted.tail) ? noted.tail : shown.tail,
  }
}
