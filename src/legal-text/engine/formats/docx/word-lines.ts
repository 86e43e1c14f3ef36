// One line of a text as a Word paragraph, with its tracked changes.
import type { Inline, Kind, Paragraph, ProvisionId } from '../../model.ts'
import type { ComparedLine } from '../compare/compared-lines.ts'
import { escapeXml, escapeXmlContent } from '../xml/xml-text.ts'
import { type NamePrefix, nameFor, styleOf } from './word-names.ts'

/** Who made the tracked changes, and when, as Word shows them; the caller says both. */
export interface Reviser {
  readonly author: string
  /** An instant in ISO 8601, such as `2017-03-31T12:00:00Z`. */
  readonly date: string
}

/** The elements by which whole lines are tracked: struck and inserted, or the halves of a move. */
export type Tracking = 'plain' | 'move'

type Mark = ComparedLine['mark']

const FORMAT: Record<'b' | 'i' | 'u' | 'sup' | 'sub', string> = {
  b: '<w:b/>',
  i: '<w:i/>',
  u: '<w:u w:val="single"/>',
  sup: '<w:vertAlign w:val="superscript"/>',
  sub: '<w:vertAlign w:val="subscript"/>',
}
// The order in which the schema of Word wants formats to stand.
const ORDER = ['b', 'i', 'u', 'sup', 'sub'] as const

const FIRST_BOOKMARK = 0x1000000
const LAST_ID = 0x7ffffffe

const numberFor = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return FIRST_BOOKMARK + ((hash >>> 0) % (LAST_ID - FIRST_BOOKMARK))
}

/** Writes lines and remembers the styles and the numbers used. */
export interface LineWriter {
  readonly styles: Set<string>
  line(
    kind: Kind,
    depth: number,
    line: ComparedLine,
    bookmarks: string,
    tracking?: Tracking,
  ): string
  bookmark(prefix: NamePrefix, id: ProvisionId): string
  /** The attributes of one more revision: its own number, author and date. */
  revision(): string
}

export const newLineWriter = (reviser: Reviser): LineWriter => {
  const styles = new Set<string>()
  const numbers = new Set<number>()
  const by = ` w:author="${escapeXml(reviser.author)}" w:date="${escapeXml(reviser.date)}"`
  let revisions = 0
  const revision = (): string => `w:id="${++revisions}"${by}`

  const runs = (words: Paragraph, tag: 'w:t' | 'w:delText', formats: readonly string[]): string => {
    let xml = ''
    for (const inline of words) xml += run(inline, tag, formats)
    return xml
  }
  const run = (inline: Inline, tag: 'w:t' | 'w:delText', formats: readonly string[]): string => {
    if (inline.t === 'em') return runs(inline.c, tag, [...formats, inline.kind])
    if (inline.s === '') return ''
    const format =
      formats.length === 0
        ? ''
        : `<w:rPr>${ORDER.filter(
            (one) => formats.includes(one) && !(one === 'sub' && formats.includes('sup')),
          )
            .map((one) => FORMAT[one])
            .join('')}</w:rPr>`
    return `<w:r>${format}<${tag} xml:space="preserve">${escapeXmlContent(inline.s)}</${tag}></w:r>`
  }
  const tracked = (mark: Mark, tracking: Tracking, xml: string): string => {
    if (mark === 'same' || xml === '') return xml
    const name = elementFor(mark, tracking)
    return `<${name} ${revision()}>${xml}</${name}>`
  }
  const tagFor = (mark: Mark, tracking: Tracking) =>
    mark === 'del' && tracking === 'plain' ? 'w:delText' : 'w:t'
  const number = (raw: string | null, mark: Mark, tracking: Tracking): string => {
    if (raw === null) return ''
    const tag = tagFor(mark, tracking)
    const xml = `<w:r><${tag} xml:space="preserve">${escapeXmlContent(raw)}</${tag}><w:tab/></w:r>`
    return tracked(mark, tracking, xml)
  }
  return {
    styles,
    revision,
    bookmark: (prefix, id) => {
      const name = nameFor(prefix, id)
      let n = numberFor(name)
      while (numbers.has(n)) n = n === LAST_ID ? FIRST_BOOKMARK : n + 1
      numbers.add(n)
      return `<w:bookmarkStart w:id="${n}" w:name="${name}"/><w:bookmarkEnd w:id="${n}"/>`
    },
    line: (kind, depth, { role, mark, label, runs: all }, bookmarks, tracking = 'plain') => {
      const style = styleOf(kind, depth, role)
      styles.add(style)
      const paragraphMark =
        mark === 'same' ? '' : `<w:rPr><${elementFor(mark, tracking)} ${revision()}/></w:rPr>`
      const { before, after } = label
      let xml = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${paragraphMark}</w:pPr>${bookmarks}`
      if (mark === 'same' && before === after) xml += number(after, 'same', tracking)
      else {
        xml += number(before, 'del', tracking)
        xml += number(after, 'ins', tracking)
      }
      for (const one of all)
        xml += tracked(one.mark, tracking, runs(one.words, tagFor(one.mark, tracking), []))
      return `${xml}</w:p>`
    },
  }
}

const elementFor = (mark: Exclude<Mark, 'same'>, tracking: Tracking): string =>
  tracking === 'move'
    ? mark === 'del'
      ? 'w:moveFrom'
      : 'w:moveTo'
    : mark === 'del'
      ? 'w:del'
      : 'w:ins'
