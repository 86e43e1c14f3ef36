// A draft taken away as an amending document and brought back: the same operations, and the same text by root hash.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { theOperator } from '#journal/information-class.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { draftsKept } from '#legal-text/drafts/drafts-kept.ts'
import { enterDraft } from '#legal-text/index.ts'
import type { Office } from '#office/office.ts'
import { loadedAt, officeOver } from '../../../tests/laws/demonstration.ts'
import { runTextOn, type Said } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

let folder = ''
let office: Office
const at = (name: string): string => join(folder, name)
const run = (...words: string[]): Promise<Said> => runTextOn(office, ...words, '--code', 'locks')
const draft = async (modification: string) =>
  (await office.read({ code: 'locks', viewer: theOperator }))
    .rows(draftsKept)
    .map(({ data }) => data)
    .find((one) => one.modification === modification)!

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-amending-'))
  office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
  writeFileSync(at('locks.txt'), 'D1 Locks\nD1.1 A boat waits 5 minutes.\nD1.2 It pays a toll.\n')
  await run('import', 'text', at('locks.txt'), '--on', '2020-01-01')
  const [done] = await office.act([
    {
      command: enterDraft,
      asking: office.asking('locks', theOperator),
      input: {
        modification: 'M1',
        title: 'Shorter waits & fewer tolls',
        starts: '2026-06-01',
        instructions: 'In D1.1, for “5” substitute “3”.\nOmit D1.2.',
      },
    },
  ])
  expect(done).toMatchObject({ kind: 'done' })
  const said = await run('export', 'M1', '--format', 'akn', '--out', at('m1.xml'))
  expect(said.code, said.beside).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('comes back as the same operations and the same text, with its title and its start', async () => {
  const preview = await run('import', 'akn', at('m1.xml'), '--modification', 'M2', '--dry-run')
  expect([preview.code, await draft('M2')]).toEqual([0, undefined])
  const said = await run('import', 'akn', at('m1.xml'), '--modification', 'M2', '--json')
  expect(said.code, said.beside).toBe(0)
  const [one, other] = [await draft('M1'), await draft('M2')]
  expect(other).toMatchObject({
    title: one.title,
    starts: one.starts,
    ops: one.ops,
    gives: one.gives,
    baseline: one.baseline,
  })
  expect(JSON.parse(said.answer)).toMatchObject({ version: one.gives, operations: one.ops.length })
  expect((await run('export', 'M2', '--format', 'text')).answer).toContain('waits 3 minutes')
})

it('takes another title and start where they are given', async () => {
  await run(
    'import',
    'akn',
    at('m1.xml'),
    '--modification',
    'M3',
    '--title',
    'Waits',
    '--on',
    '2026-07-01',
  )
  expect(await draft('M3')).toMatchObject({ title: 'Waits', starts: { on: '2026-07-01' } })
})

it('is refused, by file, line and place, where it cannot come in whole', async () => {
  const before = office.journal.state.head.position
  const xml = readFileSync(at('m1.xml'), 'utf8')
  writeFileSync(at('foreign.xml'), xml.replace(/<mod eId="mod_2"[^>]*>/, '<mod eId="mod_2">'))
  writeFileSync(
    at('lost.xml'),
    xml.replace('op:quote="5"', 'op:quote="7"').replace('op:del="5"', 'op:del="7"'),
  )
  for (const [words, says] of [
    [[at('m1.xml')], /m1\.xml: an amending document.*--modification NUMBER/],
    [
      [at('foreign.xml'), '--modification', 'M4'],
      /foreign\.xml: 1 instructions [\s\S]*line \d+: the instruction/,
    ],
    [[at('lost.xml'), '--modification', 'M4'], /cannot be applied to D1\.1; expected/],
    [[at('locks.txt'), '--modification', 'M4'], /expected one amending document/],
  ] as const)
    expect(await run('import', 'akn', ...words)).toMatchObject({
      code: 2,
      beside: expect.stringMatching(says),
    })
  expect(await run('export', 'M9')).toMatchObject({
    code: 2,
    beside: expect.stringMatching(/open draft of M9/),
  })
  expect(office.journal.state.head.position).toBe(before)
})
