// Reads what our PDF files hold, as a screen reader would: objects, structure, and the words of marked content.
import { inflateSync } from 'node:zlib'

/** Words that belong to one element, or another element under it. */
export type PdfWords = string | PdfElement
export interface PdfElement {
  readonly type: string
  readonly alt: string | null
  /** How many links on pages belong to it. */
  readonly links: number
  readonly kids: readonly PdfWords[]
}

export interface ReadPdf {
  readonly catalog: string
  readonly pages: number
  /** The elements under the document. */
  readonly tops: readonly PdfElement[]
  /** The pages that bookmarks and links lead to all exist; those that do not. */
  readonly lostTargets: readonly string[]
  readonly bookmarks: readonly string[]
  /** Operators that are no marked content and no artifact, which no reader should find. */
  readonly unmarked: number
}

const utf16 = (hex: string): string => {
  const bytes = Buffer.from(hex, 'hex')
  return bytes.swap16().toString('utf16le')
}

const unescaped = (s: string): string =>
  s.replace(/\\([\\()rn])/g, (_, one: string) => (one === 'r' ? '\r' : one === 'n' ? '\n' : one))

const stringIn = (said: string | undefined): string =>
  said?.startsWith('<FEFF') ? utf16(said.slice(5, -1)) : unescaped(said?.slice(1, -1) ?? '')

const objectsOf = (file: string): Map<number, string> => {
  const objects = new Map<number, string>()
  const streamOf = (at: number): [string, string] => {
    const head = file.slice(at, file.indexOf('stream\n', at))
    const start = at + head.length + 7
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const bytes = Buffer.from(file.slice(start, start + length), 'latin1')
    return [head, (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')]
  }
  const table = Number(/startxref\n(\d+)/.exec(file.slice(-40))?.[1])
  const [head, rows] = streamOf(table)
  objects.set(0, head)
  const bytes = Buffer.from(rows, 'latin1')
  const packed: [number, number, number][] = []
  for (let row = 0; row < bytes.length / 7; row++) {
    const at = bytes.readUInt32BE(row * 7 + 1)
    if (bytes[row * 7] === 1) {
      if (!file.startsWith(`${row} 0 obj\n`, at)) throw new Error(`Object ${row} is not at ${at}`)
      objects.set(row, streamOf(at).join(''))
    } else if (bytes[row * 7] === 2) packed.push([row, at, bytes.readUInt16BE(row * 7 + 5)])
  }
  const held = new Map<number, string[]>()
  for (const [number, within, index] of packed) {
    let all = held.get(within)
    if (!all) {
      const stream = objects.get(within)!
      const body = stream.slice(stream.indexOf('>>') + 2)
      const first = Number(/\/First (\d+)/.exec(stream)?.[1])
      const places = body.slice(0, first).trim().split(' ').map(Number)
      all = places.flatMap((place, at) =>
        at % 2 === 0 ? [] : [body.slice(first + place, first + (places[at + 2] ?? body.length))],
      )
      held.set(within, all)
    }
    objects.set(number, all[index]!.trim())
  }
  return objects
}

/** The words of each piece of marked content of a page. */
const markedWords = (content: string): { words: string[]; unmarked: number } => {
  const words: string[] = []
  const open: (number | 'art' | { instead: string })[] = []
  let unmarked = 0
  const token =
    /\/\w+<<\/MCID (\d+)>>BDC|\/Span<<\/ActualText<FEFF([0-9A-F]+)>>>BDC|\/Artifact(?:<<.*?>>BDC| BMC)|EMC|\[((?:\((?:\\[\s\S]|[^\\)])*\)|-?[\d.]+)+)\]TJ/g
  for (const [all, mark, instead, shown] of content.matchAll(token)) {
    if (mark !== undefined) {
      open.push(Number(mark))
      words[Number(mark)] = ''
    } else if (instead !== undefined) open.push({ instead: utf16(instead) })
    else if (all === 'EMC') open.pop()
    else if (shown === undefined) open.push('art')
    else {
      const last = open.at(-1)
      if (last === 'art') continue
      const leaf = open.findLast((one) => typeof one === 'number')
      if (leaf === undefined) {
        unmarked++
        continue
      }
      const strings = [...shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)]
      const bytes = Buffer.from(strings.map(([, s]) => unescaped(s!)).join(''), 'latin1')
      words[leaf] += typeof last === 'object' ? last.instead : bytes.swap16().toString('utf16le')
    }
  }
  return { words, unmarked }
}

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const object = (number: string | number | undefined): string => {
    const found = objects.get(Number(number))
    if (found === undefined) throw new Error(`There is no object ${number}`)
    return found
  }
  const refIn = (said: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(said)?.[1]
  const catalog = object(refIn(object(0), 'Root'))
  const pages = /\/Kids\[(.*?)\]/.exec(object(refIn(catalog, 'Pages')))![1]!.match(/\d+(?= 0 R)/g)!
  const contents = new Map<number, string[]>()
  let unmarked = 0
  for (const page of pages) {
    const [, all] = /\/Contents\[(.*?)\]/.exec(object(page))!
    const streams = all!.match(/\d+(?= 0 R)/g)!.map((number) => object(number))
    const joined = streams.map((stream) => stream.slice(stream.indexOf('>>') + 2)).join('\n')
    const read = markedWords(joined)
    contents.set(Number(page), read.words)
    unmarked += read.unmarked
  }
  const elementOf = (number: string): PdfElement => {
    const said = object(number)
    const page = Number(refIn(said, 'Pg'))
    const [, list] = /\/K\[(.*)\]/.exec(
      said.replace(/\/A<<.*?>>|\/Alt(<[^>]*>|\((?:\\.|[^\\)])*\))/g, ''),
    )!
    const kids: PdfWords[] = []
    let links = 0
    const token = /<<\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)>>|(<<\/Type\/OBJR.*?>>)|(\d+) 0 R|(\d+)/g
    for (const [, other, mark, link, element, own] of list!.matchAll(token)) {
      if (link !== undefined) links++
      else if (element !== undefined) kids.push(elementOf(element))
      else kids.push(contents.get(Number(other ?? page))![Number(mark ?? own)]!)
    }
    const alt = /\/Alt(<[^>]*>|\((?:\\.|[^\\)])*\))/.exec(said)?.[1]
    return { type: /\/S\/(\w+)/.exec(said)![1]!, alt: alt ? stringIn(alt) : null, links, kids }
  }
  const root = object(refIn(catalog, 'StructTreeRoot'))
  const document = object(refIn(root, 'K'))
  const all = [...objects.values()]
  return {
    catalog,
    pages: pages.length,
    tops: (/\/K\[(.*?)\]/.exec(document)![1]!.match(/\d+(?= 0 R)/g) ?? []).map(elementOf),
    lostTargets: all
      .flatMap((one) =>
        /^<<\/T(ype\/Annot|itle)/.test(one) ? (/\/Dest\[(\d+)/.exec(one)?.[1] ?? []) : [],
      )
      .filter((page) => !pages.includes(page)),
    bookmarks: all.flatMap((one) =>
      /^<<\/Title.*\/Parent/.test(one)
        ? [stringIn(/^<<\/Title(<[^>]*>|\((?:\\.|[^\\)])*\))/.exec(one)![1])]
        : [],
    ),
    unmarked,
  }
}

/** The words under an element; without those under the types left out. */
export const wordsUnder = (element: PdfElement, leftOut = ''): string =>
  element.type === leftOut
    ? ''
    : element.kids.map((kid) => (typeof kid === 'string' ? kid : wordsUnder(kid, leftOut))).join('')

/** The elements of the text, without title, contents and legend. */
export const textOf = ({ tops }: ReadPdf): readonly PdfElement[] =>
  tops.filter(({ type }) => ['Sect', 'Div', 'Table', 'L'].includes(type))
