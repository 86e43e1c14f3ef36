import { describe, expect, it } from 'vitest'
import { diff } from './diff.ts'
import { type Draft, provisionId, text } from './model.ts'
import { newStore } from './store.ts'

const p = (name: string, words = name): Draft => ({
  id: provisionId(name),
  kind: 'clause',
  lead: [[text(words)]],
})
const code = (...children: Draft[]): Draft => ({ id: provisionId('r'), kind: 'code', children })

/** Each change but that of the parent: which provision, and after which it stood and stands. */
const changes = (before: Draft, after: Draft): string[] => {
  const store = newStore()
  return diff(store, store.plant(before), store.plant(after))
    .changes.filter(({ id }) => id !== 'r')
    .map(({ id, before: was, after: is, moved }) => {
      const place = (one: typeof was) => (one ? `after ${one.after ?? 'none'}` : 'not there')
      return `${id}: ${place(was)}, ${place(is)}${moved ? ', moved' : ''}`
    })
}

describe('a redline of siblings', () => {
  it('tells nothing of those that stay as they are between others that come and go', () => {
    expect(
      changes(
        code(p('a'), p('b'), p('c'), p('d')),
        code(p('new'), p('a'), p('b'), p('d'), p('last')),
      ),
    ).toEqual(['new: not there, after none', 'c: after b, not there', 'last: not there, after d'])
  })
  it('tells after which each newcomer stands', () => {
    expect(changes(code(p('a'), p('b')), code(p('a'), p('n'), p('m'), p('o'), p('b')))).toEqual([
      'n: not there, after a',
      'm: not there, after n',
      'o: not there, after m',
    ])
  })
  it('tells of changes before, among and after those that move', () => {
    const before = code(p('a'), p('b'), p('c'), p('d'), p('e'), p('f'))
    const after = code(p('a', 'A'), p('c'), p('d'), p('b'), p('e', 'E'), p('f', 'F'))
    expect(changes(before, after)).toEqual([
      'a: after none, after none',
      'b: after a, after d, moved',
      'e: after d, after b',
      'f: after e, after e',
    ])
  })
})
