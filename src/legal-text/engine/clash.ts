// The clash radar: which open proposals have to do with each other, and how badly.
import { type Footprint, footprint } from './footprint.ts'
import { merge } from './merge.ts'
import type { ProvisionId } from './model.ts'
import type { Proposal } from './proposal.ts'
import type { TextStore } from './store.ts'

/**
 * 1 merge conflict; 2 same provision; 3 same clause; 4 reference; 5 defined term; 6 order of commencement (both put
 * something into one place); 7 variation.
 */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface Clash {
  /** Numbers of the two proposals, the lesser first. */
  readonly between: readonly [string, string]
  /** The gravest grade, and each that applies with the provisions concerned. */
  readonly grade: Grade
  readonly grades: ReadonlyMap<Grade, readonly ProvisionId[]>
}

type Pairs = Map<string, { one: number; other: number }>

const note = (pairs: Pairs, one: number, other: number): void => {
  if (one === other) return
  const [low, high] = one < other ? [one, other] : [other, one]
  pairs.set(`${low} ${high}`, { one: low, other: high })
}

const indexed = (
  prints: readonly Footprint[],
  keys: (print: Footprint) => Iterable<string>,
): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  prints.forEach((print, at) => {
    for (const key of keys(print)) {
      const holders = index.get(key)
      if (holders) holders.push(at)
      else index.set(key, [at])
    }
  })
  return index
}

/** Pairs of proposals that share anything, found through indexes from id, clause, place, number and term. */
const candidates = (prints: readonly Footprint[]): Pairs => {
  const pairs: Pairs = new Map()
  const together = (index: Map<string, number[]>): void => {
    for (const holders of index.values())
      for (let i = 0; i < holders.length; i++)
        for (let j = i + 1; j < holders.length; j++)
          note(pairs, holders[i] as number, holders[j] as number)
  }
  const across = (one: Map<string, number[]>, other: Map<string, number[]>): void => {
    for (const [key, holders] of one)
      for (const holder of holders)
        for (const with_ of other.get(key) ?? []) note(pairs, holder, with_)
  }
  const written = indexed(prints, (print) => print.written)
  together(written)
  together(indexed(prints, (print) => print.clauses))
  together(indexed(prints, (print) => print.slots))
  together(indexed(prints, (print) => print.labels))
  together(indexed(prints, (print) => print.survey.differences.map((one) => one.id)))
  across(
    indexed(prints, (print) => print.refersTo),
    written,
  )
  across(
    indexed(prints, (print) => print.uses),
    written,
  )
  const terms = indexed(prints, (print) => print.defines.keys())
  together(terms)
  for (const [term, holders] of terms)
    prints.forEach((print, at) => {
      if (print.words.includes(term)) for (const holder of holders) note(pairs, holder, at)
    })
  return pairs
}

const shared = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): T[] => {
  const [less, more] = one.size < other.size ? [one, other] : [other, one]
  return [...less].filter((each) => more.has(each))
}

const usesTermOf = (one: Footprint, other: Footprint): ProvisionId[] =>
  [...other.defines]
    .filter(([term, id]) => one.uses.has(id) || one.words.includes(term) || one.defines.has(term))
    .map(([, id]) => id)

const isVariation = (print: Footprint): boolean => print.proposal.layer === 'variation'

const gradesOf = (
  store: TextStore,
  one: Footprint,
  other: Footprint,
): Map<Grade, ProvisionId[]> => {
  const grades = new Map<Grade, ProvisionId[]>()
  const add = (grade: Grade, ids: readonly ProvisionId[]): void => {
    if (ids.length > 0) grades.set(grade, [...new Set(ids)].sort())
  }
  const [p, q] = [one.proposal, other.proposal]
  if (p.baseline === q.baseline) {
    const surveys = [one.survey, other.survey] as const
    add(
      1,
      merge(store, p.baseline, p.draft, q.draft, { surveys }).conflicts.map(
        (conflict) => conflict.id,
      ),
    )
  }
  add(2, shared(one.written, other.written))
  add(3, shared(one.clauses, other.clauses))
  add(4, [...shared(one.refersTo, other.written), ...shared(other.refersTo, one.written)])
  add(5, [...usesTermOf(one, other), ...usesTermOf(other, one)])
  const places = [...shared(one.slots, other.slots), ...shared(one.labels, other.labels)]
  add(
    6,
    places.map((slot) => slot.split(' ')[0] as ProvisionId),
  )
  if (isVariation(one) || isVariation(other)) add(7, shared(one.clauses, other.clauses))
  return grades
}

/**
 * All clashes between proposals, the gravest first. Grade 1 is looked for only between proposals on one baseline:
 * rebase the others first.
 */
export const clashesBetween = (store: TextStore, prints: readonly Footprint[]): Clash[] => {
  const out: Clash[] = []
  for (const { one, other } of candidates(prints).values()) {
    const [p, q] = [prints[one] as Footprint, prints[other] as Footprint]
    const [low, high] = p.proposal.id < q.proposal.id ? [p, q] : [q, p]
    const grades = gradesOf(store, low, high)
    const grade = [...grades.keys()].sort()[0]
    if (grade !== undefined)
      out.push({ between: [low.proposal.id, high.proposal.id], grade, grades })
  }
  return out.sort((a, b) => a.grade - b.grade || (a.between.join() < b.between.join() ? -1 : 1))
}

/** All clashes between proposals, the gravest first. */
export const clashes = (store: TextStore, proposals: readonly Proposal[]): Clash[] =>
  clashesBetween(store, proposals.map(footprint))
