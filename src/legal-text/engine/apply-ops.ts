// Applies operations one after the other; each that cannot be applied is a fault with its reason, none is dropped.
import { canonicalWords } from './canonical.ts'
import { type Editing, newEditing, type Open } from './editing.ts'
import { fieldWords, paragraphsOf, spliceWords } from './field-words.ts'
import type { Draft, Label, Own, ProvisionId, Result, Tree } from './model.ts'
import type { Lineage, Op, OpFault } from './op.ts'
import { contentOf, type TextStore } from './store.ts'

export interface Applied {
  readonly root: Tree
  readonly lineage: readonly Lineage[]
}

export interface ApplyOptions {
  /** Ids that stood once and were repealed: they never come back for another provision. */
  readonly retired?: ReadonlySet<ProvisionId>
}

type Refusal = Omit<OpFault, 'index' | 'op'> | undefined

interface Work {
  readonly store: TextStore
  readonly editing: Editing
  readonly retired: ReadonlySet<ProvisionId>
  readonly lineage: Lineage[]
}

const refused = (provision: ProvisionId, expected: string, found: string): Refusal => ({
  provision,
  expected,
  found,
})

const missing = (id: ProvisionId): Refusal =>
  refused(id, 'a provision in this version', 'none of that id')

const idsIn = (draft: Draft): ProvisionId[] => [draft.id, ...(draft.children ?? []).flatMap(idsIn)]

/** Whether new provisions may come in: each id once, none in use except those given up, none repealed before. */
const mayCome = (
  work: Work,
  drafts: readonly Draft[],
  givenUp: ReadonlySet<ProvisionId>,
): Refusal => {
  const seen = new Set<ProvisionId>()
  for (const id of drafts.flatMap(idsIn)) {
    if (seen.has(id)) return refused(id, 'each id once in what is inserted', 'it twice')
    seen.add(id)
    if (givenUp.has(id)) continue
    if (work.editing.open(id)) return refused(id, 'an id not yet in use', 'a provision of that id')
    if (work.retired.has(id))
      return refused(id, 'an id never used before', 'the id of a repealed provision')
  }
  return undefined
}

const place = (work: Work, parent: ProvisionId, after: ProvisionId | null): Refusal => {
  const holder = work.editing.open(parent)
  if (!holder) return missing(parent)
  if (after !== null && !holder.kids.includes(after))
    return refused(parent, `a place after its child ${after}`, 'no such child')
  return undefined
}

const relabelled = (store: TextStore, own: Own, label: Label | string): Own =>
  store.own({ ...contentOf(own), label })

const insert = (work: Work, op: Extract<Op, { op: 'insert' }>): Refusal => {
  const refusal = place(work, op.parent, op.after) ?? mayCome(work, [op.node], new Set())
  if (refusal) return refusal
  work.editing.sprout(op.node)
  work.editing.attach(op.node.id, op.parent, op.after)
  return undefined
}

/** Puts drafts where the first of the targets stands, in place of all of them. */
const replace = (
  work: Work,
  targets: readonly ProvisionId[],
  into: readonly Draft[],
  how: Lineage['how'],
): Refusal => {
  const { editing } = work
  const [first] = targets
  if (!first) return refused('none' as ProvisionId, 'a provision to work on', 'none named')
  for (const target of targets) {
    const open = editing.open(target)
    if (!open) return missing(target)
    if (open.parent === null) return refused(target, 'a provision under another', 'the whole text')
    if (editing.above(target).some((id) => targets.includes(id)))
      return refused(target, 'targets that do not lie within each other', 'one within another')
  }
  if (new Set(targets).size < targets.length) return refused(first, 'each target once', 'one twice')
  const givenUp = new Set(targets.flatMap((target) => editing.within(target)))
  const refusal = mayCome(work, into, givenUp)
  if (refusal) return refusal
  const parent = editing.open(first)?.parent as ProvisionId
  const siblings = (editing.open(parent) as Open).kids
  const before = siblings.slice(0, siblings.indexOf(first)).filter((id) => !targets.includes(id))
  for (const target of targets) editing.fell(target)
  let after = before.at(-1) ?? null
  for (const draft of into) {
    editing.sprout(draft)
    editing.attach(draft.id, parent, after)
    after = draft.id
    if (!givenUp.has(draft.id)) work.lineage.push({ id: draft.id, how, of: targets })
  }
  return undefined
}

/** The whole text can only become itself, rewritten under its own id. */
const substituteAll = (work: Work, op: Extract<Op, { op: 'substitute' }>): Refusal => {
  const [draft] = op.with
  if (!draft || op.with.length > 1 || draft.id !== op.target)
    return refused(op.target, 'one draft under the id of the whole text', 'others')
  const refusal = mayCome(work, op.with, new Set(work.editing.within(op.target)))
  if (refusal) return refusal
  work.editing.fell(op.target)
  work.editing.sprout(draft)
  return undefined
}

const occurrences = (words: string, quote: string): number[] => {
  const out: number[] = []
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) out.push(at)
  return out
}

/** Where the op's words stand now: by offsets while the content is the one it was written for, else by its quote. */
export const placeOfWords = (
  own: Own,
  op: Extract<Op, { op: 'words' }>,
  words: string,
): { from: number; to: number } | { expected: string; found: string } => {
  const { at } = op
  if (own.ownHash === at.base) {
    const found = words.slice(at.from, at.to)
    return found === op.del && at.from <= at.to && at.to <= words.length
      ? { from: at.from, to: at.to }
      : { expected: `"${op.del}" at ${at.from}`, found: `"${found}"` }
  }
  const quote = canonicalWords(at.quote)
  if (quote === '')
    return op.del === '' && at.from === 0
      ? { from: 0, to: 0 }
      : { expected: 'words to find the place by', found: 'other content and no quotation' }
  const places = occurrences(words, quote)
  const which = at.occurrence === 0 ? 1 : at.occurrence
  if (at.occurrence === 0 && places.length > 1)
    return { expected: `"${quote}" once`, found: `it ${places.length} times` }
  const from = places[which - 1]
  if (from === undefined)
    return {
      expected: `"${quote}", place ${which}`,
      found: places.length === 0 ? `"${words}"` : `it ${places.length} times`,
    }
  if (op.del === '') return { from: from + quote.length, to: from + quote.length }
  return quote === canonicalWords(op.del)
    ? { from, to: from + quote.length }
    : { expected: `the quotation to be what is struck, "${op.del}"`, found: `"${quote}"` }
}

const amendWords = (work: Work, op: Extract<Op, { op: 'words' }>): Refusal => {
  const open = work.editing.open(op.target)
  if (!open) return missing(op.target)
  const where = placeOfWords(open.own, op, fieldWords(open.own, op.field))
  if ('expected' in where) return refused(op.target, where.expected, where.found)
  const spliced = spliceWords(paragraphsOf(open.own, op.field), where.from, where.to, op.ins)
  const said = contentOf(open.own)
  open.own = work.store.own(
    op.field === 'heading'
      ? {
          ...said,
          heading: spliced.flatMap((line, at) =>
            at > 0 ? [{ t: 'text' as const, s: ' ' }, ...line] : line,
          ),
        }
      : { ...said, [op.field]: spliced },
  )
  return undefined
}

const repeal = (work: Work, op: Extract<Op, { op: 'repeal' }>): Refusal => {
  const open = work.editing.open(op.target)
  if (!open) return missing(op.target)
  if (open.parent === null) return refused(op.target, 'a provision under another', 'the whole text')
  if (op.leave === 'gap') {
    work.editing.fell(op.target)
    return undefined
  }
  for (const kid of [...open.kids]) work.editing.fell(kid)
  const { kind, label } = open.own
  open.own = work.store.own({ kind, label, lead: [[{ t: 'text', s: op.words ?? 'Not used' }]] })
  return undefined
}

const move = (work: Work, op: Extract<Op, { op: 'move' }>): Refusal => {
  const { editing } = work
  const open = editing.open(op.target)
  if (!open) return missing(op.target)
  if (op.after === op.target) return refused(op.target, 'a place after another', 'after itself')
  const refusal = place(work, op.parent, op.after)
  if (refusal) return refusal
  if (op.parent === op.target || editing.above(op.parent).includes(op.target))
    return refused(op.target, 'a parent outside it', `${op.parent}, which lies within it`)
  editing.detach(op.target)
  editing.attach(op.target, op.parent, op.after)
  if (op.label !== undefined) open.own = relabelled(work.store, open.own, op.label)
  return undefined
}

const carryOut = (work: Work, op: Op): Refusal => {
  switch (op.op) {
    case 'insert':
      return insert(work, op)
    case 'substitute':
      if (work.editing.open(op.target)?.parent === null) return substituteAll(work, op)
      return replace(work, [op.target], op.with, 'replaces')
    case 'words':
      return amendWords(work, op)
    case 'repeal':
      return repeal(work, op)
    case 'renumber': {
      const open = work.editing.open(op.target)
      if (!open) return missing(op.target)
      open.own = relabelled(work.store, open.own, op.label)
      return undefined
    }
    case 'move':
      return move(work, op)
    case 'split':
    case 'join':
      if (op.op === 'split' && op.targets.length !== 1)
        return refused(
          op.targets[0] ?? ('none' as ProvisionId),
          'one provision to split',
          `${op.targets.length}`,
        )
      if (op.op === 'join' && op.into.length !== 1)
        return refused(
          op.targets[0] ?? ('none' as ProvisionId),
          'one provision to join into',
          `${op.into.length}`,
        )
      return replace(work, op.targets, op.into, 'derivedFrom')
  }
}

/** The text after all operations, in order, or every fault met; nothing is applied where there is one. */
export const applyOps = (
  store: TextStore,
  root: Tree,
  ops: readonly Op[],
  options: ApplyOptions = {},
): Result<Applied, readonly OpFault[]> => {
  const work: Work = {
    store,
    editing: newEditing(store, root),
    retired: options.retired ?? new Set(),
    lineage: [],
  }
  const faults: OpFault[] = []
  ops.forEach((op, index) => {
    const refusal = carryOut(work, op)
    if (refusal) faults.push({ index, op: op.op, ...refusal })
  })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, value: { root: work.editing.finish(), lineage: work.lineage } }
}
