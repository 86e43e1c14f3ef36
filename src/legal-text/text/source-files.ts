// The files from which a version of the text was made, as its publisher stored them: packed into entries, and given
// back to the letter.

import { gunzipSync, gzipSync } from 'node:zlib'
import { type DcSourceFile, sourceFilesIn } from '../engine/index.ts'

/** A file by its path; without words where the version no longer has it. */
export type SourceFile = DcSourceFile

/** About how much is packed together, in characters, so that no entry is large. */
const together = 1_500_000

/** The most that one packed piece may unpack to, in bytes. */
const mostUnpacked = 64 * 1024 * 1024

/** Files as pieces of gzip in base64, each a list by itself: what journal and exports carry unchanged. */
export function packedFiles(files: readonly SourceFile[]): readonly string[] {
  const pieces: string[] = []
  let lines: string[] = []
  let length = 0
  const close = () => {
    if (lines.length > 0) pieces.push(gzipSync(lines.join('\n')).toString('base64'))
    lines = []
    length = 0
  }
  for (const { path, xml } of files) {
    const line = JSON.stringify({ path, xml })
    if (length + line.length > together) close()
    lines.push(line)
    length += line.length
  }
  close()
  return pieces
}

/** The files of one piece. Throws, saying what is wrong, where it is no such piece. */
export function unpackedFiles(piece: string): readonly SourceFile[] {
  const lines = gunzipSync(Buffer.from(piece, 'base64'), { maxOutputLength: mostUnpacked })
  return sourceFilesIn(lines.toString('utf8'), 'the packed files')
}

/** The files of a version by their paths: all of the first, then what each later one changed. */
export function filesOf(versions: readonly (readonly SourceFile[])[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const changed of versions)
    for (const { path, xml } of changed)
      if (xml === null) files.delete(path)
      else files.set(path, xml)
  return files
}
