// The entries beneath something shown, as this viewer may see them.

import { z } from 'zod'
import { printKnownDate } from '#calendar/known-date.ts'
import { codeOf, type Entry } from '#journal/entry.ts'
import { mayRead } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'

/** An entry for readers: its content; and for the operator its place in the chain. */
export const entryShown = z.object({
  id: z.string(),
  stream: z.string().meta({ description: 'What it is about: NOUN:REFERENCE' }),
  type: z.string().meta({ description: 'What happened' }),
  data: z.record(z.string(), z.unknown()),
  effectiveFrom: z.object({ date: z.string(), words: z.string() }),
  recordedAt: z.string(),
  by: z.string(),
  onBehalfOf: z.string().nullable(),
  command: z.string(),
  rulebook: z.string().meta({ description: 'The day whose rulebook was asked' }),
  basis: z.enum(['decided-here', 'on-record', 'known-by-count', 'illustrative']),
  source: z.string().nullable(),
  class: z.enum(['white', 'green', 'amber', 'red']),
  contentHash: z.string(),
  chain: z
    .object({
      position: z.int(),
      version: z.int(),
      previousHash: z.string(),
      hash: z.string(),
    })
    .nullable()
    .meta({ description: 'Its place in the whole chain, which only the operator sees' }),
})
export type EntryShown = z.infer<typeof entryShown>

/** The entries with these ids that this reading may see, in the order entered. */
export async function entriesBeneath(
  office: Office,
  reading: Reading,
  ids: readonly string[],
): Promise<readonly EntryShown[]> {
  const found = await office.journal.entriesById(ids)
  return found
    .filter((entry) => codeOf(entry.stream) === reading.code)
    .filter((entry) => mayRead(reading.viewer, entry.class, entry.stream))
    .filter((entry) => reading.knownAt === null || entry.recordedAt <= reading.knownAt)
    .map((entry) => shown(entry, reading))
}

function shown(entry: Entry, { viewer, code }: Reading): EntryShown {
  const { position, version, previousHash, hash, stream, effectiveFrom, ...content } = entry
  return {
    ...content,
    data: content.data as Readonly<Record<string, unknown>>,
    stream: stream.slice(code.length + 1),
    effectiveFrom: { date: effectiveFrom, words: printKnownDate(effectiveFrom) },
    chain: viewer.name === 'operator' ? { position, version, previousHash, hash } : null,
  }
}
