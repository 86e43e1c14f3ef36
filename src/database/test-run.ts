// Around a whole test run: one folder for the servers of its databases, stopped and removed at the end.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postmasterOf } from './cluster-folder.ts'
import { isRunning, startOf } from './process-identity.ts'

const prefix = 'secretariat-tests-'

/** For vitest: makes the folder, and returns what clears it away. Clears up after killed runs, too. */
export default async function testRun(): Promise<() => Promise<void>> {
  await clearKilledRuns()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'run'), `${process.pid} ${startOf(process.pid)}`)
  process.env.SECRETARIAT_TEST_RUN = folder
  return () => clear(folder)
}

async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const note = join(folder, 'run')
    if (!existsSync(note)) continue
    const [pid, started] = readFileSync(note, 'utf8').split(' ')
    if (startOf(Number(pid)) !== started) await clear(folder)
  }
}

async function clear(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await stop(join(folder, entry.name))
  }
  rmSync(folder, { recursive: true, force: true })
}

/** At once and without a checkpoint: the files are thrown away. */
async function stop(folder: string): Promise<void> {
  const postmaster = postmasterOf(folder)
  if (!postmaster) return
  process.kill(postmaster.pid, 'SIGQUIT')
  const until = Date.now() + 10_000
  while (isRunning(postmaster.pid) && Date.now() < until) await pause(10)
}
