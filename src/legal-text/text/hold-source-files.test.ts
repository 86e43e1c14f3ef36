import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { holdSourceFiles } from './hold-source-files.ts'
import { filesOf, packedFiles, unpackedFiles } from './source-files.ts'
import { sourceFilesKept, textFolds } from './text-kept.ts'

const setting = { folds: textFolds }
const hashOf = (files: Record<string, string>) => {
  const hash = createHash('sha256')
  for (const path of Object.keys(files).sort()) hash.update(`${path}\0${files[path]}\0`)
  return hash.digest('hex')
}
const first = [
  { path: '1/b.xml', xml: '<b>é \u00a0</b>\r\n' },
  { path: '1/a.xml', xml: '<a/>' },
]
const changed = [
  { path: '1/a.xml', xml: null },
  { path: '1/c.xml', xml: '<c/>' },
]
const base = {
  version: '2026-01-01',
  hash: hashOf({ '1/a.xml': '<a/>', '1/b.xml': first[0]!.xml! }),
  packed: packedFiles(first).join('\n'),
  source: 'the test',
}
const later = {
  ...base,
  version: '2026-02-01',
  hash: hashOf({ '1/b.xml': first[0]!.xml!, '1/c.xml': '<c/>' }),
  packed: packedFiles(changed).join('\n'),
}

describe('holding the source files of a version', () => {
  it('holds all of the first and what each later one changes, to the letter', async () => {
    const { ground, asking, read, journal } = await recordOf([], setting)
    for (const input of [base, later])
      expect((await carryOut(ground, { command: holdSourceFiles, input, asking })).kind).toBe(
        'done',
      )
    expect(
      read()
        .rows(sourceFilesKept)
        .map(({ data }) => data.hash),
    ).toEqual([base.hash, later.hash])
    const versions: ReturnType<typeof unpackedFiles>[] = []
    for await (const { data } of journal.entries())
      versions.push(unpackedFiles((data as { packed: string }).packed))
    expect(hashOf(Object.fromEntries(filesOf(versions)))).toBe(later.hash)
  })

  it('proves the published hash, on all that is held so far', async () => {
    await given([], setting)
      .when(holdSourceFiles, { ...base, hash: '0'.repeat(64) })
      .thenRefused('sourceHashHolds')
    await given([], setting).when(holdSourceFiles, later).thenRefused('sourceHashHolds')
  })

  it('is refused for a version before the last, and for what cannot be unpacked', async () => {
    const { ground, asking } = await recordOf([], setting)
    await carryOut(ground, { command: holdSourceFiles, input: base, asking })
    const again = await carryOut(ground, { command: holdSourceFiles, input: base, asking })
    expect(again).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'sourceComesInOrder', expected: 'a day after 2026-01-01' }],
    })
    for (const packed of ['', 'bm8=', gzipSync('[1]').toString('base64')])
      await given([], setting)
        .when(holdSourceFiles, { ...base, packed })
        .thenRefused('sourceCanBeRead')
  })

  it('packs a large text into several pieces', () => {
    const files = Array.from({ length: 40 }, (_, at) => ({
      path: `${at}`,
      xml: `${at}`.repeat(100_000),
    }))
    const pieces = packedFiles(files)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.flatMap(unpackedFiles)).toEqual(files)
  })
})
