// Provisions set in lines: divisions under headings, the rest in the column with numbers hanging to the left.
import { wordsOf } from '../../words.ts'
import type { ComparedLine } from '../compare/compared-lines.ts'
import { isDivision } from './division.ts'
import type { Setting } from './galley.ts'
import { HEADINGS, LABEL_X, NARROWEST, RIGHT, TEXT, TEXT_X } from './page-form.ts'
import { type LineSet, setOnLine, setParagraph } from './set-paragraph.ts'
import { isTabular, setTable } from './set-table.ts'
import type { Marked, Shown } from './shown.ts'
import { bold, changedRuns, plainStyle, type Style, type StyledRun } from './styled-runs.ts'

/** Where a provision stands: on the page, in the structure, and under how many headings. */
export interface Place {
  readonly labelX: number
  readonly textX: number
  readonly right: number
  readonly parent: number
  readonly depth: number
  readonly size: number
  readonly leading: number
}

/** The place of what stands in the column itself. */
export const columnPlace = (parent: number, depth: number): Place => ({
  labelX: LABEL_X,
  textX: TEXT_X,
  right: RIGHT,
  parent,
  depth,
  ...TEXT,
})

// A number that leaves less room than this beside it stands on lines of its own.
const LEAST_BESIDE = 60
const [HANG_LEAST, HANG_MOST, LABEL_GAP] = [22, 48, 7]
const PLAIN_BOLD = 5

const headingType = (depth: number): string => `H${Math.min(depth, 6)}`
const headingForm = (depth: number) => HEADINGS[Math.min(depth, HEADINGS.length) - 1]!

const labelRuns = (
  to: Setting,
  { label: { before, after }, mark }: ComparedLine,
  style: Style,
  leaf: number,
  moved: boolean,
): StyledRun[] => {
  const words = (s: string) => [{ t: 'text', s } as const]
  if (mark !== 'same')
    return changedRuns(to, [{ mark, words: words(before ?? after ?? '') }], style, leaf, moved)
  if (before === after) return [{ s: after ?? '', style, leaf }]
  const struck = before === null ? [] : [{ mark: 'del', words: words(before) } as const]
  const inserted = after === null ? [] : [{ mark: 'ins', words: words(` ${after}`) } as const]
  return changedRuns(to, [...struck, ...inserted], style, leaf, false)
}

const hasLabel = ({ label }: ComparedLine): boolean => label.before !== null || label.after !== null

/** The number to the left of the text; where it is too wide, the text's first line gives way. */
const labelled = (
  to: Setting,
  line: ComparedLine,
  style: Style,
  { leaf, moved, place }: { leaf: number; moved: boolean; place: Place },
): { readonly first: LineSet; readonly inset: number } | null => {
  if (!hasLabel(line)) return null
  const runs = labelRuns(to, line, style, leaf, moved)
  const set = setOnLine(to, runs, place.labelX)
  if (set.end > place.right - LEAST_BESIDE) {
    const { labelX: x, right, leading } = place
    setParagraph(to, runs, { x, right, leading, before: 6, keep: runs[0]!.s.length < 200 })
    return null
  }
  const inset = Math.max(0, set.end + LABEL_GAP - 2 - place.textX)
  return { first: set, inset: set.end <= place.textX - 3 ? 0 : inset }
}

const setDivisionLine = (
  to: Setting,
  line: ComparedLine,
  place: Place,
  leaf: number,
  moved: boolean,
): void => {
  const { size, leading } = headingForm(place.depth)
  const big = bold(size)
  const words = changedRuns(to, line.runs, big, leaf, moved)
  const raw = line.label.after ?? line.label.before
  const hangs = raw !== null && raw.length <= 4 && line.label.before === line.label.after
  const before = size * 1.1
  if (raw !== null && !hangs) {
    const small = plainStyle(Math.min(9.6, size), { face: PLAIN_BOLD, ink: 'quiet' })
    setParagraph(to, labelRuns(to, line, small, leaf, moved), {
      x: place.textX,
      right: place.right,
      leading: 14,
      before,
      keep: true,
    })
  }
  const first = hangs ? labelled(to, line, big, { leaf, moved, place }) : null
  setParagraph(to, words, {
    x: place.textX,
    right: place.right,
    leading,
    before: raw === null || hangs ? before : 0,
    keep: true,
    ...(first ?? {}),
  })
}

const marking = (to: Setting, marked: Marked | null, work: () => void): void => {
  const before = to.bar
  if (marked) {
    to.anchor(marked.anchor)
    to.bar = marked.bar
  }
  work()
  to.bar = before
}

/** Sets the first lines of a provision; gives the place of what stands under it. */
export const setHead = (to: Setting, shown: Shown, place: Place, list: number | null): Place => {
  const { tree, moved } = shown
  const { head } = shown.lines()
  to.anchor(tree.id)
  const division = isDivision(tree)
  const inColumn = place.textX === TEXT_X && place.size === TEXT.size
  const { label, heading } = tree.own
  if (inColumn && (heading || (division && label)))
    to.entries.push({
      id: tree.id,
      level: place.depth,
      label: label?.raw ?? '',
      words: heading ? wordsOf(heading) : '',
    })
  if (inColumn && !division && label) to.head(label.raw)
  const headed = heading !== null && (division || (inColumn && tree.own.kind === 'section'))
  const item = list === null ? null : to.leaf({ type: 'LI', parent: list })
  const within = to.leaf(
    item === null
      ? { type: division || headed ? 'Sect' : 'Div', parent: place.parent }
      : { type: 'LBody', parent: item },
  )
  // Where a number was struck and set anew, each stands with its words.
  const isOne = head[0] !== undefined && hasLabel(head[0]) && head.filter(hasLabel).length === 1
  const number = item !== null && isOne ? to.leaf({ type: 'Lbl', parent: item }) : null
  const paragraph = () => to.leaf({ type: 'P', parent: within })
  const above = division ? 6 : inColumn ? 6.5 : 3.2
  const text = plainStyle(place.size)
  marking(to, shown.atHead, () => {
    head.forEach((line, at) => {
      const opens = line.role !== 'lead'
      if (division && opens && (line.role === 'heading' || hasLabel(line))) {
        const leaf = to.leaf({ type: headingType(place.depth), parent: within })
        const { runs } = line
        setDivisionLine(
          to,
          line.role === 'heading' ? line : { ...line, runs: [] },
          place,
          leaf,
          moved,
        )
        if (line.role === 'heading' || runs.length === 0) return
      }
      const isHeading = line.role === 'heading'
      const style = isHeading ? bold(place.size) : text
      const leaf =
        isHeading && headed
          ? to.leaf({ type: headingType(place.depth), parent: within })
          : paragraph()
      const first = division
        ? null
        : labelled(to, line, inColumn ? bold(place.size) : text, {
            leaf: isHeading && headed ? leaf : (number ?? leaf),
            moved,
            place,
          })
      const wide = isHeading && inColumn ? 11 : above
      setParagraph(to, changedRuns(to, line.runs, style, leaf, moved), {
        x: place.textX,
        right: place.right,
        leading: place.leading,
        before: at === 0 ? wide : above * 0.7,
        keep: isHeading,
        ...(first ?? {}),
      })
    })
  })
  return { ...place, parent: within, depth: place.depth + (division || headed ? 1 : 0) }
}

/** Sets the lines that close a provision. */
export const setTail = (to: Setting, shown: Shown, place: Place): void =>
  marking(to, shown.atTail, () => {
    for (const line of shown.lines().tail) {
      const leaf = to.leaf({ type: 'P', parent: place.parent })
      setParagraph(to, changedRuns(to, line.runs, plainStyle(place.size), leaf, shown.moved), {
        x: place.textX,
        right: place.right,
        leading: place.leading,
        before: 3.2,
      })
    }
  })

/** The widest number among provisions, as wide as the text under it hangs. */
const hangOf = (to: Setting, kids: readonly Shown[], size: number): number => {
  let widest = HANG_LEAST - LABEL_GAP
  for (const { tree } of kids)
    if (tree.own.label) {
      const { width } = to.word(0, tree.own.label.raw)
      widest = Math.max(widest, (width * size) / 1000)
    }
  return Math.min(widest + LABEL_GAP, HANG_MOST)
}

const isListed = ({ tree }: Shown): boolean =>
  tree.own.label !== null && !isDivision(tree) && tree.own.kind !== 'section'

/** Sets what stands under a provision; `indented` where its own text hangs beside a number. */
export const setKids = (
  to: Setting,
  kids: readonly Shown[],
  place: Place,
  indented: boolean,
): void => {
  if (kids.length === 0) return
  const textX = indented ? place.textX + hangOf(to, kids, place.size) : place.textX
  const most = Math.max(place.right - NARROWEST, place.textX)
  const numbered: Place = indented
    ? { ...place, labelX: Math.min(place.textX, most), textX: Math.min(textX, most) }
    : place
  let list: number | null = null
  for (const kid of kids) {
    list = isListed(kid) ? (list ?? to.leaf({ type: 'L', parent: place.parent })) : null
    setProvision(to, kid, kid.tree.own.label && indented ? numbered : place, list)
  }
}

/** Whether a number stands alone and what is under it begins with a number of its own, as in "(a) (1) Where ...". */
const isBareNumber = (to: Setting, shown: Shown, { textX }: Place): boolean => {
  const [line, ...more] = shown.lines().head
  const [first] = shown.kids()
  return (
    line !== undefined &&
    more.length === 0 &&
    line.runs.length === 0 &&
    hasLabel(line) &&
    !isDivision(shown.tree) &&
    first !== undefined &&
    isListed(first) &&
    first.tree.own.heading === null &&
    (to.strips.at(-1)?.parts.at(-1)?.to ?? textX) <= textX - 3
  )
}

/** Sets a provision with everything under it. */
export const setProvision = (
  to: Setting,
  shown: Shown,
  place: Place,
  list: number | null = null,
): void =>
  marking(to, shown.whole, () => {
    if (isTabular(shown)) {
      to.anchor(shown.tree.id)
      setTable(to, shown, place, setProvision)
      return
    }
    const inside = setHead(to, shown, place, list)
    if (isBareNumber(to, shown, inside)) to.pullUp()
    setKids(to, shown.kids(), inside, !isDivision(shown.tree))
    setTail(to, shown, inside)
  })
