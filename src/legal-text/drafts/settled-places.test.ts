import { describe, expect, it } from 'vitest'
import { type Draft, newStore, provisionId, type Tree, text } from '../engine/index.ts'
import { removed, restored } from './settled-places.ts'

const p = (id: string, ...children: Draft[]): Draft => ({
  id: provisionId(id),
  kind: 'clause',
  lead: [[text(`The words of ${id}.`)]],
  children,
})
const outline = ({ id, kids }: Tree): string =>
  kids.length > 0 ? `${id}(${kids.map(outline).join(' ')})` : id

describe('a repealed provision brought back', () => {
  const store = newStore()
  const base = store.plant(p('r', p('x'), p('a', p('b'), p('c', p('d')))))
  const back = (draft: Draft) =>
    outline(restored(store, store.plant(draft), base, provisionId('a')))

  it('stands where it stood, with all under it', () => {
    expect(back(p('r', p('x')))).toBe('r(x a(b c(d)))')
  })
  it('leaves where it stands now what was taken out of it', () => {
    expect(back(p('r', p('x', p('d')), p('b')))).toBe('r(x(d) a(c) b)')
  })
  it('is not brought back where it stands', () => {
    expect(back(p('r', p('a'), p('x')))).toBe('r(a x)')
  })
})

describe('a provision taken out', () => {
  it('gives back what was brought under it', () => {
    const store = newStore()
    const base = store.plant(p('r', p('x', p('y')), p('a', p('b'))))
    const root = store.plant(p('r', p('x'), p('a', p('b', p('y')))))
    expect(outline(removed(store, root, base, provisionId('a')))).toBe('r(x(y))')
  })
})
