// What no single file can know: whether the files of a rulebook agree with each other, the code and its sources.
import type { Holiday } from '#calendar/holidays.ts'
import { calendarOf } from '#rulebook/calendar-of.ts'
import type { Code, Sources } from '#rulebook/code.ts'
import { namesOf, type Rulebook } from '#rulebook/rulebook.ts'
import type { RulebookFile } from '#rulebook/rulebook-file.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'

interface CodeData {
  readonly code: Code
  readonly sources: Sources
  readonly holidays: readonly Holiday[]
}

/** Every fault of a rulebook as a whole, each 'file:line: what was expected'; none where it holds together. */
export function faultsOfRulebook(
  files: readonly RulebookFile[],
  { code, sources, holidays }: CodeData,
): readonly string[] {
  const dates = [...new Set(files.map(({ date }) => date))].sort()
  const faults = [
    ...faultsOfOverlay(files),
    ...dates.flatMap((date) => faultsOn(rulebookOn(files, [], date), { code, sources, holidays })),
  ]
  return [...new Set(faults)]
}

/** An entry given twice from one day, or taken out where it is not. */
function faultsOfOverlay(files: readonly RulebookFile[]): readonly string[] {
  const faults: string[] = []
  const given = new Map<string, { date: string; stated: string; present: boolean }>()
  for (const file of [...files].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
    for (const [section, entries] of Object.entries(file.sections)) {
      if (!entries || Array.isArray(entries)) continue
      for (const [name, entry] of Object.entries(entries)) {
        const stated = `${file.file}:${file.lineOf([section, name])}`
        const before = given.get(`${section} ${name}`)
        if (before?.date === file.date)
          faults.push(
            `${stated}: ${section} > ${name}: expected once from ${file.date}, but it is also in ${before.stated}`,
          )
        if (entry === null && !before?.present)
          faults.push(
            `${stated}: ${section} > ${name}: expected an entry to take out, but no earlier file has one`,
          )
        given.set(`${section} ${name}`, { date: file.date, stated, present: entry !== null })
      }
    }
  return faults
}

/** Names in the rulebook of a day that lead nowhere, and words that could mean two things. */
function faultsOn(rulebook: Rulebook, { code, sources, holidays }: CodeData): readonly string[] {
  const faults: string[] = []
  const expect = (stated: string, what: string, came: string, known: Iterable<string>) => {
    const names = [...known]
    if (!names.includes(came))
      faults.push(`${stated}: expected ${what} (${names.join(', ') || 'none'}), but got '${came}'`)
  }
  const bodies = rulebook.bodies.map(({ id }) => id)
  const actors = Object.keys(code.actors)
  const categories = rulebook.partyCategories.map(({ id }) => id)
  const classes = rulebook.informationClasses.map(({ id }) => id)
  for (const { source, stated } of rulebook.entries())
    if (source) expect(stated, 'a source of the code', source, Object.keys(sources))
  for (const { partOf, powers = [], stated } of rulebook.bodies) {
    if (partOf) expect(stated, 'a body', partOf, bodies)
    for (const { appealTo } of powers)
      if (appealTo) expect(stated, 'a body or actor', appealTo, [...bodies, ...actors])
  }
  for (const { body, categories: filling = [], stated } of rulebook.seats) {
    expect(stated, 'a body', body, bodies)
    for (const category of filling) expect(stated, 'a Party Category', category, categories)
  }
  for (const { decider, recommendedBy, stated } of rulebook.paths) {
    expect(stated, 'a body or actor', decider, [...bodies, ...actors])
    if (recommendedBy) expect(stated, 'a body', recommendedBy, bodies)
  }
  for (const given of rulebook.informationDefaults)
    expect(given.stated, 'an information class', given.class, classes)
  if (classes.length > 0)
    for (const [use, given] of Object.entries(code.information))
      expect(`the code's information > ${use}`, 'an information class', given, classes)
  const named = new Map<string, string>()
  for (const category of [...rulebook.partyCategories, ...rulebook.outsideCounts])
    for (const name of namesOf(category)) {
      const other = named.get(name)
      if (other && other !== category.id)
        faults.push(
          `${category.stated}: expected '${name}' to name one category, but it also names '${other}'`,
        )
      named.set(name, category.id)
    }
  for (const rule of rulebook.housekeeping) {
    const clause = rulebook.clauses.get(rule)
    if (clause)
      faults.push(
        `${clause.stated}: expected no clause for '${rule}', which is named as housekeeping`,
      )
  }
  const divisions = rulebook.parameters.get('workingDays.divisions')
  if (divisions?.value !== undefined)
    try {
      calendarOf({ code, holidays }, rulebook)
    } catch (error) {
      faults.push(`${divisions.stated}: ${(error as Error).message}`)
    }
  return faults
}
