// Reads an amending document that `writeAknAmendment` wrote back to its operations.
import { SaxesParser } from 'saxes'
import { type Draft, type Hash, type Inline, type ProvisionId, provisionId } from '../../model.ts'
import type { Op } from '../../op.ts'
import { FIELDS, type Field } from '../../tokens.ts'
import { escapeXml } from '../xml/xml-text.ts'
import { type AknAmendment, MODES, readWhen } from './amendment-form.ts'
import { type NotUnderstood, readAkn } from './read-akn.ts'

export interface AknAmendmentImport {
  readonly amendment: AknAmendment
  /** What the document is called; null where it does not say. */
  readonly title: string | null
  /** Instructions that say nothing of an operation, such as those of other hands; they are not in the amendment. */
  readonly notUnderstood: readonly NotUnderstood[]
}

type Attributes = Readonly<Record<string, string>>

/** A `mod` with what stands in it. */
interface Mod {
  readonly attributes: Attributes
  readonly line: number
  /** The last words quoted, and the provisions quoted whole, each as XML. */
  text: string
  readonly structures: string[]
  said: string
}

const MOST_DEPTH = 500

const wrapped = (inside: string): string =>
  `<akomaNtoso><act><body>${inside}</body></act></akomaNtoso>`

const structureOf = (xml: string): Draft => readAkn(wrapped(xml), 'unnamed').draft

const inlinesOf = (xml: string): Inline[] => {
  if (xml === '') return []
  const { draft } = readAkn(
    wrapped(`<section wId="words"><content><p>${xml}</p></content></section>`),
    'unnamed',
  )
  return [...(draft.lead?.[0] ?? [])]
}

const opOf = ({ attributes, text, structures }: Mod): Op | null => {
  const value = (name: string): string => attributes[`op:${name}`] ?? ''
  const given = (name: string): string | undefined => attributes[`op:${name}`]
  const id = (name: string): ProvisionId => provisionId(value(name))
  const after = given('after') === undefined ? null : id('after')
  const drafts = structures.map(structureOf)
  const label = given('label')
  switch (given('kind')) {
    case 'insert':
      return drafts[0] ? { op: 'insert', parent: id('parent'), after, node: drafts[0] } : null
    case 'substitute':
      return { op: 'substitute', target: id('target'), with: drafts }
    case 'words': {
      const field = value('field') as Field
      if (!FIELDS.includes(field)) return null
      const plain = given('ins')
      const at = {
        from: Number(value('from')),
        to: Number(value('to')),
        base: value('base') as Hash,
        quote: value('quote'),
        occurrence: Number(value('occurrence')),
      }
      const ins: Inline[] =
        plain === undefined ? inlinesOf(text) : plain === '' ? [] : [{ t: 'text', s: plain }]
      return { op: 'words', target: id('target'), field, at, del: value('del'), ins }
    }
    case 'repeal': {
      const leave = value('leave') === 'not-used' ? 'not-used' : 'gap'
      const words = given('words')
      return { op: 'repeal', target: id('target'), leave, ...(words !== undefined && { words }) }
    }
    case 'renumber':
      return { op: 'renumber', target: id('target'), label: label ?? '' }
    case 'move':
      return {
        op: 'move',
        target: id('target'),
        parent: id('parent'),
        after,
        ...(label !== undefined && { label }),
      }
    case 'split':
    case 'join': {
      const targets = value('targets').split(' ').filter(Boolean).map(provisionId)
      return { op: given('kind') as 'split', targets, into: drafts }
    }
    default:
      return null
  }
}

/**
 * Reads the document. Throws, with the line, where the file is not well formed, has a document type or an entity of its
 * own, or nests deeper than 500 elements.
 */
export const readAknAmendment = (xml: string): AknAmendmentImport => {
  const mods: Mod[] = []
  let body: Attributes = {}
  let title: string | null = null
  const open: string[] = []
  /** Inside a quotation: how deep it began, and what of it was read. */
  let capture: { depth: number; isText: boolean; xml: string } | null = null
  let mod: Mod | null = null
  const parser = new SaxesParser({ xmlns: false, position: true })
  const refuse = (why: string): never => {
    throw new Error(`The amending document is refused at line ${parser.line}: ${why}`)
  }
  parser.on('doctype', () => refuse('it has a document type, by which entities could be declared'))
  parser.on('error', (error) => refuse(error.message))
  const began = (attributes: Attributes): string =>
    Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      .join('')
  parser.on('opentag', (tag) => {
    if (open.length >= MOST_DEPTH) refuse(`it nests deeper than ${MOST_DEPTH} elements`)
    open.push(tag.name)
    const attributes = tag.attributes as Attributes
    if (capture) capture.xml += `<${tag.name}${began(attributes)}>`
    else if (tag.name === 'FRBRname') title ??= attributes.value ?? null
    else if (tag.name === 'body') body = attributes
    else if (tag.name === 'mod') {
      mod = { attributes, line: parser.line, text: '', structures: [], said: '' }
      mods.push(mod)
    } else if (mod && (tag.name === 'quotedText' || tag.name === 'quotedStructure'))
      capture = { depth: open.length, isText: tag.name === 'quotedText', xml: '' }
  })
  parser.on('closetag', (tag) => {
    if (capture && mod && open.length === capture.depth) {
      if (capture.isText) mod.text = capture.xml
      capture = null
    } else if (capture) {
      capture.xml += `</${tag.name}>`
      // A provision quoted whole ends; each is read by itself.
      if (mod && !capture.isText && open.length === capture.depth + 1) {
        mod.structures.push(capture.xml.trim())
        capture.xml = ''
      }
    } else if (tag.name === 'mod') mod = null
    open.pop()
  })
  parser.on('text', (s) => {
    if (capture) capture.xml += escapeXml(s).replaceAll('\r', '&#13;')
    else if (mod) mod.said += s
  })
  parser.write(xml.startsWith('\ufeff') ? xml.slice(1) : xml).close()

  const ops: Op[] = []
  const notUnderstood: NotUnderstood[] = []
  for (const one of mods) {
    const op = opOf(one)
    if (op) ops.push(op)
    else
      notUnderstood.push({
        what: `the instruction: ${one.said.trim().slice(0, 60)}`,
        line: one.line,
      })
  }
  const mode = MODES.find((one) => one === body['op:mode']) ?? 'amend'
  const [starts, ends] = [readWhen(body['op:starts']), readWhen(body['op:ends'])]
  return {
    amendment: {
      ops,
      layer: body['op:layer'] === 'variation' ? 'variation' : 'permanent',
      mode,
      ...(starts && { starts }),
      ...(ends && { ends }),
    },
    title,
    notUnderstood,
  }
}

/** Whether a document in Akoma Ntoso amends another: it holds instructions, each a `mod`. */
export const isAknAmendment = (xml: string): boolean => /<mod[\s>]/.test(xml)
