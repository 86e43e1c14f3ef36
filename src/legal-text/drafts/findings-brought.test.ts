import { describe, expect, it } from 'vitest'
import { applyOps, type Draft, newStore, type Op, provisionId, text } from '../engine/index.ts'
import { findingsBrought, findingsMadeReady, termsLeftUnused } from './findings-brought.ts'

const id = provisionId
const clause = (at: number, words: string): Draft => ({
  id: id(`d${at}`),
  kind: 'clause',
  label: `D${at}`,
  lead: [[text(words)]],
})
/** A text of so many clauses that it must not be read anew at each word typed. */
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
      children: [
        ...Array.from({ length: 3_000 }, (_, at) => clause(at + 10, 'It stands.')),
        {
          id: id('far'),
          kind: 'clause',
          label: 'E1',
          lead: [[{ t: 'ref', s: 'Clause D1', form: 'clause', to: { in: 'text', id: id('d1') } }]],
        },
      ],
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
  it('is all that the draft brings, far from where it writes too', () => {
    const { base, root } = drafted(() => ({ op: 'renumber', target: id('d1'), label: 'D2' }))
    expect(findingsBrought(base, root).map(({ kind, id: where }) => `${kind} ${where}`)).toEqual([
      'number-twice d2',
      'number-differs far',
    ])
    const gone = drafted(() => ({ op: 'repeal', target: id('d1'), leave: 'gap' }))
    expect(
      findingsBrought(gone.base, gone.root).map(({ kind, id: where }) => `${kind} ${where}`),
    ).toEqual(['target-absent far', 'term-never-used fee'])
  })

  it('is read beforehand with pauses, and is the same then', () => {
    const renumber: Op = { op: 'renumber', target: id('d1'), label: 'D2' }
    const [ready, fresh] = [drafted(() => renumber), drafted(() => renumber)]
    expect([...findingsMadeReady(ready.base)].length).toBeGreaterThan(10)
    expect([...findingsMadeReady(ready.base)]).toEqual([])
    const told = findingsBrought(ready.base, ready.root)
    expect(told).toEqual(findingsBrought(fresh.base, fresh.root))
    expect(told.length).toBe(2)
  })

  it('tells the term whose last use is gone', () => {
    const words = 'the Late Fee'
    const { base, root } = drafted((own) => ({
      op: 'words',
      target: id('d1'),
      field: 'lead',
      at: { from: 13, to: 25, base: own('d1') as never, quote: words, occurrence: 1 },
      del: words,
      ins: [text('a sum')],
    }))
    expect(termsLeftUnused(base, root)).toMatchObject([{ id: 'fee', words: 'Late Fee' }])
    expect(findingsBrought(base, root).map(({ id: where }) => where)).toContain('fee')
  })

  it('is nothing where nothing is drafted', () => {
    const store = newStore()
    const base = store.plant(large)
    expect(findingsBrought(base, base)).toEqual([])
  })
})
