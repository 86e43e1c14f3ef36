// The PostgreSQL that comes with the installation, run for one data folder.
import { resolve } from 'node:path'
import pg from 'pg'
import { joinCluster } from './cluster.ts'
import { secretOf } from './cluster-folder.ts'
import { type Database, poolTo, type Say, urlOf } from './database.ts'
import { bundledBinaries } from './postgres-bundle.ts'

export type EmbeddedOptions = {
  /** The data folder (`SECRETARIAT_DATA`); made if it is not there. */
  folder: string
  say?: Say
  /** Most connections this process holds for its own work; 10 unless told. */
  connections?: number
  /** Server settings that differ from ours; for tests. */
  settings?: Record<string, string>
}

/** The user and the database the program works with; the user may change nothing outside it. */
const name = 'secretariat'

/**
 * Opens the database of a data folder: adopts the server that runs for it, or starts it. A server
 * that is killed under a running program is started again; work in hand fails, later work succeeds.
 * Throws plain sentences when the machine, the folder or its owner do not allow it.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const folder = resolve(options.folder)
  const say = options.say ?? (() => {})
  const joining = { folder, binaries: bundledBinaries(), say, settings: options.settings ?? {} }
  let membership = await joinCluster(joining)
  const password = secretOf(folder)
  let closed: Promise<void> | undefined
  let reviving: Promise<void> | undefined
  await prepareDatabase(membership.presence, password)
  const address = () => {
    const { socket: host, port } = membership.postmaster
    return { host, port, user: name, password, database: name }
  }
  const pool = poolTo({ ...address(), max: options.connections ?? 10 })
  watch()

  function watch(): void {
    membership.presence.once('end', () => {
      if (!closed) reviving = revive()
    })
  }

  async function revive(): Promise<void> {
    say('The database server has gone; starting it again')
    try {
      membership = await joinCluster(joining)
    } catch (error) {
      say((error as Error).message)
      return
    }
    Object.assign(pool.options, address())
    watch()
  }

  async function close(): Promise<void> {
    await reviving
    await pool.end()
    const outcome = await membership.leave()
    if (outcome === 'stopped') say('Stopped PostgreSQL')
  }

  return {
    kind: 'embedded',
    pool,
    describe: `embedded PostgreSQL in ${folder}`,
    get url() {
      return urlOf(address())
    },
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

async function prepareDatabase(admin: pg.Client, password: string): Promise<void> {
  const found = await admin.query('select from pg_database where datname = $1', [name])
  if (found.rowCount) return
  const lock = 7_321_002
  await admin.query('select pg_advisory_lock($1)', [lock])
  const user = await admin.query('select from pg_roles where rolname = $1', [name])
  if (!user.rowCount) {
    await admin.query(`create role ${name} login password ${pg.escapeLiteral(password)}`)
  }
  const again = await admin.query('select from pg_database where datname = $1', [name])
  if (!again.rowCount) await admin.query(`create database ${name} owner ${name}`)
  await admin.query('select pg_advisory_unlock($1)', [lock])
}
