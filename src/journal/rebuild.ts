// Kept rows made again from the entries, and compared with what was kept.

import type pg from 'pg'
import { canonical, type Json } from './canonical.ts'
import type { AnyFold } from './fold.ts'
import { keepEverything, keptRows } from './kept-rows.ts'
import { rebuilt, theOneWriter } from './sql-journal.ts'

/** Gives how many rows there are, and which of them had been kept otherwise: `code fold key`. */
export async function rebuiltAndCompared(
  pool: pg.Pool,
  folds: readonly AnyFold[],
): Promise<{ rows: number; differing: readonly string[] }> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [theOneWriter])
    const kept = new Map<string, string>()
    for (const { code, fold, row } of await keptRows(client))
      kept.set(`${code} ${fold} ${row.key}`, canonical(row as unknown as Json))
    const state = await rebuilt(client, folds)
    const differing: string[] = []
    let rows = 0
    for (const { code, fold, row } of state.everything()) {
      rows += 1
      const name = `${code} ${fold} ${row.key}`
      if (kept.get(name) !== canonical(row as unknown as Json)) differing.push(name)
      kept.delete(name)
    }
    await keepEverything(client, state)
    await client.query('commit')
    return { rows, differing: [...differing, ...kept.keys()].sort() }
  } catch (reason) {
    await client.query('rollback').catch(() => undefined)
    throw reason
  } finally {
    client.release()
  }
}
