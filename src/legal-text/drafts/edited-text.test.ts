import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../engine/arbitrary.ts'
import { type Draft, newStore, provisionId, type Tree, text, wordsOf } from '../engine/index.ts'
import { editableLines, readLines } from './edited-lines.ts'
import { treeSaid } from './edited-text.ts'

const id = provisionId
const draft: Draft = {
  id: id('d8'),
  kind: 'clause',
  label: 'D8',
  heading: [text('Proposals')],
  children: [
    {
      id: id('d81'),
      kind: 'clause',
      label: 'D8.1',
      heading: [text('Raising one')],
      lead: [
        [
          text('A Party may, under '),
          { t: 'ref', s: 'Section D1', to: { in: 'text', id: id('d1') }, form: 'section' },
          text(', raise a proposal.'),
        ],
        [text('It pays nothing | for it.')],
      ],
    },
    {
      id: id('d82'),
      kind: 'clause',
      label: 'D8.2',
      lead: [[text('It is:')]],
      children: [
        { id: id('a'), kind: 'para', label: '(a)', lead: [[text('entered; and')]] },
        { id: id('b'), kind: 'para', label: '(b)', lead: [[text('told to all,')]] },
      ],
      tail: [[text('in each case at once.')]],
    },
    { id: id('u'), kind: 'unnumbered', lead: [[text('5 Working Days are meant.')]] },
  ],
}

/** What the lines give, edited. */
function edited(change: (lines: string) => string): { tree: Tree; again: Tree } {
  const store = newStore()
  const tree = store.plant(draft)
  const read = readLines(change(editableLines(tree)))
  if (!('said' in read)) throw new Error(JSON.stringify(read.faults))
  expect(read.faults).toEqual([])
  return { tree, again: treeSaid(store, tree, read.said, 'new') }
}
const ids = (tree: Tree): string[] => [tree.id, ...tree.kids.flatMap(ids)]

describe('an edited text', () => {
  it('is written one provision a line', () => {
    expect(editableLines(newStore().plant(draft)).split('\n')).toEqual([
      'D8 Proposals |',
      '  D8.1 Raising one | A Party may, under Section D1, raise a proposal. || It pays nothing \\| for it.',
      '  D8.2 It is: ||| in each case at once.',
      '    (a) entered; and',
      '    (b) told to all,',
      '  - 5 Working Days are meant.',
    ])
  })

  it('that nobody touched is the same tree, whatever it says', () => {
    const { tree, again } = edited((lines) => lines)
    expect(again).toBe(tree)
    fc.assert(
      fc.property(arbitrary.tree(), (random) => {
        const store = newStore()
        const one = store.plant(random)
        const read = readLines(editableLines(one))
        if (!('said' in read)) throw new Error('it was written and cannot be read')
        expect(treeSaid(store, one, read.said, 'new').treeHash).toBe(one.treeHash)
      }),
    )
  })

  it('keeps who is who through rewriting, renumbering and insertion', () => {
    const { again } = edited((lines) =>
      lines
        .replace('(b) told to all,', '(b) put up;\n    (c) told to all,')
        .replace('D8.1 Raising one | A Party may', 'D8.1A Raising one | A Party or the Panel may'),
    )
    expect(ids(again)).toEqual(['d8', 'd81', 'd82', 'a', 'new.0', 'b', 'u'])
  })

  it('keeps the marks of words that stay', () => {
    const { again } = edited((lines) => lines.replace('raise a proposal', 'raise one proposal'))
    const [lead] = again.kids[0]!.own.lead
    expect(wordsOf(lead!)).toBe('A Party may, under Section D1, raise one proposal.')
    expect(lead!.find((inline) => inline.t === 'ref')).toMatchObject({ s: 'Section D1' })
  })

  it('says which line is wrong, and what was expected', () => {
    const { faults } = readLines('D8 Proposals |\n   D8.1 odd\n        (a) deep\nD9 beside')
    expect(faults.map(({ line, says }) => [line, says])).toEqual([
      [2, 'Each level is two blanks deeper'],
      [3, 'A provision stands at most one level below the line above'],
      [4, 'Only the provision itself stands without blanks before it'],
    ])
    expect(readLines(' \n').faults).toMatchObject([{ line: 1, says: 'The text is empty' }])
  })
})
