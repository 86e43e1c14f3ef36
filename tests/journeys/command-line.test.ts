// The command line as a new user and as a handover would use it, on a database of its own.

import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#database/database.ts'
import { freshDatabase } from '#database/test-database.ts'
import { type Served, served } from './served.ts'

const home = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'secretariat-cli-'))
let office: Served
let elsewhere: Database
beforeAll(async () => {
  office = await served()
  elsewhere = await freshDatabase('embedded')
})
afterAll(async () => {
  await office.close()
  await elsewhere.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `secretariat …` on a database. */
function secretariat(words: readonly string[], database = office.database.url): Promise<Ended> {
  const cli = join(home, 'dist', 'cli.js')
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [cli, ...words, '--database-url', database],
      { env: { ...process.env, SECRETARIAT_CODE: 'sec' }, maxBuffer: 100_000_000 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    ),
  )
}

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const meetings = 'reference,body,kind,held,place,basis,source,notes'

describe('bin/secretariat', () => {
  it('reads as JSON, as the public or the operator', async () => {
    const { code, out, err } = await secretariat(['meetings', '--json', '--as', 'public'])
    expect(code, err).toBe(0)
    expect(JSON.parse(out).total).toBeGreaterThanOrEqual(5)
  })

  it('imports all rows or none, and tells each fault by line, column and value', async () => {
    const before = office.office.journal.state.head.position
    const faulty = file(
      'faulty.csv',
      `${meetings}\nX-1,change-board,meeting,2016-07-01,,on-record,a source,\nX-2,change-board,meeting,1 July,,on-record,a source,\nX-3,no-such-body,meeting,2016-07,,on-record,,\n`,
    )
    const { code, err } = await secretariat(['import', 'meetings', faulty])
    expect(code).toBe(1)
    expect(err).toContain('line 3, column held')
    expect(err).toContain('1 July')
    expect(err).toContain('line 4, column source')
    await office.office.journal.catchUp()
    expect(office.office.journal.state.head.position).toBe(before)
  })

  it('checks without entering, then enters', async () => {
    const good = file(
      'good.csv',
      `${meetings}\r\nX-1,change-board,meeting,2016-07-01,"Here, and\nthere",on-record,a source,\r\n`,
    )
    expect((await secretariat(['import', 'meetings', good, '--dry-run'])).out).toContain(
      'Nothing was entered',
    )
    expect((await secretariat(['import', 'meetings', good])).out).toContain(
      '1 row entered on record',
    )
    const again = await secretariat(['import', 'meetings', good])
    expect(again.err).toContain('already on record')
    expect(again.code).toBe(1)
  })

  it('registers a code that nobody knew, with an empty rulebook, and says so', async () => {
    const good = file(
      'other.csv',
      `${meetings}\nA-1,a-board,meeting,2020-07,,on-record,a source,\n`,
    )
    const { code, out } = await secretariat(['import', 'meetings', good, '--code', 'another-code'])
    expect(code).toBe(0)
    expect(out).toContain('its rulebook is empty')
    const answer = await secretariat(['meetings', '--code', 'another-code', '--json'])
    expect(JSON.parse(answer.out).total).toBe(1)
    expect((await secretariat(['meetings', '--code', 'no-code'])).err).toContain('another-code')
  })

  it('tells what a wrong table lacks', async () => {
    const { err, code } = await secretariat(['import', 'meetings', file('wrong.csv', 'a,b\n1,2\n')])
    expect(code).toBe(1)
    expect(err).toContain('the column reference is missing')
    expect((await secretariat(['import', 'meetings', join(folder, 'none.csv')])).code).toBe(2)
  })

  it('hands the whole record over: export, verify, take over, export again, the same bytes', async () => {
    const one = join(folder, 'one.jsonl')
    const two = join(folder, 'two.jsonl')
    expect((await secretariat(['export', one])).code).toBe(0)
    expect((await secretariat(['verify', one])).out).toContain('the chain holds')
    expect((await secretariat(['verify'])).out).toContain('the chain holds')
    expect((await secretariat(['import-journal', one], elsewhere.url)).code).toBe(0)
    expect((await secretariat(['export', two], elsewhere.url)).code).toBe(0)
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true)
    expect((await secretariat(['rebuild'], elsewhere.url)).out).toContain(
      '0 had been kept otherwise',
    )
    const refused = await secretariat(['import-journal', one], elsewhere.url)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('empty one only')
  })

  it('names the first entry that does not hold, and a cut tail', async () => {
    const lines = readFileSync(join(folder, 'one.jsonl'), 'utf8').trimEnd().split('\n')
    const changed = lines.map((line, index) =>
      index === 9 ? line.replace('"source":"', '"source":"not ') : line,
    )
    const tampered = await secretariat(['verify', file('changed.jsonl', `${changed.join('\n')}\n`)])
    expect(tampered.code).toBe(1)
    expect(tampered.err).toContain('Entry 10 (line 10) does not hold')
    const cut = await secretariat([
      'verify',
      file('cut.jsonl', `${lines.slice(0, -3).join('\n')}\n`),
    ])
    expect(cut.code).toBe(1)
    expect(cut.err).toContain('the tail is cut off')
  })

  it('keeps names out of the record, exports them by name, and erases them', async () => {
    const names = join(folder, 'names.jsonl')
    expect(readFileSync(join(folder, 'one.jsonl'), 'utf8')).not.toContain('Hextall')
    expect((await secretariat(['export-people', names])).code).toBe(0)
    expect(readFileSync(names, 'utf8')).toContain('Hextall')
    expect((await secretariat(['import-people', names], elsewhere.url)).out).toContain(
      'Took over 1',
    )
    expect((await secretariat(['erase-person', 'person-0001'], elsewhere.url)).code).toBe(0)
    expect((await secretariat(['import-people', names], elsewhere.url)).out).toContain(
      'Took over 0',
    )
    expect((await secretariat(['verify'], elsewhere.url)).code).toBe(0)
  })

  it('refuses what it does not understand with exit code 2', async () => {
    expect((await secretariat(['no-such-thing'])).code).toBe(2)
    expect((await secretariat(['meetings', '--as-of', 'yesterday'])).code).toBe(2)
    const nameless = await secretariat(['meeting'])
    expect(nameless.code).toBe(2)
    expect(nameless.err).toContain('Name the reference: secretariat meeting REFERENCE')
  })

  it('closes the record to the public', async () => {
    const { code, err } = await secretariat([
      'export',
      join(folder, 'public.jsonl'),
      '--as',
      'public',
    ])
    expect(code).toBe(1)
    expect(err).toContain('only the operator')
  })

  it('takes a text from the standard input, and ends quietly where the answer is read no further', () => {
    const text = file('long.txt', 'D1 Locks\n'.concat('D1.1 A boat waits.\n'.repeat(40_000)))
    const run = (line: string) =>
      spawnSync('sh', ['-c', line], {
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE: process.execPath,
          CLI: join(home, 'dist', 'cli.js'),
          TEXT: text,
        },
      })
    const cut = run('"$NODE" "$CLI" text show "$TEXT" | head -1; exit 0')
    expect([cut.stderr, cut.status]).toEqual(['', 0])
    const piped = run('sed s/waits/passes/ "$TEXT" | head -3 | "$NODE" "$CLI" text show - D1')
    expect(piped.stderr).toBe('')
    expect(piped.stdout).toContain('A boat passes.')
  })
})
