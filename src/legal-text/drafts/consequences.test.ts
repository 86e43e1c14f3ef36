import { describe, expect, it } from 'vitest'
import {
  applyOps,
  type Draft,
  newStore,
  type Op,
  provisionId,
  type Tree,
  text,
} from '../engine/index.ts'
import { consequencesOf } from './consequences.ts'

const id = provisionId
const clause = (name: string, label: string, words: string, children: Draft[] = []): Draft => ({
  id: id(name),
  kind: label.startsWith('(') ? 'para' : 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const whole: Draft = {
  id: id('code'),
  kind: 'code',
  children: [
    {
      id: id('d'),
      kind: 'section',
      label: 'Section D',
      children: [
        clause('d1', 'D1', 'A Party may raise a Proposal. So may the Panel.'),
        clause('d2', 'D2', 'A Party does so:', [
          clause('a', '(a)', 'in writing; or'),
          clause('b', '(b)', 'as Section D1 and paragraph (a) say, with a Fee.'),
        ]),
        {
          id: id('d3'),
          kind: 'clause',
          label: 'D3',
          lead: [
            [
              text('Under '),
              { t: 'ref', s: 'Section D2(a)', to: { in: 'text', id: id('a') }, form: 'section' },
              text(' nothing is due.'),
            ],
          ],
        },
        {
          id: id('fee'),
          kind: 'definition',
          lead: [[text('“Fee” means what is paid under Section D1.')]],
        },
      ],
    },
  ],
}

/** What follows from operations, and the text once every consequence was made. */
function following(...ops: readonly Op[]) {
  const store = newStore()
  const base = store.plant(whole)
  const given = applyOps(store, base, ops)
  if (!given.ok) throw new Error(JSON.stringify(given.faults))
  const found = consequencesOf(base, given.value.root)
  let root: Tree = given.value.root
  for (const { op } of found) {
    const made = applyOps(store, root, [op])
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    root = made.value.root
  }
  return { found, left: consequencesOf(base, root) }
}

describe('what a draft makes necessary', () => {
  it('is nothing where nobody refers to what it changes', () => {
    expect(following({ op: 'renumber', target: id('d3'), label: 'D4' }).found).toEqual([])
  })

  it('are references to what it renumbers, printed and marked, by their full number or by (a) alone', () => {
    const { found, left } = following({ op: 'renumber', target: id('a'), label: '(aa)' })
    expect(found.map(({ instruction }) => instruction)).toEqual([
      'In D2(b), for “paragraph (a)” substitute “paragraph (aa)”',
      expect.stringMatching(/^In D3, for “Section D2\(a\)” substitute “Section D2\(aa\)”/),
    ])
    expect(left).toEqual([])
  })

  it('are references to what it repeals', () => {
    const { found, left } = following({ op: 'repeal', target: id('d1'), leave: 'not-used' })
    expect(found.map(({ says }) => says)).toEqual([
      'D2(b) refers to D1, which the draft repeals',
      'A provision in Section D refers to D1, which the draft repeals',
    ])
    expect(left).toEqual([])
  })

  it('is the repeal of a term that it leaves without a use', () => {
    const store = newStore()
    const b = store.plant(whole).kids[0]!.kids[1]!.kids[1]!
    const words = ', with a Fee'
    const from = 'as Section D1 and paragraph (a) say'.length
    const { found } = following({
      op: 'words',
      target: id('b'),
      field: 'lead',
      at: { from, to: from + words.length, base: b.own.ownHash, quote: words, occurrence: 1 },
      del: words,
      ins: [],
    })
    expect(found).toMatchObject([
      {
        id: 'fee',
        says: '“Fee” is defined, and the draft leaves no use of it',
        op: { op: 'repeal' },
      },
    ])
  })
})
