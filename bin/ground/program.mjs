// Runs one of the built programs as if it were this process: same terminal, signals and exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { newNode } from './node.mjs'
import { within } from './place.mjs'

/**
 * Runs a file of dist/ on the new Node.js and gives the exit code. The program is outside our
 * terminal group and gets each signal through us, once, where Ctrl-C (and npm passing it on) would
 * send it several times. Should we be killed, it is told to end.
 */
export function runProgram(file, args = [], nodeArgs = []) {
  const follow = within('bin', 'ground', 'follow.mjs')
  const own = ['--enable-source-maps', '--import', follow, ...nodeArgs, within('dist', file)]
  const child = spawn(newNode(), [...own, ...args], {
    env: { ...process.env, SECRETARIAT_STARTED_BY: String(process.pid) },
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    detached: true,
  })
  const stopPassing = passSignals(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stopPassing()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** The same signal again within two seconds is the same wish, come by another way. */
function passSignals(child) {
  const last = new Map()
  const pass = (signal) => {
    if (Date.now() - (last.get(signal) ?? 0) < 2_000) return
    last.set(signal, Date.now())
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}
