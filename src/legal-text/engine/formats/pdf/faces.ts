// The faces a text is set in: every character and every pair is measured once, every word put together once.
import { create, type Font } from 'fontkit'

/** The faces, by what they are for: the text in four, and the furniture of the page in two. */
export const FACES = [
  'text',
  'textItalic',
  'textBold',
  'textBoldItalic',
  'plain',
  'plainBold',
] as const
export type FaceName = (typeof FACES)[number]

/** The bytes of a TrueType font for each face. */
export type PdfFonts = Readonly<Record<FaceName, Uint8Array>>

/** A word as it stands in a content stream, within the round brackets of an array of strings. */
export interface SetWord {
  readonly ops: string
  /** In thousandths of the size. */
  readonly width: number
  readonly chars: string
  /** The galley that last used the word; kept here so that asking costs nothing. */
  usedBy: number
}

export interface Face {
  readonly font: Font
  readonly key: string
  readonly space: number
  word(s: string): SetWord
  /** In thousandths of the size, with what is shown instead where the font lacks a character. */
  advance(code: number): number
  /** Whether the font has it, or it needs no ink. */
  has(code: number): boolean
}

// The longest that is kept of words is far beyond any language's vocabulary; hostile texts begin anew.
const WORDS_KEPT = 150_000
const INKLESS = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u
const REPLACEMENT = 0xfffd

export const isInkless = (code: number): boolean =>
  code > 0x7e && INKLESS.test(String.fromCodePoint(code))

const byte = (value: number): string => {
  const one = String.fromCharCode(value)
  if (value === 0x28 || value === 0x29 || value === 0x5c) return `\\${one}`
  return value === 0x0d ? '\\r' : value === 0x0a ? '\\n' : one
}

/** A character of a content stream is its own code point, two bytes. */
const code16 = (code: number): string => byte(code >> 8) + byte(code & 255)

export const SPACE_OPS = code16(0x20)

/** A character beyond two bytes is shown as the replacement, and read as what it is. */
const shownInstead = (char: string): string => {
  const hex = Buffer.from(char, 'utf16le').swap16().toString('hex').toUpperCase()
  return `)]TJ/Span<</ActualText<FEFF${hex}>>>BDC[(${code16(REPLACEMENT)})]TJ EMC[(`
}

const isKerned = (code: number): boolean =>
  (code > 0x20 && code < 0x100) || (code >= 0x2013 && code <= 0x201d)

export const isLoneHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

const openFont = (name: FaceName, bytes: Uint8Array): Font => {
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if ('glyphForCodePoint' in font) return font
  } catch {
    // Said below, for both ways in which bytes are no font.
  }
  throw new TypeError(
    `The face ${name} needs the bytes of one TrueType font; got ${bytes.length} bytes that are none`,
  )
}

const newFace = (name: FaceName, bytes: Uint8Array): Face => {
  const font = openFont(name, bytes)
  const scale = 1000 / font.unitsPerEm
  const advances = new Map<number, number>()
  const kerns = new Map<number, number>()
  let words = new Map<string, SetWord>()

  const advance = (code: number): number => {
    const known = advances.get(code)
    if (known !== undefined) return known
    const width = isInkless(code)
      ? 0
      : Math.round(font.glyphForCodePoint(code).advanceWidth * scale)
    advances.set(code, width)
    return width
  }

  const kern = (one: number, other: number): number => {
    const pair = one * 0x10000 + other
    const known = kerns.get(pair)
    if (known !== undefined) return known
    const { positions } = font.layout(
      String.fromCharCode(one, other),
      { liga: false, clig: false },
      'latn',
    )
    const first = positions[0]
    const by =
      positions.length === 2 && first ? Math.round(first.xAdvance * scale) - advance(one) : 0
    kerns.set(pair, by)
    return by
  }

  const put = (s: string): SetWord => {
    let [ops, width, before] = ['', 0, 0]
    for (const char of s) {
      const code = char.codePointAt(0) as number
      if (code > 0xffff) {
        ops += shownInstead(char)
        width += advance(REPLACEMENT)
        before = 0
        continue
      }
      const shown = isLoneHalf(code) ? REPLACEMENT : code
      if (before > 0 && isKerned(shown)) {
        const by = kern(before, shown)
        if (by !== 0) ops += `)${-by}(`
        width += by
      }
      ops += code16(shown)
      width += advance(shown)
      before = isKerned(shown) ? shown : 0
    }
    return { ops, width, chars: s, usedBy: 0 }
  }

  return {
    font,
    key: `F${FACES.indexOf(name)}`,
    space: advance(0x20),
    advance,
    has: (code) => isInkless(code) || font.hasGlyphForCodePoint(code),
    word: (s) => {
      const known = words.get(s)
      if (known) return known
      if (words.size >= WORDS_KEPT) words = new Map()
      const fresh = put(s)
      words.set(s, fresh)
      return fresh
    },
  }
}

/** Opens the fonts; throws where the bytes of a face are no font. */
export const openFaces = (fonts: PdfFonts): readonly Face[] =>
  FACES.map((name) => newFace(name, fonts[name]))
