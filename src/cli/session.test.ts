// What a command does where a data folder has no database.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shared, withDatabase, withOffice } from './session.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-session-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const shared = (data: string): Shared => ({ data, code: 'sec', as: 'operator' })
const never = async () => expect.unreachable()

describe('a data folder without a database', () => {
  it('is told, with what to do, and nothing is made in it', async () => {
    const absent = join(folder, 'mistyped')
    for (const [data, says] of [
      [absent, /mistyped: expected a data folder with a database; there is no such folder/],
      [folder, /none was ever made in it, and nothing was made\. Name another with --data FOLDER/],
    ] as const)
      for (const open of [withOffice(shared(data), never), withDatabase(shared(data), never)])
        await expect(open).rejects.toMatchObject({
          exitCode: 2,
          message: expect.stringMatching(says),
        })
    await expect(withOffice(shared(absent), never, { reading: true })).rejects.toThrow('npm start')
    expect([existsSync(absent), readdirSync(folder)]).toEqual([false, []])
  })
})
