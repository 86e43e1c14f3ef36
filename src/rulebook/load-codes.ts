// Reads the codes folder from disk: one folder per code administered. The one file of this foundation that touches files.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDay } from '#calendar/day.ts'
import { type Holiday, holidaysFromCsv } from '#calendar/holidays.ts'
import { faultsOfRulebook } from '#rulebook/check-rulebook.ts'
import { type Code, codeFrom, type Sources, sourcesFrom } from '#rulebook/code.ts'
import { type RulebookFile, rulebookFileFrom } from '#rulebook/rulebook-file.ts'

/** A code as its folder describes it. */
export interface LoadedCode {
  readonly code: Code
  readonly sources: Sources
  readonly rulebookFiles: readonly RulebookFile[]
  readonly holidays: readonly Holiday[]
}

/**
 * Every code that has a folder with a code.yaml, by name, in the order of names. Reads code.yaml, sources.yaml, the
 * holidays file it names, and rulebook/YYYY-MM-DD.yaml or rulebook/YYYY-MM-DD/*.yaml.
 * Throws one Error that names every fault of every code by file, line and path.
 */
export function loadCodes(folder: string): ReadonlyMap<string, LoadedCode> {
  const codes = new Map<string, LoadedCode>()
  const faults: string[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, name, 'code.yaml'))) continue
    try {
      codes.set(name, loadCode(join(folder, name), name))
    } catch (error) {
      faults.push((error as Error).message)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return codes
}

function loadCode(folder: string, name: string): LoadedCode {
  const read = (file: string) => readFileSync(file, 'utf8')
  const faults: string[] = []
  const trying = <Value>(load: () => Value): Value | undefined => {
    try {
      return load()
    } catch (error) {
      faults.push((error as Error).message)
      return undefined
    }
  }
  const codeFile = join(folder, 'code.yaml')
  const sourcesFile = join(folder, 'sources.yaml')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    faults.push(`${folder}: expected a folder named in small letters, digits and hyphens`)
  const code = trying(() => codeFrom(read(codeFile), codeFile, name))
  const sources = trying(() => sourcesFrom(read(sourcesFile), sourcesFile))
  const holidaysFile = code && join(folder, code.holidays)
  const holidays = holidaysFile && trying(() => holidaysFromCsv(read(holidaysFile), holidaysFile))
  const rulebookFiles = rulebookPaths(folder, faults).flatMap(({ date, file }) => {
    const loaded = trying(() => rulebookFileFrom(read(file), file, date))
    return loaded ? [loaded] : []
  })
  if (code && sources && holidays && faults.length === 0)
    faults.push(...faultsOfRulebook(rulebookFiles, { code, sources, holidays }))
  if (!code || !sources || !holidays || faults.length > 0) throw new Error(faults.join('\n'))
  return { code, sources, rulebookFiles, holidays }
}

function rulebookPaths(folder: string, faults: string[]) {
  const rulebook = join(folder, 'rulebook')
  if (!existsSync(rulebook)) return []
  return readdirSync(rulebook, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const date = entry.isDirectory() ? entry.name : entry.name.replace(/\.yaml$/, '')
      const path = join(rulebook, entry.name)
      if (!isDay(date) || (!entry.isDirectory() && date === entry.name)) {
        faults.push(
          `${path}: expected a file YYYY-MM-DD.yaml or a folder YYYY-MM-DD, named by the day from which it holds`,
        )
        return []
      }
      if (!entry.isDirectory()) return [{ date, file: path }]
      return readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => ({ date, file: join(path, name) }))
    })
}
