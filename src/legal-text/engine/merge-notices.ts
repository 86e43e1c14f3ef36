// What a merge settles but a person should know: references and terms across the two sides, and variations.
import type { Notice } from './conflict.ts'
import type { Difference } from './diff.ts'
import type { Places } from './merge-places.ts'
import type { Inline, Own, ProvisionId } from './model.ts'
import { eachPhraseIn } from './phrase-finder.ts'
import { termDefinedBy } from './shape.ts'
import { paragraphsOf, wordsOf } from './words.ts'

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
  const fresh = { references: new Set<ProvisionId>(), terms: new Set<ProvisionId>() }
  eachPoint(own, (kind, id) => fresh[kind === 'term' ? 'terms' : 'references'].add(id))
  pointed.set(own, fresh)
  return fresh
}

const eachPoint = (own: Own, tell: (kind: 'reference' | 'term', id: ProvisionId) => void): void => {
  if (!own.tokens.marks) return
  const visit = (inline: Inline): void => {
    if (inline.t === 'ref' && inline.to.in === 'text') tell('reference', inline.to.id)
    else if (inline.t === 'term' && inline.def) tell('term', inline.def)
    else if (inline.t === 'em') inline.c.forEach(visit)
  }
  for (const paragraph of paragraphsOf(own)) paragraph.forEach(visit)
}

const defined = new WeakMap<Own, { readonly term: string | null }>()

/** How words begin that may define a term: with a quotation mark, or with a word that may stand before one. */
const MAY_DEFINE = /^["“fiawut]/i

/** The term a provision defines, as printed; null where it defines none. Kept, since a content never changes. */
export const termOf = (own: Own): string | null => {
  const opening = own.lead[0]?.[0]
  if (opening?.t === 'text' && own.kind !== 'definition' && !MAY_DEFINE.test(opening.s)) return null
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

type Side = 'left' | 'right'

/** What one side newly says, by the provision that says it, and the terms whose definitions it rewrites. */
interface Doing {
  readonly said: { readonly id: ProvisionId; readonly own: Own; readonly was: Own | undefined }[]
  readonly terms: Map<ProvisionId, string>
}

const doingsOf = (places: Places): Record<Side, Doing> => {
  const doings = {
    left: { said: [], terms: new Map() } as Doing,
    right: { said: [], terms: new Map() } as Doing,
  }
  const tell = (one: Difference | undefined, { said, terms }: Doing): void => {
    if (!one) return
    const { id, a, b, moved } = one
    const [was, own] = [a?.tree.own, b?.tree.own]
    const isNew = own !== was
    if (own && isNew) said.push({ id, own, was })
    const term = was && (isNew || moved) ? termOf(was) : null
    if (term) terms.set(id, term)
  }
  for (const { left, right } of places.touched.values()) {
    tell(left, doings.left)
    tell(right, doings.right)
  }
  return doings
}

/** Tells each term that stands in the words of a provision, perhaps more than once. */
const eachUse = (
  said: Doing['said'],
  terms: readonly string[],
  tell: (term: string, id: ProvisionId) => void,
): void => {
  // All is searched as one text: strings cut out of others are slow to look into one by one.
  const lines: string[] = []
  const ends: number[] = []
  let end = 0
  for (const { own } of said) {
    for (const paragraph of paragraphsOf(own)) {
      const line = wordsOf(paragraph)
      lines.push(line)
      end += line.length + 1
    }
    ends.push(end)
  }
  eachPhraseIn(lines.join('\n'), terms, (term, at) => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > at) high = middle
      else low = middle + 1
    }
    tell(term, (said[low] as (typeof said)[0]).id)
  })
}

const across = (places: Places, { said }: Doing, { terms }: Doing, theirs: Side): Notice[] => {
  const out: Notice[] = []
  const uses = (id: ProvisionId, definition: ProvisionId): void => {
    if (definition !== id) out.push({ kind: 'term', id, other: definition })
  }
  for (const { id, own, was } of said)
    eachPoint(own, (kind, target) => {
      if (kind === 'term') {
        if (terms.has(target)) uses(id, target)
      } else if (
        isRewritten(places.touched.get(target)?.[theirs]) &&
        !(was && pointsTo(was).references.has(target))
      )
        out.push({ kind: 'reference', id, other: target })
    })
  if (terms.size === 0) return out
  const definitions = Map.groupBy(terms.keys(), (id) => terms.get(id) as string)
  eachUse(said, [...definitions.keys()], (term, id) => {
    for (const definition of definitions.get(term) ?? []) uses(id, definition)
  })
  return out
}

/** Notices across the two sides of a merge. */
export const noticesOf = (places: Places, varied: ReadonlySet<ProvisionId>): Notice[] => {
  const { left, right } = doingsOf(places)
  const out = [...across(places, left, right, 'right'), ...across(places, right, left, 'left')]
  if (varied.size > 0)
    for (const { id, left, right } of places.touched.values())
      if (varied.has(id) && (isRewritten(left) || isRewritten(right)))
        out.push({ kind: 'variation', id })
  const seen = new Set<string>()
  return out.filter((one) => {
    const key = `${one.kind} ${one.id} ${one.other ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
