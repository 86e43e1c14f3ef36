// Reads XML text into a plain tree of elements, for the importers. Entities other than XML's own five are refused.
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly (Element | string)[]
}

const MAX_DEPTH = 500

/** Parses a document; throws with line and column where it is not well formed or nests deeper than 500 elements. */
export const parseXml = (xml: string): Element => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: {
    name: string
    attributes: Record<string, string>
    content: (Element | string)[]
  }[] = []
  let root: Element | undefined
  parser.on('opentag', (tag) => {
    const element = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      content: [],
    }
    const parent = open.at(-1)
    if (parent) parent.content.push(element)
    else root = element
    if (open.push(element) > MAX_DEPTH)
      throw new Error(`The XML nests deeper than ${MAX_DEPTH} elements at line ${parser.line}`)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (s) => {
    open.at(-1)?.content.push(s)
  })
  parser.on('cdata', (s) => {
    open.at(-1)?.content.push(s)
  })
  parser.on('error', (error) => {
    throw new Error(`The XML is not well formed: ${error.message}`)
  })
  parser.write(xml.startsWith('\ufeff') ? xml.slice(1) : xml).close()
  if (!root) throw new Error('The XML holds no element')
  return root
}

/** The child elements, in order. */
export const elementsOf = (element: Element): Element[] =>
  element.content.filter((one): one is Element => typeof one !== 'string')

/** The first child of that name. */
export const childNamed = (element: Element, name: string): Element | undefined =>
  elementsOf(element).find((one) => one.name === name)

/** All words under an element, as they stand. */
export const wordsUnder = (element: Element): string =>
  element.content.map((one) => (typeof one === 'string' ? one : wordsUnder(one))).join('')
