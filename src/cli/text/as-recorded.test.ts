// The text on record as in force in a region, and as known at an instant, in every command that reads it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theOperator } from '#journal/information-class.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { enterEffect } from '#legal-text/index.ts'
import type { Office } from '#office/office.ts'
import { officeOver } from '../../../tests/laws/demonstration.ts'
import { runTextOn, type Said } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

let folder = ''
let office: Office
let instant = '2026-01-01T12:00:00.000Z'
const at = (name: string): string => join(folder, name)
const run = (...words: string[]): Promise<Said> => runTextOn(office, ...words, '--code', 'sec')
const first = 'D1 Proposals\nD1.1 Any Party may raise a proposal within 5 days.\n'

/** The whole text in words, as `show`, `export` and `diff` give it. */
const readings = [
  (...more: string[]) => run('show', ...more),
  (...more: string[]) => run('export', ...more),
  (...more: string[]) => run('show', 'D1.1', '--json', ...more),
  (...more: string[]) => run('export', '--format', 'akn', ...more),
  async (...more: string[]) => {
    const [head, ...rest] =
      more[0] === '--on' ? [more[1]!, ...more.slice(2)] : ['2026-03-01', ...more]
    return run('diff', head, at('empty.txt'), ...rest)
  },
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-known-'))
  writeFileSync(at('first.txt'), first)
  writeFileSync(at('second.txt'), first.replace('within 5', 'within 3'))
  writeFileSync(at('empty.txt'), 'D1 Proposals\n')
  office = officeOver(
    memoryJournal(foldsOfRooms, () => instant),
    () => instant,
  )
  await run('import', 'text', at('first.txt'), '--on', '2025-01-01')
  instant = '2026-02-01T12:00:00.000Z'
  await run('import', 'text', at('second.txt'), '--on', '2025-06-01', '--version', '2.0')
  const { answer } = await run('show', 'D1.1', '--json', '--on', '2025-12-01')
  const [done] = await office.act([
    {
      command: enterEffect,
      asking: office.asking('sec', theOperator),
      input: {
        reference: 'D1-varied',
        instrumentKind: 'direction',
        instrument: 'D-1',
        layer: 'variation',
        mode: 'vary',
        starts: '2025-12-01',
        regions: 'North',
        ops: [
          {
            op: 'words',
            target: JSON.parse(answer).provision.id,
            field: 'lead',
            at: { from: 0, to: 0, base: '', quote: 'days', occurrence: 1 },
            del: 'days',
            ins: [{ t: 'text', s: 'weeks' }],
          },
        ],
        source: 'invented for this test',
      },
    },
  ])
  expect(done).toMatchObject({ kind: 'done' })
  instant = '2026-03-01T12:00:00.000Z'
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('--region', () => {
  it('takes the text as varied there in all that reads it, and elsewhere as it holds', async () => {
    for (const read of readings) {
      expect((await read('--region', 'North')).answer).toContain('3 weeks')
      expect((await read('--region', 'South')).answer).toContain('3 days')
      const everywhere = await read()
      expect(everywhere.answer).toContain('3 days')
      expect(everywhere.beside).toContain('D1-varied holds in some regions only')
      expect((await read('--on', '2025-11-30', '--region', 'North')).answer).toContain('3 days')
    }
    const [north, south] = await Promise.all(
      ['North', 'South'].map((region) => run('versions', '--json', '--region', region)),
    )
    expect(JSON.parse(north!.answer).map(({ from }: { from: string }) => from)).toEqual([
      '2025-01-01',
      '2025-06-01',
      '2025-12-01',
    ])
    const varied = JSON.parse(north!.answer).at(-1)
    expect(varied.instruments).toContain('direction D-1')
    expect(JSON.parse(south!.answer).at(-1).version).not.toBe(varied.version)
    const named = await run(
      'stats',
      '--json',
      '--on',
      varied.version.slice(0, 12),
      '--region',
      'North',
    )
    expect(JSON.parse(named.answer).version).toBe(varied.version)
    expect((await run('check', '--region', 'North')).code).toBe(0)
    expect((await run('match', '2.0', '2025-12-01', '--region', 'North')).code).toBe(0)
  })

  it('is refused where it is none of the code, on files, and for drafts', async () => {
    for (const words of [
      ['show'],
      ['versions'],
      ['stats'],
      ['check'],
      ['export'],
      ['diff', '2.0', '2025-01-01'],
    ]) {
      const said = await run(...words, '--region', 'Atlantis')
      expect([said.code, said.answer]).toEqual([2, ''])
      expect(said.beside).toMatch(/Atlantis is no region of this code; expected .*North/)
    }
    const onFiles = await runTextOn(office, 'show', at('first.txt'), '--region', 'North')
    expect(onFiles).toMatchObject({ code: 2, beside: expect.stringMatching(/--code NAME/) })
    expect(await run('clashes', '--region', 'North')).toMatchObject({ code: 2 })
    const importing = await run('import', 'text', at('first.txt'), '--region', 'North')
    expect(importing).toMatchObject({ code: 2, beside: expect.stringMatching(/unknown option/) })
  })
})

describe('--known-at', () => {
  it('takes the text as recorded by then in all that reads it', async () => {
    for (const read of readings) {
      expect((await read('--known-at', '2026-01-15T00:00:00Z')).answer).toContain('5 days')
      expect((await read('--known-at', '2026-02-01')).answer).toContain('3 days')
    }
    const then = await run('versions', '--json', '--known-at', '2026-01-31')
    expect(JSON.parse(then.answer)).toMatchObject([{ from: '2025-01-01', to: null }])
    expect((await run('diff', '2025-01-01', '2025-07-01', '--known-at', '2026-01-31')).code).toBe(0)
    expect((await run('diff', '2025-01-01', '2025-07-01')).code).toBe(1)
    expect(await run('show', '--on', '2.0', '--known-at', '2026-01-31')).toMatchObject({ code: 2 })
  })

  it('is refused where it is no instant, before anything was known, and on files', async () => {
    const said = await run('show', '--known-at', 'yesterday')
    expect(said).toMatchObject({ code: 2, beside: expect.stringMatching(/Give the instant as/) })
    const before = await run('stats', '--known-at', '2025-12-31')
    expect(before).toMatchObject({ code: 2, beside: expect.stringMatching(/had not begun/) })
    const onFiles = await runTextOn(office, 'stats', at('first.txt'), '--known-at', '2026-01-01')
    expect(onFiles).toMatchObject({ code: 2, beside: expect.stringMatching(/--code NAME/) })
  })
})
