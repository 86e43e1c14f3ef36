// A PostgreSQL server of our own, shared by every process that uses the same data folder: the first
// one starts it, later ones adopt it, the last one to leave in good order stops it.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  administrator,
  disownStalePid,
  filesIn,
  keepOwnerOf,
  makeCluster,
  makeSocketFolder,
  type Postmaster,
  postmasterOf,
  prepareFolder,
  removeOldSockets,
  secretOf,
} from './cluster-folder.ts'
import type { Say } from './database.ts'
import { isRunning } from './process-identity.ts'
import { type ServerUser, serverUserFor } from './server-user.ts'

export type ClusterOptions = {
  /** The data folder, absolute. */
  folder: string
  /** Where `initdb` and `postgres` are. */
  binaries: string
  /** Server settings that differ from ours. */
  settings?: Record<string, string>
  say?: Say
}

/** One process's use of the server. */
export type Membership = {
  postmaster: Postmaster
  /** Whether this process started the server or found it running. */
  started: boolean
  /** A connection as administrator to the maintenance database, kept for as long as we use the server. */
  presence: pg.Client
  /** Ends this use; stops the server when nobody else uses it. */
  leave(): Promise<'stopped' | 'left running'>
}

/** Every process that uses the server holds this lock shared; whoever gets it alone may stop it. */
const presenceLock = 7_321_001

const ours = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
  // Statements and values may hold personal details: they do not go into the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const patience = { start: 60_000, stop: 60_000, between: 15 }

/**
 * Adopts the server of a data folder, or starts it (making its files if need be), and stays a
 * member until `leave`. Waits while a killed server is being collected or a crashed one recovers.
 * Throws when the server ends while starting, with the last lines of its log, or is not ready in a minute.
 */
export async function joinCluster(options: ClusterOptions): Promise<Membership> {
  const { folder, say = () => {} } = options
  prepareFolder(folder)
  const until = Date.now() + patience.start
  let starting: Starting | undefined
  let reason = 'it did not become ready'
  for (; Date.now() < until; await pause(patience.between)) {
    const postmaster = postmasterOf(folder)
    if (!postmaster) {
      if (starting?.failed()) {
        reason = lastLines(folder)
        if (!mayPass(reason)) break
      }
      if (!starting) starting = await startServer(options, say)
      else if (starting.failed()) starting = await startServer(options, () => {})
      continue
    }
    if (!postmaster.ready) continue
    const presence = await attend(postmaster, secretOf(folder))
    if (!presence) continue
    removeOldSockets(folder, postmaster)
    const started = starting?.pid === postmaster.pid
    if (!started)
      say(`Using the PostgreSQL that already runs for ${folder} (process ${postmaster.pid})`)
    return { postmaster, started, presence, leave: () => leave(presence, postmaster) }
  }
  throw new Error(`PostgreSQL could not be started in ${folder}: ${reason}`)
}

type Starting = { pid: number | undefined; failed(): boolean }

async function startServer(options: ClusterOptions, say: Say): Promise<Starting> {
  const { folder, binaries } = options
  const user = serverUserFor(join(binaries, 'postgres'), folder)
  if (await makeCluster(folder, binaries, user)) say(`Made a new database in ${filesIn(folder)}`)
  disownStalePid(folder)
  say(`Starting PostgreSQL ${user.describe}`)
  return spawnServer(options, user)
}

/** The server gets a session of its own, so that Ctrl-C in a terminal reaches only this program. */
function spawnServer({ folder, binaries, settings }: ClusterOptions, user: ServerUser): Starting {
  const socket = makeSocketFolder(folder, user)
  const values = { ...ours, unix_socket_directories: socket, ...settings }
  const { file, args, options } = user.run(join(binaries, 'postgres'), [
    '-D',
    filesIn(folder),
    ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const path = logOf(folder)
  const log = openSync(path, 'a', 0o600)
  keepOwnerOf(folder, path)
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  let ended = false
  child.on('exit', () => {
    ended = true
    rmSync(socket, { recursive: true, force: true })
  })
  child.on('error', () => {
    ended = true
  })
  return { pid: child.pid, failed: () => ended }
}

/** A connection that counts as use of the server; undefined when the server is just coming or going. */
async function attend(postmaster: Postmaster, password: string): Promise<pg.Client | undefined> {
  const { socket: host, port } = postmaster
  const client = new pg.Client({
    host,
    port,
    password,
    user: administrator,
    database: 'postgres',
    application_name: 'secretariat presence',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const { code, message } = error as NodeJS.ErrnoException
    if (code === '28P01') {
      throw new Error(
        'The PostgreSQL of this data folder does not accept the secret kept there: ' +
          'database-secret and postgres/ come from two different folders. Put back the pair that belongs together.',
      )
    }
    if (code === 'EACCES') {
      throw new Error(
        `PostgreSQL runs for another user (${message}): start the program as that user.`,
      )
    }
    return undefined
  }
}

async function leave(presence: pg.Client, { pid, socket }: Postmaster) {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [presenceLock])
    const alone = await presence.query<{ alone: boolean }>(
      'select pg_try_advisory_lock($1) as alone',
      [presenceLock],
    )
    if (!alone.rows[0]?.alone) return 'left running' as const
    process.kill(pid, 'SIGINT')
    await gone(pid)
    rmSync(socket, { recursive: true, force: true })
    return 'stopped' as const
  } catch {
    return 'left running' as const
  } finally {
    await presence.end().catch(() => {})
  }
}

async function gone(pid: number): Promise<void> {
  const until = Date.now() + patience.stop
  while (isRunning(pid) && Date.now() < until) await pause(patience.between)
}

const logOf = (folder: string) => join(folder, 'postgres.log')

/** Another process started first, or backends of a killed server are still ending: asked again. */
function mayPass(log: string): boolean {
  return /lock file .* already exists|pre-existing shared memory block|is starting up/.test(log)
}

function lastLines(folder: string): string {
  const lines = readFileSync(logOf(folder), 'utf8').trimEnd().split('\n')
  return `its log ends:\n${lines.slice(-8).join('\n')}`
}
