// Codes that come in with their own hashes or identities, and acts that amend them: invented ones, as small as can be.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryJournal } from '#journal/memory-journal.ts'
import type { Office } from '#office/office.ts'
import { loadedAt, officeOver } from '../../../tests/laws/demonstration.ts'
import { runTextOn } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

let folder = ''
let office: Office
const run = (...words: string[]) => runTextOn(office, ...words, '--code', 'fees')

const index =
  '<container><prefix>Title</prefix><num>47</num><heading>Fees</heading><include-section href="./sections/1.xml"/></container>'
const section = (fee: string) =>
  `<section><num>47-1</num><heading>Fees.</heading><para><num>(a)</num><text>The fee is ${fee} pounds.</text></para></section>`
const filesWith = (fee: string) => ({ '47/index.xml': index, '47/sections/1.xml': section(fee) })
const hashOf = (files: Record<string, string>) => {
  const hash = createHash('sha256')
  for (const path of Object.keys(files).sort()) hash.update(`${path}\0${files[path]}\0`)
  return hash.digest('hex')
}
const lines = (all: readonly object[]) =>
  gzipSync(all.map((one) => `${JSON.stringify(one)}\n`).join(''))
const series = (name: string, last = hashOf(filesWith('nine'))) => {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  const base = Object.entries(filesWith('five')).map(([path, xml]) => ({ path, xml }))
  writeFileSync(join(at, 'base.ndjson.gz'), lines(base))
  const changed = { date: '2022-01-01', path: '47/sections/1.xml', xml: section('nine') }
  writeFileSync(join(at, 'changes.ndjson.gz'), lines([changed]))
  const versions = [
    { date: '2021-01-01', sha256: hashOf(filesWith('five')) },
    { date: '2022-01-01', sha256: last },
  ]
  writeFileSync(join(at, 'versions.json'), JSON.stringify(versions))
  return at
}
const act = (name: string, day: string, find: string, replace: string) =>
  `${JSON.stringify({
    name: `24/laws/${name}.xml`,
    xml: `<document xmlns:codify="x"><meta><effective>${day}</effective></meta><section codify:doc="D.C. Code" codify:path="§47-1"><codify:find-replace path="(a)"><find>${find}</find><replace>${replace}</replace></codify:find-replace></section></document>`,
  })}\n`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-series-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
})

describe('a dc-code text', () => {
  it('comes in with its files, goes on where it ended, and gives its hashes and files back', async () => {
    const at = series('whole')
    const three = ['base.ndjson.gz', 'changes.ndjson.gz', 'versions.json'].map((name) =>
      join(at, name),
    )
    expect((await run('import', 'dc-code', ...three, '--on', '2021-12-31')).code).toBe(0)
    const later = await run('import', 'dc-code', at)
    expect(later.answer).toMatch(/^2022-01-01 {2}\S+ {2}0 new, 0 gone, 1 amended/)
    for (const [day, fee] of [
      ['2021-06-01', 'five'],
      ['2022-06-01', 'nine'],
    ] as const) {
      const hash = await run('show', '--on', day, '--format', 'source-hash')
      expect(hash.answer).toBe(`${hashOf(filesWith(fee))}\n`)
      const { answer } = await run('export', '--on', day, '--format', 'source')
      const files = answer
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(Object.fromEntries(files.map(({ path, xml }) => [path, xml]))).toEqual(filesWith(fee))
    }
    expect((await run('import', 'dc-code', at)).beside).toMatch(/is on record already/)
  })

  it('enters nothing at all where one hash of all does not hold', async () => {
    const said = await run('import', 'dc-code', series('wrong', '0'.repeat(64)))
    expect([said.code, office.journal.state.head.position]).toEqual([2, 0])
    expect(said.beside).toMatch(/2022-01-01 have the hash/)
  })
})

describe('acts', () => {
  it('amend it, each whole, and those that cannot be applied are told by reason', async () => {
    await run('import', 'dc-code', series('amended'), '--on', '2021-01-01')
    const path = join(folder, 'acts.ndjson')
    writeFileSync(
      path,
      act('24-2', '2021-03-01', 'six', 'seven') +
        act('24-1', '2021-02-01', 'five', 'six') +
        act('24-3', '2021-04-01', 'twenty', 'thirty') +
        act('24-0', '2020-01-01', 'five', 'four'),
    )
    const said = await run('import', 'dc-acts', path, '--json')
    expect(said.code).toBe(1)
    const { applied, leftOut } = JSON.parse(said.answer)
    expect(applied).toMatchObject([
      { act: '24/laws/24-1', day: '2021-02-01' },
      { act: '24/laws/24-2', day: '2021-03-01' },
    ])
    expect(leftOut).toMatchObject([
      { act: '24/laws/24-0', reason: expect.stringMatching(/before 2021-01-01/) },
      { act: '24/laws/24-3', place: '§47-1(a)' },
    ])
    expect((await run('show', '47-1(a)', '--on', '2021-02-15')).answer).toContain('six pounds')
    expect((await run('show', '47-1(a)', '--on', '2021-03-01')).answer).toContain('seven pounds')
    const again = await run('import', 'dc-acts', path)
    expect([again.code, again.beside]).toEqual([1, expect.stringMatching(/is on record already/)])
  })
})

describe('acts for a time', () => {
  const forATime = (name: string, day: string, inner: string) =>
    `${JSON.stringify({
      name: `24/acts/${name}.xml`,
      xml: `<document xmlns:codify="x"><meta><effective>${day}</effective></meta><section codify:doc="D.C. Code" codify:path="§47-1">${inner}</section></document>`,
    })}\n`
  const words = (find: string, replace: string) =>
    `<codify:find-replace path="(a)"><find>${find}</find><replace>${replace}</replace></codify:find-replace>`
  const note = (day: string) =>
    `<codify:insert before="heading"><text>*NOTE: This section includes amendments by emergency legislation that will expire on ${day}.*</text></codify:insert>`

  it('lie over it until the day that their own data name; without one they are listed', async () => {
    await run('import', 'dc-code', series('varied'), '--on', '2021-01-01')
    const path = join(folder, 'for-a-time.ndjson')
    writeFileSync(
      path,
      forATime('24-1', '2021-02-01', words('five', 'two') + note('May 2, 2021')) +
        forATime(
          '24-2',
          '2021-06-01',
          `${words('five', 'three')}<para><text>This act shall expire after 10 days of its having taken effect.</text></para>`,
        ) +
        forATime('24-3', '2021-07-01', words('five', 'one')) +
        forATime(
          '24-4',
          '2021-08-01',
          words('five', 'one') + note('May 3, 2022') + note('May 4, 2022'),
        ) +
        forATime('24-5', '2021-09-01', words('twenty', 'one') + note('May 3, 2022')) +
        forATime('24-6', '2021-10-01', words('five', 'one') + note('May 3, 2021')) +
        forATime('24-7', '2021-11-01', words('five', 'one') + note('May 3, 2022')) +
        act('24-8', '2022-01-01', 'five', 'six') +
        act('24-9', '2022-02-01', 'six', 'nine').replace(
          '<section',
          '<codify:applicability date=\\"notfunded\\"/><section',
        ),
    )
    const said = await run('import', 'dc-acts', path, '--json')
    const { applied, leftOut } = JSON.parse(said.answer)
    expect(applied).toMatchObject([
      { act: '24/laws/24-8', ends: null, mode: 'amend' },
      { act: '24/acts/24-1', ends: '2021-05-02', mode: 'vary' },
      { act: '24/acts/24-2', ends: '2021-06-11', mode: 'vary' },
    ])
    expect(leftOut.map(({ act: name, reason }: Record<string, string>) => [name, reason])).toEqual([
      ['24/laws/24-9', expect.stringMatching(/until it is funded/)],
      ['24/acts/24-3', expect.stringMatching(/nothing says on which day it ends/)],
      ['24/acts/24-4', expect.stringMatching(/more than one day on which it expires/)],
      ['24/acts/24-5', expect.stringMatching(/"twenty" does not stand/)],
      ['24/acts/24-6', expect.stringMatching(/over on 2021-05-03, before it starts/)],
      ['24/acts/24-7', expect.stringMatching(/amended on 2022-01-01, before it ends/)],
    ])
    for (const [day, fee] of [
      ['2021-01-31', 'five'],
      ['2021-02-01', 'two'],
      ['2021-05-01', 'two'],
      ['2021-05-02', 'five'],
      ['2021-06-10', 'three'],
      ['2021-06-11', 'five'],
      ['2022-01-01', 'six'],
    ])
      expect((await run('show', '47-1(a)', '--on', day!)).answer).toContain(`${fee} pounds`)
  })
})

describe('a text in LIMS XML', () => {
  const statute = (words: string) =>
    `<Statute xmlns:lims="x"><Body><Section lims:fid="7"><Label>1</Label><Text>${words}</Text></Section></Body></Statute>`
  it('comes in version after version, by the identities that it gives', async () => {
    const at = join(folder, 'lims')
    mkdirSync(at)
    writeFileSync(join(at, 'law.2021-01-01.xml'), statute('Bread is to be weighed.'))
    writeFileSync(join(at, 'law.2022-01-01.xml'), statute('Milk may be sold.'))
    const said = await run('import', 'lims', at, '--json')
    expect(JSON.parse(said.answer).versions).toMatchObject([
      { entered: 'beginning' },
      { entered: 'effect', counts: { new: 0, gone: 0, amended: 1 } },
    ])
  })
})
