// What stands on every page beside the text: the name of the code, the place in it, the version and its day, the page.
import type { ISODate, Tree } from '../../model.ts'
import { FACES, type Face, SPACE_OPS } from './faces.ts'
import { INK, LABEL_X, PAGE, points, RIGHT } from './page-form.ts'

/** What a page says of the text on it; the text engine knows none of it by itself. */
export interface Furniture {
  /** The name of the code. */
  readonly title: string
  /** The label of the version, such as `Version 5.10`; of a redline, what is compared. */
  readonly version: string
  /** The day whose law this is; null where the text is in force on no day. */
  readonly inForceOn: ISODate | null
  /** A line that must not be missed on any page, such as that the text is illustrative. */
  readonly notice?: string
  /** The whole text in which the provision stands, for its place and its headings' sizes. */
  readonly within?: Tree
  /** The language of the text; British English unless said. */
  readonly lang?: string
  /** The instant that the file says it was made, in ISO 8601; without it, the file says none. */
  readonly madeAt?: string
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** A day in words, `31 March 2017`; anything else as it is. */
export const dayInWords = (day: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name} ${year}`
}

export const inForceInWords = ({ inForceOn }: Furniture): string =>
  inForceOn === null ? '' : `As in force on ${dayInWords(inForceOn)}`

/** Sets short lines for furniture, and counts the characters used. */
export interface LineSetter {
  readonly used: readonly Set<number>[]
  width(face: number, size: number, s: string): number
  /** Operators that show the words at a place; from the right where `right` is said. */
  say(
    words: string,
    at: { x: number; y: number; face: number; size: number; right?: boolean },
  ): string
  /** As many whole words as fit, with an ellipsis where some do not. */
  fitted(words: string, face: number, size: number, room: number): string
}

export const newLineSetter = (faces: readonly Face[]): LineSetter => {
  const used = faces.map(() => new Set<number>())
  const width: LineSetter['width'] = (face, size, s) => {
    const by = faces[face] as Face
    const words = s.split(' ')
    const all = words.reduce((sum, word) => sum + by.word(word).width, 0)
    return ((all + by.space * (words.length - 1)) * size) / 1000
  }
  return {
    used,
    width,
    say: (words, { x, y, face, size, right }) => {
      if (words === '') return ''
      const by = faces[face] as Face
      for (const char of words) used[face]?.add(char.codePointAt(0) as number)
      const said = words
        .split(' ')
        .map((word) => by.word(word).ops)
        .join(SPACE_OPS)
      const from = right ? x - width(face, size, words) : x
      return `BT /${by.key} ${size} Tf ${points(from)} ${points(y)} Td [(${said})]TJ ET\n`
    },
    fitted: (words, face, size, room) => {
      if (width(face, size, words) <= room) return words
      const kept = words.slice(0, 400).split(' ')
      while (kept.length > 1 && width(face, size, `${kept.join(' ')} …`) > room) kept.pop()
      const last = `${kept.join(' ')} …`
      return width(face, size, last) <= room ? last : '…'
    },
  }
}

const PLAIN = FACES.indexOf('plain')
const PLAIN_BOLD = FACES.indexOf('plainBold')
const SIZE = 8.2
const [HEAD_Y, FOOT_Y] = [790, 50]
const GAP = 18

/** What is the same on every page: the name above, version and day below, the notice, and two rules. */
export const everyPage = (to: LineSetter, furniture: Furniture): string => {
  const { title, version, notice } = furniture
  const half = (RIGHT - LABEL_X) / 2
  const name = to.fitted(title, PLAIN_BOLD, SIZE, half)
  const held = [version, inForceInWords(furniture)].filter(Boolean).join(' · ')
  const foot = to.fitted(held, PLAIN, SIZE, RIGHT - LABEL_X - 90)
  const warning = to.fitted(notice ?? '', PLAIN_BOLD, SIZE, RIGHT - LABEL_X)
  const rule = (y: number) => `${LABEL_X} ${y} ${RIGHT - LABEL_X} .4 re f\n`
  return [
    `${INK.rule} ${rule(HEAD_Y - 7)}${rule(FOOT_Y + 12)}${INK.quiet}\n`,
    to.say(name, { x: LABEL_X, y: HEAD_Y, face: PLAIN_BOLD, size: SIZE }),
    to.say(foot, { x: LABEL_X, y: FOOT_Y, face: PLAIN, size: SIZE }),
    `${INK.text}\n`,
    to.say(warning, { x: LABEL_X, y: FOOT_Y - 12, face: PLAIN_BOLD, size: SIZE }),
  ].join('')
}

/** What one page says of itself: where in the text it stands, and which of how many it is. */
export const onePage = (
  to: LineSetter,
  furniture: Furniture,
  { place, page, pages }: { place: string; page: number; pages: number },
): string => {
  const taken = Math.min(to.width(PLAIN_BOLD, SIZE, furniture.title), (RIGHT - LABEL_X) / 2)
  const room = RIGHT - LABEL_X - taken - GAP
  const where = to.fitted(place, PLAIN, SIZE, room)
  return [
    `${INK.quiet}\n`,
    to.say(where, { x: RIGHT, y: HEAD_Y, face: PLAIN, size: SIZE, right: true }),
    to.say(`Page ${page} of ${pages}`, {
      x: RIGHT,
      y: FOOT_Y,
      face: PLAIN,
      size: SIZE,
      right: true,
    }),
  ].join('')
}

export const MEDIA_BOX = `[0 0 ${PAGE.width} ${PAGE.height}]`
