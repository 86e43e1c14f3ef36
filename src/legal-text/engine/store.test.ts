import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from './arbitrary.ts'
import { canonicalContent, canonicalParagraph, canonicalWords } from './canonical.ts'
import { compareLabels, parseLabel } from './label.ts'
import { tokenEnds } from './lexicon.ts'
import { minter, provisionId, text } from './model.ts'
import { draftOf, newStore } from './store.ts'
import { assemble, FIELDS, fieldRange, wordsOfTokens } from './tokens.ts'
import { wordsOf } from './words.ts'

const hostile = arbitrary.content(arbitrary.hostileWords)

const tokensIn = (s: string): string[] => {
  let from = 0
  return tokenEnds(s).map((end) => {
    const token = s.slice(from, end)
    from = end
    return token
  })
}

describe('the canonical form', () => {
  it('is the same when taken twice', () => {
    fc.assert(
      fc.property(hostile, (draft) => {
        const once = canonicalContent(draft)
        expect(canonicalContent(once)).toEqual(once)
      }),
    )
  })
  it('does not depend on how plain words are cut into runs', () => {
    fc.assert(
      fc.property(arbitrary.hostileWords, fc.nat(), (s, at) => {
        const here = at % (s.length + 1)
        const cut = [text(s.slice(0, here)), text(s.slice(here))]
        expect(wordsOf(canonicalParagraph(cut))).toBe(wordsOf(canonicalParagraph([text(s)])))
      }),
    )
  })
  it('drops what has no ink and makes every white space one space', () => {
    expect(canonicalWords('a\u00a0\u200b b\u00ad\r\n\tc e\u0301')).toBe('a b c é')
  })
  it('gives one hash to one content, whatever the order of storing', () => {
    const known = newStore()
    const root = known.plant({
      id: provisionId('r'),
      kind: 'code',
      children: [{ id: provisionId('a'), kind: 'clause', label: '1', lead: [[text('The Code')]] }],
    })
    expect(root.treeHash).toBe('e457813123b211d2f9e4de565d40dfca5e08eac3dc010e8f9cddf3c377d3c079')
    fc.assert(
      fc.property(arbitrary.tree(arbitrary.hostileWords), arbitrary.tree(), (draft, other) => {
        const one = newStore()
        const two = newStore()
        two.plant(other)
        const planted = one.plant(draft)
        expect(two.plant(draft).treeHash).toBe(planted.treeHash)
        expect(one.plant(draftOf(planted))).toBe(planted)
      }),
    )
  })
})

describe('tokens', () => {
  it('are the words, numbers and punctuation of a lawyer', () => {
    expect(
      tokensIn('Section D8.20(a)(ii), £1,000.50 or 25% of a user’s smart-meter (see (b)).'),
    ).toEqual([
      'Section',
      ' D8.20(a)(ii)',
      ',',
      ' £1,000.50',
      ' or',
      ' 25%',
      ' of',
      ' a',
      ' user’s',
      ' smart-meter',
      ' (',
      'see',
      ' (b)',
      ')',
      '.',
    ])
  })
  it('joined are the words, and put together are the content', () => {
    fc.assert(
      fc.property(hostile, (draft) => {
        const store = newStore()
        const own = store.own(draft)
        for (const field of FIELDS) {
          const [from, to] = fieldRange(own.tokens, field)
          const expected = field === 'heading' ? (own.heading ? [own.heading] : []) : own[field]
          const words = wordsOfTokens(own.tokens, from, to, store.lexicon)
          expect(words.split('\n').map((line) => line.slice(1))).toEqual(
            expected.length > 0 ? expected.map(wordsOf) : [''],
          )
          const half = from + ((to - from) >> 1)
          const put = assemble(field, [
            { content: own, from: 0, to: half - from },
            { content: own, from: half - from, to: to - from },
          ])
          expect(put.map(canonicalParagraph)).toEqual(expected)
        }
      }),
    )
  })
})

describe('labels', () => {
  it('stand in legal order', () => {
    const ordered = (all: string[]) =>
      all.slice(1).every((raw, at) => compareLabels(parseLabel(all[at] ?? ''), parseLabel(raw)) < 0)
    expect(ordered(['1', '1A', '1B', '2', '10'])).toBe(true)
    expect(ordered(['(a)', '(aa)', '(b)', '(h)', '(i)', '(j)'])).toBe(true)
    expect(ordered(['(i)', '(ii)', '(iv)', '(v)', '(ix)', '(x)'])).toBe(true)
    expect(ordered(['D8.9', 'D8.20', 'D8.20A', 'D8.21', 'D9.1'])).toBe(true)
  })
})

describe('ids', () => {
  it('come in the same order from the same seed, and refuse what a hash could not hold', () => {
    const [one, two] = [minter('sec'), minter('sec')]
    expect([one(), one()]).toEqual([two(), two()])
    expect(() => provisionId('a b')).toThrow(/provision id/i)
  })
  it('stand once in a text', () => {
    const twice = { id: provisionId('x'), kind: 'clause' as const }
    expect(() =>
      newStore().plant({ id: provisionId('r'), kind: 'code', children: [twice, twice] }),
    ).toThrow(/stands twice/)
  })
})
