import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from './arbitrary.ts'
import { clashes } from './clash.ts'
import { changesBetween } from './diff.ts'
import { merge } from './merge.ts'
import { type Draft, provisionId, type Tree, text } from './model.ts'
import { type Proposal, rebase } from './proposal.ts'
import { newStore, type TextStore } from './store.ts'

const steps = fc.array(arbitrary.step(), { maxLength: 4 })
const planned = (
  store: TextStore,
  draft: Draft,
  all: readonly (readonly arbitrary.Step[])[],
): Proposal[] => {
  const baseline = store.plant(draft)
  return all.map((some, at) => ({
    id: `P${at}`,
    baseline,
    draft: store.plant(arbitrary.changed(draft, some, `n${at}`)),
  }))
}

const id = provisionId
const clause = (name: string, label: string, words: string, children: Draft[] = []): Draft => ({
  id: id(name),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const base: Draft = {
  id: id('r'),
  kind: 'code',
  children: [
    clause('a', '1', 'The Panel shall meet each month in London.', [
      clause('aa', '(a)', 'first'),
      clause('ab', '(b)', 'second'),
    ]),
    clause('b', '2', 'Each Party shall pay the fee.'),
    { id: id('d'), kind: 'definition', lead: [[text('“Levy” means the fee.')]] },
  ],
}
const gradesOf = (
  one: readonly arbitrary.Step[] | Draft,
  other: readonly arbitrary.Step[] | Draft,
): number[] => {
  const store = newStore()
  const draft = (some: readonly arbitrary.Step[] | Draft): Tree =>
    store.plant(Array.isArray(some) ? arbitrary.changed(base, some) : (some as Draft))
  const baseline = store.plant(base)
  const [clash] = clashes(store, [
    { id: 'P', baseline, draft: draft(one) },
    { id: 'Q', baseline, draft: draft(other) },
  ])
  return [...(clash?.grades.keys() ?? [])].sort()
}
const with_ = (name: string, change: (draft: Draft) => Draft): Draft => {
  const visit = (draft: Draft): Draft => {
    const next = { ...draft, children: (draft.children ?? []).map(visit) }
    return draft.id === name ? change(next) : next
  }
  return visit(base)
}
const said =
  (words: string) =>
  (draft: Draft): Draft => ({ ...draft, lead: [[text(words)]] })

describe('a clash', () => {
  it('is graded by what two proposals share', () => {
    expect(
      gradesOf(
        with_('b', said('Each Party shall pay the charge.')),
        with_('b', said('Each Party shall pay the cost.')),
      ),
    ).toEqual([1, 2, 3])
    expect(
      gradesOf(
        with_('a', said('The Board shall meet each month in London.')),
        with_('a', said('The Panel shall meet each month in Leeds.')),
      ),
    ).toEqual([2, 3])
    expect(gradesOf(with_('aa', said('one')), with_('ab', said('two')))).toEqual([3])
    const refers = with_('r', (draft) => ({
      ...draft,
      children: [
        ...(draft.children ?? []),
        {
          ...clause('n', '3', ''),
          lead: [[{ t: 'ref', s: 'clause 2', form: 'clause', to: { in: 'text', id: id('b') } }]],
        },
      ],
    }))
    expect(gradesOf(refers, with_('b', said('No Party shall pay the fee.')))).toEqual([4])
    expect(
      gradesOf(
        with_('d', said('“Levy” means the charge.')),
        with_('b', said('Each Party shall pay the Levy.')),
      ),
    ).toEqual([5])
    const adds = (name: string, label: string) =>
      with_('r', (draft) => ({
        ...draft,
        children: [...(draft.children ?? []), clause(name, label, name)],
      }))
    expect(gradesOf(adds('n', '3'), adds('m', '4'))).toEqual([6])
    expect(gradesOf(adds('n', '3'), adds('m', '3'))).toEqual([1, 6])
    expect(gradesOf(with_('aa', said('one')), with_('b', said('two')))).toEqual([])
  })
  it('with a variation says so', () => {
    const store = newStore()
    const baseline = store.plant(base)
    const draft = store.plant(with_('aa', said('one')))
    const [clash] = clashes(store, [
      { id: 'P', baseline, draft, layer: 'variation' },
      { id: 'Q', baseline, draft: store.plant(with_('ab', said('two'))) },
    ])
    expect([...(clash?.grades.keys() ?? [])]).toEqual([3, 7])
  })
})

describe('clash search', () => {
  it('is symmetric, finds grade 1 exactly where a merge conflicts, and misses none', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(steps, { minLength: 2, maxLength: 4 }),
        (draft, all) => {
          const store = newStore()
          const proposals = planned(store, draft, all)
          const found = clashes(store, proposals)
          const comparable = (some: typeof found) =>
            some
              .map(({ between, grades }) => [between, [...grades].sort((p, q) => p[0] - q[0])])
              .sort()
          expect(comparable(clashes(store, proposals.toReversed()))).toEqual(comparable(found))
          proposals.forEach((one, at) => {
            for (const other of proposals.slice(at + 1)) {
              const merged = merge(store, one.baseline, one.draft, other.draft)
              const clash = found.find(
                (each) => each.between[0] === one.id && each.between[1] === other.id,
              )
              expect(clash?.grades.has(1) ?? false).toBe(merged.conflicts.length > 0)
            }
          })
        },
      ),
      { numRuns: 200 },
    )
  })
  it('keeps every clash when a proposal says more', () => {
    const insertion = fc.record({
      do: fc.constant('insert' as const),
      at: fc.nat(40),
      place: fc.constant(0),
      said: arbitrary.content(),
      name: fc.integer({ min: 2e6, max: 3e6 }),
    })
    fc.assert(
      fc.property(arbitrary.tree(), steps, steps, insertion, (draft, one, other, more) => {
        const store = newStore()
        const before = clashes(store, planned(store, draft, [one, other]))
        const after = clashes(store, planned(store, draft, [[...one, more], other]))
        for (const { grades } of before)
          for (const [grade, ids] of grades)
            if (grade !== 6)
              for (const each of ids) expect(after[0]?.grades.get(grade) ?? []).toContain(each)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a rebase', () => {
  const three = fc.tuple(arbitrary.tree(), steps, steps)
  it('onto its own baseline changes nothing', () => {
    fc.assert(
      fc.property(three, ([draft, one]) => {
        const store = newStore()
        const [proposal] = planned(store, draft, [one]) as [Proposal]
        expect(rebase(store, proposal, proposal.baseline)).toMatchObject({
          proposal: { draft: proposal.draft },
          conflicts: [],
          notices: [],
        })
      }),
    )
  })
  it('says the same edits on the new baseline and touches no other provision', () => {
    fc.assert(
      fc.property(three, ([draft, one, other]) => {
        const store = newStore()
        const [proposal, newer] = planned(store, draft, [one, other]) as [Proposal, Proposal]
        const rebased = rebase(store, proposal, newer.draft)
        const own = new Set(
          changesBetween(proposal.baseline, proposal.draft, store.lexicon, 'none').map(
            (change) => change.id,
          ),
        )
        if (rebased.conflicts.length > 0) return
        for (const change of changesBetween(
          newer.draft,
          rebased.proposal.draft,
          store.lexicon,
          'none',
        )) {
          // Which of two siblings that changed places has moved may be told either way.
          const isOrder =
            change.moved && change.before?.own === change.after?.own && !change.children
          expect(own).toContain(isOrder ? change.after?.parent : change.id)
        }
        expect(rebased.proposal.draft).toBe(
          merge(store, proposal.baseline, proposal.draft, newer.draft).root,
        )
      }),
      { numRuns: 200 },
    )
  })
  it('never undoes what the new baseline says, even in a conflict', () => {
    const store = newStore()
    const baseline = store.plant(base)
    const proposal: Proposal = {
      id: 'P',
      baseline,
      draft: store.plant(with_('b', said('Each Party shall pay the charge.'))),
    }
    const onto = store.plant(with_('b', said('Each Party shall pay the cost.')))
    const { proposal: rebased, conflicts } = rebase(store, proposal, onto)
    expect(conflicts.map((one) => one.kind)).toEqual(['words'])
    expect(rebased.draft).toBe(onto)
    const repealed = store.plant({
      ...base,
      children: (base.children ?? []).filter((one) => one.id !== 'b'),
    })
    const gone = rebase(store, proposal, repealed)
    expect(gone.conflicts.map((one) => one.kind)).toEqual(['deleted-changed'])
    expect(gone.proposal.draft).toBe(repealed)
  })
  it('onto one version and then the next equals onto the next directly, where nothing conflicts', () => {
    const word = fc.record({
      do: fc.constant('word' as const),
      at: fc.nat(40),
      place: fc.nat(12),
      word: fc.constantFrom('alpha', 'beta', 'gamma'),
    })
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(word, { maxLength: 3 }),
        fc.array(word, { maxLength: 3 }),
        fc.array(word, { maxLength: 3 }),
        (draft, mine, first, second) => {
          const store = newStore()
          const size = store.plant(draft).size
          const apart = (some: typeof mine, rest: number) =>
            some.map((one) => ({ ...one, at: ((one.at * 3) % Math.max(3, size)) + rest }))
          const [proposal] = planned(store, draft, [apart(mine, 0)]) as [Proposal]
          const x = store.plant(arbitrary.changed(draft, apart(first, 1)))
          const y = store.plant(arbitrary.changed(draft, [...apart(first, 1), ...apart(second, 2)]))
          const [direct, step] = [rebase(store, proposal, y), rebase(store, proposal, x)]
          const there = rebase(store, step.proposal, y)
          if (direct.conflicts.length + step.conflicts.length + there.conflicts.length > 0) return
          expect(there.proposal.draft).toBe(direct.proposal.draft)
        },
      ),
      { numRuns: 200 },
    )
  })
})
