import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dcEnds } from '../../../../../tests/format-corpus.ts'
import { hasCorpus, limsEnds, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import * as arbitrary from '../../arbitrary.ts'
import { type Draft, type Paragraph, provisionId, type Tree, text } from '../../model.ts'
import { draftOf, newStore } from '../../store.ts'
import { wordsOf } from '../../words.ts'
import { fitsXml } from '../xml/xml-text.ts'
import { openZip } from '../zip/zip.ts'
import { readDocx } from './read-docx.ts'
import { resolveTracked } from './resolve-tracked.ts'
import { writeDocx, writeDocxRedline } from './write-docx.ts'

tellIfAbsent('Word files of real texts')
const by = { author: 'The Administrator', date: '2017-03-31T12:00:00Z', moves: 'tracked' as const }

/** A text with its words, numbers, places and identities alone. */
const plain = (draft: Draft): Draft => {
  const bare = (paragraph: Paragraph): Paragraph => [text(wordsOf(paragraph))]
  return {
    ...draft,
    heading: draft.heading ? bare(draft.heading) : null,
    lead: (draft.lead ?? []).map(bare),
    tail: (draft.tail ?? []).map(bare),
    children: (draft.children ?? []).map(plain),
  }
}
const plainHash = (draft: Draft): string => newStore().plant(plain(draft)).treeHash
const fits = (draft: Draft): boolean =>
  fitsXml(JSON.stringify(draft).replace(/\\u[0-9a-f]{4}/g, '\u0001'))

const comesBack = (tree: Tree): void => {
  const { draft, findings } = readDocx(writeDocx(tree), { seed: 'again' })
  expect(findings).toEqual([])
  expect(newStore().plant(draft).treeHash).toBe(tree.treeHash)
}

const tables = (draft: Draft): Draft => {
  const vary = (one: Draft, depth: number): Draft => {
    const kind = depth === 0 ? 'code' : depth % 3 === 1 ? 'table' : depth % 3 === 2 ? 'row' : 'cell'
    const bare = kind === 'row' && one.id.charCodeAt(one.id.length - 1) % 4 !== 0
    return {
      ...(bare ? { id: one.id } : one),
      ...(kind === 'cell' ? { heading: null } : {}),
      kind,
      children: (one.children ?? []).map((kid) => vary(kid, depth + 1)),
    }
  }
  return vary(draft, 0)
}

const redlineHolds = (before: Draft, after: Draft, moves: 'tracked' | 'plain'): void => {
  const store = newStore()
  const [a, b] = [store.plant(before), store.plant(after)]
  const file = writeDocxRedline(a, b, store.lexicon, { ...by, moves })
  for (const [side, tree] of [
    ['accept', b],
    ['reject', a],
  ] as const) {
    const expected = plainHash(draftOf(tree))
    expect(plainHash(readDocx(resolveTracked(file, side), { seed: 'x' }).draft)).toBe(expected)
    expect(plainHash(readDocx(file, { seed: 'x', tracked: side }).draft)).toBe(expected)
  }
}

const pairs = (words?: fc.Arbitrary<string>) =>
  fc.tuple(arbitrary.tree(words), fc.array(arbitrary.step(words), { maxLength: 8 }))

describe('a clean Word copy', () => {
  it('comes back exactly, with identities, numbers, words and marks', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => comesBack(newStore().plant(draft))),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(arbitrary.tree().map(tables), (draft) => comesBack(newStore().plant(draft))),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(arbitrary.tree(arbitrary.hostileWords).filter(fits), (draft) =>
        comesBack(newStore().plant(draft)),
      ),
      { numRuns: 100 },
    )
  })
  it('holds the same bytes for the same text, and for paragraphs that did not change', () => {
    const clause = (id: string, words: string): Draft => ({
      id: provisionId(id),
      kind: 'clause',
      label: id,
      lead: [[text(words)]],
    })
    const root = (...children: Draft[]): Tree =>
      newStore().plant({ id: provisionId('r'), kind: 'code', children })
    const body = (tree: Tree): string[] =>
      Buffer.from(openZip(writeDocx(tree)).read('word/document.xml') ?? [])
        .toString()
        .split('<w:p>')
    const [one, two] = [
      body(root(clause('x', 'a'), clause('y', 'b'))),
      body(root(clause('w', 'new'), clause('x', 'a'), clause('y', 'b'))),
    ]
    expect(two.slice(3)).toEqual(one.slice(2))
  })
})

describe('a Word redline', () => {
  it('accepted is the newer text, rejected the older, with moves tracked and plain', () => {
    for (const moves of ['tracked', 'plain'] as const)
      fc.assert(
        fc.property(pairs(), ([draft, steps]) =>
          redlineHolds(draft, arbitrary.changed(draft, steps), moves),
        ),
        { numRuns: 70 },
      )
  })
  it('does so with tables and for hostile characters', () => {
    fc.assert(
      fc.property(pairs(), ([draft, steps]) => {
        const before = tables(draft)
        redlineHolds(before, arbitrary.changed(before, steps), 'tracked')
      }),
      { numRuns: 70 },
    )
    fc.assert(
      fc.property(pairs(arbitrary.hostileWords), ([draft, steps]) => {
        const after = arbitrary.changed(draft, steps)
        fc.pre(fits(draft) && fits(after))
        redlineHolds(draft, after, 'tracked')
      }),
      { numRuns: 80 },
    )
  })
})

describe.skipIf(!hasCorpus)('Word files of real texts', () => {
  it('come back exactly', () => {
    comesBack(dcEnds().last.kids[0] as Tree)
    comesBack(newStore().plant(limsEnds('canada-labour-code')[1].draft))
  })
  it('accepted are the newer text, rejected the older', () => {
    const { store, first, last } = dcEnds()
    const file = writeDocxRedline(first, last, store.lexicon, by)
    expect(plainHash(readDocx(file, { seed: 'x', tracked: 'accept' }).draft)).toBe(
      plainHash(draftOf(last)),
    )
    expect(plainHash(readDocx(resolveTracked(file, 'reject'), { seed: 'x' }).draft)).toBe(
      plainHash(draftOf(first)),
    )
  })
})
