// Whether a process noted in a file is still that process: numbers are given out again.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process with this number runs; one that has ended but was not yet collected does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return linuxStat(pid)?.state !== 'Z'
}

/**
 * When the process was started, as text that is only ever compared for being the same; undefined
 * when there is no such process. Survives neither a restart of the machine nor of a container.
 */
export function startOf(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined
  if (process.platform === 'linux') {
    const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
    return `${boot}:${linuxStat(pid)?.started ?? ''}`
  }
  return ps(pid, 'lstart')
}

/** The name of the program a process runs ('postgres', 'node'); undefined when it cannot be told. */
export function programOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStat(pid)?.program
  return ps(pid, 'comm')?.split('/').at(-1)
}

function linuxStat(pid: number): { program: string; state: string; started: string } | undefined {
  const line = read(`/proc/${pid}/stat`)
  const parts = line?.match(/^\d+ \((.*)\) (\S) (.*)$/s)
  if (!parts) return undefined
  return { program: parts[1]!, state: parts[2]!, started: parts[3]!.split(' ')[18] ?? '' }
}

function ps(pid: number, column: string): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() || undefined
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
