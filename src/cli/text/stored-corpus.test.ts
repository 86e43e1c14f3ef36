// What the command line says of a real code, against counts and hashes made here from its files alone: nothing of the
// importer is used to make them.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { NewEntry } from '#journal/entry.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import type { Office } from '#office/office.ts'
import { loadedAt, officeOver } from '../../../tests/laws/demonstration.ts'
import { runText, runTextOn } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

const folder = [process.env.SECRETARIAT_SHARED, '../shared', '../../shared']
  .filter((place) => place !== undefined)
  .map((place) => join(place, 'corpus/dc-code-34-47'))
  .find((place) => existsSync(place))
if (!folder)
  process.stdout.write(
    'Counting a real code on the command line: not run, since ../shared/corpus is not there\n',
  )

interface Line {
  readonly date?: string
  readonly path: string
  readonly xml: string | null
}

const linesOf = (file: string): Line[] =>
  gunzipSync(readFileSync(join(folder!, file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

/** The files of the version of a day. */
const filesOn = (day: string): Map<string, string> => {
  const files = new Map<string, string>()
  const changes = linesOf('changes.ndjson.gz').filter(({ date }) => date! <= day)
  for (const { path, xml } of [...linesOf('base.ndjson.gz'), ...changes])
    if (xml === null) files.delete(path)
    else files.set(path, xml)
  return files
}

const hashOf = (files: ReadonlyMap<string, string>): string => {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort())
    hash.update(path).update('\0').update(files.get(path)!).update('\0')
  return hash.digest('hex')
}

// Elements that are editors' notes or instructions to the publisher, and those that stand within a word.
const notText = (name: string): boolean =>
  name === 'reason' || name === 'annotations' || name.startsWith('codify-')
const withinWords = new Set(['cite', 'em', 'strong', 'span', 'center'])

/** Walks tags and the words between them, once: numbers, marked references, and words without white space. */
const countOf = (
  xml: string,
  counts: { provisions: number; words: number; references: number },
) => {
  const open: string[] = []
  let left = 0
  let words = ''
  let section = false
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (left === 0 && !(section && piece === '§')) words += piece
      continue
    }
    const name = /^<\/?([\w-]+)/.exec(piece)?.[1] ?? ''
    section = name === 'prefix' && !piece.startsWith('</')
    if (!withinWords.has(name)) words += ' '
    if (piece.startsWith('</')) {
      open.pop()
      if (notText(name)) left--
    } else if (!piece.endsWith('/>')) {
      if (notText(name)) left++
      if (left === 0 && name === 'num') counts.provisions++
      if (left === 0 && name === 'cite' && !open.includes('cite')) counts.references++
      open.push(name)
    } else if (left === 0 && name === 'cite') counts.references++
  }
  counts.words += words.split(/\s+/).filter((word) => word !== '').length
}

const entriesOf: NewEntry[] = []

/** The streams of a record; its entries are then in `entriesOf`. */
const streamsOf = async (office: Office): Promise<string[]> => {
  const streams = new Set<string>()
  for await (const entry of office.journal.entries()) {
    streams.add(entry.stream)
    const {
      id: _i,
      position: _p,
      version: _v,
      contentHash: _c,
      previousHash: _b,
      hash: _h,
      recordedAt: _r,
      ...given
    } = entry
    entriesOf.push(given)
  }
  return [...streams]
}

describe.skipIf(!folder)('a real code as stored', () => {
  it.each(['2022-05-02', '2023-09-22'])('on %s', (day) => {
    const files = filesOn(day)
    const three = ['base.ndjson.gz', 'changes.ndjson.gz', 'versions.json'].map((file) =>
      join(folder!, file),
    )
    expect(runText('show', ...three, '--on', day, '--format', 'source-hash')).toEqual({
      code: 0,
      answer: `${hashOf(files)}\n`,
      beside: '',
    })
    const counts = { provisions: 0, words: 0, references: 0 }
    for (const xml of files.values()) countOf(xml, counts)
    expect(JSON.parse(runText('stats', folder!, '--on', day, '--json').answer)).toMatchObject(
      counts,
    )
  })
  it('is on record the same: published hashes from its entries alone, counts, and after a handover', async () => {
    const office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
    const run = (...words: string[]) => runTextOn(office, ...words, '--code', 'dc-code')
    const said = await run('import', 'dc-code', folder!, '--json')
    expect(said.code, said.beside).toBe(0)
    const { versions } = JSON.parse(said.answer)
    const listed: { date: string; sha256: string }[] = JSON.parse(
      readFileSync(join(folder!, 'versions.json'), 'utf8'),
    )
    expect(versions.map((one: { sourceHash: string }) => one.sourceHash)).toEqual(
      listed.map(({ sha256 }) => sha256),
    )
    const onRecord = JSON.parse((await run('versions', '--json')).answer)
    expect(onRecord.map((one: { version: string }) => one.version)).toEqual(
      versions.map((one: { version: string }) => one.version),
    )
    const again = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
    await again.journal.write({
      streams: await streamsOf(office),
      run: (writing) => {
        writing.enter(entriesOf)
        return { stands: true, answer: undefined }
      },
    })
    expect(again.journal.state.head.hash).toBe(office.journal.state.head.hash)
    for (const day of ['2021-10-18', '2022-05-05', '2023-09-22']) {
      const files = filesOn(day)
      const hash = await run('show', '--on', day, '--format', 'source-hash')
      expect(hash).toMatchObject({ code: 0, answer: `${hashOf(files)}\n` })
      const counts = { provisions: 0, words: 0, references: 0 }
      for (const xml of files.values()) countOf(xml, counts)
      for (const one of [office, again]) {
        const stats = await runTextOn(one, 'stats', '--on', day, '--json', '--code', 'dc-code')
        expect(JSON.parse(stats.answer)).toMatchObject(counts)
      }
    }
    expect(await run('import', 'dc-code', folder!)).toMatchObject({
      code: 2,
      beside: expect.stringMatching(/is on record already/),
    })
  })
  it('differs between two of its versions, and not between two days of one', () => {
    expect(runText('diff', `${folder}@2022-05-02`, `${folder}@2022-05-10`)).toMatchObject({
      code: 0,
      answer: '',
    })
    const { code, answer } = runText('diff', `${folder}@2022-05-02`, `${folder}@2022-05-11`)
    expect(code).toBe(1)
    expect(answer).toMatch(/^[~+->#] /m)
    expect(runText('show', folder!, '--on', '2021-10-17')).toMatchObject({ code: 2 })
  })
})
