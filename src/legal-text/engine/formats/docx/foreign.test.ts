// Word files of other hands, built here part by part, and files that mean harm.
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import { writeZip } from '../zip/zip.ts'
import { checkDocument } from './check-document.ts'
import { readDocx } from './read-docx.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const packed = (parts: Record<string, string>): Uint8Array =>
  writeZip(Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })))
const docx = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  packed({
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
const p = (words: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
const listed = (words: string, level: number, num = 1): string =>
  p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`)
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (
  levels: string,
  nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
) => ({
  'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
})
const outline = (draft: Draft): string[] => {
  const out: string[] = []
  const visit = (one: Draft, depth: number): void => {
    const words = [...(one.heading ? [one.heading] : []), ...(one.lead ?? []), ...(one.tail ?? [])]
    out.push(`${depth} ${one.kind} ${one.label ?? '-'} ${words.map(wordsOf).join(' / ')}`.trim())
    for (const child of one.children ?? []) visit(child, depth + 1)
  }
  for (const child of draft.children ?? []) visit(child, 0)
  return out
}
const read = (
  file: Uint8Array,
  tracked: 'refuse' | 'accept' | 'reject' | 'as-proposals' = 'refuse',
) => readDocx(file, { seed: 't', tracked })

describe('numbers that Word prints by itself', () => {
  it('are resolved over levels, with restarts, legal style and letters', () => {
    const levels =
      level(0, 'upperRoman', 'Part %1') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'lowerLetter', '(%3)') +
      level(3, 'lowerRoman', '(%4)')
    const body = [0, 1, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1].map((at, n) => listed(`w${n}`, at)).join('')
    expect(
      outline(read(docx(body, numbering(levels))).draft).map((line) => line.split(' w')[0]),
    ).toEqual(
      [
        '0 part Part I',
        '0 clause 1.1',
        '0 clause 1.2',
        '0 para (a)',
        '0 para (b)',
        '0 para (i)',
        '0 para (ii)',
        '0 para (c)',
        '0 clause 1.3',
        '0 para (a)',
        '0 part Part II',
        '0 clause 2.1',
      ].map((line, n) => line.replace(/^0/, String([0, 1, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1][n]))),
    )
  })
  it('follow overrides of starts and levels, and lists that never restart', () => {
    const levels =
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)', '<w:lvlRestart w:val="0"/>')
    const nums = `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride></w:num>`
    const body =
      listed('a', 0) +
      listed('b', 1) +
      listed('c', 0) +
      listed('d', 1) +
      listed('e', 0, 2) +
      listed('f', 0, 3)
    const labels = outline(read(docx(body, numbering(levels, nums))).draft).map(
      (line) => line.split(' ')[2],
    )
    expect(labels).toEqual(['1.', '(a)', '2.', '(b)', '7.', 'H)'])
  })
  it('come from styles bound to a level, and styles give headings their place', () => {
    const levels =
      level(0, 'decimal', 'Section %1', '<w:pStyle w:val="H1"/>') +
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>')
    const style = (id: string, at: number) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${at + 1}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${at}"/></w:pPr></w:style>`
    const styles = `<w:styles ${W}>${style('H1', 0)}${style('H2', 1)}</w:styles>`
    const body =
      p('Parties', '<w:pStyle w:val="H1"/>') +
      p('Accession', '<w:pStyle w:val="H2"/>') +
      p('(a) shall apply;') +
      p('and so on')
    expect(
      outline(read(docx(body, { ...numbering(levels), 'word/styles.xml': styles })).draft),
    ).toEqual([
      '0 section Section 1 Parties',
      '1 clause 1.1 Accession',
      '2 para (a) shall apply; / and so on',
    ])
  })
  it('typed by hand are read as well', () => {
    const body =
      p('D1 Raising') + p('D1.1 A Party may:') + p('(a) propose; or') + p('(b) withdraw.')
    expect(outline(read(docx(body)).draft).map((line) => line.split(' ')[2])).toEqual([
      'D1',
      'D1.1',
      '(a)',
      '(b)',
    ])
  })
})

describe('constructs of Word', () => {
  it('are read, or told with their place', () => {
    const body =
      p('1. First') +
      `<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:t>2. See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>clause 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>` +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('3. Controlled')}</w:sdtContent></w:sdt>` +
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>4. Once</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>' +
      `<w:p><w:r><w:t>5. Box</w:t><w:drawing><w:txbxContent>${p('inside')}</w:txbxContent></w:drawing></w:r></w:p>`
    const notes = `<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="5"><w:p><w:r><w:t>As amended.</w:t></w:r></w:p></w:footnote></w:footnotes>`
    const { draft, findings } = read(docx(body, { 'word/footnotes.xml': notes }))
    expect(outline(draft)).toEqual([
      '0 clause 1. First',
      '0 clause 2. See clause 2As amended.',
      '0 clause 3. Controlled',
      '0 clause 4. Once\uf0a8',
      expect.stringMatching(/Box/),
    ])
    expect(draft.children?.[1]?.lead?.[0]?.slice(1)).toMatchObject([
      { t: 'ref', s: 'clause 2', to: { in: 'nowhere', place: '_Ref1' } },
      { t: 'note', s: 'As amended.' },
    ])
    expect(outline(draft).join(' ')).toContain('inside')
    expect(outline(draft).join(' ')).not.toContain('twice')
    expect(findings.map(({ what, paragraph }) => [paragraph, what.slice(0, 9)])).toEqual([
      [4, 'a sign of'],
      [5, 'a drawing'],
      [5, 'a text bo'],
    ])
  })
  it('such as tables with merged cells keep every word once', () => {
    const cell = (words: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${p(words)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('A', '<w:vMerge w:val="restart"/>')}${cell('B', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('C')}${cell('D')}</w:tr></w:tbl>`
    expect(outline(read(docx(p('1. Charges') + table + p('2. Next'))).draft)).toEqual([
      '0 clause 1. Charges',
      '1 table -',
      '2 row -',
      '3 cell - A',
      '3 cell - B',
      '2 row -',
      '3 cell - C',
      '3 cell - D',
      '0 clause 2. Next',
    ])
  })
})

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2017-01-01T00:00:00Z"`
const amended = docx(
  `<w:p><w:r><w:t xml:space="preserve">1. pay in </w:t></w:r><w:del ${by('Ann')}><w:r><w:delText>5</w:delText></w:r></w:del><w:ins ${by('Ann')}><w:r><w:t>10</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> days</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:ins ${by('Bob')}/></w:rPr></w:pPr><w:ins ${by('Bob')}><w:r><w:t>2. more</w:t></w:r></w:ins></w:p>${p('3. end')}`,
)

describe('tracked changes in a file', () => {
  it('are never settled unasked', () => {
    expect(() => read(amended)).toThrow(/tracked changes by Ann \(2\), Bob \(2\)/)
  })
  it('are accepted, rejected, or read as one proposal for each author', () => {
    const [accepted, rejected] = (['accept', 'reject'] as const).map((side) =>
      outline(read(amended, side).draft),
    )
    expect(accepted).toEqual(['0 clause 1. pay in 10 days', '0 clause 2. more', '0 clause 3. end'])
    expect(rejected).toEqual(['0 clause 1. pay in 5 days', '0 clause 3. end'])
    const { draft, proposals } = read(amended, 'as-proposals')
    expect(outline(draft)).toEqual(rejected)
    expect(proposals.map(({ author, draft: one }) => [author, ...outline(one)])).toEqual([
      ['Ann', '0 clause 1. pay in 10 days', '0 clause 3. end'],
      ['Bob', '0 clause 1. pay in 5 days', '0 clause 2. more', '0 clause 3. end'],
    ])
  })
})

describe('hostile files', () => {
  const within = (ms: number, work: () => unknown, error: RegExp): void => {
    const start = performance.now()
    expect(work).toThrow(error)
    expect(performance.now() - start).toBeLessThan(ms)
  }
  it('that are no zip file, cut short, or no Word file are refused', () => {
    within(500, () => read(Buffer.from('not a zip file, whatever its name says')), /does not begin/)
    within(500, () => read(new Uint8Array(0)), /does not begin/)
    within(500, () => read(amended.subarray(0, amended.length - 40)), /refused/)
    within(500, () => read(packed({ 'a.txt': 'x' })), /not a Word file/)
    const broken = Uint8Array.from(amended)
    broken[70] = (broken[70] ?? 0) ^ 0xff
    within(500, () => read(broken), /refused/)
  })
  it('that unpack to more than the limits are refused before they do', () => {
    const big = docx(p('x'.repeat(3_000_000)))
    const limits = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000 }
    within(500, () => readDocx(big, { seed: 't', limits }), /at most 1000000/)
    const lying = Buffer.from(big)
    const end = lying.length - 22
    lying.writeUInt32LE(1000, lying.readUInt32LE(end + 16) + 24)
    within(2_000, () => readDocx(lying, { seed: 't', limits }), /does not unpack/)
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, 'x']))
    within(500, () => readDocx(packed(many), { seed: 't', limits }), /at most 10/)
  })
  it('that declare entities, are cut short within, or nest without end are refused', () => {
    const parts = (xml: string) => packed({ 'word/document.xml': xml })
    const bomb = `<!DOCTYPE a [<!ENTITY x "lol">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`
    within(500, () => read(parts(bomb)), /document type/)
    within(500, () => read(docx(p('&x;'))), /entity/)
    within(500, () => read(parts('<w:document><w:body><w:p>')), /do not close/)
    within(500, () => read(parts('<w:document><w:body><w:p')), /does not end/)
    within(2_000, () => read(parts('<a>'.repeat(500_000))), /deeper than 1000/)
  })
  it('of 100 MB of one paragraph are refused in bounded time', () => {
    const run = `<w:r><w:t>${'word '.repeat(20_000)}</w:t></w:r>`
    const file = docx(`<w:p>${run.repeat(1_000)}</w:p>`)
    within(8_000, () => read(file), /longer than 8000000 characters/)
  })
})

describe('the check of a file before it leaves', () => {
  const attributes = 'w:author="A" w:date="2017-01-01T00:00:00Z"'
  const run = '<w:r><w:t>x</w:t></w:r>'
  it.each([
    [
      'a number used twice',
      `<w:ins w:id="1" ${attributes}>${run}</w:ins><w:ins w:id="1" ${attributes}>${run}</w:ins>`,
      /stands twice/,
    ],
    [
      'a revision in another',
      `<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>`,
      /within w:ins/,
    ],
    ['struck words as plain', `<w:del w:id="1">${run}</w:del>`, /w:t within w:del/],
    [
      'a move without its other half',
      `<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFromRangeEnd w:id="1"/>`,
      /1 from and 0 to/,
    ],
    ['a move range that stays open', `<w:moveToRangeStart w:id="1" w:name="m"/>`, /does not end/],
  ])('finds %s', (_what, body, error) => {
    expect(() => checkDocument(body)).toThrow(error)
  })
})
