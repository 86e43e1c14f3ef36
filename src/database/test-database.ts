// New databases for tests, in milliseconds: one server of each kind for a whole test run, started when
// first asked for, and a template in it that is copied.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe } from 'vitest'
import { joinCluster } from './cluster.ts'
import { secretOf } from './cluster-folder.ts'
import { type Address, type Database, poolTo, urlOf } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { bundledBinaries } from './postgres-bundle.ts'

export const databaseKinds = ['embedded', 'postgres15'] as const
export type DatabaseKind = (typeof databaseKinds)[number]

/**
 * A new, migrated database of a kind, owned by a user who may do nothing outside it, as in
 * production. `close` drops it again. `migrations` names another folder than the product's own.
 */
export async function freshDatabase(
  kind: DatabaseKind,
  { migrations = ownMigrations }: { migrations?: string } = {},
): Promise<Database> {
  const server = await serverOf(kind)
  const template = await server.templateOf(migrations)
  const database = `test_${randomBytes(6).toString('hex')}`
  await server.admin.query(`create database ${database} template ${template} owner ${owner}`)
  const address = { ...server.address, database }
  const pool = poolTo(address)
  let closed: Promise<void> | undefined
  return {
    kind: kind === 'embedded' ? 'embedded' : 'postgres',
    pool,
    describe: `test database ${database} on ${kind}`,
    url: urlOf(address),
    close: () => {
      closed ??= pool
        .end()
        .then(() => server.admin.query(`drop database ${database} with (force)`))
        .then(() => {})
      return closed
    },
  }
}

/**
 * Tells a suite once for each database. Where Debian's PostgreSQL could not be installed, `npm test`
 * says so, and its half counts as skipped.
 */
export function onEveryDatabase(
  name: string,
  suite: (fresh: () => Promise<Database>, kind: DatabaseKind) => void,
): void {
  const without = (process.env.SECRETARIAT_WITHOUT ?? '').split(',')
  for (const kind of databaseKinds) {
    const absent = kind === 'postgres15' && without.includes('postgresql')
    describe.skipIf(absent)(`${name} (${kind})`, () => suite(() => freshDatabase(kind), kind))
  }
}

/** The programs of the PostgreSQL that Debian installs: 15, or else the oldest later one. */
export function systemBinaries(): string {
  const place = '/usr/lib/postgresql'
  const [version] = existsSync(place)
    ? readdirSync(place)
        .filter((name) => Number(name) >= 15 && existsSync(join(place, name, 'bin', 'postgres')))
        .sort((one, other) => Number(one) - Number(other))
    : []
  if (version) return join(place, version, 'bin')
  throw new Error(
    'These tests need PostgreSQL 15 in /usr/lib/postgresql. Run npm test, which installs it or ' +
      'prints the line to run.',
  )
}

const owner = 'secretariat'
const ownMigrations = join(import.meta.dirname, '../../migrations')

type Server = {
  admin: pg.Pool
  address: Address
  templateOf(migrations: string): Promise<string>
}

const servers = new Map<DatabaseKind, Promise<Server>>()

function serverOf(kind: DatabaseKind): Promise<Server> {
  const known = servers.get(kind)
  if (known) return known
  const starting = startServer(kind)
  servers.set(kind, starting)
  return starting
}

async function startServer(kind: DatabaseKind): Promise<Server> {
  const run = process.env.SECRETARIAT_TEST_RUN
  if (!run)
    throw new Error('Databases for tests need the set-up of vitest.config.ts: run from the root')
  const folder = join(run, kind)
  const binaries = kind === 'embedded' ? bundledBinaries() : systemBinaries()
  const { postmaster, presence } = await joinCluster({ folder, binaries, settings: forTests })
  const password = secretOf(folder)
  const place = { host: postmaster.socket, port: postmaster.port, password }
  await underLock(presence, async () => {
    const found = await presence.query('select from pg_roles where rolname = $1', [owner])
    if (found.rowCount) return
    await presence.query(`create role ${owner} login password ${pg.escapeLiteral(password)}`)
  })
  const templates = new Map<string, Promise<string>>()
  const address = { ...place, user: owner, database: 'postgres' }
  return {
    admin: poolTo({ ...address, user: 'postgres', max: 2, idleTimeoutMillis: 1_000 }),
    address,
    templateOf(migrations) {
      const made = templates.get(migrations) ?? makeTemplate(presence, address, migrations)
      templates.set(migrations, made)
      return made
    },
  }
}

/** Nothing in a test survives the machine, so nothing waits for the disk. */
const forTests = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
}

/** Named after what is in it, so that the processes of one run share it. */
async function makeTemplate(admin: pg.Client, address: Address, folder: string): Promise<string> {
  const migrations = existsSync(folder) ? await readMigrations(folder) : []
  const content = createHash('sha256')
  for (const { name, checksum } of migrations) content.update(`${name} ${checksum}\n`)
  const template = `template_${content.digest('hex').slice(0, 16)}`
  await underLock(admin, async () => {
    const found = await admin.query('select from pg_database where datname = $1', [template])
    if (found.rowCount) return
    const draft = `draft_${randomBytes(6).toString('hex')}`
    await admin.query(`create database ${draft} owner ${owner}`)
    const pool = poolTo({ ...address, database: draft, max: 1 })
    try {
      if (migrations.length) await migrate(pool, folder)
    } finally {
      await pool.end()
    }
    await admin.query(`alter database ${draft} rename to ${template}`)
  })
  return template
}

async function underLock(admin: pg.Client, work: () => Promise<void>): Promise<void> {
  const lock = 7_321_004
  await admin.query('select pg_advisory_lock($1)', [lock])
  try {
    await work()
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [lock])
  }
}
