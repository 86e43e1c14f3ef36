// One file of the District of Columbia Code in XML, as a provision without an id.
import type { Inline, Kind, Paragraph } from './model.ts'
import type { Unnamed } from './shape.ts'
import { childNamed, type Element, elementsOf, wordsUnder } from './xml.ts'

/** How a citation's place is kept until it is known which provision stands there. */
export interface Citation {
  readonly doc: string
  readonly path: string
}

const CODE = 'D.C. Code'
const BLOCKS = new Set(['table', 'para', 'include', 'section'])
const EM: Record<string, 'b' | 'i'> = { strong: 'b', b: 'b', em: 'i', i: 'i' }

const inlinesOf = (element: Element): Inline[] =>
  element.content.flatMap((one): Inline[] => {
    if (typeof one === 'string') return [{ t: 'text', s: one }]
    const kind = EM[one.name]
    if (kind) return [{ t: 'em', kind, c: inlinesOf(one) }]
    if (one.name === 'cite') return [citation(one)]
    if (one.name === 'br') return [{ t: 'text', s: ' ' }]
    return inlinesOf(one)
  })

const citation = (element: Element): Inline => {
  const { doc, path = '' } = element.attributes
  const s = wordsUnder(element)
  return doc === undefined || doc === CODE
    ? { t: 'ref', s, form: 'cite', to: { in: 'nowhere', place: path } }
    : { t: 'ref', s, form: 'cite', to: { in: 'document', name: doc, place: path } }
}

interface Growing {
  kind: Kind
  label: string | null
  heading: Paragraph | null
  lead: Paragraph[]
  tail: Paragraph[]
  children: Unnamed[]
}

const start = (kind: Kind): Growing => ({
  kind,
  label: null,
  heading: null,
  lead: [],
  tail: [],
  children: [],
})

const addWords = (to: Growing, words: Paragraph): void => {
  if (to.children.length === 0) to.lead.push(words)
  else to.tail.push(words)
}

const addChild = (to: Growing, child: Unnamed): void => {
  const between = to.tail.splice(0)
  if (between.length > 0) to.children.push({ kind: 'unnumbered', lead: between, children: [] })
  to.children.push(child)
}

/** Words and tables of one `text`, in the order they stand. */
const addText = (to: Growing, element: Element): void => {
  let words: (Element | string)[] = []
  const flush = (): void => {
    if (words.length > 0) addWords(to, inlinesOf({ name: 'text', attributes: {}, content: words }))
    words = []
  }
  for (const one of element.content) {
    if (typeof one === 'string' || !BLOCKS.has(one.name)) words.push(one)
    else {
      flush()
      addChild(to, block(one))
    }
  }
  flush()
}

const rowsOf = (element: Element): Unnamed[] =>
  elementsOf(element).flatMap((one) => {
    if (one.name !== 'tr') return rowsOf(one)
    const cells = elementsOf(one).filter((cell) => cell.name !== 'tr')
    const row: Unnamed = {
      kind: 'row',
      children: cells.map((cell) => ({ kind: 'cell', lead: [inlinesOf(cell)], children: [] })),
    }
    return [
      row,
      ...elementsOf(one)
        .filter((cell) => cell.name === 'tr')
        .flatMap((inner) => rowsOf({ ...one, content: [inner] })),
    ]
  })

const block = (element: Element): Unnamed => {
  if (element.name === 'table') return { kind: 'table', children: rowsOf(element) }
  return provision(element, element.name === 'include' ? 'unnumbered' : 'para')
}

const labelOf = (element: Element): string | null => {
  const number = childNamed(element, 'num')
  if (!number) return null
  const prefix = childNamed(element, 'prefix')
  const before = prefix ? wordsUnder(prefix).trim() : ''
  const printed = wordsUnder(number).trim()
  return before === '' || before === '§' ? printed : `${before} ${printed}`
}

const provision = (element: Element, kind: Kind): Unnamed => {
  const to = start(kind)
  to.label = labelOf(element)
  for (const one of elementsOf(element)) {
    if (one.name === 'heading') to.heading = inlinesOf(one)
    else if (one.name === 'text' || one.name === 'aftertext') addText(to, one)
    else if (BLOCKS.has(one.name)) addChild(to, block(one))
  }
  return to
}

/**
 * A section file. Editorial marks (`codify-...`, `reason`, `annotations`, the prefix `§`) are left out; citations of
 * the code keep their path as a place nowhere, until `settleCitations`.
 */
export const sectionOf = (element: Element): Unnamed => provision(element, 'section')

/** A container of an index file; `include` gives the section behind an `include-section`. */
export const containerOf = (
  element: Element,
  include: (href: string) => Unnamed | undefined,
): Unnamed => {
  const prefix = childNamed(element, 'prefix')
  const to = start(prefix && wordsUnder(prefix) === 'Title' ? 'part' : 'heading-group')
  to.label = labelOf(element)
  for (const one of elementsOf(element)) {
    if (one.name === 'heading') to.heading = inlinesOf(one)
    else if (one.name === 'subheading' || one.name === 'text') addWords(to, inlinesOf(one))
    else if (one.name === 'container') addChild(to, containerOf(one, include))
    else if (one.name === 'include-section') {
      const section = include(one.attributes.href ?? '')
      if (section) addChild(to, section)
    }
  }
  return to
}

/** The last part of a printed number as citations write it: `Chapter 3A` is `3A`, `§ 47-101` is `§47-101`. */
export const citedAs = (provision: { readonly kind: Kind; readonly label?: unknown }): string => {
  const raw = typeof provision.label === 'string' ? provision.label : ''
  if (provision.kind === 'section') return `§${raw.replace(/[[\]\s]/g, '')}`
  return raw.startsWith('(') ? raw : (raw.split(' ').at(-1) ?? raw)
}
