// Tables: columns as wide as their words ask for, rows parted by hairlines and continued over as many pages as it takes.
import { wordsOf } from '../../words.ts'
import type { Face } from './faces.ts'
import type { Setting, Strip, Stroke } from './galley.ts'
import { CELL, LABEL_X, RIGHT, TEXT_X } from './page-form.ts'
import type { Place } from './set-provision.ts'
import type { Shown } from './shown.ts'

const [MOST_COLUMNS, GUTTER, PADDING] = [16, 10, 3.5]
const KEPT_LINES = 6

/** Whether a provision can be set as a table: rows of cells, none with a number or a heading, not too many abreast. */
export const isTabular = (shown: Shown): boolean => {
  if (shown.kind !== 'table') return false
  const { own } = shown.tree
  if (own.label || own.heading || own.lead.length + own.tail.length > 0) return false
  const rows = shown.kids()
  return (
    rows.length > 0 &&
    rows.every((row) => {
      const { own: said } = row.tree
      const cells = row.kids()
      return (
        row.kind === 'row' &&
        !said.label &&
        !said.heading &&
        said.lead.length + said.tail.length === 0 &&
        cells.length > 0 &&
        cells.length <= MOST_COLUMNS &&
        cells.every(({ kind, tree }) => kind === 'cell' && !tree.own.label && !tree.own.heading)
      )
    })
  )
}

/** The widest word of a cell and how wide all its words would be on one line, in points, as far as it matters. */
const wishesOf = (to: Setting, cell: Shown, most: number): { least: number; all: number } => {
  const face = to.faces[0] as Face
  const width = (s: string): number => (face.word(s).width * CELL.size) / 1000
  let [least, all] = [0, 0]
  const visit = ({ tree }: Shown): void => {
    const { own } = tree
    for (const words of [...(own.heading ? [own.heading] : []), ...own.lead, ...own.tail]) {
      let line = 0
      for (const word of wordsOf(words).slice(0, 2000).split(' ')) {
        const wide = width(word.slice(0, 60))
        least = Math.max(least, wide)
        line += wide + 2.3
        if (line > most) break
      }
      all = Math.max(all, line)
    }
  }
  visit(cell)
  for (const kid of cell.kids().slice(0, 50)) visit(kid)
  return { least: Math.min(least, most * 0.45), all: Math.min(all, most) }
}

const columnsOf = (to: Setting, rows: readonly Shown[], width: number): number[] => {
  const least: number[] = []
  const all: number[] = []
  for (const row of rows)
    row.kids().forEach((cell, at) => {
      const wishes = wishesOf(to, cell, width)
      least[at] = Math.max(least[at] ?? 12, wishes.least)
      all[at] = Math.max(all[at] ?? 12, wishes.all + 1)
    })
  const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0)
  const room = width - GUTTER * (all.length - 1)
  if (sum(all) <= room) return all
  if (sum(least) >= room) return least.map((value) => (value * room) / sum(least))
  // Narrow columns have all they ask for; the others share what is left.
  const widths: number[] = []
  const order = all.map((_, at) => at).sort((one, other) => all[one]! - all[other]!)
  const wide = new Set(order)
  let left = room
  for (const at of order) {
    if (all[at]! > left / wide.size || left - all[at]! < sum([...wide].map((one) => least[one]!)))
      break
    widths[at] = all[at]!
    left -= all[at]!
    wide.delete(at)
  }
  const leasts = sum([...wide].map((at) => least[at]!))
  const wishes = sum([...wide].map((at) => all[at]! - least[at]!))
  for (const at of wide)
    widths[at] = least[at]! + ((left - leasts) * (all[at]! - least[at]!)) / Math.max(wishes, 1)
  return widths
}

/** Lines of cells side by side as lines of the row. */
const abreast = (
  to: Setting,
  cells: readonly (readonly Strip[])[],
  { line, row, isFirst }: { line: Stroke; row: number; isFirst: boolean },
) => {
  const count = cells.reduce((most, strips) => Math.max(most, strips.length), 1)
  for (let at = 0; at < count; at++) {
    const strips = cells.flatMap((all) => all[at] ?? [])
    for (const strip of strips) for (const id of strip.anchors) to.anchor(id)
    const height = Math.max(CELL.leading, ...strips.map((strip) => strip.height))
    const rule = { ...line, up: height * 0.75 + PADDING }
    to.strip({
      before: at === 0 ? PADDING * 2 + (isFirst ? 6 : 0) : 0,
      height,
      keep: count <= KEPT_LINES ? at < count - 1 : at === 0 || at === count - 2,
      parts: strips.flatMap((strip) => strip.parts),
      strokes: [...(at === 0 ? [rule] : []), ...strips.flatMap((strip) => strip.strokes)],
      row,
    })
  }
}

type SetProvision = (to: Setting, shown: Shown, place: Place) => void

/** Sets a table; its cells are set by the function that sets any provision. */
export const setTable = (
  to: Setting,
  shown: Shown,
  place: Place,
  setProvision: SetProvision,
): void => {
  const rows = shown.kids()
  const abreastMost = rows.reduce((most, row) => Math.max(most, row.kids().length), 0)
  const isWide = place.textX === TEXT_X && place.size > CELL.size && abreastMost > 3
  const left = isWide ? LABEL_X : place.textX
  const right = isWide ? RIGHT : place.right
  const widths = columnsOf(to, rows, right - left)
  const table = to.leaf({ type: 'Table', parent: place.parent })
  const from = to.strips.length
  const outer = to.bar
  for (const row of rows) {
    const parent = to.leaf({ type: 'TR', parent: table })
    to.anchor(row.tree.id)
    if (row.whole) {
      to.anchor(row.whole.anchor)
      to.bar = row.whole.bar
    }
    let x = left
    const cells = row.kids().map((cell, at) => {
      const width = widths[at] as number
      const data = to.leaf({ type: 'TD', parent })
      const start = to.strips.length
      const form = { parent: data, depth: place.depth, ...CELL }
      setProvision(to, cell, { labelX: x, textX: x, right: x + width, ...form })
      x += width + GUTTER
      return to.strips.splice(start)
    })
    const bar = cells.flat().find((strip) => strip.bar)?.bar
    if (bar) to.bar = bar
    const rule = { x: left, up: 0, width: right - left, thick: 0.4, ink: 'rule' } as const
    abreast(to, cells, {
      line: rule,
      row: from + to.strips.length + 1,
      isFirst: row === rows[0],
    })
    to.bar = outer
  }
  const end = { x: left, up: 5, width: right - left, thick: 0.6, ink: 'rule' } as const
  to.strip({ height: PADDING * 2, strokes: [end] })
}
