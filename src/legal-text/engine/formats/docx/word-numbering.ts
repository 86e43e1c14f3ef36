// The numbers Word prints by itself: definitions of lists, their levels, and the counters as a document is read.
import { attributeOf, scanXml } from '../xml/scan-xml.ts'

interface Level {
  start: number
  format: string
  text: string
  isLegal: boolean
  /** After which level (counted from 1) it begins again; 0 never; null after any higher level. */
  restart: number | null
  style: string | null
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  isLegal: false,
  restart: null,
  style: null,
})

interface Num {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly num: string
  readonly level: number
}

export interface Numbering {
  /** The level of a list to which a paragraph style is bound, where it is. */
  levelOfStyle(num: string, style: string): number | null
  /** The list behind a number, equal for all that count together. */
  listOf(num: string): string | null
  /** Counts one more paragraph and gives its printed number; null for bullets and lists that are not known. */
  next(place: ListPlace): string | null
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (n: number): string => {
  let out = ''
  let left = Math.min(n, 10_000)
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) out += sign
  return out
}

/** As Word counts letters: a to z, then aa, bb and so on. */
const letters = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(60, 1 + Math.floor((n - 1) / 26)))

const printed = (n: number, format: string): string => {
  switch (format) {
    case 'lowerLetter':
      return n > 0 ? letters(n) : ''
    case 'upperLetter':
      return n > 0 ? letters(n).toUpperCase() : ''
    case 'lowerRoman':
      return roman(n)
    case 'upperRoman':
      return roman(n).toUpperCase()
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(n)
  }
}

interface Definitions {
  readonly abstracts: Map<string, Map<number, Level>>
  readonly links: Map<string, string>
  readonly nums: Map<string, Num>
}

const definitionsIn = (xml: string): Definitions => {
  const abstracts = new Map<string, Map<number, Level>>()
  const links = new Map<string, string>()
  const nums = new Map<string, Num>()
  let abstract = ''
  let num: Num | null = null
  let override = 0
  let level: Level | null = null
  scanXml(xml, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'w:val')
      if (name === 'w:abstractNum') {
        abstract = attributeOf(attributes, 'w:abstractNumId') ?? ''
        abstracts.set(abstract, new Map())
      } else if (name === 'w:num') {
        num = { abstract: '', starts: new Map(), levels: new Map() }
        nums.set(attributeOf(attributes, 'w:numId') ?? '', num)
      } else if (name === 'w:abstractNumId' && num) num.abstract = value ?? ''
      else if (name === 'w:numStyleLink') links.set(abstract, value ?? '')
      else if (name === 'w:lvlOverride') override = Number(attributeOf(attributes, 'w:ilvl'))
      else if (name === 'w:startOverride') num?.starts.set(override, Number(value))
      else if (name === 'w:lvl') {
        level = newLevel()
        const at = Number(attributeOf(attributes, 'w:ilvl'))
        if (num) num.levels.set(at, level)
        else abstracts.get(abstract)?.set(at, level)
      } else if (level && name === 'w:start') level.start = Number(value)
      else if (level && name === 'w:numFmt') level.format = value ?? 'decimal'
      else if (level && name === 'w:lvlText') level.text = value ?? ''
      else if (level && name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false'
      else if (level && name === 'w:lvlRestart') level.restart = Number(value)
      else if (level && name === 'w:pStyle') level.style = value
    },
    close: (name) => {
      if (name === 'w:lvl') level = null
      else if (name === 'w:num') num = null
    },
    words: () => {},
  })
  return { abstracts, links, nums }
}

/** Reads `numbering.xml`; `numOfStyle` gives the list of a numbering style, for lists that point to one. */
export const readNumbering = (
  xml: string,
  numOfStyle: (style: string) => string | null,
): Numbering => {
  const { abstracts, links, nums } = definitionsIn(xml)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const abstractOf = (num: string): string | null => {
    let abstract = nums.get(num)?.abstract
    for (let hops = 0; abstract !== undefined && hops < 8; hops++) {
      const link = links.get(abstract)
      if (link === undefined) return abstract
      const linked = numOfStyle(link)
      abstract = linked === null ? undefined : nums.get(linked)?.abstract
    }
    return null
  }
  const levelOf = (num: string, at: number): Level | undefined =>
    nums.get(num)?.levels.get(at) ?? abstracts.get(abstractOf(num) ?? '')?.get(at)

  return {
    listOf: abstractOf,
    levelOfStyle: (num, style) => {
      for (let at = 0; at < 9; at++) if (levelOf(num, at)?.style === style) return at
      return null
    },
    next: ({ num, level }) => {
      const abstract = abstractOf(num)
      const here = levelOf(num, level)
      if (abstract === null || !here) return null
      const counts = counters.get(abstract) ?? []
      counters.set(abstract, counts)
      if (!begun.has(num)) {
        begun.add(num)
        for (const [at, start] of nums.get(num)?.starts ?? []) counts[at] = start - 1
      }
      counts[level] = (counts[level] ?? here.start - 1) + 1
      for (let at = level + 1; at < 9; at++) {
        const restart = levelOf(num, at)?.restart ?? null
        if (restart === null || (restart > 0 && level < restart)) counts[at] = undefined
      }
      if (here.format === 'bullet') return null
      const label = here.text.replace(/%([1-9])/g, (_all, digit: string) => {
        const at = Number(digit) - 1
        const other = levelOf(num, at)
        const n = counts[at] ?? other?.start ?? 1
        return printed(n, here.isLegal ? 'decimal' : (other?.format ?? 'decimal'))
      })
      return label.trim() === '' ? null : label.trim()
    },
  }
}
