// Uses of defined terms in one provision, each with the definition that holds there. Built once for a version.
import type { ProvisionId, Tree } from './model.ts'
import { type NumberIndex, newNumberIndex, upwards } from './number-index.ts'
import { termFinder } from './term-finder.ts'
import { type Definition, definitionsIn, type Reach } from './terms.ts'
import type { Field } from './tokens.ts'

/** A use of a defined term, with where it stands. */
export interface TermLink {
  readonly field: Field
  /** Which paragraph of the field, from 0; `from` and `to` count its characters. */
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly term: string
  /** The definition that holds here; null where several might, or where none reaches here. */
  readonly def: ProvisionId | null
}

export interface TermIndex {
  readonly definitions: readonly Definition[]
  /** All definitions of a term as printed, in reading order. */
  of(term: string): readonly Definition[]
  /** The definition of a term that holds in a provision; null where that is not sure. */
  meaning(term: string, at: ProvisionId): Definition | null
  /** Whether each definition of the term is said to hold within a place, and the provision lies in none of them. */
  isOutOfReach(term: string, at: ProvisionId): boolean
  /** Every use of a defined term in the words of a provision, its own definition left out. */
  termsIn(id: ProvisionId): TermLink[]
}

const isPlace = (reach: Reach | null): reach is ProvisionId => reach !== null && reach !== 'unsure'

/** Builds what is needed to find terms in this version. */
export const newTermIndex = (root: Tree, index: NumberIndex = newNumberIndex(root)): TermIndex => {
  const definitions = definitionsIn(root)
  const byTerm = Map.groupBy(definitions, (one) => one.term)
  const find = termFinder(byTerm.keys())
  const wayOf = (id: ProvisionId): ProvisionId[] => {
    const placed = index.place(id)
    if (!placed) throw new Error(`Provision ${id} does not stand in this version`)
    return upwards(placed).map((one) => one.tree.id)
  }
  /** How near a place is on the way up, 0 the nearest; the whole way where it is not on it. */
  const nearness = (way: readonly ProvisionId[], place: ProvisionId): number => {
    const at = way.indexOf(place)
    return at < 0 ? way.length : at
  }
  const nearest = (
    all: readonly Definition[],
    way: readonly ProvisionId[],
    place: (one: Definition) => ProvisionId,
  ): Definition | null => {
    const near = all.map((one) => nearness(way, place(one)))
    const least = Math.min(...near)
    const best = all.filter((_, at) => near[at] === least)
    return best.length === 1 ? (best[0] as Definition) : null
  }
  const of = (term: string): readonly Definition[] => byTerm.get(term) ?? []
  const meaning = (term: string, at: ProvisionId): Definition | null => {
    const way = wayOf(at)
    const all = of(term)
    const said = all.filter(({ reach }) => isPlace(reach) && way.includes(reach))
    if (said.length > 0) return nearest(said, way, (one) => one.reach as ProvisionId)
    // What a sentence defines without saying where it holds is not taken to hold in another Section.
    const open = all.filter(
      (one) => !isPlace(one.reach) && (!one.inSentence || way.includes(one.scope)),
    )
    return open.length > 0 ? nearest(open, way, (one) => one.scope) : null
  }
  const isOutOfReach = (term: string, at: ProvisionId): boolean => {
    const way = wayOf(at)
    const all = of(term)
    return all.length > 0 && all.every(({ reach }) => isPlace(reach) && !way.includes(reach))
  }
  const termsIn = (id: ProvisionId): TermLink[] => {
    const own = index.place(id)?.tree.own
    if (!own) throw new Error(`Provision ${id} does not stand in this version`)
    return find(own)
      .filter(({ term }) => !of(term).some((definition) => definition.id === id))
      .map((one): TermLink => ({ ...one, def: meaning(one.term, id)?.id ?? null }))
  }
  return { definitions, of, meaning, isOutOfReach, termsIn }
}
