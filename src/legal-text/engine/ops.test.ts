import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dcSeries, hasCorpus, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { applyOps } from './apply-ops.ts'
import * as arbitrary from './arbitrary.ts'
import { locate, pathTo, printedNumber } from './locate.ts'
import { type Draft, type ProvisionId, provisionId, type Tree, text } from './model.ts'
import type { Op } from './op.ts'
import { opsBetween } from './ops-between.ts'
import { newStore } from './store.ts'

tellIfAbsent('Operations on real texts')

const id = provisionId
const clause = (name: string, label: string, words: string, children: Draft[] = []): Draft => ({
  id: id(name),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})

const code = (): Draft => ({
  id: id('r'),
  kind: 'code',
  children: [
    clause('c1', 'D1.1', 'Each Party shall pay.', [
      clause('c1a', '(a)', 'the fee; and the fee'),
      clause('c1b', '(b)', 'the charge.'),
    ]),
    clause('c2', 'D1.2', 'The Panel shall meet.'),
  ],
})

const say = (tree: Tree): string =>
  [
    tree.own.label?.raw,
    tree.own.lead
      .flat()
      .map((inline) => ('s' in inline ? inline.s : ''))
      .join(''),
    ...tree.kids.map(say),
  ]
    .filter(Boolean)
    .join(' ')

const run = (...ops: Op[]) => {
  const store = newStore()
  const root = store.plant(code())
  return { store, root, result: applyOps(store, root, ops) }
}

const textAfter = (...ops: Op[]): string => {
  const { result } = run(...ops)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return say(result.value.root)
}

const faults = (...ops: Op[]) => {
  const { result } = run(...ops)
  return result.ok ? [] : result.faults
}

const anchor = (quote: string, occurrence = 0) => ({
  from: 0,
  to: 0,
  base: '' as never,
  quote,
  occurrence,
})
const words = (target: string, del: string, ins: string, occurrence = 0): Op => ({
  op: 'words',
  target: id(target),
  field: 'lead',
  at: anchor(del, occurrence),
  del,
  ins: [text(ins)],
})

describe('each operation', () => {
  it('does what it says', () => {
    expect(
      textAfter({
        op: 'insert',
        parent: id('r'),
        after: id('c1'),
        node: clause('n', 'D1.1A', 'New.'),
      }),
    ).toBe(
      'D1.1 Each Party shall pay. (a) the fee; and the fee (b) the charge. D1.1A New. D1.2 The Panel shall meet.',
    )
    expect(textAfter(words('c1a', 'fee', 'levy', 2))).toContain('(a) the fee; and the levy')
    expect(textAfter({ op: 'repeal', target: id('c1'), leave: 'gap' })).toBe(
      'D1.2 The Panel shall meet.',
    )
    expect(textAfter({ op: 'repeal', target: id('c1'), leave: 'not-used' })).toBe(
      'D1.1 Not used D1.2 The Panel shall meet.',
    )
    expect(textAfter({ op: 'renumber', target: id('c2'), label: 'D1.3' })).toContain(
      'D1.3 The Panel',
    )
    expect(
      textAfter({ op: 'move', target: id('c1b'), parent: id('r'), after: null, label: 'D1.0' }),
    ).toMatch(/^D1.0 the charge. D1.1/)
    expect(
      textAfter({
        op: 'substitute',
        target: id('c2'),
        with: [clause('n', 'D1.2', 'It shall not meet.')],
      }),
    ).toContain('It shall not meet')
    expect(
      textAfter({
        op: 'join',
        targets: [id('c1a'), id('c1b')],
        into: [clause('n', '(a)', 'both.')],
      }),
    ).toContain('pay. (a) both. D1.2')
  })
  it('remembers what came of what', () => {
    const { result } = run({
      op: 'split',
      targets: [id('c2')],
      into: [clause('n', 'D1.2', 'One.'), clause('m', 'D1.3', 'Two.')],
    })
    expect(result.ok && result.value.lineage).toEqual([
      { id: 'n', how: 'derivedFrom', of: ['c2'] },
      { id: 'm', how: 'derivedFrom', of: ['c2'] },
    ])
  })
  it('that cannot be applied is a fault, with the provision, what was expected and what was found', () => {
    expect(faults({ op: 'renumber', target: id('x'), label: '1' })).toMatchObject([
      { index: 0, op: 'renumber', provision: 'x' },
    ])
    expect(faults(words('c2', 'shall dance', 'x'))).toMatchObject([
      { provision: 'c2', expected: '"shall dance", place 1', found: '"The Panel shall meet."' },
    ])
    expect(faults(words('c1a', 'fee', 'x'))).toMatchObject([{ found: 'it 2 times' }])
    expect(
      faults({ op: 'insert', parent: id('r'), after: id('c1a'), node: clause('n', '1', 'x') }),
    ).toMatchObject([{ found: 'no such child' }])
    expect(
      faults({ op: 'insert', parent: id('r'), after: null, node: clause('c2', '1', 'x') }),
    ).toMatchObject([{ found: 'a provision of that id' }])
    expect(faults({ op: 'move', target: id('c1'), parent: id('c1a'), after: null })).toMatchObject([
      { found: expect.stringContaining('within it') },
    ])
    expect(faults({ op: 'repeal', target: id('r'), leave: 'gap' })).toMatchObject([
      { found: 'the whole text' },
    ])
    expect(
      faults({ op: 'repeal', target: id('c1'), leave: 'gap' }, words('c1a', 'fee', 'x', 1), {
        op: 'renumber',
        target: id('c9'),
        label: '',
      }),
    ).toHaveLength(2)
    expect(
      faults({ op: 'join', targets: [id('c1'), id('c1a')], into: [clause('n', '1', 'x')] }),
    ).toMatchObject([{ found: 'one within another' }])
  })
  it('never brings a repealed id back for another provision', () => {
    const store = newStore()
    const root = store.plant(code())
    const result = applyOps(
      store,
      root,
      [{ op: 'insert', parent: id('r'), after: null, node: clause('old', '1', 'x') }],
      { retired: new Set([id('old')]) },
    )
    expect(result).toMatchObject({
      ok: false,
      faults: [{ found: 'the id of a repealed provision' }],
    })
  })
  it('keeps identity through renumbering, moving and amending', () => {
    const { result } = run(
      { op: 'renumber', target: id('c1b'), label: '(c)' },
      words('c1b', 'charge', 'levy'),
      { op: 'move', target: id('c1b'), parent: id('c2'), after: null },
    )
    if (!result.ok) throw new Error('faults')
    const found = locate(result.value.root, id('c1b'))
    expect(found?.parent?.id).toBe('c2')
    expect(printedNumber(pathTo(result.value.root, id('c1b')))).toBe('D1.2(c)')
  })
})

describe('operations derived from an edited text', () => {
  const agree = (a: Draft, b: Draft): void => {
    const store = newStore()
    const [one, other] = [store.plant(a), store.plant(b)]
    const result = applyOps(store, one, opsBetween(store, one, other))
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    expect(result.value.root.treeHash).toBe(other.treeHash)
  }
  it('give that text again where a moved provision also has its own parts in another order', () => {
    const parts = [
      clause('c1b', '(b)', 'the charge.'),
      clause('c1a', '(a)', 'the fee; and the fee'),
    ]
    const moved = {
      ...clause('c2', 'D1.2', 'The Panel shall meet.'),
      children: [clause('c1', 'D1.1', 'Each Party shall pay.', parts)],
    }
    agree(code(), { ...code(), children: [moved] })
  })
  it('give that text again', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 8 }),
        (draft, steps) => {
          agree(draft, arbitrary.changed(draft, steps))
        },
      ),
      { numRuns: 400 },
    )
  })
  it('give that text again with hostile characters, and between unrelated texts', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(arbitrary.hostileWords),
        arbitrary.tree(arbitrary.hostileWords),
        agree,
      ),
      { numRuns: 200 },
    )
  })
  it('undo each other', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 5 }),
        (draft, steps) => {
          agree(arbitrary.changed(draft, steps), draft)
        },
      ),
    )
  })
})

describe.skipIf(!hasCorpus)('operations derived from the real DC Code', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('take each version to the next', () => {
    const { store, versions } = dcSeries()
    const roots = versions.map(({ version }) => store.root(version))
    let whole = 0
    let all = 0
    for (let at = 1; at < roots.length; at += 6) {
      const [a, b] = [roots[at - 1] as Tree, roots[at] as Tree]
      const ops = opsBetween(store, a, b)
      const result = applyOps(store, a, ops)
      if (!result.ok) throw new Error(JSON.stringify(result.faults))
      expect(result.value.root.treeHash).toBe(b.treeHash)
      all += ops.length
      whole += ops.filter((op) => op.op === 'substitute').length
    }
    expect(whole / all).toBeLessThan(0.02)
  })
})

const ids = (tree: Tree): ProvisionId[] => [tree.id, ...tree.kids.flatMap(ids)]

describe('a text after any operations', () => {
  it('holds each id once', () => {
    fc.assert(
      fc.property(arbitrary.tree(), arbitrary.tree(), (one, other) => {
        const store = newStore()
        const [a, b] = [store.plant(one), store.plant(other)]
        const result = applyOps(store, a, opsBetween(store, a, b))
        const all = result.ok ? ids(result.value.root) : []
        expect(new Set(all).size).toBe(all.length)
        expect(all.length).toBe(b.size)
      }),
    )
  })
})
