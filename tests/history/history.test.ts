// Journals written by past versions: this version must verify them, read every entry, and make the rows that were
// made of them then. A fold whose edition rose since is told from the one that wrote the rows by its edition.

import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readLines, verifiedLines } from '#journal/exported.ts'
import { foldsOfRooms } from '../../src/open-office.ts'
import { emptyState } from '../laws/demonstration.ts'

const folder = import.meta.dirname
const journals = readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))

async function* linesOf(file: string): AsyncIterable<string> {
  const input = createReadStream(join(folder, file)).pipe(createGunzip())
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

type RowsThen = Record<string, { edition: number; rows: number }>

describe('journals of past versions', () => {
  it('are there', () => {
    expect(journals.length).toBeGreaterThan(0)
  })

  it.each(journals)('%s verifies', async (file) => {
    expect((await verifiedLines(linesOf(file))).fault).toBeUndefined()
  })

  it.each(journals)('%s reads, entry by entry, into the rows of then', async (file) => {
    const state = emptyState()
    for await (const entry of readLines(linesOf(file)).entries) state.read(entry)
    const then = JSON.parse(
      readFileSync(join(folder, file.replace('.jsonl.gz', '.rows.json')), 'utf8'),
    ) as RowsThen
    for (const [fold, { edition, rows }] of Object.entries(then)) {
      const now = foldsOfRooms.find(({ name }) => name === fold)
      expect(now, `no fold is named ${fold} any more: what reads its entries now?`).toBeDefined()
      if (now!.edition === edition)
        expect([fold, [...state.rows('sec', fold)].length]).toEqual([fold, rows])
    }
  })
})
