// Takes over a whole journal from an export, into an empty database: all of it, or nothing.

import type pg from 'pg'
import type { Entry, Head } from './entry.ts'
import { insertEntries } from './entry-sql.ts'
import { type Fault, readLines, verified } from './exported.ts'
import { type PublicHead, publicBeforeTheFirst, publicHeadAfter } from './state.ts'

export type Imported =
  | { readonly kind: 'imported'; readonly head: Head }
  | { readonly kind: 'not-empty'; readonly count: number }
  | { readonly kind: 'does-not-hold'; readonly fault: Fault }

/** Checks each entry as it goes in; where one does not hold, or the tail is cut off, nothing stays. */
export async function importJournal(
  pool: pg.Pool,
  lines: AsyncIterable<string>,
): Promise<Imported> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table entry in exclusive mode')
    const count = Number((await client.query('select count(*) from entry')).rows[0].count)
    if (count > 0) {
      await client.query('rollback')
      return { kind: 'not-empty', count }
    }
    const reading = readLines(lines)
    const result = await verified(inserting(client, reading.entries))
    const { fault, closing } = reading.found()
    const complete = closing?.count === result.count && closing.head === result.head.hash
    const wrong = fault ?? result.fault ?? (complete ? undefined : cutOff(result.count))
    await client.query(wrong ? 'rollback' : 'commit')
    return wrong ? { kind: 'does-not-hold', fault: wrong } : { kind: 'imported', head: result.head }
  } catch (reason) {
    await client.query('rollback').catch(() => undefined)
    throw reason
  } finally {
    client.release()
  }
}

const cutOff = (count: number): Fault => ({
  position: count + 1,
  says: `the tail is cut off, or the closing line does not fit: the file holds ${count} entries`,
})

/** Hands entries on, and inserts them by the thousand. */
async function* inserting(
  client: pg.PoolClient,
  entries: AsyncIterable<Entry>,
): AsyncIterable<Entry> {
  let waiting: Entry[] = []
  let publicHead: PublicHead = publicBeforeTheFirst
  const insert = async () => {
    await insertEntries(client, waiting, publicHead)
    publicHead = waiting.reduce(publicHeadAfter, publicHead)
    waiting = []
  }
  for await (const entry of entries) {
    yield entry
    waiting.push(entry)
    if (waiting.length === 1_000) await insert()
  }
  if (waiting.length > 0) await insert()
}
