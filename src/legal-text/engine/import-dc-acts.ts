// Reads acts of the District of Columbia whose instructions carry machine-readable operations, as what they instruct.
import { containerOf, sectionOf } from './dc-code-section.ts'
import type { ISODate } from './model.ts'
import type { Unnamed } from './shape.ts'
import { childNamed, type Element, elementsOf, parseXml, wordsUnder } from './xml.ts'

/** One instruction of an act, as written: not yet tied to a version. */
export interface ActInstruction {
  readonly kind: 'find-replace' | 'insert' | 'replace' | 'repeal' | 'redesignate'
  /** Place in the code, `§47-1801.04|(a)|(2)`. */
  readonly path: string
  readonly find: string
  readonly replace: string
  /** How often; 1 if not said, 0 wherever it stands. */
  readonly count: number
  readonly position: 'first' | 'last'
  readonly before: string | null
  readonly after: string | null
  /** The number given, for a redesignation or an insertion. */
  readonly number: string | null
  /** What is inserted or put in place. */
  readonly content: Unnamed | null
  /** Days on which its words say that emergency or temporary legislation will expire. */
  readonly expiry: readonly ISODate[]
}

/** What of an act does not apply from the day on which it takes effect. */
export interface Waiting {
  /** The place in the code, or the section of the act; null for all of it. */
  readonly path: string | null
  /** The day from which it applies; null where that waits for something, such as its funding. */
  readonly until: ISODate | null
}

export interface DcAct {
  readonly name: string
  readonly effective: ISODate | null
  /** A law for a time only, or an emergency act: its operations end by themselves. */
  readonly isTemporary: boolean
  /** For how many days it says that it stays in effect; null where it does not, or says at most how many. */
  readonly lasts: number | null
  readonly waiting: readonly Waiting[]
  readonly instructions: readonly ActInstruction[]
}

const KINDS: Record<string, ActInstruction['kind']> = {
  'codify:find-replace': 'find-replace',
  'codify:insert': 'insert',
  'codify:replace': 'replace',
  'codify:repeal': 'repeal',
  'codify:redesignate-para': 'redesignate',
}
const CODE = 'D.C. Code'
const HEAD = new Set(['prefix', 'num', 'heading'])

/** Operations often stand in comments; those that are whole elements are read as such. */
const uncommented = (xml: string): string =>
  xml.replace(/<!--([\s\S]*?)-->/g, (_comment, inner: string) => {
    if (!inner.trimStart().startsWith('<codify:')) return ''
    try {
      parseXml(`<x>${inner}</x>`)
      return inner
    } catch {
      return ''
    }
  })

const joined = (under: string, path: string | undefined): string => {
  if (path === undefined || path === '') return under
  return path.startsWith('(') ? `${under}|${path}` : path
}

const withoutOperations = (element: Element): Element => ({
  ...element,
  content: element.content
    .filter((one) => typeof one === 'string' || !one.name.startsWith('codify:'))
    .map((one) => (typeof one === 'string' ? one : withoutOperations(renamed(one)))),
})

/** How the code prints a place: `§7-1671.06|(b)` is `§ 7-1671.06(b)`, `7|7F` is `Chapter 7F of Title 7`. */
const printedPlace = (path: string): string => {
  if (path.startsWith('§')) return `§ ${path.slice(1).replaceAll('|', '')}`
  const [title, chapter, subchapter] = path.split('|')
  const whole = chapter === undefined ? `Title ${title}` : `Chapter ${chapter} of Title ${title}`
  return subchapter === undefined ? whole : `subchapter ${subchapter} of ${whole}`
}

/** An act cites other acts by name; the code prints the place where they were codified, in brackets. */
const renamed = (element: Element): Element => {
  const { path } = element.attributes
  if (element.name !== 'code-cite') return element
  const isThis = path !== undefined && /^this /i.test(wordsUnder(element))
  const here = path?.split('|').length === 3 ? 'this subchapter' : 'this chapter'
  const content = path === undefined ? element.content : [`[${isThis ? here : printedPlace(path)}]`]
  return { ...element, name: 'cite', content }
}

/** Words broken over lines by the indentation of the file are one line; spaces at the ends count where there is none. */
const phrase = (element: Element | undefined): string => {
  const words = element ? wordsUnder(withoutOperations(element)) : ''
  return words.includes('\n') ? words.replace(/\s+/g, ' ').trim() : words
}

/** What is put in; the sections of a new part have instructions of their own. */
const contentIn = (element: Element): Unnamed => {
  const part = element.name === 'container' ? element : childNamed(element, 'container')
  if (!part) return sectionOf(withoutOperations(element))
  const head = part.content.filter((one) => typeof one !== 'string' && HEAD.has(one.name))
  return containerOf({ ...part, content: head }, () => undefined)
}

const instructionOf = (
  element: Element,
  kind: ActInstruction['kind'],
  path: string,
  holder: Element,
): ActInstruction => {
  const { count, position, before, after } = element.attributes
  const [find, replace] = [childNamed(element, 'find'), childNamed(element, 'replace')]
  const expiry = expiryIn(wordsUnder(kind === 'find-replace' && replace ? replace : element))
  const isBlock = ['para', 'section', 'container'].includes(holder.name)
  const inner =
    elementsOf(element).length > 0 && kind !== 'find-replace' ? element : isBlock ? holder : null
  return {
    kind,
    path,
    find: phrase(find),
    replace: phrase(replace),
    count: count === undefined ? 1 : Number(count),
    position: position === 'last' ? 'last' : 'first',
    before: before ?? null,
    after: after ?? null,
    number: element.attributes['num-value'] ?? null,
    content: inner && (kind === 'insert' || kind === 'replace') ? contentIn(inner) : null,
    expiry,
  }
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** Days named as the end of emergency or temporary legislation: `will expire on October 12, 2021`. */
const expiryIn = (words: string): readonly ISODate[] => {
  const named = words.matchAll(
    /legislation\s+that\s+will\s+expire\s+on\s+(\w+)\s+(\d+),\s+(\d{4})/g,
  )
  const days = [...named].flatMap(([, month, day, year]) => {
    const at = MONTHS.indexOf(month as string) + 1
    return at === 0
      ? []
      : [`${year}-${`${at}`.padStart(2, '0')}-${(day as string).padStart(2, '0')}`]
  })
  return [...new Set(days)].sort()
}

const lastsFor = (act: Element): number | null => {
  const said = /shall\s+expire\s+after\s+(\d+)\s+days\s+of\s+its\s+having\s+taken\s+effect/.exec(
    wordsUnder(act),
  )
  return said ? Number(said[1]) : null
}

/** The day from which a part of the act applies where it says so, null where it waits for its funding. */
const appliesFrom = ({ name, attributes }: Element): ISODate | null | undefined => {
  const said = name === 'codify:applicability' ? attributes.date : undefined
  const date =
    said ?? (/^codify:(emergency|temporary)/.test(name) ? attributes.applicability : undefined)
  return date === undefined ? undefined : /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

/** Reads one act. Instructions to other documents than the code are left out. Throws where the XML is broken. */
export const importDcAct = (name: string, xml: string): DcAct => {
  const act = parseXml(uncommented(xml))
  const instructions: ActInstruction[] = []
  const waiting: Waiting[] = []
  let isTemporary = /\/acts\//.test(name)
  const visit = (element: Element, doc: string, under: string): void => {
    const here = element.attributes['codify:doc'] ?? doc
    const path = joined(under, element.attributes['codify:path'])
    for (const one of elementsOf(element)) {
      if (/^codify:(emergency|temporary)/.test(one.name)) isTemporary = true
      const applies = appliesFrom(one)
      if (applies !== undefined) waiting.push({ path: one.attributes.path ?? null, until: applies })
      const kind = KINDS[one.name]
      if (!kind) visit(one, here, path)
      else if ((one.attributes.doc ?? here) === CODE)
        instructions.push(instructionOf(one, kind, joined(path, one.attributes.path), element))
    }
  }
  visit(act, '', '')
  const meta = childNamed(act, 'meta')
  const effective = meta && childNamed(meta, 'effective')
  return {
    name,
    effective: effective ? wordsUnder(effective).trim() : null,
    isTemporary,
    lasts: lastsFor(act),
    waiting,
    instructions,
  }
}
