// Reads plain text, one provision a line, as `writeText` writes it or as a person types it.
import type { Draft, Kind, ProvisionId } from '../../model.ts'
import { minter, text } from '../../model.ts'
import { depthsOf } from './nest-by-number.ts'

const MOST_CHARACTERS = 64 * 1024 * 1024
const MOST_DEPTH = 60
const TYPED =
  /^((?:(?:Part|Title|Schedule|Appendix|Annex|Chapter|Section|Article)\s+[A-Z0-9][A-Z0-9.-]*)|\([A-Za-z0-9]{1,5}\)|[A-Z]{0,3}\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*\.?|[A-Z]\.|§\s?[\w.-]+)(?:\s+|$)/

/** The number typed at the start of a line and the words after it; null where no number is typed there. */
export const typedNumber = (line: string): { label: string; rest: string } | null => {
  const found = TYPED.exec(line)
  const label = found?.[1]
  if (!found || label === undefined) return null
  // A lone integer without a stop begins many sentences; it counts as a number only before a capital or a bracket.
  const rest = line.slice(found[0].length)
  if (/^\d+$/.test(label) && !/^[A-Z(“"‘']/.test(rest)) return null
  return { label, rest }
}

interface Growing {
  readonly id: ProvisionId
  readonly kind: Kind
  readonly label: string | null
  readonly lead: { t: 'text'; s: string }[][]
  readonly children: Growing[]
}

const kindOf = (label: string | null, depth: number): Kind => {
  if (depth === 0) return 'code'
  if (label === null) return 'unnumbered'
  if (/^(part|title)\b/i.test(label)) return 'part'
  if (/^(schedule|annex)\b/i.test(label)) return 'schedule'
  if (/^appendix\b/i.test(label)) return 'appendix'
  if (/^(section|article|§)/i.test(label)) return 'section'
  return label.startsWith('(') ? 'para' : 'clause'
}

interface Said {
  readonly label: string | null
  readonly words: readonly string[]
  readonly level: number | null
}

const saidIn = (line: string): Said | null => {
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const body = line.slice(indent)
  if (body === '') return null
  const tab = body.indexOf('\t')
  if (tab >= 0) {
    const label = body.slice(0, tab).trim()
    return {
      label: label === '' ? null : label,
      words: paragraphsIn(body.slice(tab + 1)),
      level: indent >> 1,
    }
  }
  return { label: null, words: paragraphsIn(body), level: indent >> 1 }
}

const paragraphsIn = (words: string): string[] =>
  words.split(/ {2,}/).filter((paragraph) => paragraph.trim() !== '')

const typed = (said: Said): Said => {
  const found = said.label === null ? typedNumber(said.words.join('  ')) : null
  if (!found) return { ...said, level: said.label === null ? null : said.level }
  return { label: found.label, words: paragraphsIn(found.rest), level: null }
}

/**
 * Reads a text into provisions with ids minted from `seed`; match it against a version to carry identities over.
 * Levels are taken from indentation where any line is indented or tabbed, else from the numbers typed. Throws where
 * the text is longer than 64 million characters, nests deeper than 60 levels, or holds bytes that are no text.
 */
export const readText = (source: string, seed: string): Draft => {
  if (source.length > MOST_CHARACTERS)
    throw new Error(`The text has ${source.length} characters; at most ${MOST_CHARACTERS} are read`)
  if (source.includes('\0'))
    throw new Error('The file holds zero bytes: it is not plain text in UTF-8')
  const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const all = lines.map(saidIn).filter((one): one is Said => one !== null)
  const first = all[0]
  const isOurs = all.length > 1 ? all.slice(1).every((one) => (one.level ?? 0) > 0) : true
  const mint = minter(seed)
  const start = (said: Said, depth: number): Growing => ({
    id: mint(),
    kind: kindOf(said.label, depth),
    label: said.label,
    lead: said.words.map((words) => [text(words) as { t: 'text'; s: string }]),
    children: [],
  })
  if (isOurs && first) return nested(start(first, 0), all.slice(1), start)
  const numbered = all.map(typed)
  const depths = depthsOf(numbered)
  const root = start({ label: null, words: [], level: 0 }, 0)
  const shifted = numbered.map((said, at) => ({ ...said, level: (depths[at] ?? -1) + 1 }))
  return nested(root, shifted, start)
}

const nested = (
  root: Growing,
  rest: readonly Said[],
  start: (said: Said, depth: number) => Growing,
): Growing => {
  const open: Growing[] = [root]
  rest.forEach((said, at) => {
    const level = said.level ?? 0
    if (level > MOST_DEPTH)
      throw new Error(`Provision ${at + 2} nests deeper than ${MOST_DEPTH} levels`)
    if (level === 0) {
      const into = open.at(-1) as Growing
      into.lead.push(...said.words.map((words) => [text(words) as { t: 'text'; s: string }]))
      return
    }
    open.length = Math.min(open.length, level)
    const grown = start(said, open.length)
    open.at(-1)?.children.push(grown)
    open.push(grown)
  })
  return root
}
