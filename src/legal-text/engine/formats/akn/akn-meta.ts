// The part of an Akoma Ntoso document that says which work, in which expression, it is, and when it was in force.
import type { ISODate, ProvisionId } from '../../model.ts'
import { escapeXml } from '../xml/xml-text.ts'

/** Something that gave the text a new state. */
export interface AknEvent {
  readonly date: ISODate
  readonly type: 'generation' | 'amendment' | 'repeal'
  /** The instrument, as an address or a reference number. */
  readonly source: string
}

/** How long the words of a provision are in force; without `to` they still are. */
export interface AknInterval {
  readonly from: ISODate
  readonly to?: ISODate
}

/**
 * What an amending instrument did to a provision: to its words and place, or, for a variation, to what it means, to whom
 * it applies, and when it is in force.
 */
export interface AknModification {
  readonly type: keyof typeof MODIFICATION
  readonly source: string
  readonly target: ProvisionId
}

/** The element in which each type of modification is told. */
export const MODIFICATION = {
  insertion: 'textualMod',
  substitution: 'textualMod',
  repeal: 'textualMod',
  replacement: 'textualMod',
  renumbering: 'textualMod',
  split: 'textualMod',
  join: 'textualMod',
  variation: 'meaningMod',
  exceptionOfScope: 'scopeMod',
  extensionOfScope: 'scopeMod',
  entryIntoForce: 'forceMod',
  endOfEnactment: 'forceMod',
} as const

/** What is known of the document; addresses are built from country, name and dates. */
export interface AknDocument {
  /** A bill is not law yet; without it, an act. */
  readonly type?: 'act' | 'bill'
  readonly country: string
  readonly language: string
  /** A short name for addresses, such as `sec`. */
  readonly name: string
  readonly title: string
  readonly author: string
  /** When the work was first made, when this expression began to hold, when this file was written. */
  readonly workDate: ISODate
  readonly expressionDate: ISODate
  readonly manifestationDate: ISODate
  readonly events?: readonly AknEvent[]
  readonly intervals?: ReadonlyMap<ProvisionId, AknInterval>
  readonly modifications?: readonly AknModification[]
}

/** A file's meta element, and the name of the temporal group of each interval. */
export interface AknMeta {
  readonly xml: string
  readonly groupOf: (id: ProvisionId) => string | null
}

const uri = (s: string): string => encodeURIComponent(s)

const level = (name: string, address: string, date: string, dateName: string, extra: string) =>
  `<${name}><FRBRthis value="${address}"/><FRBRuri value="${address}"/><FRBRdate date="${escapeXml(date)}" name="${dateName}"/><FRBRauthor href="#author"/>${extra}</${name}>`

/**
 * Writes the meta element. `eIdOf` gives the place of a provision in this file; modifications of others are left out.
 * `active` is what this document does to others, as elements.
 */
export const aknMeta = (
  doc: AknDocument,
  eIdOf: (id: ProvisionId) => string | undefined,
  active = '',
): AknMeta => {
  const work = `/akn/${uri(doc.country)}/${doc.type ?? 'act'}/${uri(doc.workDate)}/${uri(doc.name)}`
  const expression = `${work}/${uri(doc.language)}@${uri(doc.expressionDate)}`
  const known = [...(doc.events ?? [])]
  const intervals = [...(doc.intervals ?? [])].filter(([id]) => eIdOf(id) !== undefined)
  const dates = new Set(known.map((event) => event.date))
  const missing = new Set([doc.workDate])
  for (const [, { from, to }] of intervals) {
    missing.add(from)
    if (to !== undefined) missing.add(to)
  }
  for (const date of missing)
    if (!dates.has(date))
      known.push({ date, type: date === doc.workDate ? 'generation' : 'amendment', source: '' })
  known.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const sources = [...new Set([...known, ...(doc.modifications ?? [])].map((one) => one.source))]
    .filter((source) => source !== '')
    .map((source, at) => [source, `source_${at + 1}`] as const)
  const sourceOf = new Map(sources)
  const pointer = (source: string): string => `#${sourceOf.get(source) ?? 'work'}`
  const eventOf = new Map<string, string>()
  const lifecycle = known
    .map(({ date, type, source }, at) => {
      if (!eventOf.has(date)) eventOf.set(date, `#event_${at + 1}`)
      return `<eventRef eId="event_${at + 1}" date="${escapeXml(date)}" type="${type}" source="${pointer(source)}"/>`
    })
    .join('\n')
  const groups = new Map<string, string>()
  const groupById = new Map<ProvisionId, string>()
  let temporal = ''
  for (const [id, { from, to }] of intervals) {
    const key = `${from} ${to ?? ''}`
    let group = groups.get(key)
    if (group === undefined) {
      group = `period_${groups.size + 1}`
      groups.set(key, group)
      const end = to === undefined ? '' : ` end="${eventOf.get(to)}"`
      temporal += `<temporalGroup eId="${group}"><timeInterval refersTo="#inForce" start="${eventOf.get(from)}"${end}/></temporalGroup>\n`
    }
    groupById.set(id, group)
  }
  const passive = (doc.modifications ?? [])
    .filter(({ target }) => eIdOf(target) !== undefined)
    .map(
      ({ type, source, target }, at) =>
        `<${MODIFICATION[type]} type="${type}" eId="pmod_${at + 1}"><source href="${pointer(source)}"/><destination href="#${eIdOf(target)}"/></${MODIFICATION[type]}>`,
    )
    .join('\n')
  const acts = active === '' ? '' : `<activeModifications>\n${active}\n</activeModifications>`
  const suffers =
    passive === '' ? '' : `<passiveModifications>\n${passive}\n</passiveModifications>`
  const analysis = acts + suffers
  const xml = `<meta>
<identification source="#author">
${level('FRBRWork', work, doc.workDate, 'generation', `<FRBRcountry value="${escapeXml(doc.country)}"/><FRBRname value="${escapeXml(doc.title)}"/>`)}
${level('FRBRExpression', expression, doc.expressionDate, 'validFrom', `<FRBRlanguage language="${escapeXml(doc.language)}"/>`)}
${level('FRBRManifestation', `${expression}.xml`, doc.manifestationDate, 'transform', '<FRBRformat value="application/akn+xml"/>')}
</identification>
<lifecycle source="#author">
${lifecycle}
</lifecycle>
${analysis === '' ? '' : `<analysis source="#author">${analysis}</analysis>\n`}${temporal === '' ? '' : `<temporalData source="#author">\n${temporal}</temporalData>\n`}<references source="#author">
<TLCOrganization eId="author" href="/akn/ontology/organization/${uri(doc.country)}/author" showAs="${escapeXml(doc.author)}"/>
<TLCConcept eId="inForce" href="/akn/ontology/concept/in-force" showAs="in force"/>
<TLCReference eId="work" name="work" href="${work}" showAs="${escapeXml(doc.title)}"/>
${sources.map(([source, eId]) => `<TLCReference eId="${eId}" name="instrument" href="${/^[/#]|^https?:/.test(source) ? escapeXml(encodeURI(source)) : uri(source)}" showAs="${escapeXml(source)}"/>`).join('\n')}
</references>
</meta>`
  return { xml, groupOf: (id) => groupById.get(id) ?? null }
}
