import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dcEnds } from '../../../../../tests/format-corpus.ts'
import { hasCorpus, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import * as arbitrary from '../../arbitrary.ts'
import type { Draft, Tree } from '../../model.ts'
import { provisionId, text } from '../../model.ts'
import { newStore } from '../../store.ts'
import { lineOf } from '../../words.ts'
import { readText } from './read-text.ts'
import { writeText } from './write-text.ts'
import { writeTextRedline } from './write-text-redline.ts'

tellIfAbsent('Plain text of real texts')

/** Depth, number and words of every provision. */
const outline = (root: Tree): string[] => {
  const out: string[] = []
  const visit = (tree: Tree, depth: number): void => {
    out.push(`${depth} ${tree.own.label?.raw ?? ''} ${lineOf(tree.own)}`)
    for (const kid of tree.kids) visit(kid, depth + 1)
  }
  visit(root, 0)
  return out
}

const comesBack = (tree: Tree): void => {
  const written = writeText(tree)
  expect(written.split('\n').length - 1).toBe(tree.size)
  const again = newStore().plant(readText(written, 'again'))
  expect(outline(again)).toEqual(outline(tree))
  expect(writeText(again)).toBe(written)
}

describe('plain text', () => {
  it('is one provision a line, and numbers, levels and words come back from it', () => {
    fc.assert(fc.property(arbitrary.tree(), (draft) => comesBack(newStore().plant(draft))))
    fc.assert(
      fc.property(arbitrary.tree(arbitrary.hostileWords), (draft) =>
        comesBack(newStore().plant(draft)),
      ),
    )
  })
  it('without indentation is nested by its typed numbers', () => {
    const draft = readText(
      'Section D\nD1 Raising a proposal\nD1.1 A Party may:\n(a) propose;\n(b) withdraw:\n(i) early; or\n(ii) late; and\n(c) vote.\nMore words.\nD1.2 Next\n',
      't',
    )
    expect(outline(newStore().plant(draft)).map((line) => line.replace(/ .*/, ''))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '4',
      '5',
      '5',
      '4',
      '3',
    ])
    expect(outline(newStore().plant(draft)).at(-2)).toContain('vote. More words.')
  })
  it('reads (h) then (i) as letters, and (i) after (a) as a numeral', () => {
    const lines = ['D1 One', ...[...'abcdefghij'].map((l) => `(${l}) word`)].join('\n')
    const draft = readText(lines, 't')
    expect(draft.children?.[0]?.children).toHaveLength(10)
  })
  it('refuses bytes that are no text', () => {
    expect(() => readText('PK\u0003\u0004\0\0', 't')).toThrow(/not plain text/)
  })
})

describe('a text redline', () => {
  const root = (children: Draft[]): Draft => ({ id: provisionId('r'), kind: 'code', children })
  const clause = (id: string, label: string, words: string): Draft => ({
    id: provisionId(id),
    kind: 'clause',
    label,
    lead: [[text(words)]],
  })
  it('shows struck and inserted words, numbers, and moves', () => {
    const store = newStore()
    const a = store.plant(
      root([
        clause('x', '1', 'pay within 5 days.'),
        clause('y', '2', 'stays'),
        clause('z', '3', 'gone'),
      ]),
    )
    const b = store.plant(
      root([
        clause('x', '1A', 'pay within 10 days.'),
        clause('w', '2', 'new'),
        clause('y', '2', 'stays'),
      ]),
    )
    expect(writeTextRedline(a, b, store.lexicon).split('\n')).toEqual([
      '~   [-1-]{+1A+} pay within[- 5-]{+ 10+} days.',
      '+   2 new',
      '-   3 gone',
      '',
    ])
  })
  it('is empty for one version and itself', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => {
        const store = newStore()
        const tree = store.plant(draft)
        expect(writeTextRedline(tree, tree, store.lexicon)).toBe('')
      }),
    )
  })
})

describe.skipIf(!hasCorpus)('the DC Code as plain text', () => {
  it('comes back with every number, level and word', () => {
    comesBack(dcEnds().last)
  })
})
