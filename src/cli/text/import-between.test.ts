// A version imported between two on record: known then as before, and every later text as it was.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { theOperator } from '#journal/information-class.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { provisionView } from '#legal-text/text/provision.view.ts'
import type { Office } from '#office/office.ts'
import { officeOver } from '../../../tests/laws/demonstration.ts'
import { runText, runTextOn, type Said } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

let folder = ''
let office: Office
let instant = ''
const run = (...words: string[]): Promise<Said> => runTextOn(office, ...words, '--code', 'locks')
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const importing = (words: string, day: string, ...more: string[]) =>
  run('import', 'text', file(`of-${day}.txt`, words), '--on', day, ...more)
const versions = async (...more: string[]) =>
  JSON.parse((await run('versions', '--json', ...more)).answer) as {
    from: string
    version: string
    instruments: string[]
    labels: string[]
  }[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-between-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  instant = '2026-01-01T12:00:00.000Z'
  office = officeOver(
    memoryJournal(foldsOfRooms, () => instant),
    () => instant,
  )
})

const first = 'D1 Proposals\nD1.1 Any Party may raise a proposal within 5 days.\n'
const last = `${first.replace('5 days', '3 Working Days').replace('Any', 'A')}D1.2 It may be withdrawn.\n`
const between = `${first.replace('5 days', '3 days')}D1.2 It may be withdrawn soon.\n`

describe('a version between two on record', () => {
  it('is shown beforehand, then makes two steps of one, each credited to its own instrument', async () => {
    await importing(first, '2020-01-01')
    await importing(last, '2021-01-01', '--version', '2.0')
    const before = await versions()
    instant = '2026-02-01T12:00:00.000Z'
    const position = office.journal.state.head.position
    const preview = await importing(between, '2020-06-01', '--version', '1.5', '--dry-run')
    expect(preview.code, preview.beside).toBe(0)
    expect(preview.beside).toContain(
      'import-2021-01-01-after-2020-06-01 stands there instead of import-2021-01-01 (0 new, 0 gone, 2 amended',
    )
    expect(office.journal.state.head.position).toBe(position)
    const said = await importing(between, '2020-06-01', '--version', '1.5', '--json')
    expect(JSON.parse(said.answer).versions).toMatchObject([
      { day: '2020-06-01', counts: { new: 1, amended: 1 }, supersedes: { on: '2021-01-01' } },
    ])
    const now = await versions()
    expect(now.map(({ from, labels, instruments }) => [from, labels, instruments])).toEqual([
      ['2020-01-01', [], []],
      ['2020-06-01', ['1.5'], ['designation 1.5']],
      ['2021-01-01', ['2.0'], ['designation 2.0']],
    ])
    expect([now[0]!.version, now[2]!.version]).toEqual(before.map(({ version }) => version))
    expect(await versions('--known-at', '2026-01-31')).toEqual(before)
    expect(
      runText(
        'diff',
        file('m.txt', (await run('show', '--on', '1.5')).answer),
        file('b.txt', between),
      ).code,
    ).toBe(0)

    const reading = await office.read({ code: 'locks', viewer: theOperator })
    const view = provisionView(() => [])
    const { makers, effects } = view.answer(reading, view.asked.parse({ provision: 'D1.1' }))!
    const by = Object.fromEntries(makers.map(({ words, by: one }) => [words.trim(), one]))
    expect(by).toMatchObject({ '3': 'version 1.5', 'Working Days': 'version 2.0' })
    expect(effects.map(({ reference }) => reference)).toEqual([
      'import-2020-06-01',
      'import-2021-01-01-after-2020-06-01',
    ])
  })

  it('is refused where a provision would have to come back, and before the first', async () => {
    await importing(between, '2020-01-01')
    await importing(last, '2021-01-01')
    const position = office.journal.state.head.position
    const gone = await importing(first, '2020-06-01')
    expect(gone).toMatchObject({ code: 2, beside: expect.stringMatching(/not in it: D1\.2/) })
    const early = await importing(first, '2019-06-01')
    expect(early.beside).toMatch(
      /begins on 2020-01-01; .* oldest first, into a code of another name/,
    )
    expect(office.journal.state.head.position).toBe(position)
  })

  it('leaves every other day as it was, wherever in a random log it comes', async () => {
    const word = fc.constantFrom('lock', 'gate', 'weir', 'pound', 'sluice', 'toll')
    const line = fc.record({
      from: fc.nat(2),
      lasts: fc.integer({ min: 1, max: 6 }),
      words: fc.array(fc.array(word, { minLength: 3, maxLength: 6 }), {
        minLength: 5,
        maxLength: 5,
      }),
    })
    const days = ['2020-01-01', '2020-03-01', '2020-05-01', '2020-07-01', '2020-09-01']
    const log = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) =>
        days.map(
          (_day, at) =>
            `D1 Locks of the year ${at}\n${lines
              .flatMap(({ from, lasts, words }, n) =>
                from <= at && at < from + lasts ? [`D1.${n + 1} ${words[at]!.join(' ')}.\n`] : [],
              )
              .join('')}`,
        ),
      )
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 3 }), async (texts, left) => {
        instant = '2026-01-01T12:00:00.000Z'
        office = officeOver(
          memoryJournal(foldsOfRooms, () => instant),
          () => instant,
        )
        for (const [at, day] of days.entries())
          if (at !== left) expect((await importing(texts[at]!, day)).code).toBe(0)
        const rootOn = async (day: string, ...more: string[]): Promise<string> =>
          JSON.parse((await run('stats', '--json', '--on', day, ...more)).answer).version
        const others = days.filter((_day, at) => at !== left)
        const before = await Promise.all(others.map((day) => rootOn(day)))
        const eve = await rootOn(days[left]!)
        instant = '2026-02-01T12:00:00.000Z'
        const said = await importing(texts[left]!, days[left]!)
        expect(said.code, said.beside).toBe(0)
        expect(await Promise.all(others.map((day) => rootOn(day)))).toEqual(before)
        expect(await rootOn(days[left]!, '--known-at', '2026-01-15')).toBe(eve)
        const shown = (await run('show', '--on', days[left]!)).answer
        expect(runText('diff', file('s.txt', shown), file('t.txt', texts[left]!)).code).toBe(0)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
