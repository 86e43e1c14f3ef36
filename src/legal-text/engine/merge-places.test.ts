import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from './arbitrary.ts'
import { type Merged, type MergeOptions, merge } from './merge.ts'
import { pointsTo } from './merge-notices.ts'
import { type Draft, type ProvisionId, provisionId, type Tree, text } from './model.ts'
import { newStore } from './store.ts'
import { wordsOf } from './words.ts'

/** A provision that says its own name, and those under it. */
const p = (name: string, ...children: Draft[]): Draft => ({
  id: provisionId(name),
  kind: 'clause',
  lead: [[text(`The words of ${name}.`)]],
  children,
})
const merged = (base: Draft, left: Draft, right: Draft, options: MergeOptions = {}): Merged => {
  const store = newStore()
  const [b, l, r] = [base, left, right].map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
  return merge(store, b, l, r, options)
}
const outline = ({ id, kids }: Tree): string =>
  kids.length > 0 ? `${id}(${kids.map(outline).join(' ')})` : id
const conflicts = (one: Merged): string[] => one.conflicts.map((c) => `${c.kind} ${c.id}`)

describe('a merge that puts provisions back', () => {
  const base = p('r', p('a', p('b')), p('x'))
  const nested = p('r', p('x', p('b', p('a'))))
  const without = p('r', p('a', p('b')))

  it('loses none where one goes back under what that side moved below it', () => {
    const one = merged(base, nested, without)
    expect(outline(one.root)).toBe('r(a(b) x)')
    expect(conflicts(one)).toEqual(['cycle a', 'place-lost b', 'deleted-changed x'])
    expect(outline(merged(base, without, nested).root)).toBe('r(a(b) x)')
  })
  it('loses none where the right side holds', () => {
    expect(outline(merged(base, nested, without, { holds: 'right' }).root)).toBe('r(a(b))')
    expect(outline(merged(base, without, nested, { holds: 'right' }).root)).toBe('r(x(b(a)))')
  })
})

describe('what was moved into or out of what the other side repealed', () => {
  const base = p('r', p('p', p('c')), p('x'))

  it('goes back where its new parent was put into what goes, whichever is settled first', () => {
    const reworded = { ...p('x'), lead: [[text('Other words.')]] }
    const into = p('r', p('p', p('c'), p('n', p('x'))))
    for (const without of [p('r', p('x')), p('r', reworded)]) {
      const one = merged(base, without, into)
      expect(outline(one.root)).toBe('r(p(c) x)')
      expect(conflicts(one)).toEqual(['deleted-changed p', 'place-lost x'])
    }
  })
  it('stays where it went where the right side, which holds, only worked on what it left', () => {
    const out = p('r', p('x', p('c')))
    const worked = p('r', { ...p('p', p('c')), lead: [[text('Other words.')]] }, p('x'))
    expect(outline(merged(base, out, worked, { holds: 'right' }).root)).toBe('r(p x(c))')
  })
})

describe('siblings', () => {
  it('that each side puts into another place are told of by no notice', () => {
    const one = merged(
      p('r', p('a'), p('b')),
      p('r', p('a'), p('l'), p('b')),
      p('r', p('a'), p('b'), p('m')),
    )
    expect([outline(one.root), one.notices, one.conflicts]).toEqual(['r(a l b m)', [], []])
  })
  it('may be added at the end by one side and reworded, or added to, by the other', () => {
    const b = p('r', p('s', p('a'), p('b')), p('t'))
    const left = p('r', p('s', p('b'), p('n')), p('t'))
    const right = p('r', p('s', p('a'), p('b', p('m'))), p('t'))
    for (const one of [merged(b, left, right), merged(b, right, left)])
      expect([outline(one.root), one.notices]).toEqual(['r(s(b(m) n) t)', []])
  })
  it('of a provision that the other side rewords are no change of what it says', () => {
    const one = merged(
      p('r', p('a')),
      p('r', { ...p('a'), lead: [[text('Other words.')]] }),
      p('r', p('a', p('n'))),
    )
    expect([outline(one.root), one.notices]).toEqual(['r(a(n))', []])
  })
})

describe('newcomers of both sides that each side puts within the other', () => {
  const base = p('r', p('z'))
  const [left, right] = [p('r', p('z'), p('m', p('n'))), p('r', p('z'), p('n', p('m')))]

  it('wait in the conflict', () => {
    const one = merged(base, left, right)
    expect(outline(one.root)).toBe('r(z)')
    expect(conflicts(one)).toEqual(['cycle m', 'moved-twice m', 'cycle n', 'moved-twice n'])
  })
  it('let go of what was moved under them', () => {
    const from = p('r', p('z'), p('x'))
    const moved = p('r', p('z'), p('m', p('n', p('x'))))
    const one = merged(from, moved, p('r', p('z'), p('x'), p('n', p('m'))))
    expect(outline(one.root)).toBe('r(z x)')
    expect(conflicts(one)).toContain('place-lost x')
  })
  it('stand as on the right where the right side holds', () => {
    expect(outline(merged(base, left, right, { holds: 'right' }).root)).toBe('r(z n(m))')
    expect(outline(merged(base, right, left, { holds: 'right' }).root)).toBe('r(z m(n))')
  })
})

describe('one number', () => {
  it('given by each side to another provision that stood there before is a conflict', () => {
    const numbered = (one: string, other: string): Draft =>
      p('r', { ...p('a'), label: one }, { ...p('b'), label: other })
    const both = merged(numbered('1', '2'), numbered('5', '2'), numbered('1', '5'))
    expect(both.conflicts.map(({ kind, id, other }) => [kind, id, other])).toEqual([
      ['one-label', 'a', 'b'],
    ])
  })
})

describe('words that a person has chosen', () => {
  const says = (lead: string): Draft => p('r', { ...p('a'), lead: [[text(lead)]] })
  const store = newStore()
  const [base, left, right] = ['one two three', 'one 2 three', 'one zwei three'].map((words) =>
    store.plant(says(words)),
  ) as [Tree, Tree, Tree]
  const saidWith = (chosen: NonNullable<MergeOptions['chosen']>): unknown[] => {
    const { root, conflicts } = merge(store, base, left, right, { chosen })
    return [wordsOf((root.kids[0] as Tree).own.lead[0] ?? []), conflicts.length]
  }

  it('stand where the sides disagree, and settle it', () => {
    const own = store.own({
      kind: 'clause',
      heading: [text('A heading')],
      lead: [[text('a pair of')]],
    })
    const none = store.own({ kind: 'clause' })
    expect(saidWith(() => 'left')).toEqual(['one 2 three', 0])
    expect(saidWith(() => 'right')).toEqual(['one zwei three', 0])
    expect(saidWith(() => 'base')).toEqual(['one two three', 0])
    expect(saidWith(() => own)).toEqual(['one a pair of three', 0])
    expect(saidWith(() => none)).toEqual(['one three', 0])
    expect(saidWith(() => undefined)).toEqual(['one two three', 1])
  })
  it('are asked for by provision, field and place', () => {
    const asked: unknown[] = []
    saidWith((...place) => void asked.push(place))
    expect(asked).toEqual([['a', 'lead', { base: [1, 2], left: [1, 2], right: [1, 2] }]])
  })
})

describe('notices of terms', () => {
  const says = (name: string, words: string): Draft => ({ ...p(name), lead: [[text(words)]] })
  const means = (what: string): Draft => says('d', `“Smart Meter” means ${what}.`)
  const told = (one: Merged): string[] =>
    one.notices.map(({ kind, id, other }) => `${kind} ${id} ${other}`)

  it('name those of many provisions that use the term in new words, and no definition for itself', () => {
    const of = (definition: Draft, ...said: string[]): Draft =>
      p('r', definition, ...said.map((words, at) => says(`u${at}`, words)))
    const base = of(means('a meter'), 'One.', 'Two.', 'Three.', 'Four.', 'Five.')
    const left = of(means('any meter'), 'One.', 'Two.', 'Three.', 'Four.', 'Five.')
    const mine = ['A 1.', 'A Smart Meter.', 'A 3.', 'Each Smart Meter and Smart Meter.', 'A 5.']
    const expected = ['term u1 d', 'term u3 d']
    expect(told(merged(base, left, of(means('a meter'), ...mine)))).toEqual(expected)
    expect(told(merged(base, of(means('a meter'), ...mine), left))).toEqual(expected)
    const both = told(merged(base, left, of(means('a meter of gas'), ...mine)))
    expect(both.filter((one) => one.startsWith('term'))).toEqual(expected)
  })
  it('name the one that begins with the term among many short ones', () => {
    const short = (name: string, words: string): Draft[] =>
      Array.from({ length: 12 }, (_, at) => says(`${name}${at}`, words))
    const of = (definition: Draft, words: string): Draft =>
      p(
        'r',
        definition,
        ...short('u', words),
        says('v', `Smart Meter ${words}`),
        ...short('w', words),
      )
    const one = merged(
      of(means('a meter'), 'x.'),
      of(means('any'), 'x.'),
      of(means('a meter'), 'y.'),
    )
    expect(told(one)).toEqual(['term v d'])
  })
  it('are none for a mark that names another provision than what is redefined', () => {
    const marked = (words: string): Draft => ({
      ...p('u'),
      lead: [[text(`${words} `), { t: 'term', s: 'Party', def: provisionId('z') }]],
    })
    const base = p('r', means('a meter'), marked('Old'), p('z'))
    expect(
      told(
        merged(
          base,
          p('r', means('any'), marked('Old'), p('z')),
          p('r', means('a meter'), marked('New'), p('z')),
        ),
      ),
    ).toEqual([])
  })
  it('know a term used from a provision referred to', () => {
    const own = newStore().own({
      kind: 'clause',
      lead: [
        [
          { t: 'ref', s: 'D1', to: { in: 'text', id: provisionId('d1') }, form: 'section' },
          text(' '),
          { t: 'term', s: 'Party', def: provisionId('z') },
        ],
      ],
    })
    const { references, terms } = pointsTo(own)
    expect([[...references], [...terms]]).toEqual([['d1'], ['z']])
  })
})

describe('for any base and two texts made from it, of which new parts may be the same', () => {
  const steps = fc.array(arbitrary.step(), { maxLength: 8 })
  const idsOf = (tree: Tree, into = new Set<ProvisionId>()): Set<ProvisionId> => {
    into.add(tree.id)
    for (const kid of tree.kids) idsOf(kid, into)
    return into
  }

  it('what no side repealed stands, and what stands nowhere is in a conflict', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        steps,
        steps,
        fc.constantFrom('base' as const, 'right' as const),
        (draft, mine, theirs, holds) => {
          const store = newStore()
          const [b, l, r] = [
            draft,
            arbitrary.changed(draft, mine),
            arbitrary.changed(draft, theirs),
          ].map((one) => store.plant(one)) as [Tree, Tree, Tree]
          const { root, conflicts } = merge(store, b, l, r, { holds })
          const stands = idsOf(root)
          const shown = new Set<ProvisionId>()
          for (const one of conflicts)
            for (const tree of [one.left, one.right]) if (tree) idsOf(tree, shown)
          const [inBase, inLeft, inRight] = [idsOf(b), idsOf(l), idsOf(r)]
          for (const id of inBase)
            if (inLeft.has(id) && inRight.has(id)) expect(stands).toContain(id)
          for (const id of [...inLeft, ...inRight])
            if (!inBase.has(id)) expect(stands.has(id) || shown.has(id)).toBe(true)
        },
      ),
    )
  })
})
