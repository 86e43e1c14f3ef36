// Checks of references and defined terms. Precise before complete: a noisy check is switched off.
import { referenceFindings } from './check-references.ts'
import { termFindings } from './check-terms.ts'
import { type Finding, type Found, LEVEL_OF } from './finding.ts'
import { pathTo, printedNumber } from './locate.ts'
import type { ProvisionId, Tree } from './model.ts'
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
  const index = newNumberIndex(root)
  const start = options.scope === undefined ? root : index.place(options.scope)?.tree
  if (!start) throw new Error(`Provision ${options.scope} does not stand in this version`)
  const { grammar, varied = new Set<ProvisionId>() } = options
  const checks = { index, resolver: newReferenceResolver(root, grammar, index), varied, grammar }
  const out: Found[] = []
  const visit = (tree: Tree): void => {
    out.push(...referenceFindings(tree, checks), ...numberFindings(tree))
    tree.kids.forEach(visit)
  }
  visit(start)
  out.push(...termFindings(root, start, newTermIndex(root, index)))
  return out.map((one) => ({ level: LEVEL_OF[one.kind], ...one }))
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
