import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from './arbitrary.ts'
import { type Merged, type MergeOptions, merge } from './merge.ts'
import { type Draft, type ProvisionId, provisionId, type Tree, text } from './model.ts'
import { newStore } from './store.ts'

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

describe('newcomers of both sides that each side puts within the other', () => {
  const base = p('r', p('z'))
  const [left, right] = [p('r', p('z'), p('m', p('n'))), p('r', p('z'), p('n', p('m')))]

  it('wait in the conflict', () => {
    const one = merged(base, left, right)
    expect(outline(one.root)).toBe('r(z)')
    expect(conflicts(one)).toEqual(['cycle m', 'moved-twice m', 'cycle n', 'moved-twice n'])
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
