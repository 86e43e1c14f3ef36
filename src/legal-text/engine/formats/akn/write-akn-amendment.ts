// An amendment as an amending document in Akoma Ntoso: each operation an instruction in words, with what it quotes, and
// in the analysis what it does to which place of the amended text.
import { applyOps } from '../../apply-ops.ts'
import { canonicalOp } from '../../canonical-op.ts'
import type { Effect } from '../../effect.ts'
import { instructionFor, type Piece } from '../../instruction-words.ts'
import { type Draft, type Inline, type ProvisionId, provisionId, type Tree } from '../../model.ts'
import { newNumberIndex } from '../../number-index.ts'
import type { Op } from '../../op.ts'
import type { TextStore } from '../../store.ts'
import { escapeXml } from '../xml/xml-text.ts'
import { type AknDocument, type AknInterval, aknMeta, MODIFICATION } from './akn-meta.ts'
import { type AknAmendment, OP_NAMESPACE, whenSaid } from './amendment-form.ts'
import { eIdsOf } from './eid.ts'
import { newProvisionXml } from './provision-xml.ts'
import { NAMESPACE } from './write-akn.ts'

/** What is known of the amending document, and the address of the work it amends. */
export interface AknAmendmentDocument extends AknDocument {
  readonly amends: string
}

const escapeAttribute = (s: string): string =>
  escapeXml(s).replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`)

const attributes = (all: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(all)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` op:${name}="${escapeAttribute(String(value))}"`)
    .join('')

const plainWords = (ins: readonly Inline[]): string | undefined =>
  ins.every((one) => one.t === 'text')
    ? ins.map((one) => ('s' in one ? one.s : '')).join('')
    : undefined

const raw = (label: { readonly raw: string } | string | undefined): string | undefined =>
  typeof label === 'object' ? label.raw : label

/** All of an operation but what is quoted whole or with marks. */
const carried = (op: Op): string => {
  switch (op.op) {
    case 'insert':
      return attributes({ kind: op.op, parent: op.parent, after: op.after })
    case 'substitute':
      return attributes({ kind: op.op, target: op.target })
    case 'words': {
      const { from, to, base, quote, occurrence } = op.at
      const { op: kind, target, field, del } = op
      const ins = plainWords(op.ins)
      return attributes({ kind, target, field, from, to, base, quote, occurrence, del, ins })
    }
    case 'repeal':
      return attributes({ kind: op.op, target: op.target, leave: op.leave, words: op.words })
    case 'renumber':
      return attributes({ kind: op.op, target: op.target, label: raw(op.label) })
    case 'move': {
      const { op: kind, target, parent, after } = op
      return attributes({ kind, target, parent, after, label: raw(op.label) })
    }
    case 'split':
    case 'join':
      return attributes({ kind: op.op, targets: op.targets.join(' ') })
  }
}

const TYPE: Readonly<Record<Exclude<Op['op'], 'words'>, keyof typeof MODIFICATION>> = {
  insert: 'insertion',
  substitute: 'substitution',
  repeal: 'repeal',
  renumber: 'renumbering',
  move: 'replacement',
  split: 'split',
  join: 'join',
}

const typeOf = (op: Op): keyof typeof MODIFICATION => {
  if (op.op !== 'words') return TYPE[op.op]
  return op.ins.length === 0 ? 'repeal' : op.del === '' ? 'insertion' : 'substitution'
}

/** What a variation is to the provisions it touches, beside what it does to their words. */
const VARIES: Readonly<Record<Effect['mode'], keyof typeof MODIFICATION | null>> = {
  amend: null,
  vary: 'variation',
  'read-as': 'variation',
  disapply: 'exceptionOfScope',
  'add-for-period': 'extensionOfScope',
}

const placesOf = (op: Op): { readonly ids: readonly ProvisionId[]; readonly pos: string } => {
  if ('targets' in op) return { ids: op.targets, pos: '' }
  if (op.op === 'insert')
    return op.after === null
      ? { ids: [op.parent], pos: 'start' }
      : { ids: [op.after], pos: 'after' }
  return { ids: [op.target], pos: op.op === 'words' ? 'inside' : '' }
}

const PSEUDO = provisionId('amendment')

const intervalOf = ({ starts, ends }: AknAmendment): AknInterval | null => {
  if (typeof starts !== 'object' || !('on' in starts)) return null
  return typeof ends === 'object' && 'on' in ends
    ? { from: starts.on, to: ends.on }
    : { from: starts.on }
}

/** One operation in the body and in the analysis. */
interface Told {
  readonly section: string
  readonly mods: readonly string[]
}

/**
 * Writes the amending document. `readAknAmendment` gives the same operations again, in canonical form. Takes the store
 * that holds the amended text; throws where an operation does not apply, or a word holds a character that XML cannot
 * carry.
 */
export const writeAknAmendment = (
  store: TextStore,
  base: Tree,
  amendment: AknAmendment,
  doc: AknAmendmentDocument,
): string => {
  const interval = intervalOf(amendment)
  const force = interval ? '<force period="#period_1"/>' : ''
  const varies = VARIES[amendment.mode]
  const mods: string[] = []
  const mod = (type: keyof typeof MODIFICATION, eId: string, inside: string): string => {
    const element = MODIFICATION[type]
    return `<${element} type="${type}" eId="${eId}">${inside}</${element}>`
  }
  let now = base
  const tell = (op: Op, at: number): Told => {
    const n = at + 1
    const eIds = eIdsOf(now)
    const href = (id: ProvisionId): string =>
      `${escapeXml(doc.amends)}#${escapeXml(eIds.get(id) ?? id)}`
    let [texts, structures] = [0, 0]
    const ends = { struck: '', inserted: '', place: '' }
    const structure = (drafts: readonly Draft[]): string =>
      drafts
        .map((draft, which) => {
          const tree = store.plant(draft)
          const inside = eIdsOf(tree)
          const eId = (id: ProvisionId): string | undefined => {
            const its = inside.get(id)
            return its === undefined
              ? undefined
              : `mod_${n}__qstr_${structures}__${which + 1}__${its}`
          }
          return newProvisionXml({ eId, group: () => null }).provision(tree)
        })
        .join('')
    const { words } = newProvisionXml({ eId: () => undefined, group: () => null })
    const marked = op.op === 'words' && plainWords(op.ins) === undefined ? op.ins : null
    const piece = (one: Piece): string => {
      if (one.t === 'words') return escapeXml(one.s)
      if (one.t === 'place') return `<ref href="${href(one.id)}">${escapeXml(one.s)}</ref>`
      if (one.t === 'block') {
        const eId = `mod_${n}__qstr_${++structures}`
        ends.inserted = eId
        return `<quotedStructure eId="${eId}">\n${structure(one.drafts)}</quotedStructure>`
      }
      const eId = `mod_${n}__qtxt_${++texts}`
      ends[one.what] = eId
      const said = one.what === 'inserted' && marked ? words(marked) : escapeXml(one.s)
      return `<quotedText eId="${eId}" startQuote="“" endQuote="”">${said.replaceAll('\r', '&#13;')}</quotedText>`
    }
    const inWords = instructionFor(op, newNumberIndex(now)).pieces.map(piece).join('')
    const { ids, pos } = placesOf(op)
    const destinations = ids.map(
      (id) => `<destination href="${href(id)}"${pos && ` pos="${pos}"`}/>`,
    )
    const about = `<source href="#mod_${n}"/>${destinations.join('')}${force}`
    const old = ends.struck && `<old href="#${ends.struck}"/>`
    const fresh = ends.inserted && `<new href="#${ends.inserted}"/>`
    const told = [mod(typeOf(op), `amod_${n}`, about + old + fresh)]
    if (varies) told.push(mod(varies, `vmod_${n}`, about))
    const applied = applyOps(store, now, [op])
    if (!applied.ok)
      throw new Error(
        `Operation ${n} of the amendment does not apply: expected ${applied.faults[0]?.expected}, found ${applied.faults[0]?.found}`,
      )
    now = applied.value.root
    return {
      section: `<section eId="sec_${n}"><num>${n}</num><content><p><mod eId="mod_${n}"${carried(op)}>${inWords}</mod></p></content></section>\n`,
      mods: told,
    }
  }
  const all = amendment.ops.map(canonicalOp).map(tell)
  for (const one of all) mods.push(...one.mods)
  if (interval && all.length > 0) {
    const whole = `<source href="#body"/><destination href="${escapeXml(doc.amends)}"/>${force}`
    mods.push(mod('entryIntoForce', 'fmod_1', whole))
    if (interval.to !== undefined) mods.push(mod('endOfEnactment', 'fmod_2', whole))
  }
  const meta = aknMeta(
    { ...doc, intervals: interval ? new Map([[PSEUDO, interval]]) : new Map() },
    (id) => (id === PSEUDO ? 'body' : undefined),
    mods.join('\n'),
  )
  const type = doc.type ?? 'act'
  const counts = attributes({
    layer: amendment.layer,
    mode: amendment.mode,
    starts: amendment.starts && whenSaid(amendment.starts),
    ends: amendment.ends && whenSaid(amendment.ends),
  })
  const period = meta.groupOf(PSEUDO) === null ? '' : ` period="#${meta.groupOf(PSEUDO)}"`
  const empty = '<section eId="sec_0"><content/></section>\n'
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}" xmlns:op="${OP_NAMESPACE}">
<${type} name="${escapeXml(doc.name)}">
${meta.xml}
<body eId="body"${period}${counts}>
${all.length === 0 ? empty : all.map((one) => one.section).join('')}</body>
</${type}>
</akomaNtoso>
`
}
