// Who serves a data folder. The note is written by src/database/data-folder.ts; this reads it before
// anything is installed or built.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The living process that serves a data folder, as { pid, started, address }; else undefined. */
export function holderOf(folder) {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))
    return holder.started && startOf(holder.pid) === holder.started ? holder : undefined
  } catch {
    return undefined
  }
}

export function takenBy(folder, { pid, address }) {
  return (
    `The data folder ${folder} is in use by process ${pid}, which serves ${address}. ` +
    'Nothing was changed. Stop that process, or set SECRETARIAT_DATA to another folder.'
  )
}

/** As in src/database/process-identity.ts: compared only for being the same. */
function startOf(pid) {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout?.trim() || undefined
  }
  const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return state === 'Z' ? undefined : `${boot}:${rest[18]}`
}
