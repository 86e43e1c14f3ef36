// A copy of an act in which its defined terms of several words are written in capitals wherever they hold, as industry
// codes write theirs.
import type { Draft, Inline } from '#legal-text/engine/model.ts'
import type { MarkedDefinition } from './lims-definitions.ts'

const SMALL = new Set(['of', 'or', 'and', 'by', 'on', 'in', 'the', 'to', 'for', 'a', 'with'])

/** A term as a code would print it: `Eligible Votes`. */
export const inCapitals = (term: string): string =>
  term.replace(/[\p{L}’'-]+/gu, (word) =>
    SMALL.has(word.toLowerCase()) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )

/** Terms of two words or more: a code's terms of one word are also words of every day in an act. */
const hasWords = (term: string): boolean => term.includes(' ')

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The same act with each term in capitals at its definition and wherever that definition holds. */
export const withTermsInCapitals = (
  draft: Draft,
  definitions: readonly MarkedDefinition[],
): Draft => {
  const byTerm = Map.groupBy(
    definitions.filter((one) => hasWords(one.term) && !one.repealed),
    (one) => one.term.toLowerCase(),
  )
  const terms = [...byTerm.keys()].toSorted((p, q) => q.length - p.length)
  const pattern = new RegExp(`\\b(${terms.map(escaped).join('|')})(?=s?\\b)`, 'gi')
  const visit = (one: Draft, above: readonly string[]): Draft => {
    const way = [...above, one.id.replace(/^lims\./, '').replace(/~.*/, '')]
    const holds = ({ scope, fid }: MarkedDefinition): boolean =>
      scope === 'whole' || scope === 'other' || way.includes(scope) || way.includes(fid)
    const capital = (s: string): string =>
      s.replace(pattern, (found) =>
        byTerm.get(found.toLowerCase())?.some(holds) ? inCapitals(found) : found,
      )
    const inline = (it: Inline): Inline =>
      it.t === 'em'
        ? { ...it, c: it.c.map(inline) }
        : it.t === 'ref'
          ? it
          : { ...it, s: capital(it.s) }
    return {
      ...one,
      lead: (one.lead ?? []).map((paragraph) => paragraph.map(inline)),
      tail: (one.tail ?? []).map((paragraph) => paragraph.map(inline)),
      children: (one.children ?? []).map((kid) => visit(kid, way)),
    }
  }
  return visit(draft, [])
}
