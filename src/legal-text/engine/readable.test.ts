import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAK, newLexicon, tokenEnds } from './lexicon.ts'
import { editsBetween } from './myers.ts'
import { readable } from './readable.ts'

/** Words as numbers, a line end between paragraphs. */
const numbered = (lexicon: ReturnType<typeof newLexicon>, s: string): Int32Array =>
  Int32Array.from(
    s.split('\n').flatMap((line, at) => {
      let from = 0
      const ids = tokenEnds(line).map((end) => {
        const word = line.slice(from, end)
        const id = lexicon.token(from === 0 ? ` ${word}` : word)
        from = end
        return id
      })
      return at > 0 ? [BREAK, ...ids] : ids
    }),
  )

/** Each change as `struck > inserted`; `before` stands in front of both sides and is no part of them. */
const changes = (a: string, b: string, before = ''): string[] => {
  const lexicon = newLexicon()
  const lead = numbered(lexicon, before)
  const side = (s: string) => {
    const ids = Int32Array.from([...lead, ...numbered(lexicon, s)])
    return { ids, start: lead.length, end: ids.length }
  }
  const [one, other] = [side(a), side(b)]
  const edits = editsBetween(one.ids, one.start, one.end, other.ids, other.start, other.end)
  const say = (ids: Int32Array, from: number, to: number): string =>
    [...ids.subarray(from, to)]
      .map((id) => lexicon.words[id])
      .join('')
      .trim()
  return readable(edits, one, other, lexicon).map(({ a0, a1, b0, b1 }) =>
    `${say(one.ids, a0, a1)} > ${say(other.ids, b0, b1)}`.trim(),
  )
}
const TAIL =
  'and so the long sentence ends here with many words that both of the two versions share'

describe('equal words between two changes', () => {
  it('go with the changes where they are fewer than each and only function words', () => {
    expect(
      changes(`red green of the blue white ${TAIL}`, `one two of the three four ${TAIL}`),
    ).toEqual(['red green > one two', 'blue white > three four'])
    expect(
      changes(
        `red green grey of the blue white pink ${TAIL}`,
        `one two six of the three four five ${TAIL}`,
      ),
    ).toEqual(['red green grey of the blue white pink > one two six of the three four five'])
    expect(
      changes(
        `red green grey black of the to by blue white pink gold rust ${TAIL}`,
        `one two six ten of the to by three four five nine ace ${TAIL}`,
      ),
    ).toHaveLength(2)
    expect(
      changes(
        `red green grey black tan of the to by blue white pink gold rust ${TAIL}`,
        `one two six ten ten of the to by three four five nine ace ${TAIL}`,
      ),
    ).toHaveLength(1)
  })
  it('go with them where they are fewer than three words, whatever they say', () => {
    expect(
      changes(
        `red green grey Supplier Party blue white pink ${TAIL}`,
        `one two six Supplier Party three four five ${TAIL}`,
      ),
    ).toHaveLength(1)
    expect(
      changes(
        `red green grey tan Supplier of Party blue white pink gold ${TAIL}`,
        `one two six ten Supplier of Party three four five nine ${TAIL}`,
      ),
    ).toHaveLength(2)
  })
  it('that are signs alone count as no words', () => {
    expect(
      changes(
        `red green grey tan ( ; ) blue white pink gold ${TAIL}`,
        `one two six ten ( ; ) three four five nine ${TAIL}`,
      ),
    ).toHaveLength(1)
  })
  it('are told by words in whatever case, and by new words met later', () => {
    expect(
      changes(
        `red green grey tan Of THE By blue white pink gold ${TAIL}`,
        `one two six ten Of THE By three four five nine ${TAIL}`,
      ),
    ).toHaveLength(1)
  })
  it('take in several changes one after the other', () => {
    expect(
      changes(
        `red green grey of blue white pink to gold rust tan ${TAIL} ${TAIL}`,
        `one two six of three four five to nine ace ten ${TAIL} ${TAIL}`,
      ),
    ).toHaveLength(1)
  })
})

describe('a lone insertion or deletion', () => {
  it('slides to the end of a clause, before a comma to a comma, else to a word', () => {
    expect(changes('the fee; and the cost', 'the fee; and the levy; and the cost')).toEqual([
      '> and the levy;',
    ])
    expect(changes('the fee; and the levy; and the cost', 'the fee; and the cost')).toEqual([
      'and the levy; >',
    ])
    expect(changes('red, blue, green of all', 'red, grey, blue, green of all')).toEqual(['> grey,'])
    expect(changes('a b c b c d', 'a b c d')).toHaveLength(1)
    expect(changes('Pay (a) and (b) now', 'Pay (a) and (c) and (b) now')).toEqual(['> (c) and'])
  })
  it('slides to the start and the end of the words, and to a paragraph', () => {
    expect(changes('x y', 'x y x y')).toEqual(['> x y'])
    expect(changes('one\ntwo', 'one\nnew\ntwo')).toEqual([expect.stringMatching(/^> ?\s*new\s*$/)])
    expect(changes('pay it. Then go', 'pay it. Then stop. Then go')).toEqual(['> Then stop.'])
    expect(changes('pay it: then go', 'pay it: then stop: then go')).toEqual(['> then stop:'])
  })
  it('slides no further than its neighbours allow, and stays equal on both sides', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ';', ',', 'the', 'Party', '\n'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const lexicon = newLexicon()
        const side = (all: string[]) => {
          const ids = Int32Array.from(
            all.map((word) => (word === '\n' ? BREAK : lexicon.token(` ${word}`))),
          )
          return { ids, start: 0, end: ids.length }
        }
        const [a, b] = [side(one), side(other)]
        const edits = readable(editsBetween(a.ids, 0, a.end, b.ids, 0, b.end), a, b, lexicon)
        let [atA, atB] = [0, 0]
        edits.forEach(({ a0, a1, b0, b1 }, at) => {
          if (at > 0) expect(a0).toBeGreaterThan(atA)
          expect([...a.ids.subarray(atA, a0)]).toEqual([...b.ids.subarray(atB, b0)])
          ;[atA, atB] = [a1, b1]
        })
        expect([...a.ids.subarray(atA)]).toEqual([...b.ids.subarray(atB)])
      }),
      { numRuns: 400 },
    )
  })
  it('is read within its field alone, whatever stands before it', () => {
    expect(
      changes('fee; and the cost', 'fee; and the levy; and the cost', 'heading words'),
    ).toEqual(['> and the levy;'])
    expect(changes('x y', 'x y x y', 'x y')).toEqual(['> x y'])
  })
})

describe('words of which little is left', () => {
  it('stand whole below 35% of the longer side, and not at it', () => {
    const side = (equal: number, other: string, length: number): string =>
      [
        ...Array.from({ length: equal }, (_, at) => `same${at}`),
        ...Array.from({ length: length - equal }, (_, at) => `${other}${at}`),
      ].join(' ')
    expect(changes(side(7, 'x', 20), side(7, 'y', 20))[0]).toMatch(/^x0/)
    expect(changes(side(6, 'x', 20), side(6, 'y', 20))[0]).toMatch(/^same0/)
    expect(changes(side(6, 'x', 10), side(6, 'y', 20))[0]).toMatch(/^same0/)
    expect(changes(side(6, 'x', 20), side(6, 'y', 10))[0]).toMatch(/^same0/)
    const before = side(0, 'before', 30)
    expect(changes(side(6, 'x', 20), side(6, 'y', 20), before)[0]).toMatch(/^same0/)
    expect(changes(side(7, 'x', 20), side(7, 'y', 20), before)[0]).toMatch(/^x0/)
  })
  it('are plainly inserted or struck where one side has none', () => {
    expect(changes('', 'all new')).toEqual(['> all new'])
    expect(changes('all gone', '')).toEqual(['all gone >'])
    expect(changes('same', 'same')).toEqual([])
  })
})

describe('edits made elsewhere', () => {
  const lexicon = newLexicon()
  const ids = (s: string) =>
    Int32Array.from(
      s
        .split(' ')
        .map((word) =>
          word === '/' ? BREAK : lexicon.token(/^[,.;:)]$/.test(word) ? word : ` ${word}`),
        ),
    )
  const shown = (a: string, b: string, ...edits: [number, number, number, number][]): string[] => {
    const [one, other] = [ids(a), ids(b)]
    return readable(
      edits.map(([a0, a1, b0, b1]) => ({ a0, a1, b0, b1 })),
      { ids: one, start: 0, end: one.length },
      { ids: other, start: 0, end: other.length },
      lexicon,
    ).map(({ a0, a1, b0, b1 }) => `${a0}-${a1} ${b0}-${b1}`)
  }
  it('slide to the right and to the left, to where a clause ends', () => {
    expect(shown('p a ; b q', 'p a ; a ; b q', [1, 1, 1, 3])).toEqual(['3-3 3-5'])
    expect(shown('p x a ; q', 'p x a x a ; q', [1, 1, 1, 3])).toEqual(['1-1 1-3'])
    expect(shown('p a ; a ; b q', 'p a ; b q', [1, 3, 1, 1])).toEqual(['3-5 3-3'])
    expect(shown('p ; a b a c q', 'p ; a b a b a c q', [4, 4, 4, 6])).toEqual(['2-2 2-4'])
    expect(shown('agrees to hold it', 'agrees to pay , to hold it', [2, 2, 2, 5])).toEqual([
      '1-1 1-4',
    ])
  })
  it('slide to paragraphs before words', () => {
    expect(shown('p q x / r s', 'p q x / x / r s', [2, 2, 2, 4])).toEqual(['3-3 3-5'])
    expect(shown('p q x / r s', 'p q x / x / r s', [3, 3, 3, 5])).toEqual(['3-3 3-5'])
    expect(shown('p / a b r s', 'p / a b a b r s', [3, 3, 3, 5])).toEqual(['2-2 2-4'])
  })
  it('slide to the end and the start of the words', () => {
    expect(shown('p a b', 'p a b a b', [1, 1, 1, 3])).toEqual(['3-3 3-5'])
    expect(shown('a b p', 'a b a b p', [2, 2, 2, 4])).toEqual(['0-0 0-2'])
  })
  it('never slide as far as to touch the change before or after', () => {
    expect(shown('x a b p q r s t', 'y a b a b p q r s t', [0, 1, 0, 1], [3, 3, 3, 5])).toEqual([
      '0-1 0-1',
      '3-3 3-5',
    ])
    expect(shown('p q r s t a ; x', 'p q r s t a ; a ; y', [5, 5, 5, 7], [7, 8, 9, 10])).toEqual([
      '5-5 5-7',
      '7-8 9-10',
    ])
    expect(
      shown('p q r s t a ; u x', 'p q r s t a ; a ; u y', [5, 5, 5, 7], [8, 9, 10, 11]),
    ).toEqual(['7-7 7-9', '8-9 10-11'])
    expect(shown('x ; a b a p q r s', 'y ; a b a b a p q r s', [0, 1, 0, 1], [4, 4, 4, 6])).toEqual(
      ['0-1 0-1', '2-2 2-4'],
    )
  })
  it('slide to before a word rather than before a bracket that closes', () => {
    expect(shown('p ) q r s', 'p ) q ) q r s', [3, 3, 3, 5])).toEqual(['2-2 2-4'])
  })
  it('stop short of the change before, even where a clause ends there', () => {
    expect(shown('x a b p q r s t', 'y ; a b a b p q r s t', [0, 1, 0, 2], [3, 3, 4, 6])).toEqual([
      '0-1 0-2',
      '3-3 4-6',
    ])
  })
  it('leave a replacement where it is', () => {
    expect(shown('p p q r s', 'p r q r s', [1, 2, 1, 2])).toEqual(['1-2 1-2'])
  })
  it('take in what lies between by the greater side of each change', () => {
    const [a, b] = [
      'a b c Supplier Party d e f p q r s t u v w',
      'x Supplier Party y p q r s t u v w',
    ]
    expect(shown(a, b, [0, 3, 0, 1], [5, 8, 3, 4])).toEqual(['0-8 0-4'])
    const signs = [
      'a b c d e Supplier , Party ; f g h i j p q r s t u v w',
      'x Supplier , Party ; y p q r s t u v w',
    ]
    expect(shown(signs[0] as string, signs[1] as string, [0, 5, 0, 1], [9, 14, 5, 6])).toEqual([
      '0-14 0-6',
    ])
  })
})
