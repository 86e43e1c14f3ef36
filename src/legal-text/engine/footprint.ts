// What a proposal touches: enough to tell, without merging, which proposals have to do with each other.
import { type Difference, type Survey, surveyOf } from './diff.ts'
import { pointsTo, termOf } from './merge-notices.ts'
import type { ProvisionId, Tree } from './model.ts'
import type { Proposal } from './proposal.ts'
import { wordsOf } from './words.ts'

export interface Footprint {
  readonly proposal: Proposal
  readonly survey: Survey
  /** Provisions it inserts, rewrites, renumbers, moves or repeals. */
  readonly written: ReadonlySet<ProvisionId>
  /** The clauses (provisions with a number of their own) in which what is written lies. */
  readonly clauses: ReadonlySet<ProvisionId>
  /** Places under a parent, after a sibling, into which it puts something. */
  readonly slots: ReadonlySet<string>
  /** Numbers it gives under a parent. */
  readonly labels: ReadonlySet<string>
  /** Provisions to which the provisions it writes refer. */
  readonly refersTo: ReadonlySet<ProvisionId>
  /** Definitions that the provisions it writes use. */
  readonly uses: ReadonlySet<ProvisionId>
  /** Terms whose definition it makes, changes or repeals, with the definition. */
  readonly defines: ReadonlyMap<string, ProvisionId>
  /** The words of what it writes, for finding terms in them. */
  readonly words: string
}

const isOwnNumber = (tree: Tree): boolean => {
  const raw = tree.own.label?.raw
  return raw !== undefined && !raw.startsWith('(') && /\d/.test(raw)
}

/** The clause a provision lies in: the nearest one upwards with a number of its own, else itself. */
const clauseOf = (survey: Survey, difference: Difference): ProvisionId => {
  const stood = difference.a ?? difference.b
  for (let at = stood; at; ) {
    if (isOwnNumber(at.tree)) return at.tree.id
    const parent: Tree | null = at.parent
    if (!parent) break
    const above = survey.passed.get(parent.id)
    if (!above) return isOwnNumber(parent) ? parent.id : difference.id
    at = above
  }
  return difference.id
}

const isWritten = ({ a, b, moved }: Difference): boolean =>
  moved || !a || !b || a.tree.own !== b.tree.own

/** The footprint of a proposal on its baseline. */
export const footprint = (proposal: Proposal): Footprint => {
  const survey = surveyOf(proposal.baseline, proposal.draft)
  const written = new Set<ProvisionId>()
  const clauses = new Set<ProvisionId>()
  const slots = new Set<string>()
  const labels = new Set<string>()
  const refersTo = new Set<ProvisionId>()
  const uses = new Set<ProvisionId>()
  const defines = new Map<string, ProvisionId>()
  const words: string[] = []
  for (const difference of survey.differences) {
    const { id, a, b } = difference
    if (!isWritten(difference)) continue
    written.add(id)
    clauses.add(clauseOf(survey, difference))
    if (b?.parent && (!a || difference.moved))
      slots.add(`${b.parent.id} ${b.parent.kids[b.at - 1]?.id ?? ''}`)
    const label = b?.tree.own.label?.raw
    if (
      b?.parent &&
      label !== undefined &&
      (!a || difference.moved || a.tree.own.label?.raw !== label)
    )
      labels.add(`${b.parent.id} ${label}`)
    for (const side of [a, b]) {
      const term = side && a?.tree.own !== b?.tree.own ? termOf(side.tree.own) : null
      if (term) defines.set(term, id)
    }
    if (!b || a?.tree.own === b.tree.own) continue
    const { references, terms } = pointsTo(b.tree.own)
    for (const target of references) refersTo.add(target)
    for (const target of terms) uses.add(target)
    for (const paragraph of [b.tree.own.heading ?? [], ...b.tree.own.lead, ...b.tree.own.tail])
      words.push(wordsOf(paragraph))
  }
  return {
    proposal,
    survey,
    written,
    clauses,
    slots,
    labels,
    refersTo,
    uses,
    defines,
    words: words.join('\n'),
  }
}
