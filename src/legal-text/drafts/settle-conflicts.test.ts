import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../engine/arbitrary.ts'
import {
  type ConflictKind,
  type Draft,
  lineOf,
  merge,
  newStore,
  type ProvisionId,
  provisionId,
  type Tree,
  text,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import type { Settled, Settling } from './draft-events.ts'
import { settledMerge } from './settle-conflicts.ts'
import { settlingsOf, standsIn } from './settlings.ts'
import { conflictKey, type Sides } from './shown-conflicts.ts'

const clause = (id: string, label: string, words: string, children: Draft[] = []): Draft => ({
  id: provisionId(id),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const code = (...children: Draft[]): Draft => ({ id: provisionId('root'), kind: 'code', children })

/** The texts as indented lines, so that a place can be seen. */
const lines = (tree: Tree, depth = 0): string[] =>
  tree.kids.flatMap((kid) => [`${'  '.repeat(depth)}${lineOf(kid.own)}`, ...lines(kid, depth + 1)])

/** The text once each conflict of this type is settled so, and how many conflicts are left. */
function settled(
  drafts: [Draft, Draft, Draft],
  kind: ConflictKind,
  choice: Settling,
  words?: string,
) {
  const store = newStore()
  const [base, left, right] = drafts.map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
  const sides: Sides = { base, left, right }
  const first = merge(store, base, left, right, { holds: 'right' })
  const met = first.conflicts.filter((one) => one.kind === kind)
  expect(met).not.toEqual([])
  for (const one of met)
    expect(settlingsOf(kind, standsIn(one)).map(({ value }) => value)).toContain(choice)
  const choices = met.map((one) => ({ conflict: conflictKey(one), choice, words: words ?? null }))
  const { root, conflicts, strange } = settledMerge(store, sides, choices)
  expect(strange).toEqual([])
  return { lines: lines(root), open: conflicts.map((one) => one.kind) }
}

const a = clause('a', '1', 'The Panel shall meet.')
const b = clause('b', '2', 'Each Party shall pay.', [clause('b1', '(a)', 'in full')])
const c = clause('c', '3', 'Nobody need reply.')
const began = code(a, b, c)

type Case = [Settling, string | undefined, string[]]

describe('a conflict settled by a person', () => {
  describe('over words', () => {
    const draft = code(
      clause('a', '1', 'The Panel shall sit.'),
      b,
      clause('c', '3', 'Nobody may reply.'),
    )
    const force = code(clause('a', '1', 'The Panel shall confer.'), b, c)
    it.each<Case>([
      ['draft', undefined, ['1 The Panel shall sit.']],
      ['in-force', undefined, ['1 The Panel shall confer.']],
      ['base', undefined, ['1 The Panel shall meet.']],
      ['own', 'gather often', ['1 The Panel shall gather often.']],
      ['own', '', ['1 The Panel shall.']],
    ])('as %s %s', (choice, words, first) => {
      const found = settled([began, draft, force], 'words', choice, words)
      expect(found).toEqual({
        lines: [...first, '2 Each Party shall pay.', '  (a) in full', '3 Nobody may reply.'],
        open: [],
      })
    })
  })

  describe('repealed in force and changed by the draft', () => {
    const draft = code(
      a,
      clause('b', '2', 'Each Party may pay.', [
        clause('b1', '(a)', 'in full'),
        clause('n', '(b)', 'at once'),
      ]),
      c,
    )
    const force = code(a, c)
    it.each<Case>([
      ['draft', undefined, ['2 Each Party may pay.', '  (a) in full', '  (b) at once']],
      ['in-force', undefined, []],
      ['base', undefined, ['2 Each Party shall pay.', '  (a) in full']],
    ])('as %s', (choice, words, middle) => {
      expect(settled([began, draft, force], 'deleted-changed', choice, words)).toEqual({
        lines: ['1 The Panel shall meet.', ...middle, '3 Nobody need reply.'],
        open: [],
      })
    })
    it('repealed, with what the draft adds put elsewhere', () => {
      expect(settled([began, draft, force], 'deleted-changed', 'own', 'in 3')).toEqual({
        lines: ['1 The Panel shall meet.', '3 Nobody need reply.', '  (b) at once'],
        open: [],
      })
    })
  })

  it.each<Case>([
    ['draft', undefined, []],
    ['in-force', undefined, ['2 Each Party must pay.', '  (a) in full']],
    ['base', undefined, ['2 Each Party shall pay.', '  (a) in full']],
  ])('repealed by the draft and changed in force: as %s', (choice, words, middle) => {
    const force = code(
      a,
      clause('b', '2', 'Each Party must pay.', [clause('b1', '(a)', 'in full')]),
      c,
    )
    expect(settled([began, code(a, c), force], 'deleted-changed', choice, words)).toEqual({
      lines: ['1 The Panel shall meet.', ...middle, '3 Nobody need reply.'],
      open: [],
    })
  })

  it.each<Case>([
    [
      'draft',
      undefined,
      [
        '1 The Panel shall meet.',
        '  (a) in part',
        '2 Each Party shall pay.',
        '3 Nobody need reply.',
      ],
    ],
    [
      'in-force',
      undefined,
      [
        '1 The Panel shall meet.',
        '2 Each Party shall pay.',
        '3 Nobody need reply.',
        '  (a) in part',
      ],
    ],
    [
      'base',
      undefined,
      [
        '1 The Panel shall meet.',
        '2 Each Party shall pay.',
        '  (a) in part',
        '3 Nobody need reply.',
      ],
    ],
    [
      'own',
      'before 1',
      ['(a) in part', '1 The Panel shall meet.', '2 Each Party shall pay.', '3 Nobody need reply.'],
    ],
  ])('moved to two places: as %s %s', (choice, words, all) => {
    const moved = clause('b1', '(a)', 'in full')
    const bare = clause('b', '2', 'Each Party shall pay.')
    const draft = code(clause('a', '1', 'The Panel shall meet.', [moved]), bare, c)
    const force = code(
      a,
      bare,
      clause('c', '3', 'Nobody need reply.', [clause('b1', '(a)', 'in part')]),
    )
    expect(settled([began, draft, force], 'moved-twice', choice, words)).toEqual({
      lines: all,
      open: [],
    })
  })

  it.each<Case>([
    [
      'draft',
      undefined,
      [
        '1 The Panel shall meet.',
        '  2 Each Party shall pay.',
        '    (a) in full',
        '3 Nobody need reply.',
      ],
    ],
    [
      'in-force',
      undefined,
      [
        '2 Each Party shall pay.',
        '  (a) in full',
        '  1 The Panel shall meet.',
        '3 Nobody need reply.',
      ],
    ],
    [
      'base',
      undefined,
      [
        '1 The Panel shall meet.',
        '2 Each Party shall pay.',
        '  (a) in full',
        '3 Nobody need reply.',
      ],
    ],
  ])('each put within the other: as %s', (choice, words, all) => {
    const draft = code(clause('a', '1', 'The Panel shall meet.', [b]), c)
    const force = code({ ...b, children: [...(b.children ?? []), a] }, c)
    expect(settled([began, draft, force], 'cycle', choice, words)).toEqual({ lines: all, open: [] })
  })

  it.each<Case>([
    ['draft', undefined, ['2A Each Party shall pay now.']],
    ['in-force', undefined, ['2B Each Party shall pay now.']],
    ['base', undefined, ['2 Each Party shall pay now.']],
    ['own', '2C', ['2C Each Party shall pay now.']],
  ])('two numbers, with the words of both kept: as %s %s', (choice, words, middle) => {
    const kids = [clause('b1', '(a)', 'in full')]
    const draft = code(a, clause('b', '2A', 'Each Party shall pay.', kids), c)
    const force = code(a, clause('b', '2B', 'Each Party shall pay now.', kids), c)
    expect(settled([began, draft, force], 'two-labels', choice, words)).toEqual({
      lines: ['1 The Panel shall meet.', ...middle, '  (a) in full', '3 Nobody need reply.'],
      open: [],
    })
  })

  it.each<Case>([
    ['in-force', '3B', ['3A In force.', '3B Drafted.']],
    ['draft', '3B', ['3A Drafted.', '3B In force.']],
    ['both', undefined, ['3A Drafted.', '3A In force.']],
  ])('one number for two new provisions: as %s', (choice, words, last) => {
    const draft = code(a, b, c, clause('n', '3A', 'Drafted.'))
    const force = code(a, b, c, clause('m', '3A', 'In force.'))
    const found = settled([began, draft, force], 'one-label', choice, words)
    expect(found.open).toEqual([])
    expect(found.lines.slice(4).toSorted()).toEqual(last.toSorted())
  })

  it.each<Case>([
    ['draft', undefined, ['2 Drafted.']],
    ['in-force', undefined, ['2A In force.']],
    ['both', undefined, ['2 Drafted.', '2A In force.']],
    ['base', undefined, ['2 Each Party shall pay.', '  (a) in full']],
    ['own', 'Agreed.', ['2 Agreed.']],
  ])('replaced as a whole on both sides: as %s', (choice, words, middle) => {
    const draft = code(a, clause('n', '2', 'Drafted.'), c)
    const force = code(a, clause('m', '2A', 'In force.'), c)
    expect(settled([began, draft, force], 'substituted-twice', choice, words)).toEqual({
      lines: ['1 The Panel shall meet.', ...middle, '3 Nobody need reply.'],
      open: [],
    })
  })

  it.each<[Settling, string]>([
    ['draft', 'unnumbered'],
    ['in-force', 'heading-group'],
    ['base', 'clause'],
  ])('two kinds: as %s', (choice, kind) => {
    const store = newStore()
    const [base, left, right] = [
      began,
      code({ ...a, kind: 'unnumbered' }, b, c),
      code({ ...a, kind: 'heading-group' }, b, c),
    ].map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
    const merged = settledMerge(store, { base, left, right }, [
      { conflict: 'two-kinds.a', choice, words: null },
    ])
    expect(merged.conflicts).toEqual([])
    expect(numbersOf(merged.root).tree(provisionId('a'))?.own.kind).toBe(kind)
  })

  it.each<Case>([
    ['base', undefined, ['1 The Panel shall meet.', '3 Nobody need reply.']],
    ['own', 'after 1', ['1 The Panel shall meet.', '3 Nobody need reply.']],
    ['out', undefined, ['1 The Panel shall meet.']],
  ])('taken to a place that is gone: as %s %s', (choice, words, all) => {
    const draft = code(a, { ...b, children: [...(b.children ?? []), c] })
    const force = code(a, c)
    const sides = [began, draft, force] as [Draft, Draft, Draft]
    const store = newStore()
    const [base, left, right] = sides.map((one) => store.plant(one)) as [Tree, Tree, Tree]
    const { conflicts } = merge(store, base, left, right, { holds: 'right' })
    const choices: Settled[] = conflicts.map((one) => ({
      conflict: conflictKey(one),
      choice: one.kind === 'place-lost' ? choice : 'in-force',
      words: one.kind === 'place-lost' ? (words ?? null) : null,
    }))
    expect(conflicts.map(({ kind }) => kind)).toContain('place-lost')
    const merged = settledMerge(store, { base, left, right }, choices)
    expect(lines(merged.root)).toEqual(all)
    expect(merged.conflicts).toEqual([])
  })

  it('stays open where another choice undoes it', () => {
    const draft = code(a, c)
    const force = code(
      a,
      clause('b', '2', 'Each Party must pay.', [clause('b1', '(a)', 'in part')]),
      c,
    )
    const store = newStore()
    const [base, left, right] = [began, draft, force].map((one) => store.plant(one)) as [
      Tree,
      Tree,
      Tree,
    ]
    const merged = settledMerge(store, { base, left, right }, [
      { conflict: 'deleted-changed.b', choice: 'draft', words: null },
      { conflict: 'deleted-changed.b1', choice: 'in-force', words: null },
    ])
    expect(merged.conflicts.map(conflictKey)).toEqual(['deleted-changed.b1'])
  })
})

const ids = (tree: Tree): ProvisionId[] => [tree.id, ...tree.kids.flatMap(ids)]

describe('any merge', () => {
  const drafts = fc
    .tuple(
      arbitrary.tree(),
      fc.array(arbitrary.step(), { maxLength: 6 }),
      fc.array(arbitrary.step(), { maxLength: 6 }),
    )
    .map(
      ([base, one, other]) =>
        [base, arbitrary.changed(base, one, 'x'), arbitrary.changed(base, other, 'y')] as const,
    )

  it('holds what was chosen over words, and all else as before', () => {
    fc.assert(
      fc.property(
        drafts,
        fc.array(fc.constantFrom<Settling>('draft', 'in-force', 'base'), { minLength: 1 }),
        (three, picks) => {
          const store = newStore()
          const [base, left, right] = three.map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
          const first = merge(store, base, left, right, { holds: 'right' })
          const words = first.conflicts.filter(({ kind }) => kind === 'words')
          const choices = words.map(
            (one, at): Settled => ({
              conflict: conflictKey(one),
              choice: picks[at % picks.length] as Settling,
              words: null,
            }),
          )
          const { root, conflicts } = settledMerge(store, { base, left, right }, choices)
          expect(conflicts.map(conflictKey).toSorted()).toEqual(
            first.conflicts
              .filter(({ kind }) => kind !== 'words')
              .map(conflictKey)
              .toSorted(),
          )
          const concerned = new Set(words.map(({ id }) => id))
          expect(ids(root)).toEqual(ids(first.root))
          for (const id of ids(root))
            if (!concerned.has(id))
              expect(numbersOf(root).tree(id)?.own).toBe(numbersOf(first.root).tree(id)?.own)
          if (choices.every(({ choice }) => choice === 'in-force')) expect(root).toBe(first.root)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('settled in any way holds each choice or tells that it is open, and leaves alone what no conflict concerns', () => {
    fc.assert(
      fc.property(drafts, fc.array(fc.nat(), { minLength: 1 }), (three, picks) => {
        const store = newStore()
        const [base, left, right] = three.map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
        const first = merge(store, base, left, right, { holds: 'right' })
        const choices = first.conflicts.map((one, at): Settled => {
          const offered = settlingsOf(one.kind, standsIn(one)).filter(({ typed }) => !typed)
          return {
            conflict: conflictKey(one),
            choice: offered[(picks[at % picks.length] as number) % offered.length]
              ?.value as Settling,
            words: null,
          }
        })
        const { root, conflicts } = settledMerge(store, { base, left, right }, choices)
        const all = ids(root)
        expect(new Set(all).size).toBe(all.length)
        if (first.conflicts.length === 0) expect(root).toBe(first.root)
        const open = new Set(conflicts.map(conflictKey))
        for (const [at, one] of first.conflicts.entries()) {
          const { choice, conflict } = choices[at] as Settled
          if (open.has(conflict) || one.kind !== 'deleted-changed') continue
          const chosen = { draft: left, 'in-force': right, base }[
            choice as 'draft' | 'in-force' | 'base'
          ]
          expect(all.includes(one.id)).toBe(numbersOf(chosen).tree(one.id) !== undefined)
        }
        const near = new Set(
          first.conflicts.flatMap((one) =>
            [one.id, ...(one.other ? [one.other] : [])].flatMap((id) =>
              [base, left, right].flatMap((side) => {
                const tree = numbersOf(side).tree(id)
                return tree ? ids(tree) : []
              }),
            ),
          ),
        )
        for (const id of ids(first.root))
          if (!near.has(id)) {
            const now = numbersOf(root).tree(id)
            if (now) expect(now.own).toBe(numbersOf(first.root).tree(id)?.own)
          }
      }),
      { numRuns: 400 },
    )
  })
})
