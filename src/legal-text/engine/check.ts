// Checks of references and defined terms. Precise before complete: a noisy check is switched off.
import { isRepealed, referenceFindings } from './check-references.ts'
import { termFindings } from './check-terms.ts'
import { type Finding, type Found, LEVEL_OF } from './finding.ts'
import { pathTo, printedNumber } from './locate.ts'
import type { Own, ProvisionId, Tree } from './model.ts'
import { newNumberIndex } from './number-index.ts'
import { newReferenceResolver } from './reference-resolver.ts'
import type { ReferenceGrammar } from './references.ts'
import { newTermIndex } from './term-index.ts'

export interface CheckOptions {
  /** Only provisions at and under this one. */
  readonly scope?: ProvisionId
  /** Provisions under an active variation. */
  readonly varied?: ReadonlySet<ProvisionId>
  readonly grammar?: ReferenceGrammar
}

const numberFindings = (tree: Tree): Found[] => {
  const seen = new Map<string, ProvisionId>()
  const out: Found[] = []
  for (const kid of tree.kids) {
    const raw = kid.own.label?.raw
    if (raw === undefined) continue
    const other = seen.get(raw)
    if (other) out.push({ kind: 'number-twice', id: kid.id, words: raw, other })
    else seen.set(raw, kid.id)
  }
  return out
}

/**
 * All findings at and under the scope: those of references and numbers in reading order, then those of terms. With a
 * scope it is quick enough to be asked while somebody writes.
 */
export const check = (root: Tree, options: CheckOptions = {}): Finding[] => {
  const checking = checkWithPauses(root, options)
  for (;;) {
    const step = checking.next()
    if (step.done) return step.value
  }
}

/** How many provisions are read from one pause to the next. */
const A_STRETCH = 200

/** The same, with pauses in which whoever asks may do other things. */
export function* checkWithPauses(
  root: Tree,
  options: CheckOptions = {},
): Generator<void, Finding[], void> {
  const kept = options.scope === undefined ? keptFor(root, options) : undefined
  const index = newNumberIndex(root)
  const start = options.scope === undefined ? root : index.place(options.scope)?.tree
  if (!start) throw new Error(`Provision ${options.scope} does not stand in this version`)
  const { grammar, varied = new Set<ProvisionId>() } = options
  const checks = { index, resolver: newReferenceResolver(root, grammar, index), varied, grammar }
  const out: Found[] = []
  let read = 0
  for (const tree of inReadingOrder(start)) {
    const before = kept?.get(tree.id)
    const found =
      before?.own === tree.own
        ? before.found
        : [...referenceFindings(tree, checks), ...numberFindings(tree)]
    kept?.set(tree.id, { own: tree.own, found })
    out.push(...found)
    if (++read % A_STRETCH === 0) yield
  }
  yield
  out.push(...termFindings(root, start, newTermIndex(root, index)))
  return out.map((one) => ({ level: LEVEL_OF[one.kind], ...one }))
}

function* inReadingOrder(tree: Tree): Generator<Tree, void, void> {
  yield tree
  for (const kid of tree.kids) yield* inReadingOrder(kid)
}

/** What was found in each provision itself, by what it said. */
type KeptFindings = Map<ProvisionId, { own: Own; found: readonly Found[] }>

const KEPT = 3
const kept: { root: Tree; findings: KeptFindings }[] = []

/**
 * What was found in the texts last checked as a whole of which this one differs in words alone: where every provision
 * stands under its number as before, a reference leads where it did, and only new words need be read.
 */
const keptFor = (root: Tree, { varied, grammar }: CheckOptions): KeptFindings | undefined => {
  if (grammar || (varied?.size ?? 0) > 0) return undefined
  const at = kept.findIndex((one) => standsAlike(one.root, root))
  const [known] = at < 0 ? [] : kept.splice(at, 1)
  const findings = known?.findings ?? new Map()
  kept.unshift({ root, findings })
  kept.splice(KEPT)
  return findings
}

/** Whether two texts have the same provisions in the same places, under the same numbers, and the same ones repealed. */
const standsAlike = (one: Tree, other: Tree): boolean =>
  one === other ||
  (one.id === other.id &&
    one.own.kind === other.own.kind &&
    one.own.label?.raw === other.own.label?.raw &&
    one.kids.length === other.kids.length &&
    isRepealed(one) === isRepealed(other) &&
    one.kids.every((kid, at) => standsAlike(kid, other.kids[at] as Tree)))

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
