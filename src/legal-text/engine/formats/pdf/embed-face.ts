// A face in a file: only the glyphs that are used, each under its own code point, so that every reader finds the words.
import { sha256 } from '../../canonical.ts'
import { type Face, isInkless } from './faces.ts'
import { type PdfObjects, ref } from './pdf-objects.ts'

const [SYMBOLIC, SERIF, ITALIC] = [4, 2, 64]
const hex = (value: number): string => value.toString(16).padStart(4, '0').toUpperCase()

/** Codes to Unicode: equal, so a whole row of 256 is said at once. */
const toUnicode = (codes: readonly number[]): string => {
  const rows = [...new Set(codes.map((code) => code >> 8))]
  const ranges: string[] = []
  for (let from = 0; from < rows.length; from += 100) {
    const some = rows.slice(from, from + 100)
    const said = some.map((row) => `<${hex(row << 8)}><${hex((row << 8) + 255)}><${hex(row << 8)}>`)
    ranges.push(`${some.length} beginbfrange\n${said.join('\n')}\nendbfrange`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${ranges.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const widths = (face: Face, codes: readonly number[]): string => {
  let out = ''
  let next = -1
  for (const code of codes) {
    out += code === next ? ' ' : `${out === '' ? '' : ']'}${code}[`
    out += face.advance(code)
    next = code + 1
  }
  return `${out}]`
}

/** The glyphs of these code points as a font program, and the map from code point to glyph. */
const subset = ({ font }: Face, codes: readonly number[]) => {
  const part = font.createSubset()
  const map = Buffer.alloc(2 * ((codes.at(-1) ?? 0) + 1))
  for (const code of codes) {
    const glyph = font.glyphForCodePoint(isInkless(code) ? 0x20 : code)
    map.writeUInt16BE(glyph.id === 0 ? 0 : Number(part.includeGlyph(glyph)), 2 * code)
  }
  return { program: part.encode(), map }
}

/** Adds the face with the glyphs that these code points need; gives the number of the font object. */
export const embedFace = (objects: PdfObjects, face: Face, used: ReadonlySet<number>): number => {
  const { font } = face
  const codes = [...used].sort((one, other) => one - other)
  const { program, map } = subset(face, codes)
  const tag = [...sha256(codes.join(' ')).slice(0, 6)]
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)))
    .join('')
  const name = `${tag}+${font.postscriptName}`
  const scaled = (value: number): number => Math.round((value * 1000) / font.unitsPerEm)
  const { minX, minY, maxX, maxY } = font.bbox
  const flags = SYMBOLIC + (/serif/i.test(name) ? SERIF : 0) + (font.italicAngle ? ITALIC : 0)
  const file = objects.addStream(`/Length1 ${program.length}`, program)
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[${[minX, minY, maxX, maxY].map(scaled).join(' ')}]/ItalicAngle ${font.italicAngle}/Ascent ${scaled(font.ascent)}/Descent ${scaled(font.descent)}/CapHeight ${scaled(font.capHeight)}/StemV ${/bold/i.test(name) ? 120 : 80}/FontFile2 ${ref(file)}>>`,
  )
  const cid = objects.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${ref(descriptor)}/DW 500/W[${widths(face, codes)}]/CIDToGIDMap ${ref(objects.addStream('', map))}>>`,
  )
  return objects.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${ref(cid)}]/ToUnicode ${ref(objects.addStream('', toUnicode(codes)))}>>`,
  )
}
