import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { databaseKinds, isAbsent } from '#database/test-database.ts'

const script = join(import.meta.dirname, 'kill-nine.mjs')

for (const kind of databaseKinds)
  it.skipIf(isAbsent(kind))(`loses nothing acknowledged when killed (${kind})`, async () => {
    const args = [script, '--rounds', '2', '--on', kind]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const result = JSON.parse(stdout.trim().split('\n').at(-1)!)
    expect(result).toMatchObject({ name: `kill-nine.${kind}`, rounds: 2, lost: 0 })
    expect(result.acknowledged).toBeGreaterThan(20)
  })
