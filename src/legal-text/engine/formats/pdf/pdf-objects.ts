// The objects of a PDF file: numbered, packed into compressed streams, found again by a compressed table.
import { deflateSync } from 'node:zlib'
import type { Slices } from '../slices.ts'

/** How well streams are packed: more costs time and saves little. */
const LEVEL = 4
const LEVEL_OF_OBJECTS = 2
const IN_ONE_STREAM = 400

/** Text as a PDF string in UTF-16, for titles and descriptions. */
export const textString = (s: string): string =>
  /^[\x20-\x7e]*$/.test(s)
    ? `(${s.replace(/[\\()]/g, '\\$&')})`
    : `<FEFF${Buffer.from(s, 'utf16le').swap16().toString('hex').toUpperCase()}>`

export const ref = (number: number): string => `${number} 0 R`

/** The bytes of a page's content, packed. Every character of it stands for one byte. */
export const packed = (content: string, level = LEVEL): Uint8Array =>
  deflateSync(Buffer.from(content, 'latin1'), { level })

/** Takes the objects of one file in any order and gives the file. */
export interface PdfObjects {
  /** A number for an object that is said later; so many in a row. */
  reserve(count?: number): number
  say(number: number, content: string): void
  add(content: string): number
  /** A stream whose bytes are packed already; `entries` are those of its dictionary beyond length and filter. */
  addPacked(entries: string, bytes: Uint8Array): number
  addStream(entries: string, content: Uint8Array | string): number
  /** A stream so short that packing it would cost more time than it saves room. */
  addShort(content: string): number
  /** The whole file, with pauses; `id` is 32 hexadecimal digits that tell it from others. */
  file(catalog: number, info: number, id: string): Slices<Uint8Array>
}

type Place = { readonly at: number } | { readonly within: number; readonly index: number }

export const newPdfObjects = (): PdfObjects => {
  let last = 0
  const plain = new Map<number, string>()
  const streams: { number: number; head: string; bytes: Uint8Array }[] = []

  const addPacked = (entries: string, bytes: Uint8Array): number => {
    const number = ++last
    const head = `<<${entries}/Filter/FlateDecode/Length ${bytes.length}>>`
    streams.push({ number, head, bytes })
    return number
  }
  const addShort = (content: string): number => {
    const number = ++last
    const bytes = Buffer.from(content, 'latin1')
    streams.push({ number, head: `<</Length ${bytes.length}>>`, bytes })
    return number
  }

  const packPlain = function* (places: Map<number, Place>): Slices<void> {
    const all = [...plain]
    for (let from = 0; from < all.length; from += IN_ONE_STREAM) {
      const batch = all.slice(from, from + IN_ONE_STREAM)
      let [index, body] = ['', '']
      for (const [number, content] of batch) {
        index += `${number} ${body.length} `
        body += `${content}\n`
      }
      const entries = `/Type/ObjStm/N ${batch.length}/First ${index.length}`
      const within = addPacked(entries, packed(index + body, LEVEL_OF_OBJECTS))
      batch.forEach(([number], at) => {
        places.set(number, { within, index: at })
      })
      yield
    }
  }

  const file: PdfObjects['file'] = function* (catalog, info, id) {
    const places = new Map<number, Place>()
    yield* packPlain(places)
    const parts: Uint8Array[] = []
    let length = 0
    const put = (bytes: Uint8Array | string): void => {
      const part = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
      parts.push(part)
      length += part.length
    }
    put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
    const putStream = (number: number, head: string, bytes: Uint8Array): void => {
      places.set(number, { at: length })
      put(`${number} 0 obj\n${head}stream\n`)
      put(bytes)
      put('\nendstream\nendobj\n')
    }
    for (const { number, head, bytes } of streams) putStream(number, head, bytes)
    yield
    const table = ++last
    const start = length
    places.set(table, { at: start })
    const rows = Buffer.alloc(7 * (last + 1))
    rows.writeUInt16BE(0xffff, 5)
    for (const [number, place] of places) {
      const row = number * 7
      rows.writeUInt8('at' in place ? 1 : 2, row)
      rows.writeUInt32BE('at' in place ? place.at : place.within, row + 1)
      rows.writeUInt16BE('at' in place ? 0 : place.index, row + 5)
    }
    const bytes = deflateSync(rows, { level: LEVEL })
    const root = `/Root ${ref(catalog)}/Info ${ref(info)}/ID[<${id}><${id}>]`
    const head = `<</Type/XRef/Size ${last + 1}/W[1 4 2]${root}/Filter/FlateDecode/Length ${bytes.length}>>`
    putStream(table, head, bytes)
    put(`startxref\n${start}\n%%EOF\n`)
    return Buffer.concat(parts)
  }

  return {
    reserve: (count = 1) => {
      last += count
      return last - count + 1
    },
    say: (number, content) => void plain.set(number, content),
    add: (content) => {
      plain.set(++last, content)
      return last
    },
    addPacked,
    addShort,
    addStream: (entries, content) =>
      addPacked(
        entries,
        typeof content === 'string' ? packed(content) : deflateSync(content, { level: LEVEL }),
      ),
    file,
  }
}
