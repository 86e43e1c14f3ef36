// Brings a database up to the shape this release needs: plain SQL files, numbered, forward only.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

export type Migration = { number: number; name: string; sql: string; checksum: string }

/** Held while migrating, so that two programs started together do it once. */
const migrationLock = 7_321_003

/**
 * Carries out the migrations of a folder that the database does not have yet, in order, each in a
 * transaction of its own, and returns their names. Safe to call from several processes at once.
 * Throws, changing nothing, when the folder is not numbered 1, 2, 3 ..., when a migration already
 * carried out has since been changed, or when the database has one that this release does not know.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    try {
      return await carryOut(client, migrations)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [migrationLock])
    }
  } finally {
    client.release()
  }
}

async function carryOut(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  const done = await migrationsDone(client)
  refuseDisagreement(migrations, done)
  const owed = migrations.filter(({ number }) => !done.has(number))
  for (const migration of owed) await carryOutOne(client, migration)
  return owed.map(({ name }) => name)
}

async function carryOutOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  const { number, name, sql, checksum } = migration
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} could not be carried out: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

type Done = Map<number, { name: string; checksum: string }>

async function migrationsDone(client: pg.PoolClient): Promise<Done> {
  await client.query(`
    create table if not exists migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      carried_out_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migration order by number',
  )
  return new Map(rows.map(({ number, name, checksum }) => [number, { name, checksum }]))
}

function refuseDisagreement(migrations: Migration[], done: Done): void {
  for (const [number, { name, checksum }] of done) {
    const known = migrations.find((migration) => migration.number === number)
    if (!known) {
      throw new Error(
        `The database has the migration ${name}, which this release does not know: ` +
          'a newer release has used it. Start that release, or a newer one.',
      )
    }
    if (known.checksum !== checksum) {
      throw new Error(
        `The migration ${known.name} was changed after it was carried out as ${name}. ` +
          'Put the file back as it was, and say what is wanted in a new migration.',
      )
    }
  }
}

/** The migrations of a folder in order; throws when the numbers leave a gap or repeat. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.match(/^(\d{4})-[a-z0-9-]+\.sql$/)?.[1])
      if (number !== index + 1) {
        const expected = `${String(index + 1).padStart(4, '0')}-what-it-does.sql`
        throw new Error(`Migrations are numbered without gaps: expected ${expected}, found ${name}`)
      }
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
