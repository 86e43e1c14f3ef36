// What stands before the text: its title, its contents or list of changes with page numbers, and the legend of a redline.
import { pathTo, printedNumber } from '../../locate.ts'
import type { Tree } from '../../model.ts'
import type { SetText } from './compose-pages.ts'
import { openingOf, titleOf } from './division.ts'
import { FACES, type Face } from './faces.ts'
import { dayInWords, type Furniture } from './furniture.ts'
import { type Entry, newSetting, type Setting, type Strip, type Target } from './galley.ts'
import { LABEL_X, RIGHT } from './page-form.ts'
import { setOnLine, setParagraph } from './set-paragraph.ts'
import type { ListedChange } from './shown.ts'
import { bold, plainStyle, type Style, type StyledRun, type Under } from './styled-runs.ts'

/** On which page a target stands; 0 while that is not known yet. */
export type PageOf = (target: Target) => number

const MOST_ENTRIES = 600
const [PAGE_ROOM, MOST_LABEL] = [34, 40]
const plain = (size: number, more: Partial<Style> = {}): Style =>
  plainStyle(size, { face: FACES.indexOf('plain'), ...more })

const paragraph = (
  to: Setting,
  type: string,
  s: string,
  style: Style,
  { before, leading, x = LABEL_X }: { before: number; leading: number; x?: number },
): void => {
  if (s === '') return
  const leaf = to.leaf({ type, parent: -1 })
  setParagraph(to, [{ s, style, leaf }], { x, right: RIGHT, leading, before, keep: type !== 'P' })
}

/** The provisions above one, as a line that leads to it. */
const placeIn = (tree: Tree, within: Tree | undefined): string =>
  within === undefined || within === tree
    ? ''
    : pathTo(within, tree.id)
        .slice(0, -1)
        .map((one) => titleOf(one))
        .filter(Boolean)
        .join(' › ')

/** The name of the code, the version and its day; of a book, on a page of its own. */
export const setTitle = (
  to: Setting,
  tree: Tree,
  furniture: Furniture,
  form: 'book' | 'paper',
): void => {
  const { title, version, inForceOn, notice } = furniture
  const isBook = form === 'book'
  if (isBook) to.strip({ height: 170, keep: true })
  const size = isBook ? 34 : 19
  const rule = { x: LABEL_X, up: 0, width: RIGHT - LABEL_X, ink: 'text' } as const
  to.strip({ height: 4, keep: true, strokes: [{ ...rule, thick: isBook ? 2.4 : 1.6 }] })
  paragraph(to, 'Title', title, bold(size), { before: size * 0.5, leading: size * 1.2 })
  const place = placeIn(tree, furniture.within)
  paragraph(to, 'P', place, plain(9.4, { ink: 'quiet' }), { before: 5, leading: 12.5 })
  const big = isBook ? 15 : 11
  paragraph(to, 'P', version, plainStyle(big), { before: size * 0.45, leading: big * 1.35 })
  const day = inForceOn === null ? '' : `As in force on ${dayInWords(inForceOn)}`
  paragraph(to, 'P', day, plainStyle(big), { before: 2, leading: big * 1.35 })
  const strong = plain(isBook ? 10.5 : 9.4, { face: FACES.indexOf('plainBold') })
  paragraph(to, 'P', notice ?? '', strong, { before: size * 0.6, leading: 14 })
  to.strip({ before: size * 0.3, height: 4, strokes: [{ ...rule, thick: 0.4 }] })
}

interface Line {
  readonly target: Target
  readonly label: string
  readonly words: readonly { readonly s: string; readonly style: Style }[]
  readonly x: number
  readonly before: number
}

/** One line of a list that leads to a page: label, words, dots and the number of the page, all of it a link. */
const setLine = (to: Setting, list: number, line: Line, pageOf: PageOf): void => {
  const { target, label, words, x, before } = line
  const item = to.leaf({ type: 'TOCI', parent: list })
  const link = to.link(to.leaf({ type: 'Reference', parent: item }), target)
  const style = words[0]?.style ?? plainStyle(10)
  const isShort = label !== '' && label.length <= MOST_LABEL
  const number = isShort ? setOnLine(to, [{ s: label, style, leaf: link }], x) : null
  const textX = isShort ? x + 26 : x
  const inset = number ? Math.max(0, number.end + 7 - textX) : 0
  const right = RIGHT - PAGE_ROOM
  setParagraph(
    to,
    (isShort || label === '' ? words : [{ s: `${label} `, style }, ...words]).map(
      ({ s, style: own }): StyledRun => ({ s, style: own, leaf: link }),
    ),
    {
      x: textX,
      right,
      inset,
      leading: 13.6,
      before,
      first: number ?? { parts: [], strokes: [] },
      isGoneOn: true,
    },
  )
  const at = to.strips.length - 1
  const last = to.strips[at] as Strip
  const page = pageOf(target)
  const said = [{ s: `${page === 0 ? '' : page}`, style: plainStyle(style.size), leaf: link }]
  const width = setOnLine(to, said, 0).end
  const set = setOnLine(to, said, RIGHT - width)
  const from = (last.parts.at(-1)?.to ?? textX) + 6
  const dots = {
    x: from,
    up: 0.6,
    width: RIGHT - width - 6 - from,
    thick: 0.7,
    ink: 'rule',
  } as const
  to.strips[at] = {
    ...last,
    parts: [...last.parts, ...set.parts],
    strokes: dots.width > 8 ? [...last.strokes, { ...dots, dotted: true }] : last.strokes,
  }
}

/** The headings that the table of contents tells: as many levels as keep it within some twelve pages. */
const toldEntries = (entries: readonly Entry[]): readonly Entry[] => {
  const levels = [...new Set(entries.map(({ level }) => level))].sort((one, other) => one - other)
  for (let most = levels.length; most > 1; most--) {
    const told = entries.filter(({ level }) => level <= (levels[most - 1] as number))
    if (told.length <= MOST_ENTRIES) return told
  }
  return entries.filter(({ level }) => level === levels[0]).slice(0, MOST_ENTRIES)
}

export const setContents = (to: Setting, entries: readonly Entry[], pageOf: PageOf): void => {
  to.anchor('#contents')
  paragraph(to, 'H1', 'Contents', bold(16), { before: 24, leading: 21 })
  const list = to.leaf({ type: 'TOC', parent: -1 })
  const told = toldEntries(entries)
  const top = Math.min(...told.map(({ level }) => level))
  for (const { id, level, label, words } of told) {
    const depth = level - top
    const style = depth === 0 ? bold(10.2) : plainStyle(10)
    const x = LABEL_X + Math.min(depth, 5) * 14
    const before = depth === 0 ? 7 : 0.5
    setLine(to, list, { target: id, label, words: [{ s: words, style }], x, before }, pageOf)
  }
}

const LEGEND: readonly (readonly [string, Under, Style['ink'], string])[] = [
  ['inserted words', 'inserted', 'inserted', ' are underlined'],
  ['struck words', 'struck', 'struck', ' are struck through'],
  ['words moved to here', 'moved-to', 'inserted', ' are underlined twice'],
  ['words moved from here', 'moved-from', 'struck', ' are struck through twice'],
]

/** What the marks of a redline mean, shown by themselves. */
export const setLegend = (to: Setting, isWhole: boolean): void => {
  const leaf = to.leaf({ type: 'P', parent: -1 })
  const style = plainStyle(9.6)
  const runs = LEGEND.flatMap(([words, under, ink, says], at): StyledRun[] => [
    { s: words, style: { ...style, under, ink }, leaf },
    { s: `${says}${at < LEGEND.length - 1 ? '; ' : '. '}`, style, leaf },
  ])
  const rest = `A bar on the left, with the number of the change, marks what differs: + inserted, – struck, ± amended, ← moved from here, → moved to here.${isWhole ? '' : ' Provisions that are equal are left out.'}`
  setParagraph(to, [...runs, { s: rest, style, leaf }], {
    x: LABEL_X,
    right: RIGHT,
    leading: 13.4,
    before: 14,
  })
}

export const setChanges = (to: Setting, changes: readonly ListedChange[], pageOf: PageOf): void => {
  to.anchor('#changes')
  paragraph(to, 'H1', 'Changes', bold(16), { before: 20, leading: 21 })
  if (changes.length === 0) {
    paragraph(to, 'P', 'The two versions are equal.', plainStyle(10), { before: 4, leading: 14 })
    return
  }
  const list = to.leaf({ type: 'TOC', parent: -1 })
  for (const { number: at, anchor, became, tree, above } of changes) {
    const number = printedNumber([...above, tree])
    const opening = openingOf(tree, 50, tree.own.label?.raw === number)
    const said = [opening.startsWith(number) ? '' : number, opening].filter(Boolean).join(' ')
    const words = [
      { s: `${said || 'The text'} · `, style: plainStyle(10) },
      { s: became, style: plainStyle(10, { face: FACES.indexOf('textItalic') }) },
    ]
    const line = { target: anchor, label: `${at}`, words, x: LABEL_X, before: 0.5 } as const
    setLine(to, list, line, pageOf)
  }
}

/** Front matter as a text of its own, ready for pages. */
export const setFront = (faces: readonly Face[], set: (to: Setting) => void): SetText => {
  const frame = newSetting(faces)
  set(frame)
  const stretch = { galley: frame, from: 0, to: frame.strips.length, mount: null, anchors: [] }
  return { stretches: [stretch], entries: [] }
}
