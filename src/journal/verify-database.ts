// The chain as it stands in a database, checked without opening the journal: what is broken must not be put right on the way.

import type pg from 'pg'
import { type Verified, verified } from './exported.ts'
import { keptUpTo } from './kept-rows.ts'
import { stretchOf } from './sql-journal.ts'

/**
 * Checks every entry, and that none is missing at the end: what was kept from an entry outlives it.
 * All is read at one moment, so that an entry made meanwhile is no fault.
 */
export async function verifiedInDatabase(pool: pg.Pool): Promise<Verified> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const result = await verified(stretchOf(client, {}))
    const reached = await keptUpTo(client)
    await client.query('commit')
    client.release()
    if (result.fault || reached <= result.count) return result
    return {
      ...result,
      fault: {
        position: result.count + 1,
        says: `the tail is cut off: the record once reached entry ${reached}, and now ends at entry ${result.count}`,
      },
    }
  } catch (reason) {
    client.release(true)
    throw reason
  }
}
