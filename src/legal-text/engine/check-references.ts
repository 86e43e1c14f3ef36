// Checks of the references in one provision: those marked, and those that stand in the words alone.

import { isPart } from './enclosing.ts'
import type { Found } from './finding.ts'
import { printedNumber } from './locate.ts'
import type { Inline, Own, Paragraph, ProvisionId, Tree } from './model.ts'
import { labelParts, type NumberIndex, numberedKids, partOf, upwards } from './number-index.ts'
import type { PlacedReference, ReferenceResolver } from './reference-resolver.ts'
import { findReferences, type ReferenceGrammar } from './references.ts'
import { wordsOf } from './words.ts'

const REPEALED = /^\W{0,2}(not used|repealed|deleted|reserved|repealed, \d{4}[^\]]{0,60})\W*$/i

/** Whether a provision says no more than that it is not used. */
export const isRepealed = ({ own, kids }: Tree): boolean =>
  kids.length === 0 && own.lead.length === 1 && REPEALED.test(wordsOf(own.lead[0] ?? []))

const flat = (inline: Inline): Inline[] => (inline.t === 'em' ? inline.c.flatMap(flat) : [inline])

const inlinesOf = (own: Own): Inline[] =>
  [own.heading ?? [], ...own.lead, ...own.tail].flatMap((paragraph) => paragraph.flatMap(flat))

const plain = (number: string): string => number.replace(/[^A-Za-z0-9]/g, '').toLowerCase()

/** The numbers a provision may be called by: its own, and its full one up to each parent. */
const namesOf = (path: readonly Tree[]): Set<string> => {
  const names = new Set([plain(printedNumber(path))])
  let name = ''
  for (let at = path.length - 1; at >= 0; at--) {
    const raw = path[at]?.own.label?.raw
    if (raw === undefined) continue
    name = plain(raw) + name
    names.add(name)
    names.add(plain(raw.split(' ').at(-1) ?? raw))
  }
  return names
}

export interface ReferenceChecks {
  readonly index: NumberIndex
  readonly resolver: ReferenceResolver
  readonly varied: ReadonlySet<ProvisionId>
  readonly grammar: ReferenceGrammar | undefined
}

const markedFindings = (tree: Tree, { index, varied, grammar }: ReferenceChecks): Found[] => {
  const out: Found[] = []
  for (const inline of inlinesOf(tree.own)) {
    if (inline.t === 'term' && inline.def && !index.place(inline.def))
      out.push({ kind: 'target-absent', id: tree.id, words: inline.s, other: inline.def })
    if (inline.t !== 'ref') continue
    if (inline.to.in === 'nowhere')
      out.push({ kind: 'target-not-found', id: tree.id, words: inline.s })
    if (inline.to.in !== 'text') continue
    const { id: other } = inline.to
    const target = index.place(other)
    if (!target) {
      out.push({ kind: 'target-absent', id: tree.id, words: inline.s, other })
      continue
    }
    if (isRepealed(target.tree))
      out.push({ kind: 'target-repealed', id: tree.id, words: inline.s, other })
    if (varied.has(other)) out.push({ kind: 'target-varied', id: tree.id, words: inline.s, other })
    const [printed] = findReferences(inline.s, grammar)
    const path = upwards(target).map((one) => one.tree)
    if (printed && printed.number !== '' && !namesOf(path.reverse()).has(plain(printed.number)))
      out.push({ kind: 'number-differs', id: tree.id, words: inline.s, other })
  }
  return out
}

const paragraphAt = (own: Own, { field, paragraph }: PlacedReference): Paragraph =>
  (field === 'heading' ? own.heading : own[field][paragraph]) ?? []

/** Whether a mark already says where a reference leads, so that its words need not. */
const isMarked = (own: Own, reference: PlacedReference): boolean => {
  let at = 0
  for (const inline of paragraphAt(own, reference).flatMap(flat)) {
    const to = at + wordsOf([inline]).length
    if (inline.t === 'ref' && at < reference.to && reference.from < to) return true
    at = to
  }
  return false
}

/** The last number of a printed one and what stands before it: `47-857.01` is 1 after `47-857.`, `(c)` is 3. */
const counted = (raw: string, hasLetters: boolean): { before: string; number: number } | null => {
  const part = partOf(raw) ?? labelParts(raw).head
  const [, before, digits] = /^(.*?)(\d+)[a-z]*$/i.exec(part) ?? []
  if (digits !== undefined) return { before: before ?? '', number: Number(digits) }
  return hasLetters && /^[a-z]$/i.test(part)
    ? { before: '', number: part.toLowerCase().charCodeAt(0) - 96 }
    : null
}

/** What is missing or not used between two siblings, as printed; null where nothing is, or it cannot be told. */
const gapBetween = (from: Tree, to: Tree, index: NumberIndex): string | null => {
  const parent = index.place(from.id)?.parent?.tree
  const siblings = parent ? numberedKids(parent) : []
  const span = siblings.slice(siblings.indexOf(from), siblings.indexOf(to) + 1)
  if (span.length < 2) return null
  const unused = span.find((tree) => isRepealed(tree))
  if (unused) return unused.own.label?.raw ?? ''
  const isLettered =
    isPart(from) && span.every((tree) => !/^\([ivxl]+\)$/i.test(tree.own.label?.raw ?? ''))
  const last = new Map<string, number>()
  for (const tree of span) {
    const raw = tree.own.label?.raw ?? ''
    const count = counted(raw, isLettered)
    if (!count) continue
    const before = last.get(count.before)
    if (before !== undefined && count.number > before + 1) return `before ${raw}`
    last.set(count.before, count.number)
  }
  return null
}

const printedFindings = (tree: Tree, { index, resolver, varied }: ReferenceChecks): Found[] => {
  const out: Found[] = []
  const treeAt = (id: ProvisionId): Tree => index.place(id)?.tree as Tree
  for (const one of resolver.referencesIn(tree.id)) {
    const { outcome, endOutcome, words } = one
    const marked = isMarked(tree.own, one)
    if (!marked && (outcome.is === 'absent' || endOutcome?.is === 'absent'))
      out.push({ kind: 'target-absent', id: tree.id, words })
    if (outcome.is !== 'found') continue
    const target = treeAt(outcome.id)
    if (!marked && one.number !== '' && isRepealed(target))
      out.push({ kind: 'target-repealed', id: tree.id, words, other: target.id })
    if (!marked && one.number !== '' && varied.has(target.id))
      out.push({ kind: 'target-varied', id: tree.id, words, other: target.id })
    if (endOutcome?.is !== 'found') continue
    if (gapBetween(target, treeAt(endOutcome.id), index) !== null)
      out.push({ kind: 'range-gap', id: tree.id, words, other: target.id })
  }
  return out
}

/** Everything found about the references in one provision, its children left out. */
export const referenceFindings = (tree: Tree, checks: ReferenceChecks): Found[] => [
  ...markedFindings(tree, checks),
  ...printedFindings(tree, checks),
]
