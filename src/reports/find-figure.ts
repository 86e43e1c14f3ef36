// Finding figures: which facts count for a year, which possibly do, and the number that comes of them.

import { addDays, type Day } from '#calendar/day.ts'
import {
  type Certainty,
  certainty,
  compareKnownDates,
  liesWithin,
  mayLieWithin,
} from '#calendar/known-date.ts'
import type { RegulatoryYear } from '#calendar/regulatory-year.ts'
import type { Reading } from '#reading/reading.ts'
import type { Fact } from './fact.ts'
import { factKinds } from './fact-kinds.ts'
import type { FigureDefinition, When, Where } from './figure-definition.ts'
import { withYear, type YearWords, yearWords } from './written.ts'

/** The year reported on, and what of the code bears on its figures. */
export interface YearOfCode {
  readonly year: RegulatoryYear
  readonly startsOn: string
  /** The first day of the code's record. */
  readonly recordStart: Day
}

/** Facts chosen for a year: those that certainly count, and those whose dates are known in part. */
export interface Chosen {
  readonly counted: readonly Fact[]
  readonly possibly: readonly Fact[]
}

export interface FigureFound extends Chosen {
  /** Null where it is not known. */
  readonly value: number | string | null
  readonly printed: string
}

/** What is chosen by data: facts of a kind, at a time, narrowed by their fields. */
export interface Choice {
  readonly of: string
  readonly when: When
  readonly where: Where
}

/** Asks one reading for the facts and figures of one year; what was gathered once is not gathered again. */
export function askingFor(reading: Reading, of: YearOfCode) {
  const gathered = new Map<string, readonly Fact[]>()
  const words = yearWords(of.year, of.startsOn)

  const gather = (kind: string, on: Day) => {
    const name = `${kind} ${on}`
    const found =
      gathered.get(name) ?? (factKinds[kind]?.gather(reading.on(on)) ?? []).toSorted(byDate)
    gathered.set(name, found)
    return found
  }
  const choose = (choice: Choice): Chosen => {
    const on = choice.when === 'at-record-start' ? of.recordStart : of.year.to
    const fitting = gather(choice.of, on).filter((fact) => fits(fact, choice.where, words))
    const counting = (how: Certainty) =>
      fitting.filter((fact) => counts(fact, choice.when, of) === how)
    return { counted: counting('certainly'), possibly: counting('possibly') }
  }
  return {
    words,
    choose,
    find: (definition: FigureDefinition): FigureFound => {
      const chosen = choose(definition)
      const value = valueMadeOf(definition, chosen.counted)
      return { ...chosen, value, printed: printed(value, definition) }
    },
  }
}
export type Asking = ReturnType<typeof askingFor>

function counts(fact: Fact, when: When, { year, recordStart }: YearOfCode): Certainty {
  switch (when) {
    case 'at-year-end':
      return certainty(fact.opens, fact.closes, year.to)
    case 'at-record-start':
      return certainty(fact.opens, fact.closes, recordStart)
    case 'by-year-end':
      return certainty(fact.opens, null, year.to)
    case 'before-year':
      return certainty(fact.opens, null, addDays(year.from, -1))
    case 'around-year':
      return mayLieWithin(fact.opens, year.from, year.to) ? 'certainly' : 'not'
    case 'in-year':
      if (liesWithin(fact.opens, year.from, year.to)) return 'certainly'
      return mayLieWithin(fact.opens, year.from, year.to) ? 'possibly' : 'not'
  }
}

function fits(fact: Fact, where: Where, words: YearWords): boolean {
  return Object.entries(where).every(([field, sought]) => {
    const value = field === 'says' ? fact.says : (fact.fields[field] ?? null)
    const same = (wanted: string | number | null) => {
      const meant = typeof wanted === 'string' ? withYear(wanted, words) : wanted
      return Array.isArray(value) ? value.includes(meant) : value === meant
    }
    if (Array.isArray(sought)) return sought.some(same)
    if (sought !== null && typeof sought === 'object') return !same(sought.not)
    return same(sought)
  })
}

function valueMadeOf(
  { count, nothing, printed: how }: FigureDefinition,
  facts: readonly Fact[],
): number | string | null {
  if (facts.length === 0 && nothing === 'not-known') return null
  if (count === 'facts') return facts.length
  if ('distinct' in count)
    return new Set(facts.map(({ fields }) => fields[count.distinct] ?? null)).size
  if ('newest' in count) {
    const newest = facts.at(-1)?.fields[count.newest] ?? null
    return Array.isArray(newest) ? newest.join(', ') : (newest as string | number | null)
  }
  const amounts = facts.map(({ fields }) => fields[count.sum])
  if (amounts.some((amount) => typeof amount !== 'number')) return null
  const sum = (amounts as number[]).reduce((total, amount) => total + amount, 0)
  return how === 'pounds-of-pence' ? sum / 100 : sum
}

const notKnownWords = 'not known from the record'

function printed(value: number | string | null, { printed: how }: FigureDefinition): string {
  if (value === null) return notKnownWords
  if (typeof value === 'string') return value
  if (how === 'plain') return value.toLocaleString('en-GB')
  return `£${value.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 })}`
}

const byDate = (one: Fact, other: Fact) =>
  compareKnownDates(one.opens, other.opens) ||
  one.key.localeCompare(other.key, 'en', { numeric: true })
