// The versions that an import brings: read whole, each with its day, before anything is entered.

import {
  importDcCode,
  type ProvisionId,
  sourceFilesIn,
  type TextStore,
} from '#legal-text/engine/index.ts'
import { filesOf, type SourceFile } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { dcCodeLines, dcCodeVersions, folderOfFiles } from './dc-code-files.ts'
import { boundMarks, MOST_PROVISIONS, type Tracked, tooMany } from './file-formats.ts'
import { dayInName, isDay, type NamedText, namedText, versionFiles } from './named-text.ts'
import { type ReadText, readTexts } from './read-texts.ts'

/** The formats of versions that can be imported. */
export const VERSION_FORMATS = ['docx', 'akn', 'text', 'dc-code', 'lims'] as const
export type VersionFormat = (typeof VERSION_FORMATS)[number]

/** One version that comes in. */
export interface IncomingVersion {
  readonly day: string
  readonly text: ReadText
  /** What it changed in the files as stored, where the publisher gives a hash of them; else null. */
  readonly stored: { readonly hash: string; readonly changed: readonly SourceFile[] } | null
  readonly source: string
}

export interface ImportAsked {
  readonly format: VersionFormat
  readonly files: readonly string[]
  /** The day of the one file, or the last day of which versions are taken. */
  readonly on: string | undefined
  readonly tracked: Tracked | undefined
}

/** Reads every version, oldest first. Refuses, naming the file, what cannot be read or has no day. */
export function incomingVersions(store: TextStore, asked: ImportAsked): readonly IncomingVersion[] {
  const { on } = asked
  if (on !== undefined && !isDay(on))
    throw new Refused(`${on} is no day; expected one such as 2017-03-31`, 2)
  const versions = asked.format === 'dc-code' ? dcCode(store, asked) : files(store, asked)
  versions.forEach(({ day, text }, at) => {
    if (versions[at - 1]?.day === day)
      throw new Refused(`${text.name}: a second version of ${day}; give one version for a day`, 2)
  })
  if (versions.length === 0)
    throw new Refused(`${asked.files.join(', ')}: no version is as early as ${on}`, 2)
  return versions
}

function files(store: TextStore, { format, files: words, on, tracked }: ImportAsked) {
  const dated = words.flatMap((word): (NamedText & { day: string | undefined })[] => {
    const found = versionFiles(word)
    if (found.length > 0) return found.map(({ date, path }) => ({ path, day: date }))
    return [{ ...namedText(word, undefined), day: dayInName(word) }]
  })
  const chosen =
    dated.length === 1 && on !== undefined
      ? [{ ...dated[0]!, day: on }]
      : dated.filter(({ day }) => on === undefined || day === undefined || day <= on)
  return chosen
    .map(({ path, day }): IncomingVersion => {
      if (day === undefined)
        throw new Refused(
          `${path}: on which day does it begin to hold? Say --on DATE, or name several files NAME.DATE.xml`,
          2,
        )
      const [text] = readTexts(store, [{ path, ...(tracked && { tracked }) }])
      if (text!.format !== format)
        throw new Refused(`${path}: expected the format ${format}; this is ${text!.format}`, 2)
      return { day, text: text!, stored: null, source: path }
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

function dcCode(store: TextStore, { files: words, on }: ImportAsked): IncomingVersion[] {
  const folder = folderOfFiles(words)
  if (folder === undefined)
    throw new Refused(
      `${words.join(', ')}: expected base.ndjson.gz, changes.ndjson.gz and versions.json of one folder`,
      2,
    )
  const listed = dcCodeVersions(folder).filter(({ date }) => on === undefined || date <= on)
  if (listed.length === 0) return []
  try {
    const { base, changes } = dcCodeLines(folder)
    for (const lines of [base, changes]) boundMarks(lines)
    // The same files give the same identities every time, so that a longer series goes on where a shorter one ended.
    const read = importDcCode(store, { base, changes, versions: JSON.stringify(listed) }, 'dc')
    const all = sourceFilesIn(changes, 'the changes')
    return read.map(({ date, version, sourceHash, guessed }, at): IncomingVersion => {
      const root = store.root(version)
      if (root.size > MOST_PROVISIONS) throw tooMany(MOST_PROVISIONS, 'provisions')
      const since = read[at - 1]?.date ?? ''
      const changed = all.filter((file) => file.date! > since && file.date! <= date)
      return {
        day: date,
        source: folder,
        stored: {
          hash: sourceHash,
          changed:
            at > 0 ? changed : [...filesOf([sourceFilesIn(base, 'the base'), changed])].map(asFile),
        },
        text: {
          name: `${folder}@${date}`,
          format: 'dc-code',
          date,
          root,
          series: folder,
          identified: new Set(guessed.map(({ id }): ProvisionId => id)),
          sourceHash,
          notes: [],
        },
      }
    })
  } catch (reason) {
    throw reason instanceof Refused
      ? reason
      : new Refused(`${folder}: ${(reason as Error).message}`, 2)
  }
}

const asFile = ([path, xml]: readonly [string, string]): SourceFile => ({ path, xml })
