// The files of a version as their publisher stored them, given back from the entries of the record alone.

import { dcSourceHash } from '#legal-text/engine/index.ts'
import { filesOf, type SourceFilesHeld, sourceFilesKept, unpackedFiles } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import type { ReadText } from './read-texts.ts'
import type { RecordText } from './record-text.ts'
import type { ExitCode, Tell } from './said.ts'

/**
 * The files of a version by their paths, as stored. Refuses where the record holds none for it, and where they no longer
 * have the hash with which they were entered.
 */
export async function sourceFilesOf(
  { office, reading }: RecordText,
  { name, date, sourceHash }: ReadText,
): Promise<Map<string, string>> {
  if (sourceHash === null)
    throw new Refused(
      `${name}: the record holds no source files of this version; text import dc-code holds them`,
      2,
    )
  const rows = reading.rows(sourceFilesKept).filter(({ data }) => data.version <= date!)
  const entries = await office.journal.entriesById(rows.flatMap((row) => row.entries))
  const files = filesOf(
    entries.map(({ data }) => unpackedFiles((data as SourceFilesHeld['data']).packed)),
  )
  const hash = dcSourceHash(files)
  if (hash !== sourceHash)
    throw new Refused(
      `${name}: the files held have the hash ${hash}; they were entered as ${sourceHash}. Verify the record: bin/secretariat verify`,
      2,
    )
  return files
}

/** Tells the hash of the files as stored. */
export async function tellSourceHash(
  record: RecordText,
  text: ReadText,
  provision: string | undefined,
  tell: Tell,
): Promise<ExitCode> {
  if (provision !== undefined)
    throw new Refused(`${text.name}: a source hash is published for a whole version only`, 2)
  tell.answer(`${dcSourceHash(await sourceFilesOf(record, text))}\n`)
  return 0
}
