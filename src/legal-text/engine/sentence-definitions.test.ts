import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { type Draft, provisionId, type Tree, text } from './model.ts'
import { sentenceDefinitions } from './sentence-definitions.ts'
import { newStore } from './store.ts'
import { definitionsIn } from './terms.ts'

const id = provisionId
const clause = (name: string, words: string, more: Partial<Draft> = {}): Draft => ({
  id: id(name),
  kind: 'clause',
  label: name,
  lead: [[text(words)]],
  ...more,
})
const code = (...children: Draft[]): Tree =>
  newStore().plant({ id: id('root'), kind: 'code', children })

const termsOf = (words: string): string[] => {
  const [only] = code(clause('1', words)).kids
  return sentenceDefinitions(only as Tree).map(({ term }) => term)
}

describe('a definition in a sentence', () => {
  it.each([
    ['In this Section, “Levy” means a charge.', ['Levy']],
    ['The Panel may appoint a body (the “Board”), and the Board shall report.', ['Board']],
    ['Each of them (each a “Party” and together the “Parties”) shall pay.', ['Party', 'Parties']],
    [
      '“Meter” or “metering device” has the same meaning as in the Act.',
      ['Meter', 'metering device'],
    ],
    ['In this Part, “Insider”, in relation to a company, means a director.', ['Insider']],
    [
      'For these purposes “Fee” and “Charge” have the meanings given in the Act.',
      ['Fee', 'Charge'],
    ],
    ['A reference to a “bank” includes a reference to its agent.', []],
    ['It is marked “paid” (see the “Notes” below).', []],
    ['The notice says “closed” in large letters.', []],
  ])('is read: %s', (words, terms) => {
    expect(termsOf(words)).toEqual(terms)
  })

  it('holds where its own words say, and else only within its Section', () => {
    const root = code(
      {
        id: id('A'),
        kind: 'section',
        label: 'A',
        children: [clause('1', 'In this Section, “Levy” means one.')],
      },
      {
        id: id('B'),
        kind: 'section',
        label: 'B',
        children: [clause('2', 'A charge (the “Fee”) is due.')],
      },
    )
    expect(definitionsIn(root).map(({ term, reach }) => [term, reach])).toEqual([
      ['Levy', 'A'],
      ['Fee', 'unsure'],
    ])
  })

  it('is used where its term stands again in the same provision, and else never used', () => {
    const kinds = (words: string): string[] =>
      check(code(clause('1', words))).map(({ kind }) => kind)
    expect(kinds('A charge (the “Fee”) is due, and the Fee is final.')).toEqual([])
    expect(kinds('A charge (the “Fee”) is due.')).toEqual(['term-never-used'])
    expect(kinds('A charge (the “Fee” or the “Levy”) is due. The Levy is final.')).toEqual([])
  })

  it('stands twice in one place only where neither is for one case', () => {
    const twice = (first: string, second: string): number =>
      check(code(clause('1', first), clause('2', second), clause('3', 'A Levy is a Levy.'))).filter(
        ({ kind }) => kind === 'term-defined-twice',
      ).length
    expect(twice('In this Code, “Levy” means one.', 'In this Code, “Levy” means two.')).toBe(1)
    expect(
      twice('In the case of a bank, “Levy” means one.', 'In the case of a fund, “Levy” means two.'),
    ).toBe(0)
  })
})

describe('phrases in capitals', () => {
  const definitions = [
    'Code Panel',
    'Fixed Charge',
    'Federal Work, Undertaking or Business',
    'Due Day',
    'Lock Keeper',
  ].map(
    (term, at): Draft => ({
      id: id(`d${at}`),
      kind: 'definition',
      lead: [[text(`“${term}” means a thing.`)]],
    }),
  )
  const notDefined = (...words: string[]): string[] =>
    check(code(...definitions, ...words.map((one, at) => clause(`${at + 1}`, one))))
      .filter(({ kind }) => kind === 'term-not-defined')
      .map((one) => one.words)

  it('are told of where there are several of what they mean, and nothing defines it', () => {
    expect(
      notDefined(
        'The keeper must give each Relevant Notice to the panel.',
        'The panel reads the Relevant Notice.',
      ),
    ).toEqual(['Relevant Notice', 'Relevant Notice'])
  })
  it('are passed as names, as parts of terms, and where they stand once', () => {
    expect(
      notDefined(
        'The sum is paid to the Receiver General, in any Federal Work, Undertaking or Business.',
        'The account of the Receiver General, a Federal Work, Undertaking or Business and an Odd Phrase.',
      ),
    ).toEqual([])
  })
})
