// Finds references in plain words: a grammar of how lawyers write them, in three steps: a word or sign that begins
// one, the numbers that follow (lists and ranges), and the words that say where (of what, of this what).
import { fullNumber } from './full-number.ts'
import { beginsItsOwn } from './list-end.ts'

/** A reference as printed: one place of a list, with where its words stand. */
export interface FoundReference {
  readonly from: number
  readonly to: number
  readonly words: string
  /** `section`, `paragraph`, `chapter` and so on, in the singular and in small letters; `§` counts as section. */
  readonly form: string
  /** The number as printed, brackets and all: `D8.20(a)(ii)`, `47-1801.04`. Empty for "this Section". */
  readonly number: string
  /** For a range, the number it runs up to. */
  readonly upTo: string | null
  /** What it is part of, as printed: `Title 6`, `this chapter`, `the Gas Act 1986`, `Appendix AC`. */
  readonly of: readonly string[]
  /** The number in full, with what a list says once: `9(1)(b)` for the "(b)" of "9(1)(a) and (b)". */
  readonly full: string
  /** Where the whole list begins and ends in which this stands. */
  readonly listFrom: number
  readonly listTo: number
}

/** The words that begin a reference in one code's drafting, and the shape of its numbers. */
export interface ReferenceGrammar {
  /** In the singular and small letters. */
  readonly forms: readonly string[]
  /** Names of series of other documents whose members are numbered, such as `D.C. Law`. */
  readonly documents?: readonly string[]
}

export const DRAFTING_FORMS: readonly string[] = [
  'section',
  'subsection',
  'paragraph',
  'sub-paragraph',
  'subparagraph',
  'clause',
  'subclause',
  'sub-subparagraph',
  'chapter',
  'subchapter',
  'part',
  'subpart',
  'title',
  'schedule',
  'appendix',
  'annex',
  'article',
  'condition',
  'unit',
  'division',
  'subtitle',
]

const NUMBER = String.raw`(?:[A-Z]{1,3}\d+[A-Z]{0,2}(?:[.-]\d+[A-Z]{0,2})*|\d+[A-Za-z]{0,2}(?:[-.:]\d+[A-Za-z]{0,2})*|[IVXL]+(?:-[A-Z]+)?|[A-Z]{1,2})(?![A-Za-z0-9]|-[a-z](?![a-z]))(?:\s?\((?:[A-Za-z]{1,4}|\d{1,3})(?:-\d{1,2}[A-Za-z]?)?[A-Z]{0,2}\))*`
const BRACKETS = String.raw`\((?:[A-Za-z]{1,4}|\d{1,3}[A-Z]{0,2})(?:-\d{1,2}[A-Za-z]?)?\)(?:\s?\((?:[A-Za-z]{1,4}|\d{1,3}[A-Z]{0,2})(?:-\d{1,2})?\))*`
const ONE = `(?:${NUMBER}|${BRACKETS})`
const JOINT = String.raw`\]?\s*\[?(?:,\s*(?:and|or)?|;|and|or|to|through|-|–|(?=\[))\]?\s*\[?`

interface Compiled {
  readonly begin: RegExp
  readonly one: RegExp
  readonly joint: RegExp
  readonly of: RegExp
  readonly document: RegExp | null
}

const compiled = new Map<string, Compiled>()

const compile = ({ forms, documents = [] }: ReferenceGrammar): Compiled => {
  const key = `${forms.join('|')} ${documents.join('|')}`
  const known = compiled.get(key)
  if (known) return known
  const words = [...forms]
    .sort((p, q) => q.length - p.length)
    .map((form) => `[${form[0]}${form[0]?.toUpperCase()}]${form.slice(1)}`)
  const plural = words
    .map((form) => (form.endsWith('x') ? `${form.slice(0, -1)}(?:x|ces|xes)` : `${form}s?`))
    .join('|')
  const fresh: Compiled = {
    begin: new RegExp(
      String.raw`(\[?)(?:(§§?)\s*|(?<![A-Za-z-])(?:([Tt]his|[Tt]hat)\s+)?(${plural})(?![A-Za-z-])(?:\s+|(?=\()|(?<=(?:[Tt]his|[Tt]hat)\s+[A-Za-z-]{1,20})))`,
      'g',
    ),
    one: new RegExp(ONE, 'y'),
    joint: new RegExp(JOINT + String.raw`(?=(?:§§?\s*)?${ONE})(?:§§?\s*)?`, 'y'),
    of: new RegExp(
      String.raw`\s+of\s+((?:this|that|such)\s+(?:${plural}|Code|Act|title|agreement)(?![A-Za-z])|(?:${plural})\s+${ONE}|§§?\s*${NUMBER}|the\s+(?:[A-Z][\w’'-]*(?:\s+(?:and|of|the|for|on|in|to)(?=\s+[A-Z]|\s+the\s+[A-Z]))?\s+){1,14}?(?:Act|Code|Law|Order|Regulations|Licence|License)(?:\s+of)?(?:\s+\d{4})?)`,
      'y',
    ),
    document:
      documents.length === 0
        ? null
        : new RegExp(
            String.raw`(?<![A-Za-z])(?:${documents.map((name) => name.replace(/[.]/g, String.raw`\.`)).join('|')})\s+[\dIVXL]+(?:-\d+)?`,
            'g',
          ),
  }
  compiled.set(key, fresh)
  return fresh
}

const at = (expression: RegExp, s: string, from: number): RegExpExecArray | null => {
  expression.lastIndex = from
  return expression.exec(s)
}

const singular = (form: string): string => {
  const small = form.toLowerCase()
  if (small.startsWith('appendi')) return 'appendix'
  return small.endsWith('s') && small !== 'this' ? small.slice(0, -1) : small
}

interface Listed {
  readonly from: number
  readonly to: number
  readonly number: string
  readonly full: string
  readonly upTo: string | null
}

/** A word of another kind in brackets, such as a term in another language. */
const WORD_IN_BRACKETS = /^\((?![ivxlcIVXLC]+\))[A-Za-z]{3,}\)/
const containersFrom = (
  s: string,
  from: number,
  grammar: Compiled,
): { of: string[]; to: number } => {
  const of: string[] = []
  let to = from
  for (let found = at(grammar.of, s, to); found; found = at(grammar.of, s, to)) {
    of.push(found[1] as string)
    to = found.index + found[0].length
  }
  return { of, to }
}

/**
 * Every reference in the words, in order. "Section D8.20(a)", "paragraphs (a), (b) and (d) to (f)", "§ 47-1801.04",
 * "subchapter II of Chapter 8 of this title", "this Section" are found; a word that merely looks like a form ("part of
 * the cost") is not.
 */
export const findReferences = (
  s: string,
  grammar: ReferenceGrammar = { forms: DRAFTING_FORMS },
): FoundReference[] => {
  const rules = compile(grammar)
  const out: FoundReference[] = []
  for (
    let begin = at(rules.begin, s, 0);
    begin;
    begin = at(rules.begin, s, rules.begin.lastIndex)
  ) {
    const [lead, bracket, sign, deictic, word] = begin
    const start = begin.index + (bracket?.length ?? 0)
    const form = sign ? 'section' : singular(word as string)
    let end = begin.index + lead.length
    const own = deictic ? at(rules.one, s, end) : null
    if (deictic && !(own && /\s$/.test(lead) && /^[A-Z]+\d/.test(own[0]))) {
      const to = begin.index + lead.trimEnd().length
      const { of, to: ofEnd } = containersFrom(s, to, rules)
      out.push({
        from: start,
        to: ofEnd,
        words: s.slice(start, ofEnd),
        form,
        number: '',
        upTo: null,
        of: [`${deictic.toLowerCase()} ${form}`, ...of],
        full: '',
        listFrom: start,
        listTo: ofEnd,
      })
      rules.begin.lastIndex = Math.max(ofEnd, begin.index + 1)
      continue
    }
    const list: Listed[] = []
    for (let first = true; ; first = false) {
      const joint = first ? null : at(rules.joint, s, end)
      if (!first && !joint) break
      const from = joint ? end + joint[0].length : end
      const one = at(rules.one, s, from)
      if (!one || WORD_IN_BRACKETS.test(one[0]) || !isPlausible(one[0], sign !== undefined, word))
        break
      if (
        joint &&
        beginsItsOwn(s, { from, number: one[0], before: list.at(-1)?.number ?? '', start }, out)
      )
        break
      const isRange = joint !== null && /^\s*(?:to|through|-|–)/.test(joint[0])
      const last = list.at(-1)
      end = from + one[0].length
      if (isRange && last) list[list.length - 1] = { ...last, to: end, upTo: one[0] }
      else {
        const full = last ? fullNumber(one[0], last.full) : one[0]
        const begins = last ? from : start
        list.push({ from: begins, to: end, number: one[0], full, upTo: null })
      }
    }
    rules.begin.lastIndex = Math.max(end, begin.index + 1)
    if (list.length === 0) continue
    const { of, to } = containersFrom(s, end, rules)
    rules.begin.lastIndex = Math.max(to, rules.begin.lastIndex)
    list.forEach((one, which) => {
      const upToEnd = which === list.length - 1 ? to : one.to
      out.push({
        from: one.from,
        to: upToEnd,
        words: s.slice(one.from, upToEnd),
        form,
        number: one.number,
        upTo: one.upTo,
        of,
        full: one.full,
        listFrom: start,
        listTo: to,
      })
    })
  }
  return withDocuments(s, out, rules)
}

const NAMED = /(?:Act|Licence|License|Regulations|Order)(?![A-Za-z])(?:\s+(?:of\s+)?\d{4})?/g
const JOINING = new Set(['and', 'of', 'for', 'the', 'on', 'in', 'to'])
const MOST_NAME_WORDS = 16

/** Names that end in Act, Licence and the like: the capital words before it, with small joining words between them. */
const namedDocuments = (s: string): { from: number; to: number }[] => {
  const out: { from: number; to: number }[] = []
  for (const match of s.matchAll(NAMED)) {
    let from = -1
    let at = match.index
    for (let count = 0; count < MOST_NAME_WORDS && s[at - 1] === ' '; count++) {
      const start = s.lastIndexOf(' ', at - 2) + 1
      const word = s.slice(start, at - 1)
      if (/^[A-Z][\w’'-]*$/.test(word)) from = start
      else if (!JOINING.has(word)) break
      at = start
    }
    if (from >= 0) out.push({ from, to: match.index + match[0].length })
  }
  return out
}

/** Adds the names of other documents, where no reference found so far already stands. */
const withDocuments = (
  s: string,
  found: readonly FoundReference[],
  rules: Compiled,
): FoundReference[] => {
  const series = rules.document ? [...s.matchAll(rules.document)] : []
  const spans = [
    ...series.map((match) => ({ from: match.index, to: match.index + match[0].length })),
    ...namedDocuments(s),
  ]
  const documents = spans
    .map(({ from, to }): FoundReference => {
      const words = s.slice(from, to)
      return {
        from,
        to,
        words,
        form: 'document',
        number: '',
        upTo: null,
        of: [words],
        full: '',
        listFrom: from,
        listTo: to,
      }
    })
    .filter((one) => !found.some((other) => other.from < one.to && one.from < other.to))
  if (documents.length === 0) return [...found]
  return [...found, ...documents].sort((p, q) => p.from - q.from)
}

/** A bare capital or roman figure is a number only after a word that takes one; "A" and "I" may begin a sentence. */
const isPlausible = (number: string, afterSign: boolean, word: string | undefined): boolean =>
  /[\d(]/.test(number) ||
  (!afterSign &&
    (word?.[0] === word?.[0]?.toUpperCase() || /^[IVX]+(-[A-Z]+)?$|^[A-Z]{1,2}$/.test(number)))
