// Starting: on an empty folder, and on data that is there.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeFolder } from '#config.ts'
import { measured, median, timeOf } from './measured.ts'

const home = homeFolder()
const folder = mkdtempSync(join(tmpdir(), 'secretariat-start-'))

/** Starts the server, waits for its address, asks for the first page, and ends it. Gives the milliseconds to the page. */
async function started(): Promise<number> {
  const child = spawn('node', [join(home, 'bin/start.mjs')], {
    env: { ...process.env, PORT: '0', SECRETARIAT_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const time = await timeOf(
    () =>
      new Promise<void>((resolve, reject) => {
        let text = ''
        child.stdout.on('data', async (data: Buffer) => {
          text += data.toString()
          const address = /^http:\/\/localhost:\d+$/m.exec(text)?.[0]
          if (address) await fetch(`${address}/meetings`).then(() => resolve(), reject)
        })
        child.once('exit', () => reject(new Error(`the server ended: ${text}`)))
      }),
  )
  child.kill('SIGINT')
  await new Promise((ended) => child.once('exit', ended))
  return time
}

const first = await started()
const later: number[] = []
for (let turn = 0; turn < 5; turn++) later.push(await started())
measured({
  name: 'start.existing',
  what: 'milliseconds to the first page on data that is there; baseline: on an empty folder, with the record to load',
  value: median(later),
  unit: 'ms',
  baseline: first,
})
rmSync(folder, { recursive: true, force: true })
