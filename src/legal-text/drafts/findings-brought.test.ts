import { describe, expect, it } from 'vitest'
import { applyOps, type Draft, newStore, type Op, provisionId, text } from '../engine/index.ts'
import {
  checkedAtOnce,
  findingsBrought,
  findingsNear,
  termsLeftUnused,
} from './findings-brought.ts'

const id = provisionId
const clause = (at: number, words: string): Draft => ({
  id: id(`d${at}`),
  kind: 'clause',
  label: `D${at}`,
  lead: [[text(words)]],
})
/** A text of so many clauses that it is checked in part while somebody types. */
const large: Draft = {
  id: id('code'),
  kind: 'code',
  children: [
    {
      id: id('d'),
      kind: 'section',
      label: 'Section D',
      children: [
        clause(1, 'A Party pays the Late Fee.'),
        clause(2, 'It is due under Section D1.'),
        {
          id: id('fee'),
          kind: 'definition',
          lead: [[text('“Late Fee” means what is paid late.')]],
        },
      ],
    },
    {
      id: id('e'),
      kind: 'section',
      label: 'Section E',
      children: Array.from({ length: checkedAtOnce }, (_, at) => clause(at + 10, 'It stands.')),
    },
  ],
}

function drafted(op: (own: (name: string) => string) => Op) {
  const store = newStore()
  const base = store.plant(large)
  const own = (name: string) => base.kids[0]!.kids.find((kid) => kid.id === name)!.own.ownHash
  const result = applyOps(store, base, [op(own)])
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return { store, base, root: result.value.root }
}

describe('what the checks find in a large text while somebody types', () => {
  it('is what they find in the whole, where the draft writes', () => {
    const { store, base, root } = drafted(() => ({ op: 'renumber', target: id('d2'), label: 'D1' }))
    const near = findingsNear(store, base, root)
    expect(near.map(({ kind }) => kind)).toContain('number-twice')
    expect(findingsBrought(base, root)).toEqual(expect.arrayContaining([...near]))
  })

  it('tells the term whose last use is gone', () => {
    const words = 'the Late Fee'
    const { store, base, root } = drafted((own) => ({
      op: 'words',
      target: id('d1'),
      field: 'lead',
      at: { from: 13, to: 25, base: own('d1') as never, quote: words, occurrence: 1 },
      del: words,
      ins: [text('a sum')],
    }))
    expect(termsLeftUnused(store, base, root)).toMatchObject([{ id: 'fee', words: 'Late Fee' }])
    expect(findingsBrought(base, root).map(({ id: where }) => where)).toContain('fee')
  })

  it('is nothing where nothing is drafted', () => {
    const store = newStore()
    const base = store.plant(large)
    expect(findingsBrought(base, base)).toEqual([])
  })
})
