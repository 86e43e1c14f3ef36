// Reads a consolidated act of Canada in the XML of its Department of Justice (LIMS). `lims:fid` is the identity.
import { sha256 } from './canonical.ts'
import type { Inline, Kind, Paragraph, ProvisionId } from './model.ts'
import { type Draft, provisionId } from './model.ts'
import { childNamed, type Element, elementsOf, parseXml, wordsUnder } from './xml.ts'

export interface LimsImport {
  /** The consolidated text in force. */
  readonly draft: Draft
  /** Amendments made but not in force, as the file prints them after the text. */
  readonly notInForce: readonly Draft[]
  /** Provisions that carry a `lims:fid`: what a matching without ids is measured against. */
  readonly identified: ReadonlySet<ProvisionId>
  /** Element names this importer did not know, each with how often it was met; their words are kept. */
  readonly notUnderstood: ReadonlyMap<string, number>
}

const KIND: Record<string, Kind> = {
  Section: 'section',
  Subsection: 'clause',
  Paragraph: 'para',
  Subparagraph: 'para',
  Clause: 'para',
  Subclause: 'para',
  Definition: 'definition',
  Schedule: 'schedule',
  Provision: 'unnumbered',
  SectionPiece: 'unnumbered',
  AmendedText: 'unnumbered',
  RelatedOrNotInForce: 'unnumbered',
  BillPiece: 'unnumbered',
  Introduction: 'unnumbered',
  Preamble: 'unnumbered',
  Enacts: 'unnumbered',
  FormulaGroup: 'unnumbered',
  FormulaDefinition: 'para',
  FormulaParagraph: 'para',
  ContinuedSectionSubsection: 'unnumbered',
  ContinuedParagraph: 'unnumbered',
  ContinuedDefinition: 'unnumbered',
  TableGroup: 'table',
  row: 'row',
  entry: 'cell',
  Footnote: 'unnumbered',
  Body: 'unnumbered',
}
const UNWRAPPED = new Set(['table', 'tgroup', 'thead', 'tbody', 'ScheduleFormHeading', 'List'])
const LEFT_OUT = new Set([
  'HistoricalNote',
  'colspec',
  'Identification',
  'FootnoteRef',
  'Stages',
  'RecentAmendments',
])
const CONTINUED = /^Continued/

const italic = (s: string): Inline => ({ t: 'em', kind: 'i', c: [{ t: 'text', s }] })

const inlineOf = (element: Element, holder: ProvisionId | null): Inline[] => {
  const s = wordsUnder(element)
  switch (element.name) {
    case 'XRefExternal':
      return [
        {
          t: 'ref',
          s,
          form: 'document',
          to: { in: 'document', name: element.attributes.link ?? s, place: '' },
        },
      ]
    case 'XRefInternal':
      return [{ t: 'ref', s, form: 'section', to: { in: 'nowhere', place: s } }]
    case 'DefinedTermEn':
      return [{ t: 'term', s, def: holder }]
    case 'DefinitionRef':
      return [{ t: 'term', s, def: null }]
    case 'DefinedTermFr':
    case 'Language':
    case 'Emphasis':
      return [italic(s)]
    case 'FormulaText':
      return [{ t: 'formula', hash: sha256(s), s }]
    case 'HistoricalNote':
    case 'FootnoteRef':
      return []
    default:
      return paragraphOf(element, holder) as Inline[]
  }
}

const paragraphOf = (element: Element, holder: ProvisionId | null): Paragraph =>
  element.content.flatMap((one): Inline[] =>
    typeof one === 'string' ? [{ t: 'text', s: one }] : inlineOf(one, holder),
  )

interface Growing {
  kind: Kind
  id: ProvisionId
  label: string | null
  heading: Paragraph | null
  lead: Paragraph[]
  tail: Paragraph[]
  children: Growing[]
}

/** Parts without a `lims:fid` are known by their place under the nearest part that has one. */
const unnamed = (place: string): string =>
  place.length < 40 ? place : `lims~${sha256(place).slice(0, 24)}`

/** Reads decompressed XML. Throws where it is not well formed or not a statute. */
export const importLims = (xml: string): LimsImport => {
  const statute = parseXml(xml)
  if (statute.name !== 'Statute' && statute.name !== 'Regulation')
    throw new Error(`A LIMS file holds a Statute or a Regulation; this one holds ${statute.name}`)
  const identified = new Set<ProvisionId>()
  const notUnderstood = new Map<string, number>()
  const used = new Map<string, number>()
  const notInForce: Growing[] = []

  const idOf = (element: Element, parent: string): ProvisionId => {
    const fid = element.attributes['lims:fid']
    const name = fid === undefined ? unnamed(`${parent}~${element.name}`) : `lims.${fid}`
    const before = used.get(name) ?? 0
    used.set(name, before + 1)
    if (fid !== undefined && before === 0) identified.add(provisionId(name))
    return provisionId(before === 0 ? name : `${name}~${before}`)
  }

  const start = (element: Element, parent: string, kind: Kind): Growing => ({
    id: idOf(element, parent),
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

  const addChild = (to: Growing, child: Growing): void => {
    if (to.tail.length > 0)
      to.children.push({
        id: provisionId(`${to.id}~tail${to.children.length}`),
        kind: 'unnumbered',
        label: null,
        heading: null,
        lead: to.tail.splice(0),
        tail: [],
        children: [],
      })
    to.children.push(child)
  }

  const fill = (to: Growing, element: Element): void => {
    for (const one of elementsOf(element)) {
      if (LEFT_OUT.has(one.name)) continue
      if (one.name === 'Label' || one.name === 'FormulaTerm') to.label = wordsUnder(one)
      else if (
        one.name === 'MarginalNote' ||
        one.name === 'TitleText' ||
        one.name === 'title' ||
        one.name === 'Caption'
      )
        to.heading = [
          ...(to.heading ?? []),
          ...(to.heading ? [{ t: 'text' as const, s: ' ' }] : []),
          ...paragraphOf(one, to.id),
        ]
      else if (CONTINUED.test(one.name) && elementsOf(one).every((inner) => inner.name === 'Text'))
        for (const words of elementsOf(one)) addWords(to, paragraphOf(words, to.id))
      else if (one.name === 'Heading') addChild(to, grow(one, to.id, 'heading-group'))
      else if (one.name === 'RelatedOrNotInForce') notInForce.push(grow(one, to.id, 'unnumbered'))
      else if (UNWRAPPED.has(one.name)) fill(to, one)
      else if (one.name === 'entry') addChild(to, cell(one, to.id))
      else if (KIND[one.name]) addChild(to, grow(one, to.id, KIND[one.name] as Kind))
      else {
        if (
          !['Text', 'Formula', 'FormulaConnector', 'OriginatingRef', 'Repealed'].includes(one.name)
        )
          notUnderstood.set(one.name, (notUnderstood.get(one.name) ?? 0) + 1)
        addWords(to, paragraphOf(one, to.id))
      }
    }
  }

  const cell = (element: Element, parent: string): Growing => {
    const to = start(element, parent, 'cell')
    to.lead.push(paragraphOf(element, to.id))
    return to
  }

  const grow = (element: Element, parent: string, kind: Kind): Growing => {
    const to = start(element, parent, kind)
    fill(to, element)
    return to
  }

  /** A statute's body is flat: each heading takes in what follows it, up to a heading of its level or above. */
  const nest = (to: Growing, body: Element): void => {
    const open: { level: number; at: Growing }[] = [{ level: 0, at: to }]
    for (const one of elementsOf(body)) {
      const level =
        one.name === 'Heading' ? Number(one.attributes.level ?? 1) : Number.POSITIVE_INFINITY
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      const at = open.at(-1)?.at ?? to
      if (one.name === 'Heading') {
        const group = grow(one, at.id, 'heading-group')
        addChild(at, group)
        open.push({ level, at: group })
      } else fill(at, { name: 'Body', attributes: {}, content: [one] })
    }
  }

  const root = start(statute, 'lims', 'code')
  const title = childNamed(statute, 'Identification')
  const short = title && (childNamed(title, 'ShortTitle') ?? childNamed(title, 'LongTitle'))
  const long = title && childNamed(title, 'LongTitle')
  if (short) root.heading = paragraphOf(short, null)
  if (long) root.lead.push(paragraphOf(long, null))
  for (const one of elementsOf(statute))
    if (one.name === 'Body') nest(root, one)
    else fill(root, { name: 'Statute', attributes: {}, content: [one] })
  const waiting = notInForce.splice(0)
  return { draft: resolved(root), notInForce: waiting, identified, notUnderstood }
}

/** Points references at sections by their number, and used terms at the definition of that name, where there is one. */
const resolved = (root: Growing): Draft => {
  const sections = new Map<string, ProvisionId | null>()
  const terms = new Map<string, ProvisionId | null>()
  const note = (map: Map<string, ProvisionId | null>, key: string, id: ProvisionId): void => {
    map.set(key, map.has(key) && map.get(key) !== id ? null : id)
  }
  const survey = (at: Growing): void => {
    if (at.kind === 'section' && at.label) note(sections, at.label, at.id)
    if (at.kind === 'definition')
      for (const inline of at.lead[0] ?? [])
        if (inline.t === 'term') note(terms, inline.s.toLowerCase(), at.id)
    at.children.forEach(survey)
  }
  survey(root)
  const settle = (inline: Inline): Inline => {
    if (inline.t === 'term' && inline.def === null)
      return { ...inline, def: terms.get(inline.s.toLowerCase()) ?? null }
    if (inline.t === 'ref' && inline.to.in === 'nowhere') {
      const id = sections.get(inline.to.place)
      return id ? { ...inline, to: { in: 'text', id } } : inline
    }
    return inline
  }
  const finish = (at: Growing): Draft => ({
    ...at,
    heading: at.heading?.map(settle) ?? null,
    lead: at.lead.map((words) => words.map(settle)),
    tail: at.tail.map((words) => words.map(settle)),
    children: at.children.map(finish),
  })
  return finish(root)
}
