// What a person names on the command line: a file or folder, and the day where it holds more than one version.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refused } from '../session.ts'
import { STANDARD_INPUT } from './bounded-file.ts'
import { dcCodeFolder, dcCodeVersions } from './dc-code-files.ts'
import type { Tracked } from './file-formats.ts'

/** A text by its place, and the day on which it is asked for. */
export interface NamedText {
  readonly path: string
  readonly on?: string
  /** What is done with tracked changes, where it is a Word file. */
  readonly tracked?: Tracked
}

/** Whether a word names something to read: a file or folder, or the standard input. */
export const isThere = (path: string): boolean => path === STANDARD_INPUT || existsSync(path)

const DATED = /^(?<path>.+)@(?<on>\d{4}-\d{2}-\d{2})$/
const VERSION_FILE = /^(.+)\.(\d{4}-\d{2}-\d{2})\.(?:xml|akn|txt|docx)(?:\.gz)?$/

/** Takes `FILE` or `FILE@DATE`; `on` holds for a file without a day of its own. */
export function namedText(word: string, on: string | undefined, tracked?: Tracked): NamedText {
  const found = existsSync(word) ? undefined : DATED.exec(word)?.groups
  const day = found?.on ?? on
  if (day !== undefined && !isDay(day))
    throw new Refused(`${day} is no day; expected one such as 2017-03-31`, 2)
  return {
    path: found?.path ?? word,
    ...(day === undefined ? {} : { on: day }),
    ...(tracked && { tracked }),
  }
}

export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** The day in the name of a file NAME.DATE.xml and the like. */
export const dayInName = (path: string): string | undefined => {
  const day = VERSION_FILE.exec(basename(path))?.[2]
  return day !== undefined && isDay(day) ? day : undefined
}

/** One file among the versions of a folder, and the day from which it holds. */
export interface VersionFile {
  readonly date: string
  readonly path: string
}

/** Files `NAME.DATE.xml` and the like of one name in a folder, oldest first; none where it is no such folder. */
export function versionFiles(path: string): readonly VersionFile[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return []
  const found = readdirSync(path).flatMap((file) => {
    const [, stem, date] = VERSION_FILE.exec(file) ?? []
    return stem && date ? [{ stem, date, path: join(path, file) }] : []
  })
  const stems = new Set(found.map(({ stem }) => stem))
  if (stems.size > 1)
    throw new Refused(`${path}: holds versions of several texts (${[...stems].join(', ')})`, 2)
  return found
    .map(({ date, path: file }) => ({ date, path: file }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** A version that a file or folder holds; without date where it is the only one. */
export interface HeldVersion {
  readonly date: string | null
  readonly sourceHash: string | null
  readonly path: string
}

/** Every version that the path holds. */
export function versionsOf(path: string): readonly HeldVersion[] {
  const folder = dcCodeFolder(path)
  if (folder)
    return dcCodeVersions(folder).map(({ date, sha256 }) => ({
      date,
      sourceHash: sha256,
      path: folder,
    }))
  const files = versionFiles(path)
  return files.length > 0
    ? files.map(({ date, path: file }) => ({ date, sourceHash: null, path: file }))
    : [{ date: null, sourceHash: null, path }]
}
