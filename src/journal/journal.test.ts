import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '#database/database.ts'
import { freshDatabase, onEveryDatabase } from '#database/test-database.ts'
import { exported } from './exported.ts'
import { importJournal } from './import-journal.ts'
import {
  entering,
  foldsOfContract,
  gather,
  journalContract,
  newEntry,
  ticking,
} from './journal.contract.ts'
import { memoryJournal } from './memory-journal.ts'
import { sqlJournal } from './sql-journal.ts'
import { verifiedInDatabase } from './verify-database.ts'

journalContract('in memory', async (clock) => ({ journal: memoryJournal(foldsOfContract, clock) }))

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function opened(fresh: () => Promise<Database>, clock: () => string) {
  const database = await fresh()
  open.push(database)
  const another = async () => {
    const journal = await sqlJournal(database.pool, foldsOfContract, clock)
    open.push(journal)
    return journal
  }
  return { database, journal: await another(), another }
}

onEveryDatabase('a journal in SQL', (fresh, kind) => {
  journalContract(kind, (clock) => opened(fresh, clock))

  describe('the database itself', () => {
    it.each(['update entry set type = type', 'delete from entry', 'truncate entry cascade'])(
      'refuses: %s',
      async (statement) => {
        const { database, journal } = await opened(fresh, ticking())
        await journal.write(entering(newEntry('model-code/thing:A')))
        await expect(database.pool.query(statement)).rejects.toThrow('append-only')
        expect((await gather(journal.entries())).length).toBe(1)
      },
    )

    it('gives back the kept rows on the next opening, and makes them again where they are lost', async () => {
      const { database, journal, another } = await opened(fresh, ticking())
      await journal.write(entering(newEntry('model-code/thing:A', 3)))
      const row = (of: typeof journal) => of.state.row('model-code', 'test.counts', 'A')
      expect(row(await another())).toEqual(row(journal))
      await database.pool.query('delete from kept_row')
      await database.pool.query('update kept_fold set position = 0')
      const rebuilt = await another()
      expect(row(rebuilt)).toEqual(row(journal))
      expect(rebuilt.state.publicHead).toEqual(journal.state.publicHead)
    })

    it.each([
      ['at the end', 3, [3], 'the record once reached entry 3, and now ends at entry 2'],
      ['all', 1, [1, 2, 3], 'the record once reached entry 3, and now ends at entry 0'],
      ['in the middle', 3, [2], 'expected position 2, found 3'],
    ])('names an entry taken out of it: %s', async (_where, named, taken, says) => {
      const { database, journal } = await opened(fresh, ticking())
      for (const key of ['A', 'B', 'C'])
        await journal.write(entering(newEntry(`model-code/thing:${key}`)))
      expect((await verifiedInDatabase(database.pool)).fault).toBeUndefined()
      await database.pool.query('alter table entry disable trigger user')
      for (const table of ['public_chain', 'entry'])
        await database.pool.query(`delete from ${table} where position = any ($1)`, [taken])
      const { fault } = await verifiedInDatabase(database.pool)
      expect(fault).toEqual({ position: named, says: expect.stringContaining(says) })
    })

    it('is not opened where its end is gone, and so does not make good for it', async () => {
      const { database, journal, another } = await opened(fresh, ticking())
      await journal.write(entering(newEntry('model-code/thing:A')))
      await journal.write(entering(newEntry('model-code/thing:B')))
      await database.pool.query('alter table entry disable trigger user')
      await database.pool.query('delete from public_chain where position = 2')
      await database.pool.query('delete from entry where position = 2')
      await expect(another()).rejects.toThrow('once reached entry 2, and now ends at entry 1')
      expect((await verifiedInDatabase(database.pool)).fault?.position).toBe(2)
    })

    it('takes over an export whole, and exports the same bytes again', async () => {
      const { journal } = await opened(fresh, ticking())
      for (const key of ['A', 'B', 'C'])
        await journal.write(
          entering(
            newEntry(`model-code/thing:${key}`, 2, { class: key === 'B' ? 'red' : 'white' }),
          ),
        )
      const lines = await gather(exported(journal.entries()))
      const elsewhere = await freshDatabase(kind)
      open.push(elsewhere)
      const trimmed = lines.map((line) => line.trimEnd())
      const cut = await importJournal(elsewhere.pool, each(trimmed.slice(0, -1)))
      expect(cut.kind).toBe('does-not-hold')
      expect(await importJournal(elsewhere.pool, each(trimmed))).toMatchObject({ kind: 'imported' })
      const moved = await sqlJournal(elsewhere.pool, foldsOfContract, ticking())
      open.push(moved)
      expect(await gather(exported(moved.entries()))).toEqual(lines)
      expect(moved.state.publicHead).toEqual(journal.state.publicHead)
      expect(await importJournal(elsewhere.pool, each(trimmed))).toEqual({
        kind: 'not-empty',
        count: 3,
      })
    })
  })
})

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}
