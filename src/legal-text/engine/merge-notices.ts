// What a merge settles but a person should know: references and terms across the two sides, and variations.
import type { Notice } from './conflict.ts'
import type { Difference } from './diff.ts'
import type { Places } from './merge-places.ts'
import type { Inline, Own, ProvisionId } from './model.ts'
import { termDefinedBy } from './shape.ts'
import { wordsIn, wordsOf } from './words.ts'

interface Points {
  readonly references: ReadonlySet<ProvisionId>
  readonly terms: ReadonlySet<ProvisionId>
}

const NOWHERE: Points = { references: new Set(), terms: new Set() }
const pointed = new WeakMap<Own, Points>()

/** Every reference to and use of a provision in the words of one content, by id. */
export const pointsTo = (own: Own): Points => {
  if (!own.tokens.marks) return NOWHERE
  const known = pointed.get(own)
  if (known) return known
  const references = new Set<ProvisionId>()
  const terms = new Set<ProvisionId>()
  const visit = (inline: Inline): void => {
    if (inline.t === 'ref' && inline.to.in === 'text') references.add(inline.to.id)
    else if (inline.t === 'term' && inline.def) terms.add(inline.def)
    else if (inline.t === 'em') inline.c.forEach(visit)
  }
  for (const paragraph of [own.heading ?? [], ...own.lead, ...own.tail]) paragraph.forEach(visit)
  const fresh = { references, terms }
  pointed.set(own, fresh)
  return fresh
}

const defined = new WeakMap<Own, { readonly term: string | null }>()

/** The term a provision defines, as printed; null where it defines none. Kept, since a content never changes. */
export const termOf = (own: Own): string | null => {
  const known = defined.get(own)
  if (known) return known.term
  const term = termFoundIn(own)
  defined.set(own, { term })
  return term
}

/** Words before a defined term that are no part of it. */
const OPENS =
  /^(?:(?:for|in|as|when|within|under)\b[^"“]{0,160}?\b)?the (?:term|terms|word|words|expression|phrase),? (?=["“])/i

/** The term of `“Claims” of a Contributor means ...`, in small letters. */
const definedOf = (words: string): string | null =>
  /^["“]([^"”]{2,80})["”] (?:of|in|to|for|when|as)\b[^.;"“]{0,80}? (?:means?|includes?)\b/
    .exec(words)?.[1]
    ?.toLowerCase() ?? null

const termFoundIn = (own: Own): string | null => {
  const first = own.lead[0]
  if (!first) return null
  const marked = own.kind === 'definition' ? first.find((inline) => inline.t === 'term') : undefined
  if (marked?.t === 'term') return marked.s
  const words = wordsOf(first).replace(OPENS, '')
  const defines = own.kind === 'definition' || /^["“]/.test(words)
  const found = defines ? (termDefinedBy(words) ?? definedOf(words)) : null
  if (found === null) return null
  const at = words.toLowerCase().indexOf(found)
  return words.slice(at, at + found.length)
}

const isRewritten = (one: Difference | undefined): boolean =>
  one?.a != null && (one.b === null || one.moved || one.a.tree.own !== one.b.tree.own)

const across = (one: Places['left'], other: Places['left']): Notice[] => {
  const out: Notice[] = []
  const defined: [string, ProvisionId][] = []
  for (const [id, difference] of other) {
    const own = difference.a?.tree.own ?? difference.b?.tree.own
    const term = isRewritten(difference) && own ? termOf(own) : null
    if (term) defined.push([term, id])
  }
  for (const [id, difference] of one) {
    const own = difference.b?.tree.own
    if (!own || own === difference.a?.tree.own) continue
    const now = pointsTo(own)
    const was = difference.a ? pointsTo(difference.a.tree.own) : undefined
    for (const target of now.references)
      if (!was?.references.has(target) && isRewritten(other.get(target)))
        out.push({ kind: 'reference', id, other: target })
    const words = defined.length > 0 ? wordsIn(own) : ''
    for (const [term, definition] of defined)
      if (definition !== id && (now.terms.has(definition) || words.includes(term)))
        out.push({ kind: 'term', id, other: definition })
  }
  return out
}

/** Notices across the two sides of a merge. */
export const noticesOf = (places: Places, varied: ReadonlySet<ProvisionId>): Notice[] => {
  const out = [...across(places.left, places.right), ...across(places.right, places.left)]
  if (varied.size > 0)
    for (const id of places.touched)
      if (varied.has(id) && (isRewritten(places.left.get(id)) || isRewritten(places.right.get(id))))
        out.push({ kind: 'variation', id })
  const seen = new Set<string>()
  return out.filter((one) => {
    const key = `${one.kind} ${one.id} ${one.other ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
