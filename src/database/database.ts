// What a database is to the program: a pool of connections, whichever way it was reached.
import pg from 'pg'

/** Tells the person who started the program what is happening, one plain line at a time. */
export type Say = (line: string) => void

export type Database = {
  kind: 'embedded' | 'postgres'
  pool: pg.Pool
  /** One line for people and logs: what it is and where, without the secret. */
  describe: string
  /** A connection string with the secret in it: for child processes, never for a page or a log. */
  url: string
  /** Ends every connection; an embedded server that nobody else uses is stopped. Safe to call twice. */
  close(): Promise<void>
}

export type Address = {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * A pool as the whole program uses it. Days come as text ('2017-03-31') because the driver would
 * make a moment in local time of them; whole numbers of 8 bytes come as numbers, and one too large
 * to be exact is refused instead of rounded. A connection lost while idle is replaced on next use.
 */
export function poolTo(reach: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 10, application_name: 'secretariat', ...reach, types })
  pool.on('error', () => {})
  return pool
}

/** The connection string of an address; a socket folder as host stands in the query, before which the named host counts for nothing. */
export function urlOf({ host, port, user, password, database }: Address): string {
  const place = new URLSearchParams({ host, port: String(port) })
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?${place}`
}

const readAs = new Map<number, (text: string) => unknown>([
  [1082, (text) => text],
  [20, exactNumber],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && readAs.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

function exactNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) {
    throw new Error(`The database answered ${text}, a whole number too large to be held exactly`)
  }
  return number
}
