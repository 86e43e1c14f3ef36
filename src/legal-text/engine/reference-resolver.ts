// Where a printed reference leads, without marks: absolute ("Section D8.20(a)"), relative ("paragraph (a) above", "this
// Section"), and within another place ("paragraph 3.2 of Appendix AC"). Built once for a version.
import { enclosing, isPart } from './enclosing.ts'
import { fullNumber } from './full-number.ts'
import type { Own, ProvisionId, Tree } from './model.ts'
import {
  type Numbered,
  type NumberIndex,
  newNumberIndex,
  numberedKids,
  numberParts,
  type Placed,
  partOf,
  upwards,
} from './number-index.ts'
import { type FoundReference, findReferences, type ReferenceGrammar } from './references.ts'
import { FIELDS, type Field } from './tokens.ts'
import { wordsOf } from './words.ts'

/**
 * Where a reference leads: to a provision; nowhere, though it is surely to this text; or it cannot be told, as with
 * other documents, with words the grammar does not know, and where several provisions are called so.
 */
export type Outcome =
  | { readonly is: 'found'; readonly id: ProvisionId }
  | { readonly is: 'absent' }
  | { readonly is: 'unsure' }

/** A reference in the words of a provision, with where it stands there and leads. */
export interface PlacedReference extends FoundReference {
  readonly field: Field
  /** Which paragraph of the field, from 0; `from` and `to` count its characters. */
  readonly paragraph: number
  readonly outcome: Outcome
  /** Of a range, where its end leads; null where it is none. */
  readonly endOutcome: Outcome | null
}

export interface ReferenceResolver {
  /** The provision to which a reference printed in the provision `from` leads; null where that is not sure. */
  resolve(from: ProvisionId, found: FoundReference): ProvisionId | null
  outcome(from: ProvisionId, found: FoundReference): Outcome
  /** Every reference in the words of a provision, in order. Throws where it does not stand in this version. */
  referencesIn(id: ProvisionId): PlacedReference[]
}

const UNSURE: Outcome = { is: 'unsure' }
const ABSENT: Outcome = { is: 'absent' }
const found = (tree: Tree): Outcome => ({ is: 'found', id: tree.id })

/** Forms whose provisions are numbered by a part such as `(a)`, whatever the code calls them. */
const PARTS = new Set([
  'subsection',
  'paragraph',
  'sub-paragraph',
  'subparagraph',
  'sub-subparagraph',
  'clause',
  'subclause',
  'item',
])

/** The provisions reached from one by a chain of parts. */
const under = (tree: Tree, parts: readonly string[]): Tree[] => {
  let here = [tree]
  for (const part of parts)
    here = here.flatMap((one) =>
      numberedKids(one).filter((kid) => partOf(kid.own.label?.raw ?? '') === part),
    )
  return here
}

const isOfForm = ({ tree, form }: Numbered, wanted: string): boolean => {
  if (form !== '') return form === wanted
  const { kind } = tree.own
  if (wanted === 'schedule' || wanted === 'appendix' || wanted === 'part') return kind === wanted
  return !['row', 'cell', 'table', 'schedule', 'appendix', 'code'].includes(kind)
}

const EXTERNAL =
  /^\s*,?\s*(?:of\s+(?:the|that|such|said|those|these|an?|chapter|title|part)\b|to\s+the\s+[A-Z]|(?:of|to)\s+[A-Z§“"])/
const AFTER_DOCUMENT =
  /(?:\b(?:U\.?S\.?C?\.?|C\.?F\.?R\.?|[A-Z]{3,5}|Act|Code|Law|Regulations?|Order|Agreement|Rules?|Ordinance)(?:,? (?:of )?\d{4})?,?|\bformer|\bprevious|\boriginal)\s*$/

/** A reference as the words alone give it. */
interface Spoken {
  readonly field: Field
  readonly paragraph: number
  readonly one: FoundReference
  /** Whether the words around it say that it is to another document. */
  readonly isForeign: boolean
}

const spoken = new WeakMap<Own, readonly Spoken[]>()

/** The references in the words of a content; kept for the usual grammar, since a content never changes. */
const spokenIn = (own: Own, grammar: ReferenceGrammar | undefined): readonly Spoken[] => {
  const known = grammar ? undefined : spoken.get(own)
  if (known) return known
  const fresh = FIELDS.flatMap((field) =>
    (field === 'heading' ? (own.heading ? [own.heading] : []) : own[field]).flatMap(
      (words, paragraph) => {
        const said = wordsOf(words)
        return findReferences(said, grammar).map((one): Spoken => {
          const isForeign =
            one.of[0]?.toLowerCase() !== `this ${one.form}` &&
            (EXTERNAL.test(said.slice(one.listTo, one.listTo + 40)) ||
              AFTER_DOCUMENT.test(said.slice(Math.max(0, one.listFrom - 60), one.listFrom)))
          return { field, paragraph, one, isForeign }
        })
      },
    ),
  )
  if (!grammar) spoken.set(own, fresh)
  return fresh
}

/** Builds what is needed to resolve references in this version. */
export const newReferenceResolver = (
  root: Tree,
  grammar?: ReferenceGrammar,
  index: NumberIndex = newNumberIndex(root),
): ReferenceResolver => {
  const place = (id: ProvisionId): Placed => {
    const placed = index.place(id)
    if (!placed) throw new Error(`Provision ${id} does not stand in this version`)
    return placed
  }
  const isUnder = (tree: Tree, scope: Tree): boolean =>
    upwards(place(tree.id)).some((one) => one.tree === scope)

  /** The candidate that shares most of the way from the root with `from`, where that is one alone. */
  const nearest = (candidates: readonly Tree[], from: Placed): Tree | null => {
    if (candidates.length < 2) return candidates[0] ?? null
    const mine = new Set(upwards(from).map((one) => one.tree))
    const shared = candidates.map(
      (tree) => upwards(place(tree.id)).filter((one) => mine.has(one.tree)).length,
    )
    const most = Math.max(...shared)
    const best = candidates.filter((_, at) => shared[at] === most)
    return best.length === 1 ? (best[0] as Tree) : null
  }

  const parts = (from: Placed, all: readonly Tree[]): Outcome => {
    const tree = nearest(all, from)
    return tree ? found(tree) : UNSURE
  }

  const headed = (
    from: Placed,
    { form, number }: { form: string; number: string },
    scope: Tree | null,
  ): Outcome => {
    const { head, brackets } = numberParts(number)
    const within = (one: Numbered): boolean => scope === null || isUnder(one.tree, scope)
    const named = [index.at(number.toLowerCase().replace(/\s/g, '')), index.at(head)]
    const [whole, only] = named.map((all) =>
      all.filter((one) => isOfForm(one, form) && within(one)),
    ) as [Numbered[], Numbered[]]
    const isWhole = brackets.length > 0 && whole.length > 0
    const able = isWhole ? whole : only
    const preferred = able.filter((one) => one.form === form || one.tree.own.kind === form)
    const trees = (preferred.length > 0 ? preferred : able).map((one) => one.tree)
    const mine = form === 'section' || PARTS.has(form)
    const [, base, letter] = /^(.*\d)([a-z]{1,2})$/.exec(number) ?? []
    if (trees.length === 0 && base && letter) {
      const within = headed(from, { form, number: `${base}(${letter})` }, scope)
      return within.is === 'found' ? within : UNSURE
    }
    const isRange = head.includes('-') && index.at(head.slice(0, head.indexOf('-'))).length > 0
    if (trees.length === 0)
      return scope === null &&
        mine &&
        !isRange &&
        index.at(head).length === 0 &&
        index.hasSeries(head)
        ? ABSENT
        : UNSURE
    const tree = nearest(trees, from)
    if (!tree) return UNSURE
    if (isWhole || brackets.length === 0) return found(tree)
    const reached = under(tree, brackets)
    if (reached.length > 0) return parts(from, reached)
    return mine && numberedKids(tree).some(isPart) ? ABSENT : UNSURE
  }

  /** Parts alone, from the nearest provision upwards that has them, as far as the one with a whole number. */
  const bare = (from: Placed, brackets: readonly string[]): Outcome => {
    for (const { tree } of upwards(from)) {
      const reached = under(tree, brackets)
      if (reached.length > 0) return parts(from, reached)
      if (/\d/.test(tree.own.label?.raw ?? '') && !isPart(tree))
        return numberedKids(tree).some(isPart) ? ABSENT : UNSURE
    }
    return UNSURE
  }

  /** A number, with a head or of parts alone, within a scope or seen from `from`. */
  const numbered = (
    from: Placed,
    { form, number }: { form: string; number: string },
    scope: Tree | null,
  ): Outcome => {
    const { head, brackets } = numberParts(number)
    if (head !== '') return headed(from, { form, number }, scope)
    if (!scope) return PARTS.has(form) ? bare(from, brackets) : UNSURE
    const reached = under(scope, brackets)
    if (reached.length > 0) return parts(from, reached)
    return numberedKids(scope).some(isPart) ? ABSENT : UNSURE
  }

  /** The provision of a form that `from` lies in; a form of parts needs the numbers looked for under it. */
  const around = (from: Placed, form: string, below: readonly string[]): Tree | null => {
    const way = upwards(from).map((one) => one.tree)
    const named = enclosing(way, form)
    if (named || !PARTS.has(form)) return named
    const above = way.filter(isPart)
    if (below.length > 0) return above.find((tree) => under(tree, below).length > 0) ?? null
    return above.length === 1 || form === 'subsection' ? (above.at(-1) ?? null) : null
  }

  /** The place in which a reference is said to stand; `unsure` where it is not a place of this text, or not known. */
  const scopeOf = (from: Placed, reference: FoundReference): Tree | null | 'unsure' => {
    let scope: Tree | null = null
    const { brackets, head } = numberParts(reference.full)
    for (let at = reference.of.length - 1; at >= 0; at--) {
      const words = reference.of[at] as string
      const [, deictic, form] = /^(this|that|such|the)\s+(.*)$/i.exec(words) ?? []
      if (deictic?.toLowerCase() === 'this') {
        const below = at === 0 && head === '' ? brackets : []
        scope = around(from, (form ?? '').toLowerCase(), below)
      } else if (deictic) return 'unsure'
      else {
        const named = /^(?:(§§?)\s*|([A-Za-z-]+)\s+)(.*)$/.exec(words)
        const formed = named?.[1] ? 'section' : (named?.[2] ?? '').toLowerCase()
        const outcome = numbered(from, { form: formed, number: named?.[3] ?? '' }, scope)
        scope = outcome.is === 'found' ? place(outcome.id).tree : null
      }
      if (!scope) return 'unsure'
    }
    return scope
  }

  const outcomeOf = (from: Placed, reference: FoundReference, number: string): Outcome => {
    const scope = scopeOf(from, reference)
    if (reference.form === 'document' || scope === 'unsure') return UNSURE
    if (number === '') return scope ? found(scope) : UNSURE
    return numbered(from, { form: reference.form, number }, scope)
  }

  const outcome = (from: ProvisionId, reference: FoundReference): Outcome =>
    outcomeOf(place(from), reference, reference.full)

  const endOf = (from: Placed, reference: FoundReference, start: Outcome): Outcome | null => {
    if (reference.upTo === null) return null
    return start.is === 'absent'
      ? UNSURE
      : outcomeOf(from, reference, fullNumber(reference.upTo, reference.full))
  }

  const placed = (from: Placed, spoken: readonly Spoken[]) =>
    spoken.map(({ field, paragraph, isForeign, one }): PlacedReference => {
      const reached = isForeign ? UNSURE : outcomeOf(from, one, one.full)
      const end = isForeign && one.upTo !== null ? UNSURE : endOf(from, one, reached)
      return { ...one, field, paragraph, outcome: reached, endOutcome: end }
    })

  return {
    outcome,
    resolve: (from, reference) => {
      const reached = outcome(from, reference)
      return reached.is === 'found' ? reached.id : null
    },
    referencesIn: (id) => {
      const from = place(id)
      return placed(from, spokenIn(from.tree.own, grammar))
    },
  }
}
