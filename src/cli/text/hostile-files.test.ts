// Files that are broken, or made to hang or fill the machine: a clear refusal, soon.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runText } from '../../../tests/run-text.ts'
import { MOST_BYTES, readBounded, readWords } from './bounded-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const laughs =
  '<!DOCTYPE Statute [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>' +
  '<Statute><Body>&c;</Body></Statute>'
const packed = gzipSync('<Statute><Body/></Statute>'.repeat(50))

const files: Record<string, { readonly content: string | Buffer; readonly says: RegExp }> = {
  'not-gzip.xml.gz': { content: '<Statute/>', says: /named as gzip, but its content is not/ },
  'cut-short.xml.gz': { content: packed.subarray(0, packed.length - 12), says: /cut short/ },
  'broken.xml.gz': {
    content: Buffer.concat([packed.subarray(0, 15), Buffer.alloc(20, 0xff)]),
    says: /gzip is broken|cut short/,
  },
  'bomb.xml.gz': {
    content: gzipSync(Buffer.alloc(MOST_BYTES.unpacked + 1)),
    says: /unpacks to more than 128 MiB/,
  },
  'no-xml.xml': { content: 'plain words', says: /holds no element/ },
  'open.xml': { content: '<Statute><Body>', says: /not well formed/ },
  'laughs.xml': { content: laughs, says: /not well formed|entit|document type/i },
  'page.xml': { content: '<html><p>words</p></html>', says: /XML of html; read are/ },
  'deep.xml': { content: '<Statute>'.repeat(100_000), says: /nests deeper than 500/ },
  'tags.xml': { content: `<Statute>${'<a/>'.repeat(1_000_001)}`, says: /more than 1,000,000 tags/ },
  'lines.txt': { content: 'a\n'.repeat(100_001), says: /more than 100,000 lines/ },
  'one.txt': { content: 'a '.repeat(2_000_001), says: /4,000,000 characters in one paragraph/ },
  'word.docx': { content: 'words', says: /named as a Word file/ },
  'zip.txt': { content: Buffer.from('PK\u0003\u0004rest'), says: /zip|Word/i },
  'bytes.txt': { content: Buffer.from([0xff, 0xfe, 0x00, 0x41]), says: /not a text in UTF-8/ },
  'zero.txt': { content: 'a\0b', says: /zero bytes/ },
  'data.json': { content: '{}', says: /JSON is no format/ },
}

describe('a hostile file', () => {
  it.each(Object.entries(files))('%s is refused with the reason, in seconds', (name, made) => {
    const path = join(folder, name)
    writeFileSync(path, made.content)
    const began = performance.now()
    const { code, answer, beside } = runText('stats', path)
    expect([code, answer]).toEqual([2, ''])
    expect(beside).toMatch(made.says)
    expect(beside.startsWith(`${path}: `)).toBe(true)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
  it('is read no further than the cap', () => {
    const path = join(folder, 'long.txt')
    writeFileSync(path, 'x'.repeat(3 * 1024 * 1024))
    const most = { file: 2 * 1024 * 1024, unpacked: 1024 }
    expect(() => readBounded(path, most)).toThrow(/longer than 2 MiB/)
    writeFileSync(path, gzipSync('x'.repeat(1025)))
    expect(() => readWords(path, most)).toThrow(/unpacks to more/)
    writeFileSync(path, gzipSync('x'.repeat(1024)))
    expect(readWords(path, most)).toHaveLength(1024)
  })
  it('that is not there, or is a folder of nothing, is named', () => {
    expect(runText('stats', join(folder, 'none.txt'))).toMatchObject({
      code: 2,
      beside: `${join(folder, 'none.txt')}: no such file\n`,
    })
    mkdirSync(join(folder, 'empty'))
    expect(runText('stats', join(folder, 'empty')).beside).toMatch(/a folder that holds neither/)
  })
})

describe('a broken dc-code folder', () => {
  const section = '<section><num>1-1</num><text>All.</text></section>'
  const index =
    '<container><prefix>Title</prefix><num>1</num><heading>One</heading><include-section href="./sections/a.xml"/></container>'
  const lines = [
    { path: '1/index.xml', xml: index },
    { path: '1/sections/a.xml', xml: section },
  ].map((line) => `${JSON.stringify(line)}\n`)
  const hash = '0'.repeat(64)
  const made = (name: string, parts: { base?: string; versions?: string }): string => {
    const at = join(folder, name)
    mkdirSync(at)
    writeFileSync(join(at, 'base.ndjson.gz'), gzipSync(parts.base ?? lines.join('')))
    writeFileSync(join(at, 'changes.ndjson.gz'), gzipSync(''))
    writeFileSync(
      join(at, 'versions.json'),
      parts.versions ?? JSON.stringify([{ date: '2020-01-01', sha256: hash }]),
    )
    return at
  }
  it('is refused where a hash is not the published one, a line is cut short or the list is none', () => {
    const said = (name: string, parts: object) => runText('show', made(name, parts))
    expect(said('wrong', {})).toMatchObject({
      code: 2,
      beside: expect.stringMatching(/2020-01-01 have the hash [0-9a-f]{64}; the list/),
    })
    expect(said('cut', { base: lines.join('').slice(0, -9) }).beside).toMatch(/cut short/)
    expect(said('list', { versions: '{}' }).beside).toMatch(/expected a list of versions/)
    expect(said('json', { versions: '[{' }).beside).toMatch(/not JSON/)
    const days = JSON.stringify([{ date: 'May', sha256: hash }])
    expect(said('days', { versions: days }).beside).toMatch(/0\.date/)
  })
  it('is refused where a file of the three is missing', () => {
    const at = made('missing', {})
    rmSync(join(at, 'changes.ndjson.gz'))
    expect(runText('stats', join(at, 'versions.json')).beside).toMatch(
      /missing: changes\.ndjson\.gz/,
    )
  })
})
