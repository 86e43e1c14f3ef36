// The text on record on the command line: imported, read, compared, exported; hostile files leave nothing behind.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryJournal } from '#journal/memory-journal.ts'
import type { Office } from '#office/office.ts'
import { loadedAt, officeOver } from '../../../tests/laws/demonstration.ts'
import { runText, runTextOn, type Said } from '../../../tests/run-text.ts'
import { foldsOfRooms } from '../../open-office.ts'

let folder = ''
let office: Office
const at = (name: string): string => join(folder, name)
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const first = `D1 Proposals
D1.1 Any Party may raise a proposal.
D1.2 The Secretariat shall acknowledge it within 5 Working Days.
D1.3 A proposal may be withdrawn.
`
const run = (...words: string[]): Promise<Said> => runTextOn(office, ...words, '--code', 'locks')
const importing = (format: string, path: string, ...more: string[]) =>
  run('import', format, path, ...more)
const entries = () => office.journal.state.head.position

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-record-'))
  file('first.txt', first)
  file('second.txt', first.replace('5 Working', '3 Working').replace('D1.3', 'D1.4'))
  file('alice.txt', first.replace('Any Party', 'Any Party or Citizens Advice'))
  file('bob.txt', `${first}D1.5 The proposer bears its own costs.\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
})

const both = async () => {
  await importing('text', at('first.txt'), '--on', '2020-01-01', '--title', 'The Locks Code')
  return importing('text', at('second.txt'), '--on', '2021-01-01', '--version', '2.0')
}

describe('text import', () => {
  it('registers a code without a folder, begins its text, and reads it back', async () => {
    const said = await importing('text', at('first.txt'), '--on', '2020-01-01', '--json')
    expect(said.code, said.beside).toBe(0)
    expect(JSON.parse(said.answer)).toMatchObject({
      registered: true,
      versions: [{ day: '2020-01-01', entered: 'beginning', counts: { provisions: 5, new: 5 } }],
    })
    const shown = await run('show')
    expect(file('back.txt', shown.answer)).toBe(at('back.txt'))
    expect(runText('diff', at('first.txt'), at('back.txt')).code).toBe(0)
  })

  it('enters what a later file changes as one effect, provisions keeping their identities', async () => {
    const said = await both()
    expect(said).toMatchObject({ code: 0 })
    expect(said.answer).toMatch(
      /^2021-01-01 {2}[0-9a-f]{12} {2}0 new, 0 gone, 1 amended, 1 renumbered/,
    )
    expect((await run('diff', '2020-12-31', '2021-01-01')).answer).toBe(
      '~ D1.2  The Secretariat shall acknowledge it within[- 5-]{+ 3+} Working Days.\n# D1.3 becomes D1.4\n',
    )
    expect((await run('diff', '2020-01-01', '2020-06-30')).code).toBe(0)
  })

  it('is refused a second time, for a day before, and where it says nothing new enters nothing', async () => {
    await both()
    const before = entries()
    for (const [day, says] of [
      ['2021-01-01', /is on record already/],
      ['2020-01-01', /is on record already/],
      ['2019-01-01', /begins on 2020-01-01/],
      ['2020-02-31', /is no day/],
    ] as const) {
      const said = await importing('text', at('second.txt'), '--on', day)
      expect([day, said.code]).toEqual([day, 2])
      expect(said.beside).toMatch(says)
    }
    const same = await importing('text', at('second.txt'), '--on', '2022-01-01')
    expect([same.code, entries()]).toEqual([0, before])
    expect(same.answer).toContain('says the same as the text in force')
    expect((await importing('text', at('first.txt'))).beside).toMatch(/Say --on DATE/)
    expect((await importing('akn', at('first.txt'), '--on', '2022-01-01')).beside).toMatch(
      /expected the format akn; this is text/,
    )
  })

  it('shows beforehand what it would do, and enters nothing', async () => {
    const said = await importing('text', at('first.txt'), '--on', '2020-01-01', '--dry-run')
    expect(said.code).toBe(0)
    expect(said.beside).toContain('nothing was entered')
    expect(entries()).toBe(0)
  })

  it('lets a person fix a pairing, and keeps it in the entry', async () => {
    await importing('text', at('first.txt'), '--on', '2020-01-01')
    const path = file(
      'paired.txt',
      first.replace('D1.3 A proposal may be withdrawn.', 'D1.9 Costs lie where they fall.'),
    )
    const asked = [path, '--on', '2020-02-01', '--json']
    const left = JSON.parse((await importing('text', ...(asked as [string]), '--dry-run')).answer)
    expect(left.versions[0].counts).toMatchObject({ new: 1, gone: 1, amended: 0 })
    const said = await importing('text', ...(asked as [string]), '--pair', 'D1.3=D1.9')
    expect(JSON.parse(said.answer).versions[0]).toMatchObject({
      counts: { new: 0, gone: 0, amended: 1, renumbered: 1 },
      guessed: [{ was: 'D1.3', number: 'D1.9', clue: 'person' }],
    })
    const says: string[] = []
    for await (const { data } of office.journal.entries()) says.push(JSON.stringify(data))
    expect(says.join()).toContain('Pairings fixed by a person: D1.3=D1.9')
    const wrong = await importing('text', path, '--on', '2020-03-01', '--pair', 'D7=D1.9')
    expect(wrong).toMatchObject({ code: 2, beside: expect.stringMatching(/called D7/) })
  })

  it('takes Word files, refuses tracked changes unasked, and takes versions by their names', async () => {
    const clean = at('clean.docx')
    runText('show', at('first.txt'), '--format', 'docx', '--out', clean)
    const redline = at('redline.docx')
    runText('diff', at('first.txt'), at('second.txt'), '--format', 'docx', '--out', redline)
    expect((await importing('docx', clean, '--on', '2020-01-01')).code).toBe(0)
    const before = entries()
    const refused = await importing('docx', redline, '--on', '2020-02-01')
    expect([refused.code, entries()]).toEqual([2, before])
    expect(refused.beside).toMatch(/tracked/)
    const taken = await importing('docx', redline, '--on', '2020-02-01', '--tracked', 'accept')
    expect(taken.code, taken.beside).toBe(0)
    expect(taken.beside).toMatch(/tracked changes by .*accepted/)
    expect((await run('show', 'D1.2')).answer).toContain('within 3 Working Days')
    for (const [day, words] of [
      ['2020-03-01', first],
      ['2020-04-01', first.replace('5 Working', '9 Working')],
    ])
      file(`locks.${day}.txt`, words!)
    const two = await run('import', 'text', at('locks.2020-04-01.txt'), at('locks.2020-03-01.txt'))
    expect(two.answer.split('\n').map((line) => line.slice(0, 10))).toEqual([
      '2020-03-01',
      '2020-04-01',
      '',
    ])
  })
})

describe('the text on record', () => {
  it('is listed, shown, counted, checked and found by day, label and root hash', async () => {
    await both()
    const versions = JSON.parse((await run('versions', '--json')).answer)
    expect(versions).toMatchObject([
      { from: '2020-01-01', to: '2021-01-01', labels: [], instruments: [] },
      { from: '2021-01-01', to: null, labels: ['2.0'], instruments: ['designation 2.0'] },
    ])
    expect((await run('versions')).answer).toMatch(/2021-01-01 {2}2\.0 /)
    const hash: string = versions[0].version
    for (const name of ['2020-12-31', hash, hash.slice(0, 8)]) {
      expect((await run('diff', name, '2.0')).code, name).toBe(1)
      expect((await run('diff', name, '2020-01-01')).code, name).toBe(0)
    }
    expect((await run('show', 'D1.2', '--on', '2020-06-01')).answer).toContain('within 5')
    expect((await run('show', 'D1.2')).answer).toContain('within 3')
    expect(JSON.parse((await run('stats', '--on', '2020-06-01', '--json')).answer)).toMatchObject({
      version: hash,
      provisions: 4,
      sourceHash: null,
    })
    expect((await run('check')).code).toBe(0)
    expect(await run('show', '--format', 'source-hash')).toMatchObject({ code: 2 })
    for (const name of ['3.0', '2019-12-31', '2020-02-31', 'deadbeef'])
      expect(await run('diff', name, '2.0')).toMatchObject({ code: 2 })
  })

  it('is merged with drafts in files, rebased, and told where they clash', async () => {
    await both()
    const merged = await run('merge', '2020-01-01', at('alice.txt'), '2.0')
    expect(merged.code, merged.beside).toBe(0)
    expect(merged.answer).toContain('Any Party or Citizens Advice')
    expect(merged.answer).toContain('within 3 Working Days')
    const rebased = await run('rebase', '2020-01-01', at('bob.txt'), '2.0')
    expect(rebased.answer).toContain('bears its own costs')
    expect(rebased.answer).toContain('D1.4\tA proposal may be withdrawn.')
    const clash = await run('clashes', '2020-01-01', at('second.txt'), '2.0')
    expect([clash.code, clash.answer]).toEqual([1, expect.stringContaining('same provision')])
    expect((await run('clashes')).code).toBe(0)
    expect(await run('rebase', 'M1')).toMatchObject({ code: 2 })
  })

  it('is exported whole in every format, and comes back from Akoma Ntoso and Word the same', async () => {
    await both()
    for (const [format, name] of [
      ['akn', 'out.xml'],
      ['docx', 'out.docx'],
      ['text', 'out.txt'],
      ['html', 'out.html'],
      ['json', 'out.json'],
      ['pdf', 'out.pdf'],
    ] as const)
      expect((await run('export', '--format', format, '--out', at(name))).code, format).toBe(0)
    for (const name of ['out.xml', 'out.docx', 'out.txt'])
      expect((await run('diff', '2.0', at(name))).code, name).toBe(0)
    expect(readFileSync(at('out.html'), 'utf8')).toContain('within 3 Working Days')
    const { version } = JSON.parse(readFileSync(at('out.json'), 'utf8'))
    expect(JSON.parse((await run('stats', '--json')).answer).version).toBe(version)
    expect((await run('export', '--format', 'source')).code).toBe(2)
  })

  it('is not there for a code that is not known, or has no text', async () => {
    expect(await run('versions')).toMatchObject({ code: 2 })
    await both()
    expect((await runTextOn(office, 'show', '--code', 'other')).beside).toMatch(/there are: locks/)
    const asPublic = await run(
      'import',
      'text',
      at('bob.txt'),
      '--on',
      '2022-01-01',
      '--as',
      'public',
    )
    expect(asPublic).toMatchObject({ code: 2 })
  })
})

describe('a hostile file', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'
  it.each([
    ['docx', 'no-zip.docx', () => 'words'],
    ['docx', 'torn.docx', () => Buffer.from('PK\u0003\u0004rest')],
    ['akn', 'laughs.xml', () => laughs],
    ['text', 'bomb.txt.gz', () => gzipSync(Buffer.alloc(129 * 1024 * 1024, 'a '))],
    ['text', 'long.txt', () => Buffer.alloc(100 * 1024 * 1024, 'a ')],
    ['text', 'cut.txt.gz', () => gzipSync(first).subarray(0, 60)],
    ['text', 'control.txt', () => 'D1 One\u0007 two\n'],
    ['lims', 'open.xml', () => '<Statute><Body>'],
    ['dc-acts', 'cut.ndjson', () => '{"name": "a", "xm'],
    ['dc-acts', 'open.ndjson', () => '{"name": "a", "xml": "<act>"}'],
  ] as [string, string, () => string | Buffer][])(
    '%s %s enters nothing, soon',
    async (format, name, content) => {
      await both()
      const before = entries()
      const began = performance.now()
      const said = await importing(format, file(name, content()), '--on', '2022-01-01')
      expect([said.code, said.answer, entries()]).toEqual([2, '', before])
      expect(performance.now() - began).toBeLessThan(15_000)
      rmSync(at(name))
    },
  )
})
