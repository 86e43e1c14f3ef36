// Checks of references and defined terms. Precise before complete: a noisy check is switched off.
import { indexOf } from './apply-redline.ts'
import { pathTo, printedNumber } from './locate.ts'
import type { Inline, Own, ProvisionId, Tree } from './model.ts'
import { findReferences, type ReferenceGrammar } from './references.ts'
import { definitionsIn, isWithin, usedInAnyCase, usesIn } from './terms.ts'
import { wordsOf } from './words.ts'

export type Level = 'error' | 'warning' | 'info'

export type FindingKind =
  | 'target-absent'
  | 'target-repealed'
  | 'target-not-found'
  | 'number-differs'
  | 'target-varied'
  | 'term-defined-twice'
  | 'term-never-used'
  | 'term-in-small-letters'
  | 'number-twice'

export interface Finding {
  readonly level: Level
  readonly kind: FindingKind
  readonly id: ProvisionId
  /** The words concerned, as printed. */
  readonly words: string
  readonly other?: ProvisionId
}

export interface CheckOptions {
  /** Only provisions at and under this one. */
  readonly scope?: ProvisionId
  /** Provisions under an active variation. */
  readonly varied?: ReadonlySet<ProvisionId>
  readonly grammar?: ReferenceGrammar
}

const LEVELS: Record<FindingKind, Level> = {
  'target-absent': 'error',
  'target-repealed': 'error',
  'target-not-found': 'warning',
  'number-differs': 'warning',
  'target-varied': 'warning',
  'term-defined-twice': 'error',
  'term-never-used': 'warning',
  'term-in-small-letters': 'info',
  'number-twice': 'warning',
}

const REPEALED = /^\W{0,2}(not used|repealed|deleted)\W*$/i

const isRepealed = (own: Own): boolean =>
  own.lead.length === 1 && REPEALED.test(wordsOf(own.lead[0] ?? []))

const inlinesOf = (own: Own): Inline[] => {
  const flat = (inline: Inline): Inline[] => (inline.t === 'em' ? inline.c.flatMap(flat) : [inline])
  return [own.heading ?? [], ...own.lead, ...own.tail].flatMap((paragraph) =>
    paragraph.flatMap(flat),
  )
}

const bare = (number: string): string => number.replace(/[^A-Za-z0-9]/g, '').toLowerCase()

/** The numbers a provision may be called by: its own, and its full one up to each parent. */
const namesOf = (path: readonly Tree[]): Set<string> => {
  const names = new Set([bare(printedNumber(path))])
  let name = ''
  for (let at = path.length - 1; at >= 0; at--) {
    const raw = path[at]?.own.label?.raw
    if (raw === undefined) continue
    name = bare(raw) + name
    names.add(name)
    names.add(bare(raw.split(' ').at(-1) ?? raw))
  }
  return names
}

const referenceFindings = (
  root: Tree,
  tree: Tree,
  index: Map<ProvisionId, Tree>,
  options: CheckOptions,
): Omit<Finding, 'level'>[] => {
  const out: Omit<Finding, 'level'>[] = []
  for (const inline of inlinesOf(tree.own)) {
    if (inline.t === 'term' && inline.def && !index.has(inline.def))
      out.push({ kind: 'target-absent', id: tree.id, words: inline.s, other: inline.def })
    if (inline.t !== 'ref') continue
    if (inline.to.in === 'nowhere')
      out.push({ kind: 'target-not-found', id: tree.id, words: inline.s })
    if (inline.to.in !== 'text') continue
    const { id: other } = inline.to
    const target = index.get(other)
    if (!target) {
      out.push({ kind: 'target-absent', id: tree.id, words: inline.s, other })
      continue
    }
    if (isRepealed(target.own))
      out.push({ kind: 'target-repealed', id: tree.id, words: inline.s, other })
    if (options.varied?.has(other))
      out.push({ kind: 'target-varied', id: tree.id, words: inline.s, other })
    const [printed] = findReferences(inline.s, options.grammar)
    if (printed && printed.number !== '' && !namesOf(pathTo(root, other)).has(bare(printed.number)))
      out.push({ kind: 'number-differs', id: tree.id, words: inline.s, other })
  }
  return out
}

const termFindings = (root: Tree): Omit<Finding, 'level'>[] => {
  const out: Omit<Finding, 'level'>[] = []
  const definitions = definitionsIn(root)
  const byTerm = Map.groupBy(definitions, (one) => one.term)
  const uses = Map.groupBy(usesIn(root, definitions), (use) => use.term)
  const unused = new Set([...byTerm.keys()].filter((term) => !uses.has(term)))
  const findSmall = usedInAnyCase(
    root,
    definitions.filter((one) => unused.has(one.term)),
  )
  for (const [term, all] of byTerm) {
    const scopes = Map.groupBy(all, (one) => one.scope)
    for (const same of scopes.values())
      for (const twice of same.slice(1))
        out.push({
          kind: 'term-defined-twice',
          id: twice.id,
          words: term,
          other: (same[0] as typeof twice).id,
        })
    if (uses.has(term)) continue
    const isInSmall = findSmall.has(term.toLowerCase())
    for (const one of all)
      out.push({
        kind: isInSmall ? 'term-in-small-letters' : 'term-never-used',
        id: one.id,
        words: term,
      })
  }
  return out
}

const numberFindings = (tree: Tree): Omit<Finding, 'level'>[] => {
  const seen = new Map<string, ProvisionId>()
  const out: Omit<Finding, 'level'>[] = []
  for (const kid of tree.kids) {
    const raw = kid.own.label?.raw
    if (raw === undefined) continue
    const other = seen.get(raw)
    if (other) out.push({ kind: 'number-twice', id: kid.id, words: raw, other })
    else seen.set(raw, kid.id)
  }
  return out
}

/** All findings at and under the scope, in reading order. */
export const check = (root: Tree, options: CheckOptions = {}): Finding[] => {
  const index = indexOf(root)
  const start = options.scope === undefined ? root : index.get(options.scope)
  if (!start) throw new Error(`Provision ${options.scope} does not stand in this version`)
  const out: Omit<Finding, 'level'>[] = []
  const visit = (tree: Tree): void => {
    out.push(...referenceFindings(root, tree, index, options), ...numberFindings(tree))
    tree.kids.forEach(visit)
  }
  visit(start)
  const isIn = (id: ProvisionId): boolean => isWithin(root, id, start.id)
  out.push(...termFindings(root).filter((one) => isIn(one.id)))
  return out.map((one) => ({ level: LEVELS[one.kind], ...one }))
}

/** References whose printed words no longer fit, and what they would have to say: amendments to propose, never made. */
export const consequentialChanges = (
  root: Tree,
): {
  readonly id: ProvisionId
  readonly words: string
  readonly target: ProvisionId
  readonly number: string
}[] =>
  check(root)
    .filter((one) => one.kind === 'number-differs')
    .map((one) => ({
      id: one.id,
      words: one.words,
      target: one.other as ProvisionId,
      number: printedNumber(pathTo(root, one.other as ProvisionId)),
    }))
