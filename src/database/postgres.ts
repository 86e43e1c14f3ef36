// A PostgreSQL server that somebody else runs, reached by DATABASE_URL.
import { type Database, poolTo } from './database.ts'

/** The oldest server whose SQL we write. */
const oldest = 15

/**
 * Opens the database at a connection string. Throws a plain sentence, without the password, when the
 * string cannot be read, the server cannot be reached or is older than PostgreSQL 15.
 */
export async function openPostgres(
  url: string,
  options: { connections?: number } = {},
): Promise<Database> {
  const describe = `PostgreSQL at ${withoutSecret(url)}`
  const pool = poolTo({ connectionString: url, max: options.connections ?? 10 })
  try {
    const answer = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    )
    const version = answer.rows[0]!.version
    if (version < oldest) {
      throw new Error(`it is version ${version}, and version ${oldest} or later is needed`)
    }
  } catch (error) {
    await pool.end()
    throw new Error(`Could not use ${describe}: ${reasonOf(error)}. Check DATABASE_URL.`)
  }
  let closed: Promise<void> | undefined
  return {
    kind: 'postgres',
    pool,
    describe,
    url,
    close: () => {
      closed ??= pool.end()
      return closed
    },
  }
}

function withoutSecret(url: string): string {
  let parts: URL
  try {
    parts = new URL(url)
  } catch {
    throw new Error(
      'DATABASE_URL cannot be read: expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
    )
  }
  if (!/^postgres(ql)?:$/.test(parts.protocol)) {
    throw new Error(
      `DATABASE_URL starts with "${parts.protocol}": expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE`,
    )
  }
  const host = parts.searchParams.get('host') ?? (parts.host || 'localhost')
  return `${host}${parts.pathname}`
}

/** The driver gathers the failures of several addresses under an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return (error as Error).message
}
