// Holds the files of a version as its publisher stored them, so that whoever has the publisher's hash can prove them
// from the record alone. Each version holds what it changed; the first holds all.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Rule } from '#decision/command.ts'
import { dayField, provenance } from '#decision/on-record.ts'
import { dcSourceHash } from '../engine/index.ts'
import { filesOf, type SourceFile, unpackedFiles } from './source-files.ts'
import type { SourceFilesHeld } from './text-events.ts'

const input = z.object({
  version: dayField.meta({ label: 'Version', hint: 'The first day of the version' }),
  hash: z
    .string({ error: 'Give the hash that was published with the files' })
    .trim()
    .regex(/^[0-9a-f]{64}$/, 'Give a hash as 64 hexadecimal digits')
    .meta({ label: 'Published hash', hint: 'SHA-256 over path NUL xml NUL of all its files' }),
  packed: z
    .string({ error: 'Give the files, packed' })
    .transform((pieces) => pieces.split(/\s+/).filter(Boolean))
    .meta({
      label: 'Files',
      hint: 'Packed; bin/secretariat text import dc-code fills this',
      kind: 'longtext',
    }),
  ...provenance,
})
type HoldSourceFiles = z.output<typeof input>

/** The versions held so far, in their order, each with what it changed. */
interface HeldVersion {
  readonly version: string
  readonly files: readonly SourceFile[]
}
type Held = readonly HeldVersion[]
type SourceRule = Rule<HoldSourceFiles, Held, undefined>

const sourceComesInOrder: SourceRule = ({ version }, held) => {
  const last = held.at(-1)?.version
  return last !== undefined && version <= last
    ? {
        says: `Files are held up to the version of ${last}, and each version holds what it changed in the one before`,
        field: 'version',
        expected: `a day after ${last}`,
        came: version,
      }
    : undefined
}

const sourceCanBeRead: SourceRule = ({ packed }) => {
  const read = changedBy(packed)
  return typeof read === 'string'
    ? { says: `The packed files cannot be read: ${read}`, field: 'packed' }
    : undefined
}

const sourceHashHolds: SourceRule = ({ hash, packed }, held) => {
  const changed = changedBy(packed)
  if (typeof changed === 'string') return undefined
  const came = dcSourceHash(filesOf([...held.map(({ files }) => files), changed]))
  return came === hash
    ? undefined
    : {
        says: 'The files do not have the hash that was published with them',
        field: 'hash',
        expected: hash,
        came,
      }
}

export const holdSourceFiles = command<HoldSourceFiles, Held, SourceFilesHeld>({
  name: 'hold-source-files',
  at: 'POST /code/source-files',
  title: 'Hold the source files of a version',
  why: 'Whoever has the hash that the publisher gave can prove the files from this record alone.',
  may: 'operator',
  onRecord: true,
  input,
  stream: () => 'source-files:the-code',
  starting: [],
  evolve: (held, { data }) => {
    const last = held.at(-1)
    const files = filesOfEntry(data)
    return last?.version === data.version
      ? [...held.slice(0, -1), { ...last, files: [...last.files, ...files] }]
      : [...held, { version: data.version, files }]
  },
  rules: { sourceComesInOrder, sourceCanBeRead, sourceHashHolds },
  class: 'white',
  decide: ({ version, hash, packed }) =>
    packed.map((piece, index) => ({
      type: 'SourceFilesHeld' as const,
      data: { version, hash, part: index + 1, parts: packed.length, packed: piece },
      effectiveFrom: version as Day,
    })),
  shownAt: () => '/code',
})

const read = new WeakMap<object, readonly SourceFile[] | string>()

/** What a version changed, read once for each input; else why it cannot be read. */
function changedBy(packed: readonly string[]): readonly SourceFile[] | string {
  const before = read.get(packed)
  if (before !== undefined) return before
  let changed: readonly SourceFile[] | string
  try {
    changed = packed.length === 0 ? 'there is none' : packed.flatMap(unpackedFiles)
  } catch (reason) {
    changed = (reason as Error).message
  }
  read.set(packed, changed)
  return changed
}

/** The files of an entry, read once for each. */
function filesOfEntry(data: SourceFilesHeld['data']): readonly SourceFile[] {
  const before = read.get(data)
  if (before !== undefined && typeof before !== 'string') return before
  const files = unpackedFiles(data.packed)
  read.set(data, files)
  return files
}
