import { describe, expect, it } from 'vitest'
import { applyRedline } from './apply-redline.ts'
import { classOf } from './change-entries.ts'
import { type DiffOptions, diff } from './diff.ts'
import { type Draft, type Inline, provisionId, type Tree, text } from './model.ts'
import { isSubstantive, type Redline } from './redline.ts'
import { newStore } from './store.ts'

const id = provisionId
const clause = (name: string, words: string, children: Draft[] = [], label = name): Draft => ({
  id: id(name),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const code = (...children: Draft[]): Draft => ({ id: id('r'), kind: 'code', children })
const between = (a: Draft, b: Draft, options: DiffOptions = {}): Redline => {
  const store = newStore()
  return diff(store, store.plant(a), store.plant(b), options)
}
const told = (redline: Redline): string[] =>
  redline.changes.map(
    (one) =>
      `${classOf(one)} ${one.id}${one.moved ? ' moved' : ''}${one.children ? ' children' : ''}`,
  )

describe('the changes of a redline', () => {
  const deep = (words: string) =>
    code(clause('a', 'one', [clause('a1', 'two', [clause('a2', words)])]), clause('b', 'x'))
  it('are those that differ, and no provision above or beside them', () => {
    expect(told(between(deep('three'), deep('four')))).toEqual(['words a2'])
  })
  it('tell the parent of what came or went, and never that a newcomer moved', () => {
    const [a, b] = [
      code(clause('a', 'one')),
      code(clause('a', 'one', [clause('n', 'new', [clause('n1', 'newer')])])),
    ]
    expect(told(between(a, b))).toEqual([
      'children a children',
      'new n children',
      'new n1 children',
    ])
    expect(told(between(b, a))).toEqual([
      'children a children',
      'gone n children',
      'gone n1 children',
    ])
  })
  it('move the lighter of two, in number of provisions', () => {
    const heavy = clause('h', 'heavy', [clause('h1', 'x'), clause('h2', 'y')])
    const moved = (...all: Draft[]) =>
      told(between(code(heavy, clause('l', 'light')), code(...all))).filter((one) =>
        one.includes('moved'),
      )
    expect(moved(clause('l', 'light'), heavy)).toEqual(['place l moved'])
    const back = told(
      between(code(clause('l', 'light'), heavy), code(heavy, clause('l', 'light'))),
    ).filter((one) => one.includes('moved'))
    expect(back).toEqual(['place l moved'])
  })
  it('tell what changed its order within what moved elsewhere', () => {
    const parts = (...names: string[]) => names.map((name) => clause(name, name))
    const a = code(clause('p', 'p'), clause('m', 'm', parts('x', 'y', 'z')))
    const b = code(clause('p', 'p', [clause('m', 'm', parts('z', 'x', 'y'))]))
    expect(told(between(a, b)).filter((one) => one.includes('moved'))).toEqual([
      'place m moved children',
      'place z moved',
    ])
  })
  it('say words readably, as few as possible, or not at all', () => {
    const [a, b] = [
      code(clause('a', 'red green grey of blue white pink and so it goes on to the end')),
      code(clause('a', 'one two six of three four five and so it goes on to the end')),
    ]
    const edits = (words: 'readable' | 'least' | 'none') =>
      between(a, b, { words }).changes[0]?.fields[0]?.words.length ?? 0
    expect([edits('readable'), edits('least'), edits('none')]).toEqual([1, 2, 0])
    expect(between(a, b).changes[0]?.fields[0]?.words).toHaveLength(1)
  })
  it('of marks alone are not substantive, and stand together', () => {
    const bold = (...words: Inline[]): Draft => code({ ...clause('a', ''), lead: [words] })
    const redline = between(
      bold(text('one two three four')),
      bold(text('one '), { t: 'em', kind: 'b', c: [text('two three')] }, text(' four')),
    )
    expect(told(redline)).toEqual(['marks a'])
    expect(redline.changes.map(isSubstantive)).toEqual([false])
    expect(redline.changes[0]?.fields).toEqual([
      { field: 'lead', words: [], marks: [{ a0: 1, a1: 3, b0: 1, b1: 3 }] },
    ])
    const kind = between(code(clause('a', 'x')), code({ ...clause('a', 'x'), kind: 'para' }))
    expect(told(kind)).toEqual(['marks a'])
  })
  it('are counted in the words of each field', () => {
    const of = (heading: string, lead: string, tail: string): Draft =>
      code({ ...clause('a', lead), heading: [text(heading)], tail: [[text(tail)]] })
    expect(
      between(of('one two', 'three four', 'five six'), of('one two', 'three 4', 'five 6'))
        .changes[0]?.fields,
    ).toEqual([
      { field: 'lead', words: [{ a0: 1, a1: 2, b0: 1, b1: 2 }], marks: [] },
      { field: 'tail', words: [{ a0: 1, a1: 2, b0: 1, b1: 2 }], marks: [] },
    ])
  })
  it('are of one text', () => {
    const store = newStore()
    const other: Tree = store.plant({ id: id('q'), kind: 'code' })
    expect(() => diff(store, store.plant(code()), other)).toThrow(/one root; these have r and q/)
  })
})

describe('a redline on a version it was not made for', () => {
  const store = newStore()
  const plant = (draft: Draft): Tree => store.plant(draft)
  const faults = (a: Draft, b: Draft, onto: Draft) => {
    const result = applyRedline(store, diff(store, plant(a), plant(b)), plant(onto))
    return result.ok
      ? []
      : result.faults.map((one) => `${one.provision}: ${one.expected} | ${one.found}`)
  }
  it('is refused provision by provision: what stands already, what is missing, and other children', () => {
    const [none, one] = [code(), code(clause('n', 'new'))]
    expect(faults(none, one, one)).toEqual([
      'r: the children  | n',
      'n: no such provision | one that stands',
    ])
    expect(faults(code(clause('a', 'x')), code(clause('a', 'y')), none)).toEqual([
      'a: the provision | none',
    ])
    expect(
      faults(
        code(clause('a', 'x')),
        code(clause('a', 'x'), clause('n', 'new')),
        code(clause('a', 'x'), clause('b', 'b')),
      ),
    ).toEqual(['r: the children a | a b'])
    expect(faults(code(clause('a', 'x')), code(clause('a', 'y')), code(clause('a', 'z')))).toEqual([
      `a: ${plant(clause('a', 'x')).own.ownHash} | ${plant(clause('a', 'z')).own.ownHash}`,
    ])
  })
})
