import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { filesIn, postmasterOf } from '#database/cluster-folder.ts'
import type { Database } from '#database/database.ts'
import { openEmbedded } from '#database/embedded.ts'
import { isRunning } from '#database/process-identity.ts'

let room: string
let folder: string
const open: Database[] = []
const others: ChildProcess[] = []

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(room, 0o711)
  folder = join(room, 'data')
})

afterEach(async () => {
  for (const other of others.splice(0)) other.kill('SIGKILL')
  for (const database of open.splice(0)) await database.close()
})

afterAll(() => rmSync(room, { recursive: true }))

async function opened(at = folder, said: string[] = []): Promise<Database> {
  const database = await openEmbedded({ folder: at, say: (line) => said.push(line) })
  open.push(database)
  return database
}

/** Another process that opens the same folder and carries out what it is told, line by line. */
async function otherProcess(at = folder) {
  const program = `
    import { createInterface } from 'node:readline'
    import { openEmbedded } from '#database/embedded.ts'
    const database = await openEmbedded({ folder: ${JSON.stringify(at)} })
    console.log('open')
    for await (const line of createInterface({ input: process.stdin })) {
      await database.pool.query(line)
      console.log('done')
    }
    await database.close()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  others.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => (await lines.next()).value
  expect(await answer()).toBe('open')
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  return {
    ask(sql: string) {
      child.stdin.write(`${sql}\n`)
      return answer()
    },
    async leave() {
      child.stdin.end()
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const serverPid = (at = folder) => postmasterOf(at)?.pid
const rows = async ({ pool }: Database) =>
  (await pool.query<{ id: number }>('select id from kept order by id')).rows.map(({ id }) => id)

describe('the embedded database', () => {
  it('is made on first use, asks for its secret, and is reached by nobody else', async () => {
    const { pool } = await opened()
    await pool.query('create table kept (id int)')
    const { rows } = await pool.query(
      `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
              (select rolsuper from pg_roles where rolname = current_user) as super`,
    )
    expect(rows[0]).toMatchObject({ listens: '', fsync: 'on', super: false })
    const { socket, port } = postmasterOf(folder)!
    expect(statSync(socket).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'database-secret')).mode & 0o777).toBe(0o600)
    const stranger = new pg.Client({ host: socket, port, user: 'secretariat', password: 'guess' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  it('is stopped by the last one to leave, not by the one who started it', async () => {
    const first = await opened()
    const pid = serverPid()!
    const second = await otherProcess()
    await first.close()
    expect(isRunning(pid)).toBe(true)
    expect(await second.ask('insert into kept values (1)')).toBe('done')
    await second.leave()
    expect(isRunning(pid)).toBe(false)
  })

  it('is adopted after its program was killed, with all that was acknowledged', async () => {
    const first = await otherProcess()
    await first.ask('insert into kept values (2)')
    const pid = serverPid()
    await first.kill()
    const said: string[] = []
    const second = await opened(folder, said)
    expect(serverPid()).toBe(pid)
    expect(said.join()).toContain('already runs')
    expect(await rows(second)).toEqual([1, 2])
  })

  it('starts again after program and server were killed, with all that was acknowledged', async () => {
    const first = await otherProcess()
    await first.ask('insert into kept values (3)')
    const pid = serverPid()!
    process.kill(pid, 'SIGKILL')
    await first.kill()
    const second = await opened()
    expect(serverPid()).not.toBe(pid)
    expect(await rows(second)).toEqual([1, 2, 3])
  })

  it('comes back under a running program when only the server was killed', async () => {
    const database = await opened()
    process.kill(serverPid()!, 'SIGKILL')
    await expect
      .poll(() => rows(database).catch(() => 'away'), { timeout: 10_000 })
      .toEqual([1, 2, 3])
  })

  it('starts although the note of a killed server names a process that is somebody else', async () => {
    const first = await otherProcess()
    const pid = serverPid()!
    process.kill(pid, 'SIGKILL')
    await first.kill()
    await expect.poll(() => isRunning(pid)).toBe(false)
    const { uid, gid } = statSync(filesIn(folder))
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {})
    others.push(stranger)
    const note = join(filesIn(folder), 'postmaster.pid')
    writeFileSync(note, readFileSync(note, 'utf8').replace(/^\d+/, String(stranger.pid)))
    expect(await rows(await opened())).toEqual([1, 2, 3])
  })

  it('refuses plainly when the secret is not the one it was made with', async () => {
    await opened()
    const path = join(folder, 'database-secret')
    const secret = readFileSync(path, 'utf8')
    writeFileSync(path, 'another')
    await expect(openEmbedded({ folder })).rejects.toThrow('does not accept the secret')
    writeFileSync(path, secret)
  })

  it('is made once by two programs that start together', async () => {
    const at = join(room, 'together')
    const [one, other] = await Promise.all([otherProcess(at), otherProcess(at)])
    expect(await one.ask('create table kept (id int)')).toBe('done')
    expect(await other.ask('insert into kept values (1)')).toBe('done')
    const pid = serverPid(at)!
    await Promise.all([one.leave(), other.leave()])
    expect(isRunning(pid)).toBe(false)
  })

  it('is reached below a path too long for a socket', async () => {
    const at = join(room, 'a-long-name-'.repeat(9), 'data')
    const { pool } = await opened(at)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(postmasterOf(at)!.socket.startsWith(at)).toBe(false)
  })

  it.runIf(process.getuid?.() === 0)(
    'runs for root in a folder that only root may enter',
    async () => {
      const at = join(room, 'private')
      mkdirSync(at, { mode: 0o700 })
      const { pool } = await opened(join(at, 'data'))
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    },
  )

  it('says what is wrong where the data folder cannot be made', async () => {
    writeFileSync(join(room, 'file'), '')
    await expect(openEmbedded({ folder: join(room, 'file', 'data') })).rejects.toThrow(
      'Could not make the data folder',
    )
  })
})
