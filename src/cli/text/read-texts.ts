// Reads the texts that a person names into one store, where they can be compared.

import {
  type DcCodeVersion,
  importDcCode,
  type ProvisionId,
  type TextStore,
  type Tree,
} from '#legal-text/engine/index.ts'
import { Refused } from '../session.ts'
import { dcCodeFolder, dcCodeLines, dcCodeVersions, versionOn } from './dc-code-files.ts'
import {
  boundMarks,
  type FileFormat,
  MOST_PROVISIONS,
  readFile,
  seedOf,
  tooMany,
} from './file-formats.ts'
import { type NamedText, versionFiles } from './named-text.ts'

/** A text as read. */
export interface ReadText {
  /** The file or folder, with the date of the version where it holds several. */
  readonly name: string
  readonly format: FileFormat | 'dc-code' | 'record'
  /** The day from which the version holds, where that is known. */
  readonly date: string | null
  readonly root: Tree
  /** Texts of one series carry one identity for each provision; null where a text stands alone. */
  readonly series: string | null
  /** Provisions whose identity the file itself gives. */
  readonly identified: ReadonlySet<ProvisionId>
  /** The hash published with a version of a dc-code text, proved on what was read. */
  readonly sourceHash: string | null
  readonly notes: readonly string[]
}

/** Texts in the one store in which they can be compared, in the order named. */
export interface TextsRead {
  readonly store: TextStore
  readonly texts: readonly ReadText[]
}

/** Reads what words name, in the order named: files, or versions of the text on record. */
export type ReadsTexts = (words: readonly string[]) => TextsRead

/** Reads them all, in the order named. Refuses, naming the file, what cannot be read within the caps. */
export function readTexts(store: TextStore, named: readonly NamedText[]): ReadText[] {
  const folders = named.map(({ path }) => dcCodeFolder(path))
  const series = new Map<string, Map<string, DcCodeVersion>>()
  const dates = named.map(({ on }, at) => {
    const folder = folders[at]
    return folder ? versionOn(folder, dcCodeVersions(folder), on).date : undefined
  })
  for (const folder of new Set(folders))
    if (folder) {
      const asked = dates.filter((_, at) => folders[at] === folder) as string[]
      series.set(folder, readVersions(store, folder, asked))
    }
  return named.map((text, at) => {
    const folder = folders[at]
    if (!folder) return readOne(store, text)
    const version = series.get(folder)!.get(dates[at]!)!
    return {
      name: `${folder}@${version.date}`,
      format: 'dc-code',
      date: version.date,
      root: store.root(version.version),
      series: folder,
      identified: new Set(),
      sourceHash: version.sourceHash,
      notes: [],
    }
  })
}

/** Only the versions asked for are read; the hash of each is proved, and identities go from each to the next. */
function readVersions(
  store: TextStore,
  folder: string,
  dates: readonly string[],
): Map<string, DcCodeVersion> {
  const wanted = dcCodeVersions(folder).filter(({ date }) => dates.includes(date))
  const seed = seedOf('dc', ...wanted.map(({ sha256 }) => sha256))
  try {
    const { base, changes } = dcCodeLines(folder)
    for (const lines of [base, changes]) boundMarks(lines)
    const read = importDcCode(store, { base, changes, versions: JSON.stringify(wanted) }, seed)
    for (const { version } of read)
      if (store.root(version).size > MOST_PROVISIONS) throw tooMany(MOST_PROVISIONS, 'provisions')
    return new Map(read.map((version) => [version.date, version]))
  } catch (reason) {
    throw reason instanceof Refused
      ? reason
      : new Refused(`${folder}: ${(reason as Error).message}`, 2)
  }
}

function readOne(store: TextStore, { path, on, tracked }: NamedText): ReadText {
  const versions = versionFiles(path)
  const chosen = versions.findLast(({ date }) => on === undefined || date <= on)
  if (versions.length > 0 && !chosen)
    throw new Refused(`${path}: the first version is of ${versions[0]?.date}, after ${on}`, 2)
  const file = chosen?.path ?? path
  const { format, draft, identified, notes } = readFile(file, tracked)
  if (!chosen && on !== undefined)
    throw new Refused(`${path}: holds one version, so it is read without a date`, 2)
  try {
    return {
      name: file,
      format,
      date: chosen?.date ?? null,
      root: store.plant(draft),
      series: null,
      identified,
      sourceHash: null,
      notes,
    }
  } catch (reason) {
    throw new Refused(`${file}: ${(reason as Error).message}`, 2)
  }
}
