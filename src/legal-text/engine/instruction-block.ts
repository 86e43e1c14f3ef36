// Whole provisions as an instruction holds them, a line each under the instruction, indented by their depth:
//
//   D8.4A Each User shall:
//     # Notice of change                (its heading)
//     (a) notify the Panel; and
//     (b) keep a record,
//     / in each case within five days.  (words that close the list; `|` begins a further paragraph before it)
//
// In braces stands what cannot be seen from the line: the kind, a number that does not look like one, or none.
import { canonicalContent } from './canonical.ts'
import {
  type Content,
  type Draft,
  type Inline,
  KINDS,
  type Kind,
  type ProvisionId,
} from './model.ts'
import { wordsOf } from './words.ts'

export interface BlockFault {
  /** Which line of the block, from 0. */
  readonly line: number
  readonly expected: string
  readonly found: string
}

const NUMBER =
  /^(\([^()\s]{1,12}\)|(?:Section|Schedule|Appendix|Annex|Part|Chapter|Title|Division|Article)\s+[A-Z0-9][\w.-]*|[A-Z]{0,3}\d[\w.-]*(?:\([^()\s]{1,8}\))*)(?=\s|$)/
const BRACES = /^\{([^{}]*)\}\s?/

const numberIn = (line: string): string | null => NUMBER.exec(line)?.[1] ?? null

/** The kind that is not said: of a provision of the block itself, its neighbour's; of others, by their number. */
const kindUnsaid = (number: string | null, own: Kind | null): Kind =>
  own ?? (number === null ? 'unnumbered' : number.startsWith('(') ? 'para' : 'clause')

/** Whether a draft is words and numbers alone, without marks, so that a block says all of it. */
export const isPlainDraft = (draft: Draft): boolean => {
  const content = canonicalContent(draft)
  const all = [content.heading ?? [], ...content.lead, ...content.tail]
  return (
    all.every((paragraph) => paragraph.every((inline: Inline) => inline.t === 'text')) &&
    !/[{}]/.test(content.label?.raw ?? '') &&
    (draft.children ?? []).every(isPlainDraft)
  )
}

const opening = (content: Content, own: Kind | null): string => {
  const number = content.label?.raw ?? null
  const first = content.lead[0] ? wordsOf(content.lead[0]) : ''
  const line = [number, first].filter((one) => one !== null && one !== '').join(' ')
  const isSeen = numberIn(line) === number && !/^[{#|/]/.test(line)
  const said = [
    ...(kindUnsaid(number, own) === content.kind && line !== '' ? [] : [content.kind]),
    ...(isSeen ? [] : [number === null ? 'no number' : `number ${number}`]),
  ]
  const rest = isSeen ? line : first
  return said.length === 0 ? line : `{${said.join('; ')}} ${rest}`.trimEnd()
}

/** The lines of provisions. `kind` is that of the neighbour they come beside. */
export const blockOf = (drafts: readonly Draft[], kind: Kind, indent = '  '): string[] => {
  const lines: string[] = []
  const say = (draft: Draft, own: Kind | null, before: string): void => {
    const content = canonicalContent(draft)
    lines.push(before + opening(content, own))
    const deeper = `${before}  `
    if (content.heading) lines.push(`${deeper}# ${wordsOf(content.heading)}`)
    for (const paragraph of content.lead.slice(1)) lines.push(`${deeper}| ${wordsOf(paragraph)}`)
    for (const kid of draft.children ?? []) say(kid, null, deeper)
    for (const paragraph of content.tail) lines.push(`${deeper}/ ${wordsOf(paragraph)}`)
  }
  for (const draft of drafts) say(draft, kind, indent)
  return lines
}

interface Growing {
  readonly kind: Kind
  readonly label: string | null
  readonly depth: number
  heading: string | null
  readonly lead: string[]
  readonly tail: string[]
  readonly children: Growing[]
}

const readBraces = (line: string): { kind?: Kind; number?: string | null } | string => {
  const out: { kind?: Kind; number?: string | null } = {}
  for (const piece of line.split(';').map((one) => one.trim())) {
    const number = /^number\s+(.*)$/.exec(piece)?.[1]
    if (piece === 'no number') out.number = null
    else if (number !== undefined) out.number = number
    else if (KINDS.includes(piece as Kind)) out.kind = piece as Kind
    else return piece
  }
  return out
}

/** What an id is asked for: its place in the block by numbers, so that a rewritten provision can keep those it had. */
export type IdFor = (path: readonly (string | null)[]) => ProvisionId

/** The provisions of a block, or what is wrong with it. */
export const readBlock = (
  lines: readonly string[],
  kind: Kind,
  idFor: IdFor,
): { readonly drafts: Draft[] } | { readonly fault: BlockFault } => {
  const roots: Growing[] = []
  const open: Growing[] = []
  for (const [at, line] of lines.entries()) {
    const said = line.trim()
    if (said === '') continue
    const depth = line.length - line.trimStart().length
    while (open.length > 0 && (open.at(-1) as Growing).depth >= depth) open.pop()
    const parent = open.at(-1)
    const words = said.slice(1).trim()
    if (/^[#|/]/.test(said)) {
      if (!parent)
        return {
          fault: { line: at, expected: 'a provision before its further words', found: said },
        }
      if (said.startsWith('#')) parent.heading = words
      else parent[said.startsWith('|') ? 'lead' : 'tail'].push(words)
      continue
    }
    const braces = BRACES.exec(said)
    const told = braces ? readBraces(braces[1] as string) : {}
    if (typeof told === 'string')
      return {
        fault: {
          line: at,
          expected: `a kind (${KINDS.join(', ')}) or a number in braces`,
          found: told,
        },
      }
    const rest = braces ? said.slice(braces[0].length) : said
    const number = told.number === undefined ? numberIn(rest) : told.number
    const first = told.number === undefined && number !== null ? rest.slice(number.length) : rest
    const grown: Growing = {
      kind: told.kind ?? kindUnsaid(number, parent ? null : kind),
      label: number,
      depth,
      heading: null,
      lead: first.trim() === '' ? [] : [first.trim()],
      tail: [],
      children: [],
    }
    ;(parent ? parent.children : roots).push(grown)
    open.push(grown)
  }
  if (roots.length === 0)
    return {
      fault: { line: 0, expected: 'a provision, indented, under the instruction', found: 'none' },
    }
  const plain = (s: string): Inline[] => [{ t: 'text', s }]
  const draft = (one: Growing, path: readonly (string | null)[]): Draft => {
    const here = [...path, one.label]
    return {
      id: idFor(here),
      kind: one.kind,
      label: one.label,
      heading: one.heading === null ? null : plain(one.heading),
      lead: one.lead.map(plain),
      tail: one.tail.map(plain),
      children: one.children.map((kid) => draft(kid, here)),
    }
  }
  return { drafts: roots.map((one) => draft(one, [])) }
}
