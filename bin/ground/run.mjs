import { spawn } from 'node:child_process'
import { root } from './place.mjs'

/**
 * Runs a program in the clone and waits for it. Gives its exit code and what it wrote; `each` is
 * handed every piece as it comes; `stdio: 'inherit'` shows everything as it comes and keeps nothing.
 */
export function run(program, args, { env = {}, each = () => {}, stdio = 'pipe' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    })
    let output = ''
    const keep = (piece) => {
      output += piece
      each(String(piece))
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })
}
