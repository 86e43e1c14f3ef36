// Sentences with live figures in them: '{parties.total}' stands for a figure, '{parties.total:Party|Parties}' for the
// word that fits its number, and '{year.name}', '{year.next}' and their like for the year reported on.

import { addDays, printDay } from '#calendar/day.ts'
import { type RegulatoryYear, regulatoryYearOf } from '#calendar/regulatory-year.ts'

/** A stretch of a sentence: plain words, or a figure with its key. */
export type Run = { readonly text: string; readonly figure: string | null }

const slot = /\{([A-Za-z0-9.]+)(?::([^{}|]*)\|([^{}|]*))?\}/g

/** The keys of the figures that a text names. */
export function keysIn(text: string): readonly string[] {
  return [...text.matchAll(slot)].map(([, key]) => key!).filter((key) => !key.startsWith('year.'))
}

/** The words that stand for the year, by slot. */
export type YearWords = Readonly<Record<string, string>>

/** What can be said of a year: its name, its first and last day in words, the years before and after. */
export function yearWords(year: RegulatoryYear, startsOn: string): YearWords {
  const next = regulatoryYearOf(addDays(year.to, 1), startsOn)
  const previous = regulatoryYearOf(addDays(year.from, -1), startsOn)
  return {
    'year.name': year.name,
    'year.from': printDay(year.from),
    'year.to': printDay(year.to),
    'year.span': `${printDay(year.from)} to ${printDay(year.to)}`,
    'year.next': next.name,
    'year.nextFrom': printDay(next.from),
    'year.previous': previous.name,
  }
}

/** A text with the words of the year in it; every other slot stays. Throws where a slot of the year is unknown. */
export function withYear(text: string, words: YearWords): string {
  return text.replaceAll(/\{(year\.[A-Za-z]+)\}/g, (_all, name: string) => {
    const found = words[name]
    if (found === undefined)
      throw new Error(
        `Expected one of ${Object.keys(words).join(', ')} in '${text}', found '${name}'`,
      )
    return found
  })
}

/** A sentence in runs: its figures as they are printed, each with its key. */
export function runsOf(
  text: string,
  words: YearWords,
  figure: (key: string) => { readonly value: number | string | null; readonly printed: string },
): readonly Run[] {
  const said = withYear(text, words)
  const runs: Run[] = []
  let from = 0
  for (const match of said.matchAll(slot)) {
    const [all, key, one, many] = match
    if (match.index > from) runs.push({ text: said.slice(from, match.index), figure: null })
    const found = figure(key!)
    if (one === undefined) runs.push({ text: found.printed, figure: key! })
    else runs.push({ text: found.value === 1 ? one : many!, figure: null })
    from = match.index + all.length
  }
  if (from < said.length) runs.push({ text: said.slice(from), figure: null })
  return runs
}

/** The same as one text, for titles of charts. */
export function plainOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
