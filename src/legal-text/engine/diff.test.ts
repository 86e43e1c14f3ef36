import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dcSeries, hasCorpus, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { applyRedline } from './apply-redline.ts'
import * as arbitrary from './arbitrary.ts'
import { diff } from './diff.ts'
import { type Draft, provisionId, type Result, type Tree, text } from './model.ts'
import { inverse, type Redline } from './redline.ts'
import { newStore, type TextStore } from './store.ts'
import { FIELDS, fieldRange } from './tokens.ts'

tellIfAbsent('Redlines of real texts')

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** What a reader can put together again from a redline: the old words and the new, field by field. */
const expectNoLostWords = (redline: Redline): void => {
  for (const { before, after, fields } of redline.changes) {
    if (!before || !after) continue
    for (const field of FIELDS) {
      const [a0, a1] = fieldRange(before.own.tokens, field)
      const [b0, b1] = fieldRange(after.own.tokens, field)
      const a = before.own.tokens.ids.subarray(a0, a1)
      const b = after.own.tokens.ids.subarray(b0, b1)
      const old: number[] = []
      const fresh: number[] = []
      let [atA, atB] = [0, 0]
      for (const edit of fields.find((one) => one.field === field)?.words ?? []) {
        expect(edit.a0 - atA).toBe(edit.b0 - atB)
        const equal = a.subarray(atA, edit.a0)
        old.push(...equal, ...a.subarray(edit.a0, edit.a1))
        fresh.push(...equal, ...b.subarray(edit.b0, edit.b1))
        ;[atA, atB] = [edit.a1, edit.b1]
      }
      old.push(...a.subarray(atA))
      fresh.push(...a.subarray(atA))
      expect(old).toEqual([...a])
      expect(fresh).toEqual([...b])
    }
  }
}

const expectExact = (store: TextStore, a: Tree, b: Tree): Redline => {
  const redline = diff(store, a, b)
  expectNoLostWords(redline)
  expect(value(applyRedline(store, redline, a)).treeHash).toBe(b.treeHash)
  expect(value(applyRedline(store, inverse(redline), b)).treeHash).toBe(a.treeHash)
  expect(diff(store, a, a).changes).toEqual([])
  return redline
}

const pairOf = (words?: fc.Arbitrary<string>) =>
  fc.tuple(arbitrary.tree(words), fc.array(arbitrary.step(words), { maxLength: 8 }))

describe('a redline', () => {
  it('applied gives the newer version, and backwards the older, with no word lost', () => {
    fc.assert(
      fc.property(pairOf(), ([draft, steps]) => {
        const store = newStore()
        expectExact(store, store.plant(draft), store.plant(arbitrary.changed(draft, steps)))
      }),
      { numRuns: 400 },
    )
  })
  it('holds for hostile characters', () => {
    fc.assert(
      fc.property(pairOf(arbitrary.hostileWords), ([draft, steps]) => {
        const store = newStore()
        expectExact(store, store.plant(draft), store.plant(arbitrary.changed(draft, steps)))
      }),
      { numRuns: 300 },
    )
  })
  it('between unrelated texts is exact too', () => {
    fc.assert(
      fc.property(arbitrary.tree(), arbitrary.tree(), (one, other) => {
        const store = newStore()
        expectExact(store, store.plant(one), store.plant(other))
      }),
    )
  })
  it('refuses a version it was not made from', () => {
    const store = newStore()
    const root = (s: string): Draft => ({ id: provisionId('r'), kind: 'code', lead: [[text(s)]] })
    const [a, b, c] = [
      store.plant(root('one')),
      store.plant(root('two')),
      store.plant(root('three')),
    ]
    const result = applyRedline(store, diff(store, a, b), c)
    expect(result).toMatchObject({ ok: false, faults: [{ provision: 'r' }] })
  })
})

const clauses = (labels: readonly string[], ids = labels): Draft => ({
  id: provisionId('r'),
  kind: 'code',
  children: labels.map((label, at) => ({
    id: provisionId(`c${ids[at]}`),
    kind: 'clause',
    label,
    lead: [[text(`Clause about the matter ${ids[at]}.`)]],
  })),
})

describe('identity in a redline', () => {
  it('shows a pure renumbering without a struck word, and gives the same root when undone', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(fc.tuple(fc.nat(30), fc.stringMatching(/^[A-Z][0-9]{1,2}$/)), { maxLength: 6 }),
        (draft, renumberings) => {
          const store = newStore()
          const a = store.plant(draft)
          const steps = renumberings.map(([at, label]) => ({ do: 'renumber' as const, at, label }))
          const b = store.plant(arbitrary.changed(draft, steps))
          const redline = expectExact(store, a, b)
          for (const change of redline.changes) {
            expect(change.fields).toEqual([])
            expect(change.moved).toBe(false)
          }
        },
      ),
    )
  })
  it('moves the lighter and leaves the heavier', () => {
    const store = newStore()
    const a = store.plant(clauses(['1', '2', '3', '4']))
    const b = store.plant(clauses(['4', '1', '2', '3'], ['4', '1', '2', '3']))
    const redline = expectExact(store, a, b)
    expect(redline.changes.filter((change) => change.moved).map((change) => change.id)).toEqual([
      'c4',
    ])
  })
})

describe('words in a redline', () => {
  const wordsOf = (a: string, b: string): [string, string][] => {
    const store = newStore()
    const root = (s: string): Draft => ({ id: provisionId('r'), kind: 'code', lead: [[text(s)]] })
    const redline = expectExact(store, store.plant(root(a)), store.plant(root(b)))
    const say = (ids: Int32Array | undefined, from: number, to: number) =>
      [...(ids?.subarray(from, to) ?? [])].map((id) => store.lexicon.words[id]).join('')
    return redline.changes.flatMap((change) =>
      change.fields.flatMap((field) =>
        field.words.map((edit): [string, string] => [
          say(change.before?.own.tokens.ids, edit.a0, edit.a1),
          say(change.after?.own.tokens.ids, edit.b0, edit.b1),
        ]),
      ),
    )
  }
  it('are struck and inserted as phrases', () => {
    expect(
      wordsOf(
        'The Panel shall meet within 5 Working Days.',
        'The Panel shall meet within 10 Working Days.',
      ),
    ).toEqual([[' 5', ' 10']])
    expect(
      wordsOf(
        'Each Party shall pay the fee when due to DCC.',
        'Each Party shall pay the charges as invoiced to DCC.',
      ),
    ).toEqual([[' fee when due', ' charges as invoiced']])
  })
  it('join over an island of function words', () => {
    expect(
      wordsOf(
        'the red house stands by the old stone mill of a quiet northern town today',
        'the blue barn sits by the new wide river of a quiet northern town today',
      ),
    ).toEqual([
      [' red house stands by the old stone mill', ' blue barn sits by the new wide river'],
    ])
  })
  it('begin and end at clause boundaries where the same change can be said so', () => {
    expect(
      wordsOf('The fee; the charge; and the cost.', 'The fee; the charge; the levy; and the cost.'),
    ).toEqual([['', ' the levy;']])
  })
  it('stand whole where under 35% is equal', () => {
    expect(wordsOf('alpha beta gamma delta of', 'one two three four of')).toEqual([
      [' alpha beta gamma delta of', ' one two three four of'],
    ])
  })
})

describe('hostile sizes', () => {
  const long = (words: string[]): Draft => ({
    id: provisionId('r'),
    kind: 'code',
    children: [{ id: provisionId('t'), kind: 'cell', lead: [[text(words.join(' '))]] }],
  })
  const timed = (a: Draft, b: Draft): number => {
    const store = newStore()
    const [one, other] = [store.plant(a), store.plant(b)]
    const start = performance.now()
    expectExact(store, one, other)
    return performance.now() - start
  }
  it('are met in bounded time: 40,000 words all equal, all different, all one token, and shuffled', () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `w${at}`)
    const others = many.map((word) => `x${word}`)
    const same = many.map(() => 'same')
    const shuffled = many.map((_, at) => `w${(at * 7919) % 40_000}`)
    for (const [a, b] of [
      [many, others],
      [same, same.slice(500)],
      [same, others],
      [many, shuffled],
      [many, [...many.slice(3), 'end']],
    ] as const)
      expect(timed(long([...a]), long([...b]))).toBeLessThan(20_000)
  })
  it('are met in bounded time: 10,000 siblings turned round, and depth 12', () => {
    const labels = Array.from({ length: 10_000 }, (_, at) => String(at))
    expect(timed(clauses(labels), clauses([...labels].reverse()))).toBeLessThan(20_000)
    const deep = (levels: number, word: string): Draft => ({
      id: provisionId(`d${levels}`),
      kind: levels === 12 ? 'code' : 'para',
      lead: [[text(word)]],
      children: levels === 0 ? [] : [deep(levels - 1, word)],
    })
    expect(timed(deep(12, 'a'), deep(12, 'b'))).toBeLessThan(10_000)
  })
})

describe.skipIf(!hasCorpus)('redlines of the real DC Code', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('are exact between neighbours and across the whole series', () => {
    const { store, versions } = dcSeries()
    const roots = versions.map(({ version }) => store.root(version))
    for (let at = 1; at < roots.length; at += 4)
      expectExact(store, roots[at - 1] as Tree, roots[at] as Tree)
    expectExact(store, roots[0] as Tree, roots.at(-1) as Tree)
  })
})
