// A dc-code text as stored: three files that together hold every version of it.

import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Refused } from '../session.ts'
import { readWords } from './bounded-file.ts'

const FILES = ['base.ndjson.gz', 'changes.ndjson.gz', 'versions.json'] as const

const versionList = z
  .array(
    z.looseObject({
      date: z.iso.date(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  )
  .min(1)

/** A version as its list tells it. */
export type ListedVersion = z.infer<typeof versionList>[number]

/** The folder of the text that a path names: the folder itself, or one of its three files; undefined where it is none. */
export function dcCodeFolder(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  if (statSync(path).isDirectory())
    return FILES.every((file) => existsSync(join(path, file))) ? path : undefined
  if (!FILES.some((file) => file === basename(path))) return undefined
  const missing = FILES.filter((file) => !existsSync(join(dirname(path), file)))
  if (missing.length > 0)
    throw new Refused(
      `${path}: a dc-code text is ${FILES.join(', ')} in one folder; missing: ${missing.join(', ')}`,
      2,
    )
  return dirname(path)
}

/** The one folder of a dc-code text that all these paths name; undefined where they name none or several. */
export function folderOfFiles(paths: readonly string[]): string | undefined {
  const folders = new Set(paths.map(dcCodeFolder))
  return folders.size === 1 ? [...folders][0] : undefined
}

/** The versions of the text, oldest first. */
export function dcCodeVersions(folder: string): readonly ListedVersion[] {
  const path = join(folder, 'versions.json')
  const parsed = versionList.safeParse(asJson(path))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refused(
      `${path}: expected a list of versions, each with date and sha256; ${issue?.path.join('.') || 'it'}: ${issue?.message}`,
      2,
    )
  }
  return parsed.data.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function asJson(path: string): unknown {
  try {
    return JSON.parse(readWords(path))
  } catch (reason) {
    if (reason instanceof Refused) throw reason
    throw new Refused(`${path}: not JSON; the file may be cut short`, 2)
  }
}

/** The version in force on a day; the last one where no day is asked for. */
export function versionOn(
  folder: string,
  versions: readonly ListedVersion[],
  day: string | undefined,
): ListedVersion {
  const found = versions.findLast((version) => day === undefined || version.date <= day)
  if (!found)
    throw new Refused(`${folder}: the first version is of ${versions[0]?.date}, after ${day}`, 2)
  return found
}

/** The words of the two files that hold the text. */
export const dcCodeLines = (folder: string): { base: string; changes: string } => ({
  base: readWords(join(folder, 'base.ndjson.gz')),
  changes: readWords(join(folder, 'changes.ndjson.gz')),
})
