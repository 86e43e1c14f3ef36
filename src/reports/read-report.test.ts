import { describe, expect, it } from 'vitest'
import { reportFrom } from './read-report.ts'

const cover = `
cover: { title: A report, says: Of a year., class: white, classSays: For all., source: us }
figures:
  a.meetings: { label: Meetings, means: Meetings held., of: meetings, when: in-year }
`
const withMore = (more: string) => () => reportFrom([{ file: 'a.yaml', text: cover + more }])

describe('the data of a report', () => {
  it('is put together from its files in their order', () => {
    const report = reportFrom([
      { file: 'a.yaml', text: cover },
      { file: 'b.yaml', text: 'sections: [{ title: One, blocks: [{ p: "{a.meetings} met" }] }]' },
      { file: 'c.yaml', text: 'sections: [{ title: Two }]' },
    ])
    expect(report.sections.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(report.figures['a.meetings']!.count).toBe('facts')
  })

  it('names a fault of form by file and line', () =>
    expect(withMore('\nglossary:\n  - { term: Word }\n')).toThrow(
      /a\.yaml:7: glossary > 0 > meaning/,
    ))

  it('wants one cover', () =>
    expect(() => reportFrom([{ file: 'a.yaml', text: 'glossary: []' }])).toThrow('one cover'))

  it.each([
    [
      'a figure that is not defined',
      'sections: [{ title: S, blocks: [{ p: "{a.b}" }] }]',
      'no figure is named a.b',
    ],
    [
      'a table that is not defined',
      'sections: [{ title: S, blocks: [{ table: t }] }]',
      'no table is named t',
    ],
    [
      'a chart that is not defined',
      'sections: [{ title: S, blocks: [{ chart: c }] }]',
      'no chart is named c',
    ],
    [
      'a field that the facts do not have',
      'tables: { t: { caption: T, facts: { of: meetings, when: in-year, where: { mood: good } }, columns: [{ label: L, field: says }], empty: None. } }',
      "'mood' is none of them",
    ],
    [
      'a kind of fact that does not exist',
      'tables: { t: { caption: T, facts: { of: dreams, when: in-year }, columns: [{ label: L, field: says }], empty: None. } }',
      "found 'dreams'",
    ],
    [
      'a row with too few figures',
      'tables: { t: { caption: T, columns: [A, B, C], rows: [{ label: L, figures: [a.meetings] }] } }',
      'expected 2 figures',
    ],
  ])('tells of %s', (_what, more, said) => expect(withMore(`\n${more}\n`)).toThrow(said))

  it('wants the source of what is said of certain years, and one matter a block', () => {
    expect(
      withMore('\nsections: [{ title: S, blocks: [{ p: Said., years: ["2016-17"] }] }]\n'),
    ).toThrow('Expected the source')
    expect(withMore('\nsections: [{ title: S, blocks: [{ p: Said., table: t }] }]\n')).toThrow(
      'exactly one',
    )
  })
})
