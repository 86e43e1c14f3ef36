// Composed pages, furniture, bookmarks, structure and fonts put together to a file.
import { sha256 } from '../../canonical.ts'
import type { Slices } from '../slices.ts'
import type { Composed } from './compose-pages.ts'
import { embedFace } from './embed-face.ts'
import { type Face, isLoneHalf } from './faces.ts'
import type { Furniture } from './furniture.ts'
import { everyPage, MEDIA_BOX, newLineSetter, onePage } from './furniture.ts'
import type { Target } from './galley.ts'
import { addOutline, type Bookmark } from './outline.ts'
import { points } from './page-form.ts'
import { newPdfObjects, type PdfObjects, ref, textString } from './pdf-objects.ts'
import { addElements, type Numbered, ROLES } from './structure.ts'

/** Pages that follow one another, and the division they belong to. */
export interface Section {
  readonly composed: Composed
  readonly place: string
}

/** A character that a face lacks; a replacement stands for it, and readers of the file still find the character. */
export interface MissingCharacter {
  readonly character: string
  readonly code: number
}

export interface WrittenPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that were shown by a replacement, in order of their code points. */
  readonly missing: readonly MissingCharacter[]
}

const HEADER = '/Artifact<</Type/Pagination>>BDC\n'

/** On which page, counted from 1, each target stands. */
export const pagesOfTargets = (sections: readonly Section[]): ReadonlyMap<Target, number> => {
  const found = new Map<Target, number>()
  let page = 0
  for (const { composed } of sections)
    for (const { anchors } of composed.pages) {
      page++
      for (const [id] of anchors) if (!found.has(id)) found.set(id, page)
    }
  return found
}

const placeOf = (place: string, heads: readonly [string, string] | null): string => {
  const span = heads === null ? '' : heads[0] === heads[1] ? heads[0] : `${heads[0]} to ${heads[1]}`
  return [place, span].filter(Boolean).join(' · ')
}

const metadata = ({ title, version, lang, madeAt }: Furniture): string => {
  const xml = (s: string) =>
    s.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`).replace(/[^\P{Cc}]/gu, ' ')
  const made = madeAt === undefined ? '' : `<xmp:CreateDate>${xml(madeAt)}</xmp:CreateDate>`
  const language = `<dc:language><rdf:Bag><rdf:li>${xml(lang ?? 'en-GB')}</rdf:li></rdf:Bag></dc:language>`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(`${title}, ${version}`)}</rdf:li></rdf:Alt></dc:title>${language}${made}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const pdfDate = (instant: string): string => {
  const digits = instant.replace(/\D/g, '').slice(0, 14)
  return `(D:${digits.padEnd(14, '0')}Z)`
}

function* addFonts(
  objects: PdfObjects,
  faces: readonly Face[],
  used: readonly (readonly ReadonlySet<number>[])[],
): Slices<{ readonly fonts: string; readonly missing: readonly number[] }> {
  const missing = new Set<number>()
  let fonts = ''
  for (const [at, face] of faces.entries()) {
    const codes = new Set<number>()
    for (const one of used)
      for (const code of one[at] ?? []) {
        const lacks = isLoneHalf(code) || code > 0xffff || !face.has(code)
        if (lacks) missing.add(code)
        codes.add(isLoneHalf(code) || code > 0xffff ? 0xfffd : code)
      }
    if (codes.size > 1) fonts += `/${face.key} ${ref(embedFace(objects, face, codes))}`
    yield
  }
  return { fonts, missing: [...missing].sort((one, other) => one - other) }
}

/** The file, with a pause after each page; `mark` tells it from every other, and is the same for the same content. */
export function* assemble(
  faces: readonly Face[],
  sections: readonly Section[],
  furniture: Furniture,
  bookmarks: readonly Bookmark[],
  mark: string,
): Slices<WrittenPdf> {
  const objects = newPdfObjects()
  const [catalog, pageTree, info, structure, fontTable] = Array.from({ length: 5 }, () =>
    objects.reserve(),
  ) as [number, number, number, number, number]
  const count = sections.reduce((sum, { composed }) => sum + composed.pages.length, 0)
  const firstPage = objects.reserve(count)
  const to = newLineSetter(faces)
  const always = objects.addStream(
    `/Type/XObject/Subtype/Form/BBox${MEDIA_BOX}/Resources<</Font ${ref(fontTable)}>>`,
    everyPage(to, furniture),
  )

  const places = new Map<Target, string>()
  let at = 0
  for (const { composed } of sections)
    for (const { anchors } of composed.pages) {
      const page = firstPage + at++
      for (const [id, top] of anchors)
        if (!places.has(id)) places.set(id, `[${ref(page)}/XYZ null ${points(top)} null]`)
    }

  const document = objects.reserve()
  const parents: string[] = new Array(count)
  const linkParents: string[] = []
  const documentKids: number[] = []
  at = 0
  for (const { composed, place } of sections) {
    const pages = composed.pages.map((_, index) => firstPage + at + index)
    const links = composed.pages.map((page) =>
      page.links.map(({ target }) => (places.has(target) ? objects.reserve() : 0)),
    )
    const numbered: Numbered = { composed, pages, links }
    const { tops, marked, linked } = addElements(objects, numbered, document)
    yield
    documentKids.push(...tops)
    for (const [index, page] of composed.pages.entries()) {
      const number = at + 1
      const own = onePage(to, furniture, {
        place: placeOf(place, page.heads),
        page: number,
        pages: count,
      })
      const content = objects.addPacked('', page.content)
      const around = objects.addShort(`${HEADER}q /Always Do ${own}Q\nEMC\n`)
      parents[at] = ref(objects.add(`[${(marked[index] ?? []).map(ref).join(' ')}]`))
      const annotations = page.links.flatMap(({ box, target }, link) => {
        const annotation = links[index]?.[link] ?? 0
        if (annotation === 0) return []
        const key = count + linkParents.push(ref(linked[index]?.[link] as number)) - 1
        objects.say(
          annotation,
          `<</Type/Annot/Subtype/Link/Rect[${box}]/Border[0 0 0]/F 4/StructParent ${key}/Contents(Go to the place referred to)/Dest${places.get(target)}>>`,
        )
        return [ref(annotation)]
      })
      const said = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`
      objects.say(
        firstPage + at,
        `<</Type/Page/Parent ${ref(pageTree)}/Contents[${ref(around)} ${ref(content)}]/StructParents ${at}/Tabs/S${said}>>`,
      )
      at++
      yield
    }
  }

  const { fonts, missing } = yield* addFonts(objects, faces, [
    ...sections.map(({ composed }) => composed.used),
    to.used,
  ])
  objects.say(fontTable, `<<${fonts}>>`)
  const kids = Array.from({ length: count }, (_, index) => ref(firstPage + index)).join(' ')
  objects.say(
    pageTree,
    `<</Type/Pages/Count ${count}/Kids[${kids}]/MediaBox${MEDIA_BOX}/Resources<</Font ${ref(fontTable)}/XObject<</Always ${ref(always)}>>>>>>`,
  )
  const numbers = [...parents, ...linkParents].map((value, key) => `${key} ${value}`).join(' ')
  const parentTree = objects.add(`<</Nums[${numbers}]>>`)
  objects.say(document, `<</S/Document/P ${ref(structure)}/K[${documentKids.map(ref).join(' ')}]>>`)
  objects.say(
    structure,
    `<</Type/StructTreeRoot/K ${ref(document)}/RoleMap${ROLES}/ParentTree ${ref(parentTree)}/ParentTreeNextKey ${count + linkParents.length}>>`,
  )
  const outline = addOutline(objects, bookmarks, (target) => places.get(target) ?? null)
  const beside = outline === null ? '' : `/Outlines ${ref(outline)}/PageMode/UseOutlines`
  const xmp = objects.addStream('/Type/Metadata/Subtype/XML', Buffer.from(metadata(furniture)))
  objects.say(
    catalog,
    `<</Type/Catalog/Pages ${ref(pageTree)}/Lang${textString(furniture.lang ?? 'en-GB')}/MarkInfo<</Marked true>>/StructTreeRoot ${ref(structure)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${ref(xmp)}${beside}>>`,
  )
  const made = furniture.madeAt === undefined ? '' : `/CreationDate${pdfDate(furniture.madeAt)}`
  objects.say(
    info,
    `<</Title${textString(`${furniture.title}, ${furniture.version}`)}/Producer(Secretariat)${made}>>`,
  )
  yield
  const bytes = yield* objects.file(catalog, info, sha256(mark).slice(0, 32))
  return {
    bytes,
    pages: count,
    missing: missing.map((code) => ({ character: String.fromCodePoint(code), code })),
  }
}
