// The guide to legal texts is tried as written: its commands run, and say what it says they do.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { memoryJournal } from '#journal/memory-journal.ts'
import { foldsOfRooms } from '../src/open-office.ts'
import { loadedAt, officeOver } from './laws/demonstration.ts'
import { runText, runTextOn } from './run-text.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/guides/legal-text.md'), 'utf8')
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!)

const onRecord = /```sh record\n([\s\S]*?)```/.exec(guide)![1]!

it('docs/guides/legal-text.md works as written, in files and on record', async () => {
  const [making, ...trying] = blocks
  const home = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'secretariat-guide-'))
  try {
    process.chdir(folder)
    execFileSync('sh', ['-c', making!])
    const commands = trying.flatMap((block) => block.split(/^(?=bin)/m))
    expect(commands).toHaveLength(11)
    for (const written of commands) {
      const [call, ...told] = written.trim().split('\n')
      const said = runText(...call!.replace('bin/secretariat text ', '').split(' '))
      expect([call, said.code]).toEqual([call, /diff|carol/.test(call!) ? 1 : 0])
      const lines = told.map((line) => line.replace(/^# /, ''))
      if (lines.length > 0) expect(`${said.answer}${said.beside}`).toContain(lines.join('\n'))
    }
    const office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
    for (const written of onRecord.split(/^(?=bin)/m)) {
      const [call, ...told] = written.trim().split('\n')
      const said = await runTextOn(office, ...call!.replace('bin/secretariat text ', '').split(' '))
      expect([call, said.code, said.beside]).toEqual([
        call,
        / (diff|clashes) /.test(call!) ? 1 : 0,
        said.beside,
      ])
      for (const line of told) expect(said.answer).toContain(line.replace(/^# /, ''))
    }
    expect(readFileSync('merged.txt', 'utf8')).toMatch(/Citizens Advice[\s\S]*within 3/)
    expect(readFileSync('redline.html', 'utf8')).toContain('<ins>')
    for (const file of ['redline.pdf', 'base.pdf'])
      expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-1\.7/)
  } finally {
    process.chdir(home)
    rmSync(folder, { recursive: true })
  }
})
