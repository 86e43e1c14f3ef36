import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readTypeFaces } from '#office/type-faces.ts'
import { dcEnds } from '../../../../../tests/format-corpus.ts'
import { type PdfElement, readPdf, textOf, wordsUnder } from '../../../../../tests/read-pdf.ts'
import { hasCorpus, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import * as arbitrary from '../../arbitrary.ts'
import type { Draft, Tree } from '../../model.ts'
import { provisionId, text } from '../../model.ts'
import { newStore } from '../../store.ts'
import { lineOf, wordsOf } from '../../words.ts'
import { compared } from '../compare/compared.ts'
import { type ComparedLine, comparedLines, linesOf, wholeLine } from '../compare/compared-lines.ts'
import { newPdfWriter } from './write-pdf.ts'

tellIfAbsent('PDF of real texts')

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
const hasPoppler = has('pdftotext')
if (!hasPoppler) process.stdout.write('pdftotext is not there: PDF files have one witness less\n')

const fonts = readTypeFaces()
const writer = newPdfWriter({ fonts })
const furniture = { title: 'Model Code', version: 'Version 1', inForceOn: '2017-03-31' }
const folder = mkdtempSync(join(tmpdir(), 'secretariat-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const inkIn = (s: string): string => s.replace(/\s+/g, '')
const ink = (root: Tree): string => {
  const out: string[] = []
  const visit = ({ own, kids }: Tree): void => {
    out.push(lineOf({ ...own, tail: [] }))
    kids.forEach(visit)
    out.push(lineOf({ ...own, label: null, heading: null, lead: [] }))
  }
  visit(root)
  return inkIn(out.join(''))
}
/** Everything that a redline shows of both sides, in its reading order. */
const inkOfBoth = (a: Tree, b: Tree, lexicon: Parameters<typeof comparedLines>[2]): string => {
  let out = ''
  const say = ({ mark, label, runs }: ComparedLine): void => {
    out += mark === 'ins' ? '' : (label.before ?? '')
    if (mark === 'ins' || label.after !== label.before) out += label.after ?? ''
    out += runs.map((run) => wordsOf(run.words)).join('')
  }
  const whole = ({ own, kids }: Tree): void => {
    const { head, tail } = linesOf(own)
    for (const line of head) say(wholeLine(line, 'del'))
    kids.forEach(whole)
    for (const line of tail) say(wholeLine(line, 'del'))
  }
  const visit = (one: ReturnType<typeof compared>): void => {
    if (!one.a || !one.b || !one.kids) {
      whole((one.b ?? one.a) as Tree)
      return
    }
    const { head, tail } = comparedLines(one.a.own, one.b.own, lexicon)
    head.forEach(say)
    one.kids.forEach(visit)
    tail.forEach(say)
  }
  visit(compared(a, b))
  return inkIn(out)
}
const shown = (bytes: Uint8Array, leftOut = ''): string =>
  inkIn(
    textOf(readPdf(bytes))
      .map((top) => wordsUnder(top, leftOut))
      .join(''),
  )
const elements = (tops: readonly PdfElement[]): PdfElement[] =>
  tops.flatMap((top) => [
    top,
    ...elements(top.kids.filter((kid): kid is PdfElement => typeof kid !== 'string')),
  ])

const file = (bytes: Uint8Array): string => {
  const path = join(folder, 'one.pdf')
  writeFileSync(path, bytes)
  return path
}
/** The words between the rules of every page and right of the change bars, as Poppler reads them. */
const poppler = (bytes: Uint8Array): string =>
  execFileSync(
    'pdftotext',
    ['-raw', '-x', '70', '-y', '62', '-W', '525', '-H', '715', file(bytes), '-'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
const TITLE = inkIn('Model Code Version 1 As in force on 31 March 2017')

const id = provisionId
const code = (children: readonly Draft[]): Tree =>
  newStore().plant({ id: id('r'), kind: 'code', children })
const clause = (n: number | string, words: string, more: Partial<Draft> = {}): Draft => ({
  id: id(`c.${n}`),
  kind: 'clause',
  label: `D${n}`,
  lead: [[text(words)]],
  ...more,
})

describe('a PDF', () => {
  it('holds every number and word once, in order, in its structure', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => {
        const tree = newStore().plant(draft)
        expect(shown(writer.writePdf(tree, furniture).bytes)).toBe(ink(tree))
      }),
      { numRuns: 80 },
    )
  })
  it('does so for hostile characters, and says which it could not show', () => {
    fc.assert(
      fc.property(arbitrary.tree(arbitrary.hostileWords), (draft) => {
        const tree = newStore().plant(draft)
        const { bytes } = writer.writePdf(tree, furniture)
        expect(shown(bytes)).toBe(ink(tree))
      }),
      { numRuns: 80 },
    )
    const odd = writer.writePdf(code([clause(1, 'a \u05d0\u200f b \u4e00 c \u{1f600}')]), furniture)
    expect(odd.missing.map(({ character }) => character)).toEqual(['\u05d0', '\u4e00', '\u{1f600}'])
    expect(shown(odd.bytes)).toBe('D1a\u05d0\u200fb\u4e00c\u{1f600}')
    expect(writer.writePdf(code([clause(1, 'plain – words’')]), furniture).missing).toEqual([])
  })
  it.skipIf(!hasPoppler)('says the same to Poppler, which calls it tagged and whole', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => {
        const tree = newStore().plant(draft)
        const { bytes } = writer.writePdf(tree, furniture)
        expect(inkIn(poppler(bytes))).toBe(TITLE + ink(tree))
      }),
      { numRuns: 12 },
    )
    const path = file(writer.writePdf(code([clause(1, 'Words.')]), furniture).bytes)
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    expect(info).toMatch(/Title: +Model Code, Version 1\n[\s\S]*Tagged: +yes/)
    if (has('qpdf')) expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
  })
  it('is the same bytes for the same text, whatever was written before', () => {
    const draft = [clause(1, 'Any Party may raise a proposal.'), clause(2, 'AVATAR To Ye.')]
    const fresh = newPdfWriter({ fonts })
    const bytes = Buffer.from(fresh.writePdf(code(draft), furniture).bytes)
    writer.writePdf(code([clause(1, 'Something else, with é and ½.')]), furniture)
    expect(bytes.equals(writer.writePdf(code(draft), furniture).bytes)).toBe(true)
    expect(bytes.equals(fresh.writePdf(code(draft), furniture).bytes)).toBe(true)
    expect(bytes.includes(Buffer.from('/CreationDate'))).toBe(false)
  })
  it('tells headings, lists, tables and links to a screen reader, and no words outside them', () => {
    const cell = (n: number, words: string): Draft => ({
      id: id(`k.${n}`),
      kind: 'cell',
      lead: [[text(words)]],
    })
    const row = (n: number): Draft => ({
      id: id(`w.${n}`),
      kind: 'row',
      children: [cell(n * 2, `left ${n}`), cell(n * 2 + 1, 'right words '.repeat(40))],
    })
    const see = { t: 'ref', s: 'Clause 1', form: '', to: { in: 'text', id: id('c.1') } } as const
    const gone = { t: 'ref', s: 'Clause 9', form: '', to: { in: 'text', id: id('c.9') } } as const
    const tree = code([
      {
        id: id('s'),
        kind: 'section',
        label: 'D',
        heading: [text('Modification process')],
        children: [
          clause(1, 'first', { heading: [text('Raising')] }),
          clause(2, 'second', { lead: [[text('see '), see, text(' and '), gone]] }),
          { id: id('t'), kind: 'table', children: [row(1), row(2)] },
        ],
      },
    ])
    const { bytes } = writer.writePdf(tree, { ...furniture, notice: 'Illustrative only' })
    const read = readPdf(bytes)
    expect(shown(bytes)).toBe(ink(tree))
    expect(read.unmarked).toBe(0)
    expect(read.lostTargets).toEqual([])
    expect(read.bookmarks).toEqual(['D Modification process', 'D1 Raising'])
    expect(read.catalog).toMatch(/\/Lang\(en-GB\).*\/MarkInfo<<\/Marked true>>/)
    const all = elements(read.tops)
    const types = new Map(all.map((one) => [one.type, one]))
    expect([...types.keys()]).toEqual(
      expect.arrayContaining([
        'Title',
        'Sect',
        'H2',
        'L',
        'LI',
        'Lbl',
        'LBody',
        'Table',
        'TR',
        'TD',
      ]),
    )
    expect(wordsUnder(types.get('H2')!)).toBe('D Modification process')
    const links = all.filter(({ type }) => type === 'Link')
    expect(links.map((one) => [wordsUnder(one).trim(), one.links])).toEqual([['Clause 1', 1]])
  })
})

describe('a PDF with what is kept', () => {
  const words = 'Each Party shall notify the Secretariat of any change in writing. '
  const section = (name: string, last: string): Draft => ({
    id: id(`s.${name}`),
    kind: 'section',
    label: name,
    heading: [text(`Section ${name}`)],
    children: Array.from({ length: 40 }, (_, n) => ({
      ...clause(`${name}.${n}`, words.repeat(3) + (n === 39 ? last : '')),
      label: `${name}${n}`,
    })),
  })
  const book = (last: string): Tree =>
    code([section('A', ''), section('B', last), section('C', '')])

  it('is the same as without', () => {
    const cached = newPdfWriter({ fonts })
    cached.writePdf(book('old words'), furniture)
    const after = cached.writePdf(book('new words'), furniture)
    for (const keepLines of [0, 50, 250_000])
      expect(
        Buffer.compare(
          after.bytes,
          newPdfWriter({ fonts, keepLines }).writePdf(book('new words'), furniture).bytes,
        ),
      ).toBe(0)
  })
  it('has contents whose page numbers are those of the pages they lead to', () => {
    const { bytes, pages } = writer.writePdf(book('x'), furniture)
    const read = readPdf(bytes)
    expect([read.pages, read.lostTargets]).toEqual([pages, []])
    const contents = elements(read.tops).filter(({ type }) => type === 'TOCI')
    const told = contents.map((one) => wordsUnder(one).trim().split(/\s+/))
    expect(told.map(([label]) => label)).toEqual(['A', 'B', 'C'])
    if (!hasPoppler) return
    const each = poppler(bytes).split('\f')
    for (const [label, , , page] of told)
      expect(each[Number(page) - 1]).toMatch(new RegExp(`^${label} Section ${label}\n`))
  })
  it('shows a provision with its place in the whole', () => {
    const whole = book('x')
    const part = whole.kids[1]!.kids[3]!
    const { bytes, pages } = writer.writePdf(part, { ...furniture, within: whole })
    expect([shown(bytes), pages]).toEqual([ink(part), 1])
    expect(wordsUnder(readPdf(bytes).tops[1]!)).toBe('B Section B')
  })
})

describe('a PDF redline', () => {
  const pairs = (
    holds: (a: Tree, b: Tree, lexicon: Parameters<typeof comparedLines>[2]) => void,
    numRuns: number,
  ) =>
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 8 }),
        (draft, steps) => {
          const store = newStore()
          holds(store.plant(draft), store.plant(arbitrary.changed(draft, steps)), store.lexicon)
        },
      ),
      { numRuns },
    )
  it('loses no word of either side', () =>
    pairs((a, b, lexicon) => {
      const { bytes } = writer.writePdfRedline(a, b, lexicon, furniture, { all: true })
      expect(shown(bytes, 'Ins')).toBe(ink(a))
      expect(shown(bytes, 'Del')).toBe(ink(b))
    }, 100))
  it.skipIf(!hasPoppler)('says the same to Poppler', () =>
    pairs((a, b, lexicon) => {
      const { bytes } = writer.writePdfRedline(a, b, lexicon, furniture, { all: true })
      expect(inkIn(poppler(bytes)).endsWith(inkOfBoth(a, b, lexicon))).toBe(true)
    }, 12),
  )
  it('says of each change what it is, in words, in a list, and by links that lead there', () => {
    const store = newStore()
    const plant = (children: readonly Draft[]) =>
      store.plant({ id: id('r'), kind: 'code', children })
    const moved = clause(3, 'This goes to the end.')
    const a = plant([moved, clause(1, 'Pay in 5 days.'), clause(2, 'Struck.'), clause(4, 'Equal.')])
    const b = plant([clause(1, 'Pay in 7 days.'), clause(5, 'New.'), clause(4, 'Equal.'), moved])
    const { bytes } = writer.writePdfRedline(a, b, store.lexicon, furniture)
    const read = readPdf(bytes)
    const all = elements(read.tops)
    expect(all.flatMap(({ alt }) => alt ?? []).sort()).toEqual([
      'inserted: 7',
      'inserted: D5',
      'inserted: New.',
      'moved from here: D3',
      'moved from here: This goes to the end.',
      'moved to here: D3',
      'moved to here: This goes to the end.',
      'struck: 5',
      'struck: D2',
      'struck: Struck.',
    ])
    const listed = all.filter(({ type }) => type === 'TOCI').map((one) => wordsUnder(one))
    expect(listed.map((one) => /·\s+(.*?)\s*\d+\s*$/.exec(one)?.[1])).toEqual([
      'moved from here',
      'amended',
      'inserted',
      'struck',
      'moved to here',
    ])
    expect([read.lostTargets, read.unmarked]).toEqual([[], 0])
    expect(all.filter(({ type, links }) => type === 'Link' && links > 0)).toHaveLength(5)
    expect(shown(bytes)).not.toContain('Equal')
    const same = writer.writePdfRedline(a, a, store.lexicon, furniture)
    expect(
      readPdf(same.bytes)
        .tops.map((top) => wordsUnder(top))
        .join(' '),
    ).toContain('are equal')
  })
})

describe('hostile texts', () => {
  const within = (seconds: number, work: () => void): void => {
    const start = performance.now()
    work()
    expect(performance.now() - start).toBeLessThan(seconds * 1000)
  }
  const row = (words: readonly string[]): Draft => ({
    id: id('w'),
    kind: 'row',
    children: words.map((s, n) => ({ id: id(`k.${n}`), kind: 'cell', lead: [[text(s)]] })),
  })
  const table = (words: readonly string[]): Tree =>
    code([{ id: id('t'), kind: 'table', children: [row(words)] }])
  it.each<[string, () => Tree]>([
    ['one cell of 40,000 words', () => table(['word, '.repeat(40_000), 'beside'])],
    ['one word of 100,000 letters', () => code([clause(1, 'x'.repeat(100_000))])],
    [
      'a long word in a narrow column',
      () => table(Array.from({ length: 16 }, () => 'y'.repeat(300))),
    ],
    [
      'more columns than a page has room for',
      () => table(Array.from({ length: 400 }, (_, n) => `${n}`)),
    ],
    [
      '10,000 siblings',
      () => code(Array.from({ length: 10_000 }, (_, n) => clause(n, 'Not used.'))),
    ],
    [
      'depth 150',
      () => {
        let draft = clause(0, 'innermost')
        for (let n = 1; n < 150; n++) draft = clause(n, 'word '.repeat(20), { children: [draft] })
        return code([draft])
      },
    ],
    [
      'headings alone',
      () =>
        code(
          Array.from({ length: 300 }, (_, n) => ({
            id: id(`h.${n}`),
            kind: 'part' as const,
            heading: [text('Heading '.repeat(12))],
          })),
        ),
    ],
    ['nothing at all', () => code([])],
    ['a number of 5,000 letters', () => code([clause('1', 'x', { label: '(a)'.repeat(1600) })])],
  ])('are set whole and in time: %s', (_name, make) => {
    const tree = make()
    within(10, () => {
      const { bytes, pages } = newPdfWriter({ fonts }).writePdf(tree, furniture)
      expect(pages).toBeGreaterThan(0)
      expect(shown(bytes) === ink(tree)).toBe(true)
    })
  })
  it('says what was expected where a font is none', () => {
    expect(() => newPdfWriter({ fonts: { ...fonts, plain: new Uint8Array(12) } })).toThrow(
      'The face plain needs the bytes of one TrueType font; got 12 bytes',
    )
  })
})

describe.skipIf(!hasCorpus)('the PDF of the real DC Code', () => {
  it('loses no word, of the text or of either side of a redline', () => {
    const { store, first: a, last: b } = dcEnds()
    const whole = writer.writePdf(b, furniture)
    expect(shown(whole.bytes) === ink(b)).toBe(true)
    expect(whole.missing).toEqual([])
    const redline = writer.writePdfRedline(a, b, store.lexicon, furniture, { all: true })
    const tops = textOf(readPdf(redline.bytes))
    const side = (gone: string) => inkIn(tops.map((top) => wordsUnder(top, gone)).join(''))
    expect(side('Ins') === ink(a)).toBe(true)
    expect(side('Del') === ink(b)).toBe(true)
  })
})
