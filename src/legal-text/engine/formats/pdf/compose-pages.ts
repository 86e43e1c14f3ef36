// Lines brought onto pages: content streams that name no page number, and where everything stands.
import type { Slices } from '../slices.ts'
import { FACES, type Face, SPACE_OPS } from './faces.ts'
import type { ChangeBar, Entry, Galley, Leaf, Part, Strip, Target } from './galley.ts'
import { BAR_X, FRAME, INK, points } from './page-form.ts'
import { packed } from './pdf-objects.ts'

/** Lines of a galley from one to another, hung into the structure at an element of the frame. */
export interface Stretch {
  readonly galley: Galley
  readonly from: number
  readonly to: number
  /** The leaf of another galley under which this one stands in the structure; null where it stands at the top. */
  readonly mount: { readonly galley: Galley; readonly leaf: number } | null
  /** Anchors that stand where it begins. */
  readonly anchors: readonly Target[]
}

export interface PlacedLink {
  readonly box: string
  readonly target: Target
  readonly element: number
}

export interface ComposedPage {
  readonly content: Uint8Array
  /** The element of each piece of marked content, by its number. */
  readonly marked: readonly number[]
  readonly links: readonly PlacedLink[]
  readonly anchors: readonly (readonly [Target, number])[]
  /** The numbers of the first and the last provision that stand on it. */
  readonly heads: readonly [string, string] | null
}

/** What stands in an element: another element, marked content of a page, or a link of a page. */
export type Kid =
  | { readonly element: number }
  | { readonly page: number; readonly mark: number }
  | { readonly page: number; readonly link: number }

export interface Element extends Leaf {
  readonly kids: Kid[]
}

/** Pages of a text that begin with a page of their own, wherever they stand in a file. */
export interface Composed {
  readonly pages: readonly ComposedPage[]
  readonly elements: readonly Element[]
  /** The elements at the top, in reading order. */
  readonly tops: readonly number[]
  readonly entries: readonly Entry[]
  readonly used: readonly ReadonlySet<number>[]
  readonly strips: number
}

/** Stretches in their order, and the headings in them. */
export interface SetText {
  readonly stretches: readonly Stretch[]
  readonly entries: readonly Entry[]
}

interface Laid {
  readonly strip: Strip
  /** What is added to the number of a leaf to find its element. */
  readonly offset: number
  readonly links: Galley['links']
  readonly anchors: readonly Target[]
}

const MOST_KEPT = 16

/** Where a page that begins at this line ends. */
const endOfPage = (laid: readonly Laid[], start: number): number => {
  let height = 0
  for (let at = start; at < laid.length; at++) {
    const { strip } = laid[at] as Laid
    height += strip.height + (at === start ? 0 : strip.before)
    if (height <= FRAME.top - FRAME.bottom || at === start) continue
    let end = at
    while (end > start + 1 && end > at - MOST_KEPT && laid[end - 1]?.strip.keep) end--
    return laid[end - 1]?.strip.keep ? at : end
  }
  return laid.length
}

const FRAGMENT = /^(P|H\d|Lbl|Link|Ins|Del)$/

const [NOTE_FACE, NOTE_SIZE] = [FACES.indexOf('plain'), 7.4]

/** The number of a change and its sign, to the left of its bar. */
const noteOf = (faces: readonly Face[], { number, sign }: ChangeBar, y: number): string => {
  const face = faces[NOTE_FACE] as Face
  const [digits, mark] = [face.word(`${number}`), face.word(sign)]
  const width = ((digits.width + face.space + mark.width) * NOTE_SIZE) / 1000
  return `BT /${face.key} ${NOTE_SIZE} Tf ${points(BAR_X - 4 - width)} ${points(y)} Td [(${digits.ops}${SPACE_OPS}${mark.ops})]TJ ET\n`
}

const newComposer = (elements: Element[], tops: number[], faces: readonly Face[]) => {
  const attached = new Uint8Array(elements.length)
  const attach = (at: number): void => {
    if (attached[at]) return
    attached[at] = 1
    const { parent } = elements[at] as Element
    if (parent < 0) tops.push(at)
    else {
      attach(parent)
      elements[parent]?.kids.push({ element: at })
    }
  }
  const cellOf = (element: number): number => {
    let at = element
    while (at >= 0 && elements[at]?.type !== 'TD') at = elements[at]?.parent ?? -1
    return at
  }

  const page = (laid: readonly Laid[], number: number, carried: string): ComposedPage => {
    let ops = 'BT\n'
    let drawn = ''
    let [atX, atY, font, open] = [0, 0, '', -1]
    const marked: number[] = []
    const links: PlacedLink[] = []
    const anchors: [Target, number][] = []
    let [firstHead, lastHead] = [carried, carried]
    let bar: { number: number; sign: string; top: number; bottom: number } | null = null

    const say = ({ part, y, line }: Sayable): void => {
      const element = part.leaf + line.offset
      if (element !== open) {
        if (open >= 0) ops += 'EMC\n'
        attach(element)
        const { type, kids } = elements[element] as Element
        kids.push({ page: number, mark: marked.length })
        ops += `/${FRAGMENT.test(type) ? type : 'Span'}<</MCID ${marked.length}>>BDC\n`
        marked.push(element)
        open = element
      }
      if (part.x !== null) {
        ops += `${points(part.x - atX)} ${points(y - atY)} Td `
        ;[atX, atY] = [Math.round(part.x * 100) / 100, Math.round(y * 100) / 100]
      }
      if (part.font !== font) ops += `${part.font} `
      ops += part.ops
      font = part.lastFont
      const target = line.links.get(part.leaf)
      if (target !== undefined) {
        elements[element]?.kids.push({ page: number, link: links.length })
        const [low, high] = [y - line.strip.height * 0.22, y + line.strip.height * 0.68]
        const box = [part.from - 1, low, part.to + 1, high].map(points).join(' ')
        links.push({ box, target, element })
      }
    }
    const endBar = (): void => {
      if (bar === null) return
      const { top, bottom } = bar
      drawn += `${INK.text} ${BAR_X} ${points(bottom)} 1.6 ${points(top - bottom)} re f\n`
      bar = null
    }

    let top: number = FRAME.top
    let row: Sayable[] = []
    let rowNumber = 0
    const endRow = (): void => {
      const byCell = row.map((one) => ({ one, cell: cellOf(one.part.leaf + one.line.offset) }))
      byCell.sort((one, other) => one.cell - other.cell)
      for (const { one } of byCell) say(one)
      row = []
    }
    laid.forEach((line, index) => {
      const { strip } = line
      if (index > 0) top -= strip.before
      const y = top - strip.height * 0.75
      for (const id of line.anchors) anchors.push([id, top + 4])
      if (strip.head !== null) {
        if (index === 0 || firstHead === '') firstHead = strip.head
        lastHead = strip.head
      }
      if (strip.row !== rowNumber) endRow()
      rowNumber = strip.row
      const parts = strip.parts.map((part): Sayable => ({ part, y, line }))
      if (strip.row === 0) parts.forEach(say)
      else row.push(...parts)
      for (const { x, up, width, thick, ink, dotted } of strip.strokes) {
        drawn += dotted
          ? `q 1 J [0 3.4] 0 d ${thick} w ${INK[ink].replace('rg', 'RG')} ${points(x)} ${points(y + up)} m ${points(x + width)} ${points(y + up)} l S Q\n`
          : `${INK[ink]} ${points(x)} ${points(y + up)} ${points(width)} ${points(thick)} re f\n`
      }
      if (strip.bar?.number !== bar?.number) endBar()
      if (strip.bar && !bar) drawn += `${INK.text} ${noteOf(faces, strip.bar, y)}`
      if (strip.bar) bar = { ...strip.bar, top: bar?.top ?? top, bottom: top - strip.height }
      top -= strip.height
    })
    endRow()
    if (open >= 0) ops += 'EMC\n'
    endBar()
    const art = drawn === '' ? '' : `/Artifact BMC\nq\n${drawn}Q\nEMC\n`
    const heads = lastHead === '' ? null : ([firstHead, lastHead] as const)
    return { content: packed(`${ops}ET\n${art}`), marked, links, anchors, heads }
  }
  return page
}

interface Sayable {
  readonly part: Part
  readonly y: number
  readonly line: Laid
}

/** Brings a text that is set onto pages, and pauses after each. */
export function* composePages(
  { stretches, entries }: SetText,
  faces: readonly Face[],
): Slices<Composed> {
  const elements: Element[] = []
  const offsets = new Map<Galley, number>()
  const take = ({ galley, mount }: Pick<Stretch, 'galley' | 'mount'>): number => {
    const known = offsets.get(galley)
    if (known !== undefined) return known
    const above = mount === null ? -1 : take({ galley: mount.galley, mount: null }) + mount.leaf
    const offset = elements.length
    offsets.set(galley, offset)
    for (const leaf of galley.leaves)
      elements.push({ ...leaf, parent: leaf.parent < 0 ? above : leaf.parent + offset, kids: [] })
    return offset
  }
  const laid: Laid[] = []
  for (const stretch of stretches) {
    const { galley, from, to, anchors } = stretch
    const offset = take(stretch)
    for (let at = from; at < to; at++) {
      const strip = galley.strips[at] as Strip
      const all = at === from && anchors.length > 0 ? [...anchors, ...strip.anchors] : strip.anchors
      laid.push({ strip, offset, links: galley.links, anchors: all })
    }
  }
  const used = faces.map((_, face) => {
    const all = new Set<number>([0x20])
    for (const galley of offsets.keys()) for (const code of galley.used[face] ?? []) all.add(code)
    return all
  })
  const notes = new Set(laid.flatMap(({ strip: { bar } }) => bar ?? []))
  for (const { number, sign } of notes)
    for (const char of `${number}${sign}`) used[NOTE_FACE]?.add(char.codePointAt(0) as number)
  const tops: number[] = []
  const compose = newComposer(elements, tops, faces)
  const pages: ComposedPage[] = []
  let carried = ''
  for (let start = 0; start < laid.length; ) {
    const end = endOfPage(laid, start)
    const page = compose(laid.slice(start, end), pages.length, carried)
    carried = page.heads?.[1] ?? carried
    pages.push(page)
    start = end
    yield
  }
  return { pages, elements, tops, entries, used, strips: laid.length }
}
