import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf, wordsUnder } from '../../../tests/read-pdf.ts'
import { runText } from '../../../tests/run-text.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content)
  return at(name)
}

const base = `Section D
D1 Raising a proposal
D1.1 Any Party may raise a proposal.
D1.2 The Secretariat shall acknowledge it within 5 Working Days.
D1.3 A proposal may be withdrawn.
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretariat-text-'))
  file('base.txt', base)
  file('same.txt.gz', gzipSync(base))
  file('x.txt', `${base.replace('5 Working', '3 Working')}D1.4 The proposer bears its own costs.\n`)
  file('y.txt', base.replace('Any Party', 'Any Party or Citizens Advice'))
  file('z.txt', base.replace('5 Working', '10 Working'))
  file(
    'renumbered.txt',
    base
      .replace('D1.3', 'D1.4')
      .replace('D1.2', 'D1.3')
      .replace('D1.1 Any', 'D1.1 Words that are new in this place.\nD1.2 Any'),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('text diff', () => {
  it('ends with 0 and says nothing where two files say the same, packed or not', () => {
    expect(runText('diff', at('base.txt'), at('same.txt.gz'))).toEqual({
      code: 0,
      answer: '',
      beside: '',
    })
  })
  it('ends with 1 and tells struck and inserted words under full numbers', () => {
    const { code, answer } = runText('diff', at('base.txt'), at('x.txt'))
    expect(code).toBe(1)
    expect(answer).toBe(
      '~ D1.2  The Secretariat shall acknowledge it within[- 5-]{+ 3+} Working Days.\n' +
        '+ D1.4  The proposer bears its own costs.\n',
    )
  })
  it('tells a run of renumbered provisions as one, with no struck words', () => {
    const { answer } = runText('diff', at('base.txt'), at('renumbered.txt'))
    expect(answer).toBe(
      '+ D1.1  Words that are new in this place.\n# D1.1 to D1.3 become D1.2 to D1.4\n',
    )
  })
  it('gives the same as JSON, whose equal and struck words are those of the first file', () => {
    const { code, answer } = runText('diff', at('base.txt'), at('z.txt'), '--json')
    const { same, changes } = JSON.parse(answer)
    expect([code, same, changes.length]).toEqual([1, false, 1])
    const pieces: { what: string; words: string }[] = changes[0].words.lead
    const without = (what: string) =>
      pieces
        .filter((piece) => piece.what !== what)
        .map(({ words }) => words)
        .join('')
        .trim()
    expect(without('inserted')).toBe('The Secretariat shall acknowledge it within 5 Working Days.')
    expect(without('struck')).toBe('The Secretariat shall acknowledge it within 10 Working Days.')
  })
  it('writes a page into a file', () => {
    const out = at('redline.html')
    const said = runText('diff', at('base.txt'), at('x.txt'), '--format', 'html', '--out', out)
    expect([said.code, said.answer]).toEqual([1, ''])
    const page = readFileSync(out, 'utf8')
    expect(page).toMatch(/<del>.* 5.*<\/del>/)
    expect(page).toContain('bears its own costs')
  })
  it('compares files of two formats by their words', () => {
    const xml =
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>' +
      '<section eId="s1"><num>D1</num><content><p>Pay within 5 days.</p></content></section>' +
      '<section eId="s2"><num>D2</num><content><p>Pay in pounds.</p></content></section></body></act></akomaNtoso>'
    const one = file('one.xml', xml)
    const two = file('two.txt', 'D1 Pay within 7 days.\nD2 Pay in pounds.\n')
    const { code, answer } = runText('diff', one, two)
    expect(code).toBe(1)
    expect(answer).toBe('~ D1  Pay within[- 5-]{+ 7+} days.\n')
  })
})

describe('text merge', () => {
  it('makes two drafts one where they touch different words', () => {
    const { code, answer, beside } = runText('merge', at('base.txt'), at('x.txt'), at('y.txt'))
    expect([code, beside]).toEqual([0, ''])
    expect(answer).toContain('Any Party or Citizens Advice may raise')
    expect(answer).toContain('within 3 Working Days')
    expect(answer).toContain('D1.4\tThe proposer bears its own costs.')
  })
  it('takes what both insert alike once', () => {
    const { code, answer } = runText('merge', at('base.txt'), at('x.txt'), at('x.txt'))
    expect(code).toBe(0)
    expect(answer.match(/bears its own costs/g)).toHaveLength(1)
  })
  it('ends with 1 and tells all three texts where both change the same words', () => {
    const { code, answer, beside } = runText('merge', at('base.txt'), at('x.txt'), at('z.txt'))
    expect(code).toBe(1)
    expect(answer).toContain('within 5 Working Days')
    expect(beside).toMatch(/conflict at D1\.2: .*\n {2}base: 5\n.*x\.txt: 3\n.*z\.txt: 10\n/)
    const { conflicts } = JSON.parse(
      runText('merge', at('base.txt'), at('x.txt'), at('z.txt'), '--json').answer,
    )
    expect(conflicts).toMatchObject([
      { kind: 'words', number: 'D1.2', x: { disputed: ' 3' }, y: { disputed: ' 10' } },
    ])
  })
})

describe('text match', () => {
  it('tells who is who, by what clue, and who is alone', () => {
    const args = [at('base.txt'), at('renumbered.txt')]
    const { code, answer } = runText('match', ...args, '--json')
    const { pairs, onlyInA, onlyInB, matches } = JSON.parse(answer)
    expect([code, pairs, onlyInA, onlyInB]).toEqual([1, 6, 0, 1])
    expect(
      matches.map((one: { a?: { number: string }; b?: { number: string } }) => [
        one.a?.number,
        one.b?.number,
      ]),
    ).toEqual([
      [undefined, 'D1.1'],
      ['D1.1', 'D1.2'],
      ['D1.2', 'D1.3'],
      ['D1.3', 'D1.4'],
    ])
    expect(runText('match', at('base.txt'), at('z.txt')).code).toBe(0)
  })
})

describe('text show, stats and check', () => {
  it('shows a text, one provision by its number, and what it reads it shows again', () => {
    expect(runText('show', at('base.txt'), 'D1.3').answer).toBe(
      'D1.3\tA proposal may be withdrawn.\n',
    )
    const shown = file('shown.txt', runText('show', at('base.txt')).answer)
    expect(runText('diff', at('base.txt'), shown).code).toBe(0)
  })
  it('names what is called alike, and says where nothing is called so', () => {
    const twice = file('twice.txt', '1. One\n(a) this\n2. Two\n(a) that\n')
    expect(runText('show', twice, '2.(a)').answer).toBe('(a)\tthat\n')
    const { code, beside } = runText('show', twice, '(a)')
    expect(code).toBe(2)
    expect(beside).toMatch(/2 provisions are called \(a\).*\n.*1\.\(a\) this\n.*2\.\(a\) that/)
    expect(runText('show', twice, '9').beside).toContain('twice.txt: no provision is called 9')
  })
  it('counts', () => {
    const { answer } = runText('stats', at('base.txt'), '--json')
    expect(JSON.parse(answer)).toMatchObject({
      format: 'text',
      provisions: 5,
      words: base.split(/\s+/).filter(Boolean).length,
      references: 0,
    })
  })
  it('ends a check with 1 where a reference does not hold, and tells no less than asked', () => {
    const broken = file(
      'broken.xml',
      '<Statute xmlns:lims="x"><Body><Section lims:fid="1"><Label>1</Label><Text>See <XRefInternal>2</XRefInternal>.</Text></Section>' +
        '<Section lims:fid="2"><Label>2</Label><Text>[Repealed]</Text></Section></Body></Statute>',
    )
    const { code, answer } = runText('check', broken)
    expect(code).toBe(1)
    expect(answer).toContain('error  1  "2": refers to what is repealed or not used (2)')
    expect(runText('check', at('base.txt'))).toMatchObject({ code: 0, answer: '' })
  })
  it('takes a day from a folder of dated files, and refuses one where there is only one version', () => {
    expect(runText('show', `${at('base.txt')}@2020-01-01`).beside).toContain('holds one version')
    expect(runText('show', at('base.txt'), '--on', '2020-02-30').beside).toContain('is no day')
    const law = mkdtempSync(join(folder, 'law-'))
    writeFileSync(join(law, 'law.2020-01-01.txt'), '1. Old words.\n2. More.\n')
    writeFileSync(join(law, 'law.2021-01-01.txt'), '1. New words.\n2. More.\n')
    expect(runText('show', law, '1.', '--on', '2020-06-30').answer).toContain('Old words')
    expect(runText('show', law, '1.').answer).toContain('New words')
    expect(runText('show', law, '--on', '2019-01-01').beside).toContain('first version is of 2020')
    expect(runText('versions', law).answer.split('\n')).toHaveLength(3)
  })
})

describe('the call', () => {
  it('ends with 0 for help, which says what is taken, and 2 for words that are off', () => {
    const help = runText('diff', '--help')
    expect(help.code).toBe(0)
    expect(help.answer).toMatch(/dc-code[\s\S]*64 MiB[\s\S]*Exit code[\s\S]*files alone/)
    expect(runText('diff', at('base.txt')).code).toBe(2)
    expect(runText('diff', at('base.txt'), at('x.txt'), '--format', 'papyrus').code).toBe(2)
  })
})

describe('Word files', () => {
  it('carry a redline whose changes are refused, accepted or rejected as asked', () => {
    const out = at('redline.docx')
    const made = runText('diff', at('base.txt'), at('x.txt'), '--format', 'docx', '--out', out)
    expect(made.code).toBe(1)
    expect(runText('stats', out)).toMatchObject({ code: 2, answer: '' })
    expect(runText('diff', at('base.txt'), out, '--tracked', 'reject').code).toBe(0)
    expect(runText('diff', at('x.txt'), out, '--tracked', 'accept').code).toBe(0)
    expect(runText('diff', at('base.txt'), out, '--tracked', 'accept').answer).toContain('{+ 3+}')
  })
  it('made from different texts share no identity by chance', () => {
    for (const [name, words] of [
      [
        'one',
        'D1 Apples are red in the garden behind the old house.\nD2 The sky is blue above every field of the county.\n',
      ],
      [
        'two',
        'D1 The sky is blue above every field of the county.\nD2 Apples are red in the garden behind the old house.\n',
      ],
    ] as const) {
      const plain = file(`${name}-sky.txt`, words)
      runText('show', plain, '--format', 'docx', '--out', at(`${name}.docx`))
    }
    const { answer } = runText('match', at('one.docx'), at('two.docx'), '--all', '--json')
    const matches: { a: { number: string }; b: { number: string } }[] = JSON.parse(answer).matches
    expect(matches.map(({ a, b }) => `${a.number}-${b.number}`)).toEqual(['-', 'D2-D1', 'D1-D2'])
  })
  it('are written by show and merge, and only into a file', () => {
    const out = at('clean.docx')
    expect(runText('show', at('base.txt'), '--format', 'docx', '--out', out).code).toBe(0)
    expect(runText('diff', at('base.txt'), out)).toEqual({ code: 0, answer: '', beside: '' })
    const merging = ['merge', at('base.txt'), at('x.txt'), at('y.txt'), '--format', 'docx']
    expect(runText(...merging).beside).toContain('--out')
    expect(runText(...merging, '--out', at('merged.docx')).code).toBe(0)
    expect(runText('show', at('merged.docx'), 'D1.2').answer).toContain('within 3 Working')
  })
})

describe('PDF files', () => {
  it('are written by show and diff, only into a file, and say what is not in the fonts', () => {
    expect(runText('show', at('base.txt'), '--format', 'pdf')).toMatchObject({
      code: 2,
      beside: 'A PDF goes into a file: add --out FILE.pdf\n',
    })
    const shown = runText('show', at('base.txt'), 'D1.2', '--format', 'pdf', '--out', at('a.pdf'))
    expect(shown).toMatchObject({ code: 0, beside: `Written to ${at('a.pdf')}\n` })
    const odd = file('odd.txt', base.replace('withdrawn', 'withdrawn \u4e00'))
    const made = runText('diff', at('base.txt'), odd, '--format', 'pdf', '--out', at('b.pdf'))
    expect(made.code).toBe(1)
    expect(made.beside).toContain('Not in the fonts: U+4E00; a box stands for each')
    for (const name of ['a.pdf', 'b.pdf'])
      expect(readPdf(readFileSync(at(name))).pages).toBeGreaterThan(0)
    const words = readPdf(readFileSync(at('b.pdf')))
      .tops.map((top) => wordsUnder(top))
      .join('')
    expect(words).toContain('Changes from base.txt to odd.txt')
  })
})
