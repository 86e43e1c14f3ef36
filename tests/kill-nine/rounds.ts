// A writer is any program that takes `--database-url URL`, enters without end, and prints a line for
// each entry once it is acknowledged; with `--list` it checks the record, prints the line of every
// entry in it and ends with 0. A line is asked for again after every kill: none may be missing.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { postmasterOf } from '#database/cluster-folder.ts'
import type { Database } from '#database/database.ts'
import { debianBinaries } from '#database/debian-postgres.ts'
import { openEmbedded } from '#database/embedded.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    on: { type: 'string', multiple: true, default: ['embedded', 'postgres15'] },
    writer: { type: 'string', default: join(import.meta.dirname, 'journal-writer.ts') },
  },
})

let lost = 0
for (const kind of values.on) lost += await killAgainAndAgain(kind, Number(values.rounds))
process.exitCode = lost ? 1 : 0

/** Every other round the server is killed as well, from the second on. Gives how many were lost. */
async function killAgainAndAgain(kind: string, rounds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'secretariat-kill-nine-'))
  chmodSync(folder, 0o711)
  const binaries = kind === 'embedded' ? {} : { binaries: debianBinaries() }
  const acknowledged = new Set<string>()
  let lost = 0
  try {
    for (let round = 1; round <= rounds; round++) {
      const withServer = round % 2 === 0
      const database = await openEmbedded({ folder, ...binaries })
      const recorded = await written(database, folder, withServer)
        .then((lines) => {
          for (const line of lines) acknowledged.add(line)
          return listed(database)
        })
        .finally(() => database.close())
      const missing = [...acknowledged].filter((line) => !recorded.has(line))
      lost += missing.length
      console.log(
        `${kind}, round ${round}: killed the writer${withServer ? ' and the server' : ''}, ` +
          `${acknowledged.size} acknowledged, ${recorded.size} recorded, ${missing.length} lost`,
      )
      if (missing.length) console.log(`  lost: ${missing.slice(0, 5).join(', ')}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const name = `kill-nine.${kind}`
  console.log(JSON.stringify({ name, rounds, acknowledged: acknowledged.size, lost }))
  return lost
}

/** Lets the writer write for a moment, kills it, and gives the lines it printed. */
async function written(database: Database, folder: string, withServer: boolean): Promise<string[]> {
  const writer = spawn(process.execPath, [values.writer, '--database-url', database.url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  writer.stderr.on('data', (text) => {
    said += text
  })
  const lines: string[] = []
  const reading = createInterface({ input: writer.stdout })
  const begun = new Promise<void>((resolve, reject) => {
    reading.on('line', (line) => {
      // A dozen first, so that a slow machine is killed at work too and not before it.
      if (lines.push(line) === 12) resolve()
    })
    writer.on('exit', () =>
      reject(new Error(`The writer ended before it wrote a dozen lines: ${said}`)),
    )
  })
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()))
  await begun
  await pause(100 + Math.random() * 400)
  if (withServer) process.kill(postmasterOf(folder)!.pid, 'SIGKILL')
  writer.kill('SIGKILL')
  await ended
  return lines
}

/** Asked again for as long as the killed server is not back. */
async function listed(database: Database): Promise<Set<string>> {
  const until = Date.now() + 30_000
  for (;;) {
    const args = [values.writer, '--database-url', database.url, '--list']
    const lister = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const lines = new Set<string>()
    let said = ''
    lister.stderr.on('data', (text) => {
      said += text
    })
    createInterface({ input: lister.stdout }).on('line', (line) => lines.add(line))
    const code = await new Promise((resolve) => lister.on('close', resolve))
    if (code === 0) return lines
    if (Date.now() > until) throw new Error(`The record could not be read: ${said}`)
    await pause(100)
  }
}
