import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { splitByProvision, splitByWord } from '../../../tests/split-versions.ts'
import { dcSeries, hasCorpus, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { indexOf } from './apply-redline.ts'
import * as arbitrary from './arbitrary.ts'
import type { Conflict } from './conflict.ts'
import { changesBetween } from './diff.ts'
import { type Merged, merge } from './merge.ts'
import { type Draft, type ProvisionId, provisionId, type Tree, text } from './model.ts'
import { newStore, type TextStore } from './store.ts'

tellIfAbsent('Merges of real texts')

const id = provisionId
const clause = (
  name: string,
  label: string | null,
  words: string,
  children: Draft[] = [],
): Draft => ({
  id: id(name),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const code = (...children: Draft[]): Draft => ({ id: id('r'), kind: 'code', children })

const planted = (base: Draft, left: Draft, right: Draft): { store: TextStore; merged: Merged } => {
  const store = newStore()
  const [b, l, r] = [base, left, right].map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
  return { store, merged: merge(store, b, l, r) }
}
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
const kinds = (merged: Merged): string[] => merged.conflicts.map((one) => `${one.kind} ${one.id}`)

describe('a merge', () => {
  const base = code(
    clause('a', '1', 'The Panel shall meet each month in London.'),
    clause('b', '2', 'Each Party shall pay.'),
  )
  it('takes both changes where a word stands between them', () => {
    const { merged } = planted(
      base,
      code(
        clause('a', '1', 'The Board shall meet each month in London.'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
      code(
        clause('a', '1', 'The Panel shall meet each week in London.'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
    )
    expect(say(merged.root)).toBe(
      '1 The Board shall meet each week in London. 2 Each Party shall pay.',
    )
    expect(merged.conflicts).toEqual([])
    expect(merged.notices).toEqual([{ kind: 'same-provision', id: 'a' }])
  })
  it('holds the base where changes touch, and shows the ranges of all three', () => {
    const { merged, store } = planted(
      base,
      code(
        clause('a', '1', 'The Panel shall sit each month in London.'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
      code(
        clause('a', '1', 'The Panel shall meet every month in Leeds.'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
    )
    expect(say(merged.root)).toBe(
      '1 The Panel shall meet each month in Leeds. 2 Each Party shall pay.',
    )
    const [conflict] = merged.conflicts as [Conflict]
    const words = (tree: Tree | null, range: readonly [number, number] | undefined): string =>
      [...(tree?.own.tokens.ids.subarray(...(range as [number, number])) ?? [])]
        .map((one) => store.lexicon.words[one])
        .join('')
    expect([
      words(conflict.base, conflict.ranges?.base),
      words(conflict.left, conflict.ranges?.left),
      words(conflict.right, conflict.ranges?.right),
    ]).toEqual([' meet each', ' sit each', ' meet every'])
  })
  it('inserts on both sides at one place in legal order, and says so', () => {
    const { merged } = planted(
      base,
      code(
        clause('a', '1', 'A.'),
        clause('n', '1B', 'new'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
      code(
        clause('a', '1', 'A.'),
        clause('m', '1A', 'newer'),
        clause('b', '2', 'Each Party shall pay.'),
      ),
    )
    expect(say(merged.root)).toContain('1A newer 1B new 2')
    expect(merged.notices.map((one) => one.kind)).toContain('same-place')
    expect(merged.conflicts).toEqual([])
  })
  it('has a conflict for each thing a person must decide', () => {
    const gone = code(clause('b', '2', 'Each Party shall pay.'))
    expect(
      kinds(
        planted(
          base,
          gone,
          code(
            clause('a', '1', 'The Panel shall not meet.'),
            clause('b', '2', 'Each Party shall pay.'),
          ),
        ).merged,
      ),
    ).toEqual(['deleted-changed a'])
    const relabelled = (raw: string) =>
      code(
        clause('a', raw, 'The Panel shall meet each month in London.'),
        clause('b', '2', 'Each Party shall pay.'),
      )
    expect(kinds(planted(base, relabelled('1A'), relabelled('1B')).merged)).toEqual([
      'two-labels a',
    ])
    const added = (name: string) => code(...(base.children ?? []), clause(name, '3', name))
    expect(kinds(planted(base, added('n'), added('m')).merged)).toEqual(['one-label m'])
    const nest = (outer: string, inner: string) =>
      code(clause(outer, '1', 'x', [clause(inner, '2', 'x')]))
    const flat = code(clause('a', '1', 'x'), clause('b', '2', 'x'))
    expect(kinds(planted(flat, nest('a', 'b'), nest('b', 'a')).merged)).toEqual(
      expect.arrayContaining(['cycle a', 'cycle b']),
    )
    const three = code(clause('a', '1', 'x'), clause('b', '2', 'y'), clause('c', '3', 'z'))
    const under = (name: 'a' | 'b') =>
      code(
        ...['a', 'b'].map((one) =>
          clause(
            one,
            one === 'a' ? '1' : '2',
            one === 'a' ? 'x' : 'y',
            one === name ? [clause('c', '3', 'z')] : [],
          ),
        ),
      )
    expect(kinds(planted(three, under('a'), under('b')).merged)).toEqual(['moved-twice c'])
    const replaced = (name: string) =>
      code(
        clause(name, name === 'n' ? '1' : '1A', `all of ${name}`),
        clause('b', '2', 'Each Party shall pay.'),
      )
    expect(kinds(planted(base, replaced('n'), replaced('m')).merged)).toEqual([
      'substituted-twice a',
    ])
  })
  it('tells of a reference to what the other side renumbers, and of a term the other side redefines', () => {
    const withRef = code(...(base.children ?? []), {
      id: id('n'),
      kind: 'clause',
      label: '3',
      lead: [
        [
          text('See '),
          { t: 'ref', s: 'clause 2', to: { in: 'text', id: id('b') }, form: 'clause' },
        ],
      ],
    })
    const renumbered = code(
      clause('a', '1', 'The Panel shall meet each month in London.'),
      clause('b', '2A', 'Each Party shall pay.'),
    )
    expect(planted(base, withRef, renumbered).merged.notices).toContainEqual({
      kind: 'reference',
      id: 'n',
      other: 'b',
    })
    const definition = (words: string): Draft => ({
      id: id('d'),
      kind: 'definition',
      lead: [[text(words)]],
    })
    const defined = code(...(base.children ?? []), definition('“Levy” means one thing.'))
    const left = code(...(base.children ?? []), definition('“Levy” means another thing.'))
    const right = code(
      ...(base.children ?? []),
      definition('“Levy” means one thing.'),
      clause('n', '3', 'The Levy is due.'),
    )
    expect(planted(defined, left, right).merged.notices).toContainEqual({
      kind: 'term',
      id: 'n',
      other: 'd',
    })
  })
})

const edited = fc.tuple(
  arbitrary.tree(),
  fc.array(arbitrary.step(), { maxLength: 6 }),
  fc.array(arbitrary.step(), { maxLength: 6 }),
)
const sides = (
  store: TextStore,
  [draft, one, other]: readonly [Draft, readonly arbitrary.Step[], readonly arbitrary.Step[]],
): [Tree, Tree, Tree] => [
  store.plant(draft),
  store.plant(arbitrary.changed(draft, one, 'x')),
  store.plant(arbitrary.changed(draft, other, 'y')),
]

const ids = (tree: Tree): ProvisionId[] => [tree.id, ...tree.kids.flatMap(ids)]
const swapped = ({ left, right, ranges, ...rest }: Conflict): Conflict => ({
  ...rest,
  left: right,
  right: left,
  ...(ranges ? { ranges: { base: ranges.base, left: ranges.right, right: ranges.left } } : {}),
})
const plain = ({ base, left, right, ...rest }: Conflict) => ({
  ...rest,
  base: base?.treeHash,
  left: left?.treeHash,
  right: right?.treeHash,
})

describe('for any three texts', () => {
  it('a side that changed nothing gives the other side', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const store = newStore()
        const [b, x] = sides(store, given)
        expect(merge(store, b, x, b).root).toBe(x)
        expect(merge(store, b, b, x).root).toBe(x)
        expect(merge(store, b, x, x)).toMatchObject({ root: x, conflicts: [] })
      }),
    )
  })
  it('the merge does not depend on which side is called left', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const store = newStore()
        const [b, x, y] = sides(store, given)
        const [one, other] = [merge(store, b, x, y), merge(store, b, y, x)]
        expect(other.root.treeHash).toBe(one.root.treeHash)
        expect(other.conflicts.map(swapped).map(plain)).toEqual(one.conflicts.map(plain))
        expect(other.notices).toEqual(one.notices)
      }),
      { numRuns: 500 },
    )
  })
  it('each id stands once, under a parent that stands', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const store = newStore()
        const merged = merge(store, ...sides(store, given))
        const all = ids(merged.root)
        expect(new Set(all).size).toBe(all.length)
        expect(all.length).toBe(merged.root.size)
      }),
      { numRuns: 500 },
    )
  })
  it('no word either side inserted is lost, and no word both kept', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const store = newStore()
        const [b, x, y] = sides(store, given)
        const { root, conflicts } = merge(store, b, x, y)
        expectNothingLost(store, b, x, y, root, conflicts)
        expectNothingLost(store, b, y, x, root, conflicts)
      }),
      { numRuns: 500 },
    )
  })
})

/** Every provision and every word that `side` brought stands in the merged text, or in a conflict about that spot. */
const expectNothingLost = (
  store: TextStore,
  base: Tree,
  side: Tree,
  other: Tree,
  merged: Tree,
  conflicts: readonly Conflict[],
): void => {
  const index = indexOf(merged)
  const inOther = indexOf(other)
  const disputed = new Set(
    conflicts.flatMap((one) =>
      [one.base, one.left, one.right].flatMap((tree) => (tree ? ids(tree) : [])),
    ),
  )
  for (const change of changesBetween(base, side, store.lexicon, 'least')) {
    const here = index.get(change.id)
    const about = conflicts.filter((one) => one.id === change.id)
    if (!change.after) {
      if (here) expect(disputed.has(change.id)).toBe(true)
      continue
    }
    if (!here) {
      const before = new Set(change.children?.before)
      const brings = change.children?.after.some((kid) => !before.has(kid))
      if (change.before?.own === change.after.own && !change.moved && !brings) continue
      expect(disputed.has(change.id)).toBe(true)
      continue
    }
    if (about.length > 0 || disputed.has(change.id)) continue
    if (change.before?.own.label !== change.after.own.label)
      expect(here.own.label).toBe(change.after.own.label)
    const counts = (own: { tokens: { ids: Int32Array } } | undefined): Map<number, number> => {
      const map = new Map<number, number>()
      for (const token of own?.tokens.ids ?? []) map.set(token, (map.get(token) ?? 0) + 1)
      return map
    }
    if (!change.before || change.before.own === inOther.get(change.id)?.own) {
      expect(here.own.tokens.ids).toEqual(change.after.own.tokens.ids)
      continue
    }
    const [had, has, theirs, result] = [
      counts(change.before.own),
      counts(change.after.own),
      counts(inOther.get(change.id)?.own),
      counts(here.own),
    ]
    for (const [token, many] of has) {
      const gained = many - (had.get(token) ?? 0)
      const lostThere = (had.get(token) ?? 0) - (theirs.get(token) ?? 0)
      if (gained > 0)
        expect(result.get(token) ?? 0).toBeGreaterThanOrEqual(
          (had.get(token) ?? 0) + gained - Math.max(0, lostThere),
        )
    }
  }
}

describe('edits of different provisions', () => {
  it('commute, and merging is applying one after the other', () => {
    const words = fc.record({
      do: fc.constant('word' as const),
      at: fc.nat(40),
      place: fc.nat(12),
      word: fc.constantFrom('alpha', 'beta'),
    })
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(words, { maxLength: 4 }),
        fc.array(words, { maxLength: 4 }),
        (draft, one, other) => {
          const store = newStore()
          const size = store.plant(draft).size
          const mine = one.map((step) => ({ ...step, at: (step.at * 2) % size }))
          const theirs = other.map((step) => ({ ...step, at: (step.at * 2 + 1) % size }))
          const touched = new Set(mine.map((step) => step.at))
          const apart = theirs.filter((step) => !touched.has(step.at))
          const b = store.plant(draft)
          const merged = merge(
            store,
            b,
            store.plant(arbitrary.changed(draft, mine)),
            store.plant(arbitrary.changed(draft, apart)),
          )
          expect(merged.conflicts).toEqual([])
          expect(merged.root.treeHash).toBe(
            store.plant(arbitrary.changed(draft, [...mine, ...apart])).treeHash,
          )
        },
      ),
    )
  })
})

describe.skipIf(!hasCorpus)('the halves of a real change', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('split by provision merge to the newer version exactly', () => {
    const { store, on } = dcSeries()
    for (const [from, to] of [
      ['2021-10-18', '2023-09-22'],
      ['2023-02-13', '2023-03-03'],
    ] as const)
      for (const seed of [1, 2, 3]) {
        const [x, y] = splitByProvision(store, on(from), on(to), seed)
        const merged = merge(store, on(from), x, y)
        expect(merged.conflicts).toEqual([])
        expect(merged.root.treeHash).toBe(on(to).treeHash)
      }
  })
  it('split by word merge to the newer version but for a few that touch, none silently', () => {
    const { store, on } = dcSeries()
    const [base, newer] = [on('2021-10-18'), on('2023-09-22')]
    for (const seed of [1, 2, 3]) {
      const [x, y] = splitByWord(store, base, newer, seed)
      const merged = merge(store, base, x, y)
      expect(merged.conflicts.length).toBeLessThanOrEqual(6)
      const disputed = new Set(merged.conflicts.map((one) => one.id))
      const wanted = indexOf(newer)
      // The coin may cut a marked reference in two; its words must be whole all the same.
      for (const [at, tree] of indexOf(merged.root))
        if (!disputed.has(at)) expect(tree.own.textHash).toBe(wanted.get(at)?.own.textHash)
    }
  })
})
