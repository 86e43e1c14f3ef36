// What lies in a data folder for the sake of the database server: its secret, its files, its socket.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning, programOf } from './process-identity.ts'
import type { ServerUser } from './server-user.ts'

/** The name of the server's first user, which may do everything; the program uses it only to set up. */
export const administrator = 'postgres'

export const filesIn = (folder: string) => join(folder, 'postgres')

/** Whether a database was made in the data folder. */
export const holdsDatabase = (folder: string): boolean => existsSync(filesIn(folder))

/** Makes the data folder if it is not there; refuses plainly when it is no folder of ours to write. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
  } catch (error) {
    throw new Error(`Could not make the data folder ${folder}: ${(error as Error).message}`)
  }
}

/** The secret of this data folder, made once and readable by its owner only. */
export function secretOf(folder: string): string {
  const path = join(folder, 'database-secret')
  if (!existsSync(path)) makeOnce(path, `${randomBytes(32).toString('base64url')}\n`)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Error(
      `Could not read ${path}: ${(error as Error).message}. ` +
        `The data folder belongs to ${whose(path)}: start the program as that user.`,
    )
  }
}

/** Complete or not there at all, and never a second time, whoever else starts at the same moment. */
function makeOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  keepOwnerOf(join(path, '..'), draft)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** What root makes in a folder of somebody else stays theirs. */
export function keepOwnerOf(folder: string, made: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  chownSync(made, uid, gid)
}

/**
 * Makes the server's files with `initdb` if they are not there. They are made aside and then moved
 * into place at once, so that an interrupted attempt leaves nothing that looks finished.
 * Returns whether this call made them.
 */
export async function makeCluster(folder: string, binaries: string, user: ServerUser) {
  const files = filesIn(folder)
  if (existsSync(join(files, 'PG_VERSION'))) {
    refuseOtherMajor(files, binaries)
    giveTo(user, files)
    return false
  }
  const draft = mkdtempSync(join(folder, 'postgres.new-'))
  const secret = `${draft}.secret`
  try {
    writeFileSync(secret, secretOf(folder), { mode: 0o600 })
    giveTo(user, draft, secret)
    const major = majorOf(binaries)
    const locale =
      major >= 17
        ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
        : ['--locale=C.UTF-8']
    const args = [
      `--pgdata=${draft}`,
      `--username=${administrator}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale,
    ]
    const { file, args: all, options } = user.run(join(binaries, 'initdb'), args)
    await finished(spawn(file, all, { ...options, stdio: ['ignore', 'ignore', 'pipe'] }))
    renameSync(draft, files)
    return true
  } catch (error) {
    if (existsSync(join(files, 'PG_VERSION'))) return false
    throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(secret, { force: true })
  }
}

function finished(initdb: ReturnType<typeof spawn>): Promise<void> {
  let said = ''
  initdb.stderr?.on('data', (text) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    initdb.on('error', reject)
    initdb.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`PostgreSQL could not make its files: ${said.trim()}`))
    })
  })
}

function refuseOtherMajor(files: string, binaries: string): void {
  const made = Number(readFileSync(join(files, 'PG_VERSION'), 'utf8'))
  const major = majorOf(binaries)
  if (made === major) return
  throw new Error(
    `${files} was made by PostgreSQL ${made}, and this release brings PostgreSQL ${major}. ` +
      'Export the journal with the release that made it, and import it into a new data folder.',
  )
}

function majorOf(binaries: string): number {
  const { stdout, error } = spawnSync(join(binaries, 'postgres'), ['--version'], {
    encoding: 'utf8',
  })
  if (error) throw new Error(`PostgreSQL cannot be run from ${binaries}: ${error.message}`)
  return Number(stdout.match(/(\d+)(\.|beta|rc|devel)/)?.[1])
}

/** Files made in another way of running (before a move, say) change their owner before a start. */
function giveTo(user: ServerUser, ...paths: string[]): void {
  if (!user.owner) return
  for (const path of paths) {
    const { uid } = lstatSync(path)
    if (uid !== user.owner.uid) giveDeep(path, user.owner)
  }
}

function giveDeep(path: string, owner: { uid: number; gid: number }): void {
  for (const entry of lstatSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
    : []) {
    chownSync(join(path, entry), owner.uid, owner.gid)
  }
  chownSync(path, owner.uid, owner.gid)
}

/** The kernel holds a socket's whole path in about a hundred bytes; this is the shortest such limit. */
const longestSocketPath = 103

/**
 * A new private folder for the server's socket, which only its owner may enter: in the data folder,
 * or, where that path is too long for a socket, among the temporary files. New for each start, so
 * that nothing a killed server left behind is in the way; the server's pid file says which it is.
 */
export function makeSocketFolder(folder: string, user: ServerUser): string {
  const fits =
    Buffer.byteLength(join(folder, 'socket-123456', '.s.PGSQL.5432')) <= longestSocketPath
  const temporary = Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir()
  const place = mkdtempSync(fits ? join(folder, 'socket-') : join(temporary, 'secretariat-'))
  giveTo(user, place)
  return place
}

/**
 * Clears away what killed servers and interrupted first starts left behind, once a living server
 * holds the folder. What somebody still writes to is left for another time.
 */
export function removeLeftovers(folder: string, { socket }: Postmaster): void {
  for (const name of readdirSync(folder)) {
    const place = join(folder, name)
    if (!/^(socket-|postgres\.new-)/.test(name) || place === socket) continue
    try {
      rmSync(place, { recursive: true, force: true })
    } catch {}
  }
}

export type Postmaster = { pid: number; socket: string; port: number; ready: boolean }

/** The server that now holds the folder, by its own pid file; undefined when there is none. */
export function postmasterOf(folder: string): Postmaster | undefined {
  const noted = readNote(folder)
  if (!noted || !isRunning(noted.pid) || programOf(noted.pid) !== 'postgres') return undefined
  return noted
}

/**
 * After a crash the pid file may name a process that has ended without being collected, or a
 * stranger that was given the same number (likely in a container); PostgreSQL would then refuse its
 * own folder for ever. Only the number is replaced, by one that no process can have: the rest lets
 * PostgreSQL make sure that no remaining backend still writes.
 */
export function disownStalePid(folder: string): void {
  const note = join(filesIn(folder), 'postmaster.pid')
  const noted = readNote(folder)
  if (!noted || postmasterOf(folder) || !existsAsProcess(noted.pid)) return
  const rest = readFileSync(note, 'utf8').split('\n').slice(1)
  writeFileSync(note, ['2147483647', ...rest].join('\n'))
}

function existsAsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readNote(folder: string): Postmaster | undefined {
  let text: string
  try {
    text = readFileSync(join(filesIn(folder), 'postmaster.pid'), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new Error(
      `Could not read what PostgreSQL notes in ${folder}: ${(error as Error).message}. ` +
        `The data folder belongs to ${whose(folder)}: start the program as that user.`,
    )
  }
  const [pid, , , port, socket, , , status] = text.split('\n').map((line) => line.trim())
  return { pid: Number(pid), socket: socket ?? '', port: Number(port), ready: status === 'ready' }
}

function whose(path: string): string {
  try {
    return `user ${statSync(path).uid}`
  } catch {
    return 'another user'
  }
}
