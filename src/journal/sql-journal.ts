// The journal in PostgreSQL. One advisory lock makes one writer of all programs, so that positions become
// visible in the order in which they are committed; work that waits is committed together.

import type pg from 'pg'
import { carryWork, type Done, type Streams } from './carry-work.ts'
import { beforeTheFirst, type Entry, type Head, headAfter, isId } from './entry.ts'
import { entryColumns, entryFromSql, insertEntries } from './entry-sql.ts'
import type { AnyFold } from './fold.ts'
import type { Journal, Stretch, Work } from './journal.ts'
import { keepChanges, keepEverything, keptState, keptUpTo } from './kept-rows.ts'
import { CommittedState, Layer, publicBeforeTheFirst } from './state.ts'

/** Entries that were on record are gone: nothing is entered behind a gap. */
export class TailCutOff extends Error {
  override name = 'TailCutOff'

  constructor(last: number, reached: number) {
    super(
      `The record is not whole: it once reached entry ${reached}, and now ends at entry ${last}. ` +
        'Nothing was changed. Restore the database from a copy, or take an export over into an empty one.',
    )
  }
}

/** The advisory lock that each append takes first. */
export const theOneWriter = 73_054_162
const together = 100
const remembered = 8

interface Waiting {
  readonly work: Work<unknown>
  readonly resolve: (answer: never) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Opens the journal: reads the kept rows, or makes them again where they are not those of these folds.
 * `clock` gives the present instant as an ISO text in UTC with milliseconds.
 */
export async function sqlJournal(
  pool: pg.Pool,
  folds: readonly AnyFold[],
  clock: () => string,
): Promise<Journal> {
  const state = await opened(pool, folds)
  const waiting: Waiting[] = []
  const listeners = new Set<(head: Head) => void>()
  const known = new Map<number, CommittedState>()
  let writing = false
  let catching: Promise<void> | undefined
  let closed = false
  let heardWhileWriting = false

  const told = () => {
    for (const listener of listeners) listener(state.head)
  }

  async function catchUpWith(client: pg.Pool | pg.PoolClient): Promise<void> {
    const before = state.head.position
    for await (const entry of stretchOf(client, { after: before })) {
      if (entry.position === state.head.position + 1) state.read(entry)
    }
    if (state.head.position > before) told()
  }

  async function writeOn(): Promise<void> {
    if (writing) return
    writing = true
    try {
      while (waiting.length > 0) await writeTogether(waiting.splice(0, together))
    } finally {
      writing = false
    }
    if (heardWhileWriting) {
      heardWhileWriting = false
      await catchUp().catch(() => undefined)
    }
  }

  async function writeTogether(batch: readonly Waiting[]): Promise<void> {
    const results: Done[] = []
    try {
      await catching
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('select pg_advisory_xact_lock($1)', [theOneWriter])
        await catchUpWith(client)
        const layer = new Layer(state)
        const streams = await streamsOf(client, batch)
        const entered: Entry[] = []
        for (const { work } of batch) {
          const result = carryWork(work, layer, streams, clock)
          results.push(result.done)
          entered.push(...result.entered)
        }
        if (entered.length > 0) {
          await insertEntries(client, entered, state.publicHead)
          await keepChanges(client, layer, folds)
          await client.query(`select pg_notify('journal', $1)`, [String(layer.head.position)])
        }
        await client.query('commit')
        layer.layDown()
        client.release()
        if (entered.length > 0) told()
      } catch (reason) {
        await client.query('rollback').catch(() => undefined)
        client.release(true)
        throw reason
      }
    } catch (reason) {
      for (const { reject } of batch) reject(reason)
      return
    }
    for (const [index, { resolve, reject }] of batch.entries()) {
      const result = results[index]!
      if ('thrown' in result) reject(result.thrown)
      else resolve(result.answer as never)
    }
  }

  const catchUp = (): Promise<void> => {
    if (writing) heardWhileWriting = true
    if (writing || closed) return Promise.resolve()
    catching ??= catchUpWith(pool).finally(() => {
      catching = undefined
    })
    return catching
  }

  const hear = await listening(pool, catchUp)

  return {
    state,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the journal is closed'))
        waiting.push({ work, resolve, reject } as Waiting)
        void writeOn()
      }),
    entries: (stretch) => stretchOf(pool, stretch ?? {}),
    async entriesById(asked) {
      const ids = asked.filter(isId)
      if (ids.length === 0) return []
      const found = await pool.query(
        `select ${entryColumns} from entry where id = any($1) order by position`,
        [ids],
      )
      return found.rows.map(entryFromSql)
    },
    async knownAt(instant) {
      const head = await headAt(pool, instant)
      if (head.position === state.head.position) return state
      const before = known.get(head.position)
      if (before) return before
      const then = new CommittedState(folds, beforeTheFirst, publicBeforeTheFirst)
      for await (const entry of stretchOf(pool, { through: head.position })) then.read(entry)
      known.set(head.position, then)
      if (known.size > remembered) known.delete(known.keys().next().value!)
      return then
    },
    headAt: (instant) => headAt(pool, instant),
    catchUp,
    onEntered(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      if (closed) return
      closed = true
      await catching
      while (writing) await new Promise((settled) => setImmediate(settled))
      await hear.end()
    },
  }
}

async function opened(pool: pg.Pool, folds: readonly AnyFold[]): Promise<CommittedState> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [theOneWriter])
    const kept = await keptState(client, folds)
    const state = kept ?? (await rebuilt(client, folds))
    const reached = await keptUpTo(client)
    if (reached > state.head.position) throw new TailCutOff(state.head.position, reached)
    if (!kept) await keepEverything(client, state)
    await client.query('commit')
    client.release()
    return state
  } catch (reason) {
    client.release(true)
    throw reason
  }
}

/** The state made from the entries alone. */
export async function rebuilt(
  client: pg.Pool | pg.PoolClient,
  folds: readonly AnyFold[],
): Promise<CommittedState> {
  const state = new CommittedState(folds, beforeTheFirst, publicBeforeTheFirst)
  for await (const entry of stretchOf(client, {})) state.read(entry)
  return state
}

/** Entries by pages, oldest first. */
export async function* stretchOf(
  client: pg.Pool | pg.PoolClient,
  stretch: Stretch,
): AsyncIterable<Entry> {
  const page = 2_000
  let after = stretch.after ?? 0
  for (;;) {
    const found = await client.query(
      `select ${entryColumns} from entry
        where position > $1 and ($2::bigint is null or position <= $2) and ($3::text is null or stream = $3)
        order by position limit ${page}`,
      [after, stretch.through ?? null, stretch.stream ?? null],
    )
    for (const row of found.rows) yield entryFromSql(row)
    if (found.rows.length < page) return
    after = Number(found.rows.at(-1).position)
  }
}

async function streamsOf(client: pg.PoolClient, batch: readonly Waiting[]): Promise<Streams> {
  const streams: Streams = new Map()
  for (const { work } of batch) for (const name of work.streams) streams.set(name, [])
  if (streams.size === 0) return streams
  const found = await client.query(
    `select ${entryColumns} from entry where stream = any($1) order by position`,
    [[...streams.keys()]],
  )
  for (const row of found.rows) {
    const entry = entryFromSql(row)
    streams.get(entry.stream)!.push(entry)
  }
  return streams
}

async function headAt(pool: pg.Pool, instant: string): Promise<Head> {
  const found = await pool.query(
    `select ${entryColumns} from entry where recorded_at <= $1 order by position desc limit 1`,
    [instant],
  )
  return found.rows[0] ? headAfter(entryFromSql(found.rows[0])) : beforeTheFirst
}

/** Hears of what other programs enter; where the line breaks, it is taken up again. */
async function listening(pool: pg.Pool, heard: () => Promise<void>) {
  let hangUp: (() => void) | undefined
  let ended = false
  const later = () => {
    if (!ended) setTimeout(() => void connect(), 500).unref()
  }
  const connect = async (): Promise<void> => {
    if (ended) return
    let client: pg.PoolClient
    try {
      client = await pool.connect()
    } catch {
      return later()
    }
    const release = once(() => {
      client.removeAllListeners('notification')
      client.on('error', () => undefined)
      client.release(true)
    })
    hangUp = release
    client.on('notification', () => void heard().catch(() => undefined))
    client.once('error', () => {
      release()
      later()
    })
    try {
      await client.query('listen journal')
      await heard()
    } catch {
      release()
      later()
    }
  }
  await connect()
  return {
    async end() {
      ended = true
      hangUp?.()
    },
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
