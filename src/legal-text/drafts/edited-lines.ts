// A provision with everything under it as lines that a person edits: one provision a line, two blanks deeper for each
// level; number, heading with a bar after it, paragraphs with two bars between, closing words after three.
//
//   E2 Provision of Data |
//     E2.1 Responsibility | Each Electricity Network Party shall: || in each case in time
//       (a) give the DCC its data; and

import { type Content, type Paragraph, type Tree, text, wordsOf } from '../engine/index.ts'

/** What one line says. */
export interface Said {
  /** Counted from 1, as the person sees it. */
  readonly line: number
  readonly label: string | null
  readonly heading: string | null
  readonly lead: readonly string[]
  readonly tail: readonly string[]
  readonly under: readonly Said[]
}

/** What is wrong with a line. */
export interface LineFault {
  readonly line: number
  readonly says: string
  readonly expected: string
  readonly came: string
}

const escaped = (words: string) => words.replaceAll('\\', '\\\\').replaceAll('|', '\\|')
const plainWords = (paragraph: Paragraph) => escaped(wordsOf(paragraph).trim())

/** The words of one provision after its number. */
function wordsOfLine({ heading, lead, tail }: Content): string {
  return [
    heading ? `${plainWords(heading)} |` : '',
    lead.map(plainWords).join(' || '),
    tail.length > 0 ? `||| ${tail.map(plainWords).join(' || ')}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** A hyphen says that there is no number; a number that would not be seen as one is followed by a tabulator. */
function line({ own }: Tree, depth: number): string {
  const label = own.label?.raw ?? ''
  const words = wordsOfLine(own)
  const said = label === '' ? words : `${label} ${words}`
  const isSeen = (numberAtStart(said)?.label ?? '') === label && !/^(-( |$)|$)/.test(said)
  const marked = label === '' ? `- ${words}` : `${label}\t${words}`
  return `${'  '.repeat(depth)}${isSeen ? said : marked}`.replace(/ +$/, '')
}

/** The present words as lines to edit. */
export function editableLines(tree: Tree, depth = 0): string {
  const own = line(tree, depth)
  return [own, ...tree.kids.map((kid) => editableLines(kid, depth + 1))].join('\n')
}

const NUMBER =
  /^((?:(?:Part|Title|Schedule|Appendix|Annex|Chapter|Section|Article)\s+[A-Z0-9][A-Z0-9.-]*)|\([A-Za-z0-9]{1,5}\)|[A-Z]{0,3}\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*\.?|[A-Z]\.|§\s?[\w.-]+)(?:\s+|$)/

/** The number typed at the start of a line, and what follows it. */
function numberAtStart(words: string): { readonly label: string; readonly rest: string } | null {
  const found = NUMBER.exec(words)
  if (!found) return null
  const rest = words.slice(found[0].length)
  return /^\d+$/.test(found[1]!) && !/^[A-Z(“"‘'|]/.test(rest) ? null : { label: found[1]!, rest }
}

interface Growing extends Said {
  readonly under: Growing[]
}

/** Reads what was typed; the first line is the provision itself. */
export function readLines(
  typed: string,
):
  | { readonly said: Said; readonly faults: readonly LineFault[] }
  | { readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = []
  const open: Growing[] = []
  typed.split(/\r\n?|\n/).forEach((raw, at) => {
    if (raw.trim() === '') return
    const indent = /^[ ]*/.exec(raw)![0].length
    const depth = indent / 2
    const fault = (says: string, expected: string) =>
      faults.push({ line: at + 1, says, expected, came: raw.trim().slice(0, 60) })
    const said: Growing = { ...saidIn(raw.slice(indent).replace(/ +$/, ''), at + 1), under: [] }
    if (open.length === 0) {
      if (depth !== 0) fault('The provision itself stands on the first line', 'no blanks before it')
      open.push(said)
      return
    }
    if (!Number.isInteger(depth))
      fault('Each level is two blanks deeper', `${indent + 1} or ${indent - 1} blanks`)
    const level = Math.floor(depth)
    if (depth === 0)
      fault('Only the provision itself stands without blanks before it', 'two blanks or more')
    else if (level > open.length)
      fault(
        'A provision stands at most one level below the line above',
        `${open.length * 2} blanks at most`,
      )
    open.length = Math.max(1, Math.min(open.length, level))
    open.at(-1)!.under.push(said)
    open.push(said)
  })
  const [said] = open
  if (!said)
    return {
      faults: [
        {
          line: 1,
          says: 'The text is empty',
          expected: 'the provision, with its number',
          came: 'nothing',
        },
      ],
    }
  return { said, faults }
}

function saidIn(body: string, line: number): Omit<Said, 'under'> {
  const tab = body.indexOf('\t')
  const numbered =
    tab > 0
      ? { label: body.slice(0, tab).trim(), rest: body.slice(tab + 1).trim() }
      : (numberAtStart(body) ?? { label: null, rest: body.replace(/^-(?: |$)/, '') })
  const { heading, lead, tail } = wordsIn(numbered.rest)
  return { line, label: numbered.label, heading, lead, tail }
}

/** Bars with a backslash before them are words. */
function wordsIn(rest: string) {
  const parts = rest.match(/(?:\\.|[^|\\]|\\$)+|\|+/g) ?? []
  let heading: string | null = null
  const lead: string[] = []
  const tail: string[] = []
  let into = lead
  for (const part of parts) {
    if (part === '|' && heading === null && into === lead && lead.length <= 1) {
      heading = lead.pop() ?? null
    } else if (part.startsWith('|')) {
      if (part.length > 2) into = tail
    } else {
      const words = part.replace(/\\(.)/g, '$1').trim()
      if (words !== '') into.push(words)
    }
  }
  return { heading, lead, tail }
}

/** What a line says as content of a provision, unmarked. */
export const contentSaid = ({
  label,
  heading,
  lead,
  tail,
}: Said): Omit<Content, 'kind' | 'label'> & { readonly label: string | null } => ({
  label,
  heading: heading === null ? null : [text(heading)],
  lead: lead.map((words) => [text(words)]),
  tail: tail.map((words) => [text(words)]),
})
