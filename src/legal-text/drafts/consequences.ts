// What a draft makes necessary elsewhere: references to what it renumbers or repeals, and terms that it leaves without
// a use. Each is proposed with the operation that would make it; none is ever made unasked.

import {
  FIELDS,
  type Field,
  fieldWords,
  findReferences,
  type Inline,
  instructionOf,
  newReferenceResolver,
  type Op,
  type Own,
  type ProvisionId,
  type Tree,
  text,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { termsLeftUnused } from './findings-brought.ts'

export interface Consequence {
  readonly id: ProvisionId
  /** Why, in a sentence. */
  readonly says: string
  /** The instruction that would make it. */
  readonly instruction: string
  readonly op: Op
}

/** What became of a provision that others may refer to. */
type Fate = { readonly is: 'gone' } | { readonly is: 'renumbered'; readonly number: string }

const notUsed = (own: Own) =>
  /^\W{0,2}(not used|repealed|deleted)\W*$/i.test(fieldWords(own, 'lead'))

function fatesOf(base: Tree, root: Tree): ReadonlyMap<ProvisionId, Fate> {
  const [was, is] = [numbersOf(base), numbersOf(root)]
  const fates = new Map<ProvisionId, Fate>()
  const visit = (tree: Tree): void => {
    const stands = is.tree(tree.id)
    const number = was.numberOf(tree.id)
    // What is under a provision with a number of its own is called as before where that is.
    if (stands === tree && tree.own.label && number === is.numberOf(tree.id)) return
    if (stands !== tree || number !== is.numberOf(tree.id)) {
      if (!stands || (notUsed(stands.own) && !notUsed(tree.own))) fates.set(tree.id, { is: 'gone' })
      else if (number !== '' && number !== is.numberOf(tree.id))
        fates.set(tree.id, { is: 'renumbered', number: is.numberOf(tree.id) })
    }
    tree.kids.forEach(visit)
  }
  visit(base)
  return fates
}

/** A reference in words: where it stands in a field, what it says, and what it means. */
interface Reference {
  readonly field: Field
  readonly from: number
  readonly words: string
  readonly number: string
  readonly to: ProvisionId
  readonly marked: Extract<Inline, { t: 'ref' }> | null
}

const flat = (inline: Inline): readonly Inline[] =>
  inline.t === 'em' ? inline.c.flatMap(flat) : [inline]
const lengthOf = (inline: Inline): number =>
  inline.t === 'em' ? inline.c.reduce((sum, one) => sum + lengthOf(one), 0) : inline.s.length

function markedIn(own: Own, field: Field): Reference[] {
  const paragraphs = field === 'heading' ? (own.heading ? [own.heading] : []) : own[field]
  const out: Reference[] = []
  let at = 0
  for (const paragraph of paragraphs) {
    for (const inline of paragraph.flatMap(flat)) {
      if (inline.t === 'ref' && inline.to.in === 'text') {
        const [printed] = findReferences(inline.s)
        out.push({
          field,
          from: at,
          words: inline.s,
          number: printed?.number || inline.s,
          to: inline.to.id,
          marked: inline,
        })
      }
      at += lengthOf(inline)
    }
    at += 1
  }
  return out
}

const resolvers = new WeakMap<Tree, ReturnType<typeof newReferenceResolver>>()

const printed = new WeakMap<Tree, Map<ProvisionId, readonly Reference[]>>()

/** References printed without marks in a provision of the text that the draft amends, as they were meant there. */
function printedIn(base: Tree, tree: Tree): readonly Reference[] {
  const known = printed.get(base) ?? new Map()
  printed.set(base, known)
  const before = known.get(tree.id)
  if (before) return before
  const fresh = printedAnew(base, tree)
  known.set(tree.id, fresh)
  return fresh
}

function printedAnew(base: Tree, tree: Tree): Reference[] {
  const resolver = resolvers.get(base) ?? newReferenceResolver(base)
  resolvers.set(base, resolver)
  return resolver
    .referencesIn(tree.id)
    .flatMap(({ field, paragraph, from, words, number, outcome }): Reference[] => {
      if (outcome.is !== 'found' || number === '') return []
      const lines = fieldWords(tree.own, field).split('\n')
      const start = lines.slice(0, paragraph).reduce((sum, line) => sum + line.length + 1, from)
      return [{ field, from: start, words, number, to: outcome.id, marked: null }]
    })
}

const rewordedTo = ({ marked }: Reference, words: string): Inline =>
  marked ? { ...marked, s: words } : text(words)

function opFor({ field, from, words, ...reference }: Reference, tree: Tree, fresh: string): Op {
  const said = fieldWords(tree.own, field)
  let [start, end] = [from, from + words.length]
  if (fresh === '') {
    if (said[start - 1] === ' ') start -= 1
    else if (said[end] === ' ') end += 1
  }
  const del = said.slice(start, end)
  const occurrence = said.slice(0, end).split(del).length - 1
  return {
    op: 'words',
    target: tree.id,
    field,
    at: { from: start, to: end, base: tree.own.ownHash, quote: del, occurrence },
    del,
    ins: fresh === '' ? [] : [rewordedTo({ field, from, words, ...reference }, fresh)],
  }
}

const kept = new WeakMap<Tree, WeakMap<Tree, readonly Consequence[]>>()

/** Everything that the draft makes necessary elsewhere, in reading order of the drafted text. */
export function consequencesOf(base: Tree, root: Tree): readonly Consequence[] {
  const known = kept.get(base) ?? new WeakMap()
  kept.set(base, known)
  const before = known.get(root)
  if (before) return before
  const out = base === root ? [] : [...referencesBroken(base, root), ...termsOrphaned(base, root)]
  known.set(root, out)
  return out
}

function referencesBroken(base: Tree, root: Tree): Consequence[] {
  const fates = fatesOf(base, root)
  if (fates.size === 0) return []
  const [was, is] = [numbersOf(base), numbersOf(root)]
  const all = referrersIn(base)
  const referring = new Set([...fates.keys()].flatMap((id) => all.get(id) ?? []))
  const out: Consequence[] = []
  const say = (tree: Tree, reference: Reference): void => {
    const fate = fates.get(reference.to)
    if (!fate) return
    const number =
      fate.is === 'gone' ? '' : numberAfter(reference, fate.number, is.tree(reference.to))
    if (fate.is === 'renumbered' && reference.words.includes(number)) return
    const old = was.numberOf(reference.to)
    const fresh = fate.is === 'gone' ? '' : reference.words.replace(reference.number, number)
    const op = opFor(reference, tree, fresh)
    const here = is.numberOf(tree.id) || unnumberedIn(is.pathOf(tree.id))
    out.push({
      id: tree.id,
      says:
        fate.is === 'gone'
          ? `${here} refers to ${old || 'a provision'}, which the draft repeals`
          : `${here} refers to ${old}, which the draft renumbers ${fate.number}`,
      instruction: instructionOf(op, root),
      op,
    })
  }
  const visit = (tree: Tree): void => {
    const marked = tree.own.tokens.marks ? FIELDS.flatMap((field) => markedIn(tree.own, field)) : []
    const untouched = was.tree(tree.id)?.own === tree.own
    const unmarked =
      untouched && referring.has(tree.id)
        ? printedIn(base, tree).filter((one) => !marked.some((other) => isWithin(one, other)))
        : []
    for (const reference of [...marked, ...unmarked]) say(tree, reference)
    tree.kids.forEach(visit)
  }
  visit(root)
  return out
}

const referrers = new WeakMap<Tree, ReadonlyMap<ProvisionId, readonly ProvisionId[]>>()

/** Which provisions refer to each in words without marks; read once for a text, since a draft leaves most of it alone. */
function referrersIn(base: Tree): ReadonlyMap<ProvisionId, readonly ProvisionId[]> {
  const before = referrers.get(base)
  if (before) return before
  const fresh = new Map<ProvisionId, ProvisionId[]>()
  const visit = (tree: Tree): void => {
    for (const { to } of printedIn(base, tree)) fresh.set(to, [...(fresh.get(to) ?? []), tree.id])
    tree.kids.forEach(visit)
  }
  visit(base)
  referrers.set(base, fresh)
  return fresh
}

const unnumberedIn = (path: readonly Tree[]): string => {
  const above = path.findLast(({ own }) => own.label !== null)
  return above ? `A provision in ${above.own.label!.raw}` : 'A provision'
}

/** `(a)` is called by its own number alone where it was called so. */
const numberAfter = (reference: Reference, full: string, tree: Tree | undefined): string =>
  reference.number.startsWith('(') ? (tree?.own.label?.raw ?? full) : full

const isWithin = (one: Reference, other: Reference): boolean =>
  one.field === other.field && other.from <= one.from && one.from < other.from + other.words.length

function termsOrphaned(base: Tree, root: Tree): Consequence[] {
  return termsLeftUnused(base, root).map(({ id, words }) => {
    const op: Op = { op: 'repeal', target: id, leave: 'gap' }
    return {
      id,
      says: `“${words}” is defined, and the draft leaves no use of it`,
      instruction: instructionOf(op, root),
      op,
    }
  })
}
