// Reads Akoma Ntoso 3.0 as a stream of tags; entities and document types are refused.
import { SaxesParser } from 'saxes'
import type { Draft, Hash, Inline, Kind, Paragraph, ProvisionId, RefTarget } from '../../model.ts'
import { KINDS, minter, provisionId } from '../../model.ts'

/** Something in a file that was not understood, and where it stood; its words are kept. */
export interface NotUnderstood {
  readonly what: string
  readonly line: number
}

export interface AknImport {
  readonly draft: Draft
  /** Provisions whose identity the file gives. */
  readonly identified: ReadonlySet<ProvisionId>
  readonly notUnderstood: readonly NotUnderstood[]
}

const KIND_OF: Record<string, Kind> = {
  section: 'section',
  article: 'section',
  part: 'part',
  title: 'part',
  book: 'part',
  chapter: 'heading-group',
  subchapter: 'heading-group',
  subpart: 'heading-group',
  division: 'heading-group',
  subdivision: 'heading-group',
  clause: 'clause',
  subsection: 'clause',
  paragraph: 'para',
  subparagraph: 'para',
  subclause: 'para',
  point: 'para',
  indent: 'para',
  alinea: 'unnumbered',
  list: 'unnumbered',
  level: 'clause',
  rule: 'clause',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}
const EM = new Set(['b', 'i', 'u', 'sup', 'sub'])
const FIELDS: Record<string, 'lead' | 'tail'> = { content: 'lead', intro: 'lead', wrapUp: 'tail' }
const THROUGH = new Set([
  'akomaNtoso',
  'act',
  'bill',
  'doc',
  'body',
  'mainBody',
  'table',
  'caption',
  'blockContainer',
])
const MOST_DEPTH = 500

type Pending =
  | { t: 'text'; s: string }
  | { t: 'note' | 'formula' | 'image'; hash: Hash; s: string }
  | { t: 'ref'; s: string; href: string; form: string }
  | { t: 'term'; s: string; refersTo: string }
  | { t: 'em'; kind: 'b' | 'i' | 'u' | 'sup' | 'sub'; c: Pending[] }

interface Growing {
  kind: Kind
  id: ProvisionId
  label: string | null
  heading: Pending[] | null
  lead: Pending[][]
  tail: Pending[][]
  children: Growing[]
}

/** Where words go: into a list of runs, or into the one reference, term or note that is open. */
type Taking =
  | { readonly into: Pending[]; readonly holder: null }
  | { readonly into: null; readonly holder: Exclude<Pending, { t: 'em' }> }

/** What is open: a provision, a field, a paragraph or a mark in it, or something passed over. */
type Open =
  | { t: 'provision' }
  | { t: 'field'; before: 'lead' | 'tail' }
  | { t: 'words' }
  | { t: 'num' }
  | { t: 'mark' }
  | { t: 'through' }
  | { t: 'skip' }

const decode = (s: string): string => {
  try {
    return decodeURIComponent(s)
  } catch {
    return s
  }
}

/**
 * Reads a document. Provisions without a wId get ids minted from `seed`. Throws, with the line, where the file is not
 * well formed, has a document type or an entity of its own, or nests deeper than 500 elements.
 */
export const readAkn = (xml: string, seed: string): AknImport => {
  const mint = minter(seed)
  const identified = new Set<ProvisionId>()
  const notUnderstood: NotUnderstood[] = []
  const byEId = new Map<string, ProvisionId>()
  const roots: Growing[] = []
  const provisions: Growing[] = []
  const open: Open[] = []
  const marks: Taking[] = []
  let field: 'lead' | 'tail' = 'lead'
  let label: string | null = null
  const parser = new SaxesParser({ xmlns: false, position: true })
  const refuse = (why: string): never => {
    throw new Error(`The Akoma Ntoso file is refused at line ${parser.line}: ${why}`)
  }

  const idFrom = (wId: string | undefined): ProvisionId => {
    if (wId === undefined || !/^[A-Za-z0-9][A-Za-z0-9_.~:-]{0,79}$/.test(wId)) return mint()
    const id = provisionId(wId)
    if (identified.has(id)) return refuse(`the wId ${wId} stands twice`)
    identified.add(id)
    return id
  }
  const begin = (kind: Kind, attributes: Record<string, string>): void => {
    const grown: Growing = {
      kind,
      id: idFrom(attributes.wId),
      label: null,
      heading: null,
      lead: [],
      tail: [],
      children: [],
    }
    if (attributes.eId !== undefined) byEId.set(attributes.eId, grown.id)
    const parent = provisions.at(-1)
    if (parent) parent.children.push(grown)
    else roots.push(grown)
    provisions.push(grown)
    field = 'lead'
    open.push({ t: 'provision' })
  }
  const beginMark = (name: string, attributes: Record<string, string>): void => {
    const taking = marks.at(-1) as Taking
    open.push({ t: 'mark' })
    const held = taking.into ? heldMark(name, attributes) : null
    if (taking.into && EM.has(name)) {
      const c: Pending[] = []
      taking.into.push({ t: 'em', kind: name as 'b', c })
      marks.push({ into: c, holder: null })
    } else if (taking.into && held) {
      taking.into.push(held)
      marks.push({ into: null, holder: held })
    } else {
      notUnderstood.push({ what: `<${name}> within words`, line: parser.line })
      marks.push(taking)
    }
  }
  const heldMark = (name: string, attributes: Record<string, string>): Taking['holder'] => {
    if (name === 'ref' || name === 'rref' || name === 'mref')
      return { t: 'ref', s: '', href: attributes.href ?? '', form: attributes.class ?? '' }
    if (name === 'term' || name === 'def')
      return { t: 'term', s: '', refersTo: attributes.refersTo ?? '#' }
    const kind = attributes.name
    if (name === 'inline' && (kind === 'note' || kind === 'formula' || kind === 'image'))
      return { t: kind, hash: (attributes.class ?? '') as Hash, s: '' }
    return null
  }
  const addWords = (s: string): void => {
    const taking = marks.at(-1)
    if (taking?.into) taking.into.push({ t: 'text', s })
    else if (taking?.holder) taking.holder.s += s
  }

  parser.on('doctype', () => refuse('it has a document type, by which entities could be declared'))
  parser.on('error', (error) => refuse(error.message))
  parser.on('opentag', (tag) => {
    if (open.length >= MOST_DEPTH) refuse(`it nests deeper than ${MOST_DEPTH} elements`)
    const attributes = tag.attributes as Record<string, string>
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    const last = open.at(-1)
    if (last?.t === 'skip' || name === 'meta') {
      open.push({ t: 'skip' })
      return
    }
    if (marks.length > 0) {
      beginMark(name, attributes)
      return
    }
    const here = provisions.at(-1)
    const named = attributes.name as Kind | undefined
    if (name === 'hcontainer')
      begin(named !== undefined && KINDS.includes(named) ? named : 'unnumbered', attributes)
    else if (KIND_OF[name] !== undefined && (name !== 'title' || !here || last?.t === 'provision'))
      begin(KIND_OF[name] as Kind, attributes)
    else if (name === 'num' && here) {
      label = ''
      open.push({ t: 'num' })
    } else if ((name === 'heading' || name === 'subheading' || name === 'crossHeading') && here) {
      const words: Pending[] = here.heading ? [...here.heading, { t: 'text', s: ' ' }] : []
      here.heading = words
      marks.push({ into: words, holder: null })
      open.push({ t: 'words' })
    } else if (FIELDS[name] !== undefined && here) {
      open.push({ t: 'field', before: field })
      field = FIELDS[name] as 'lead' | 'tail'
    } else if (name === 'p' || name === 'block' || name === 'listIntroduction') {
      if (!here) begin('code', {})
      const words: Pending[] = []
      ;(provisions.at(-1) as Growing)[field].push(words)
      marks.push({ into: words, holder: null })
      open.push({ t: 'words' })
    } else {
      if (!THROUGH.has(name)) notUnderstood.push({ what: `<${name}>`, line: parser.line })
      open.push({ t: 'through' })
    }
  })
  parser.on('closetag', () => {
    const last = open.pop()
    if (last?.t === 'provision') {
      provisions.pop()
      field = 'lead'
    } else if (last?.t === 'field') field = last.before
    else if (last?.t === 'words' || last?.t === 'mark') marks.pop()
    else if (last?.t === 'num') {
      const here = provisions.at(-1)
      if (here) here.label = label
      label = null
    }
  })
  const onWords = (s: string): void => {
    if (label !== null) label += s
    else if (marks.length > 0) addWords(s)
    else if (/\S/.test(s) && open.at(-1)?.t !== 'skip')
      notUnderstood.push({
        what: `words outside a paragraph: ${s.trim().slice(0, 60)}`,
        line: parser.line,
      })
  }
  parser.on('text', onWords)
  parser.on('cdata', onWords)
  parser.write(xml.startsWith('\ufeff') ? xml.slice(1) : xml).close()

  const idAt = (pointer: string): ProvisionId | null => {
    if (pointer.startsWith('#')) return byEId.get(pointer.slice(1)) ?? null
    const wId = /^\/wid\/(.+)$/.exec(pointer)?.[1]
    return wId === undefined ? null : provisionId(decode(wId))
  }
  const target = (href: string): RefTarget => {
    const id = idAt(href)
    if (id) return { in: 'text', id }
    const [path = '', place = ''] = href.split('#')
    if (path === '/nowhere') return { in: 'nowhere', place: decode(place) }
    const name = /^\/document\/(.*)$/.exec(path)?.[1]
    if (name !== undefined) return { in: 'document', name: decode(name), place: decode(place) }
    return path === '' ? { in: 'nowhere', place } : { in: 'document', name: path, place }
  }
  const settle = (one: Pending): Inline => {
    if (one.t === 'ref') return { t: 'ref', s: one.s, to: target(one.href), form: one.form }
    if (one.t === 'term') return { t: 'term', s: one.s, def: idAt(one.refersTo) }
    if (one.t === 'em') return { t: 'em', kind: one.kind, c: one.c.map(settle) }
    return one
  }
  const words = (all: Pending[]): Paragraph => all.map(settle)
  const draftFrom = (from: Growing): Draft => ({
    id: from.id,
    kind: from.kind,
    label: from.label,
    heading: from.heading ? words(from.heading) : null,
    lead: from.lead.map(words),
    tail: from.tail.map(words),
    children: from.children.map(draftFrom),
  })
  const [only] = roots
  if (!only)
    throw new Error('The file holds no provision: an Akoma Ntoso act with a body was expected')
  if (roots.length === 1) return { draft: draftFrom(only), identified, notUnderstood }
  const draft: Draft = { id: mint(), kind: 'code', children: roots.map(draftFrom) }
  return { draft, identified, notUnderstood }
}
