import { describe, expect, it } from 'vitest'
import { type Merged, type MergeOptions, merge } from './merge.ts'
import { mergeWords } from './merge-words.ts'
import { type Draft, type Inline, type Kind, provisionId, type Tree, text } from './model.ts'
import { newStore } from './store.ts'
import { wordsOf } from './words.ts'

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
  lead: words === '' ? [] : [[text(words)]],
  children,
})
const code = (...children: Draft[]): Draft => ({ id: id('r'), kind: 'code', children })

const merged = (base: Draft, left: Draft, right: Draft, options: MergeOptions = {}): Merged => {
  const store = newStore()
  const [b, l, r] = [base, left, right].map((draft) => store.plant(draft)) as [Tree, Tree, Tree]
  return merge(store, b, l, r, options)
}
const outline = (tree: Tree): string => {
  const { label, lead } = tree.own
  const kids = tree.kids.length > 0 ? `[${tree.kids.map(outline).join(' ')}]` : ''
  return `${tree.id}${label ? `:${label.raw}` : ''}${lead.length > 0 ? `=${lead.map(wordsOf).join('/')}` : ''}${kids}`
}
const text_ = (one: Merged): string => one.root.kids.map(outline).join(' ')
const conflicts = (one: Merged): string[] =>
  one.conflicts.map((c) => `${c.kind} ${c.id}${c.other ? ` ${c.other}` : ''}`)
const notices = (one: Merged): string[] =>
  one.notices.map((c) => `${c.kind} ${c.id}${c.other ? ` ${c.other}` : ''}`)

/** The merged words of one paragraph, and the ranges of each conflict in base, left and right. */
const said = (base: string, left: string, right: string, holds: 'base' | 'right' = 'base') => {
  const store = newStore()
  const own = (s: string) =>
    store.own({ kind: 'clause', lead: s === '' ? [] : s.split('\n').map((line) => [text(line)]) })
  const result = mergeWords(own(base), own(left), own(right), 'lead', holds)
  return {
    words: result.paragraphs.map((one) => wordsOf(one).trim()).join('\n'),
    ranges: result.conflicts.map((one) =>
      [one.base, one.left, one.right].map((range) => range.join('-')).join(' '),
    ),
    hasSame: result.hasSame,
  }
}

describe('words of one field', () => {
  it('both apply with a word between them, and are a conflict where they touch', () => {
    expect(said('a b c d e', 'a X c d e', 'a b c Y e')).toEqual({
      words: 'a X c Y e',
      ranges: [],
      hasSame: false,
    })
    expect(said('a b c d e', 'a X c d e', 'a b Y d e')).toEqual({
      words: 'a b c d e',
      ranges: ['1-3 1-3 1-3'],
      hasSame: false,
    })
    expect(said('a b c d e', 'a X c d e', 'a b Y d e', 'right').words).toBe('a b Y d e')
    expect(said('a b c d e', 'a c d e', 'a b X c d e').ranges).toEqual(['1-2 1-1 1-3'])
    expect(said('a b c', 'a X b c', 'a Y b c')).toEqual({
      words: 'a b c',
      ranges: ['1-1 1-2 1-2'],
      hasSame: false,
    })
    expect(said('a b c', 'a X b c', 'a b Y c').words).toBe('a X b Y c')
  })
  it('take once what both say alike, and say so', () => {
    expect(said('a b c d', 'a X c d', 'a X c d')).toEqual({
      words: 'a X c d',
      ranges: [],
      hasSame: true,
    })
    expect(said('a b c d e f', 'a X c d e f', 'a X c d Y f')).toEqual({
      words: 'a X c d Y f',
      ranges: [],
      hasSame: true,
    })
    expect(said('a b c d', 'a X c d', 'a Y c d').ranges).toEqual(['1-2 1-2 1-2'])
    expect(said('a b c d', 'a X Z c d', 'a X c d').ranges).toEqual(['1-2 1-3 1-2'])
    expect(said('a b c d e f', 'a X Y c d Z f', 'a b c d Z f')).toEqual({
      words: 'a X Y c d Z f',
      ranges: [],
      hasSame: true,
    })
    expect(said('a b c d', 'a X c d', 'a X d')).toMatchObject({
      words: 'a b c d',
      ranges: ['1-3 1-3 1-2'],
    })
    expect(said('a b c d e', 'a X d e', 'a b X d e').ranges).toEqual(['1-3 1-2 1-3'])
    expect(said('a b c d', 'a c d', 'a c d')).toEqual({ words: 'a c d', ranges: [], hasSame: true })
  })
  it('tell ranges in the words of each side, shifted by what was merged before', () => {
    expect(said('a b c d e f g', 'a X X c d Y f g', 'a b c d Z f g')).toEqual({
      words: 'a X X c d e f g',
      ranges: ['4-5 5-6 4-5'],
      hasSame: false,
    })
    expect(said('a b c d e f g', 'c d e Y g', 'a b c d e Z W g', 'right')).toMatchObject({
      words: 'c d e Z W g',
      ranges: ['5-6 3-4 5-7'],
    })
    expect(said('a b c d e f g', 'a b c d e Z W g', 'c d e Y g').ranges).toEqual(['5-6 5-7 3-4'])
  })
  it('are one conflict where several changes hang together', () => {
    expect(said('a b c d e f g', 'a X Y Z e f g', 'a b P d Q f g')).toEqual({
      words: 'a b c d e f g',
      ranges: ['1-5 1-5 1-5'],
      hasSame: false,
    })
    expect(said('a b c d e f g', 'a X d e Y g', 'a b c P e f g').ranges).toHaveLength(1)
    expect(said('a b c d e f g h i', 'a X c d e f g Y i', 'a P c d e f g Q i').ranges).toEqual([
      '1-2 1-2 1-2',
      '7-8 7-8 7-8',
    ])
  })
  it('merge over paragraphs, and where a side struck all', () => {
    expect(said('one\ntwo', 'one\nnew\ntwo', 'one\ntwo more').words).toBe('one\nnew\ntwo more')
    expect(said('a b', '', 'a b').words).toBe('')
    expect(said('', 'new', '').words).toBe('new')
    expect(said('', 'new', 'other').ranges).toEqual(['0-0 0-1 0-1'])
  })
  it('are counted from the field they stand in', () => {
    const store = newStore()
    const own = (s: string) =>
      store.own({ kind: 'clause', heading: [text('some heading words')], lead: [[text(s)]] })
    const at = (base: string, left: string, right: string) =>
      mergeWords(own(base), own(left), own(right), 'lead')
    expect(
      at('a b c d e', 'a X c d e', 'a b c Y e').paragraphs.map((one) => wordsOf(one).trim()),
    ).toEqual(['a X c Y e'])
    expect(at('a b c d e', 'a X Y c d e', 'a X Y c d e')).toMatchObject({
      hasSame: true,
      conflicts: [],
    })
    expect(at('a b c d e', 'a X Y c d e', 'a X Z c d e').conflicts).toHaveLength(1)
    expect(at('a b c d e', 'a X Y c d e', 'a Z Y c d e').conflicts).toEqual([
      { base: [1, 2], left: [1, 3], right: [1, 3] },
    ])
    expect(at('a b c d e f', 'a X c d Y f', 'a X c d Z f')).toMatchObject({
      hasSame: true,
      conflicts: [{ base: [4, 5] }],
    })
    expect(at('a b c d e f', 'a X c d Y f', 'a Q c d Y f')).toMatchObject({
      hasSame: true,
      conflicts: [{ base: [1, 2] }],
    })
  })
  it('are the same though the headings before them differ', () => {
    const store = newStore()
    const own = (heading: string, s: string) =>
      store.own({ kind: 'clause', heading: [text(heading)], lead: [[text(s)]] })
    const both = mergeWords(
      own('one', 'a b c'),
      own('one two three', 'a X Y c'),
      own('two', 'a X Y c'),
      'lead',
    )
    expect(both).toMatchObject({ conflicts: [], hasSame: true })
    const differ = mergeWords(
      own('one', 'a b c'),
      own('one two three', 'a X Y c'),
      own('two', 'a X Z c'),
      'lead',
    )
    expect(differ.conflicts).toHaveLength(1)
  })
  it('keep marks of one side with words of the other', () => {
    const store = newStore()
    const own = (...line: Inline[]) => store.own({ kind: 'clause', lead: [line] })
    const bold = (s: string): Inline => ({ t: 'em', kind: 'b', c: [text(s)] })
    const result = mergeWords(
      own(text('a b c d')),
      own(text('a '), bold('b'), text(' c d')),
      own(text('a b c X')),
      'lead',
    )
    expect(result.paragraphs).toEqual([[text('a '), bold('b'), text(' c X')]])
    const italic: Inline = { t: 'em', kind: 'i', c: [text('b')] }
    const both = mergeWords(
      own(text('a b c')),
      own(text('a '), bold('b'), text(' c')),
      own(text('a '), italic, text(' c')),
      'lead',
    )
    expect(both.conflicts).toHaveLength(1)
    const beside = mergeWords(
      own(text('a b c')),
      own(text('a '), bold('b'), text(' c')),
      own(text('a b X')),
      'lead',
    )
    expect(beside.conflicts).toEqual([])
    expect(beside.paragraphs).toEqual([[text('a '), bold('b'), text(' X')]])
    const alike = mergeWords(
      own(text('a b c')),
      own(text('a '), bold('b'), text(' X')),
      own(text('a '), bold('b'), text(' Y')),
      'lead',
    )
    expect(alike.hasSame).toBe(true)
    expect(alike.conflicts).toHaveLength(1)
  })
})

describe('what a provision says', () => {
  const one = (draft: Partial<Draft>): Draft => code({ ...clause('a', '1', 'words'), ...draft })
  it('takes number, kind, heading and closing words each from the side that changed it', () => {
    const base = one({})
    const left = one({ label: '2', heading: [text('Head')] })
    const right = one({ kind: 'para', tail: [[text('close')]] })
    const result = merged(base, left, right)
    expect(result.conflicts).toEqual([])
    expect(result.root.kids[0]?.own).toMatchObject({
      kind: 'para',
      label: { raw: '2' },
      heading: [text('Head')],
      tail: [[text('close')]],
    })
    expect(notices(result)).toEqual(['same-provision a'])
    expect(merged(base, right, left).root).toMatchObject({ treeHash: result.root.treeHash })
  })
  it('is a conflict where both give another number or kind, and holds what the options say', () => {
    const number = (label: string | null) => one({ label })
    expect(conflicts(merged(number('1'), number('2'), number('3')))).toEqual(['two-labels a'])
    expect(text_(merged(number('1'), number('2'), number('3')))).toBe('a:1=words')
    expect(text_(merged(number('1'), number('2'), number('3'), { holds: 'right' }))).toBe(
      'a:3=words',
    )
    expect(conflicts(merged(number('1'), number(null), number('3')))).toEqual(['two-labels a'])
    const kind = (its: Kind) => one({ kind: its })
    const kinds = merged(kind('clause'), kind('para'), kind('definition'))
    expect(conflicts(kinds)).toEqual(['two-kinds a'])
    expect(kinds.root.kids[0]?.own.kind).toBe('clause')
    expect(
      merged(kind('clause'), kind('para'), kind('definition'), { holds: 'right' }).root.kids[0]?.own
        .kind,
    ).toBe('definition')
    expect(conflicts(merged(kind('clause'), kind('para'), kind('para')))).toEqual([])
  })
  it('is taken once where both say the same, with a notice', () => {
    const both = merged(
      one({}),
      one({ lead: [[text('new')]] }),
      one({ lead: [[text('new')]], label: '2' }),
    )
    expect(both.conflicts).toEqual([])
    expect(notices(both)).toEqual(['same-change a', 'same-provision a'])
    const alike = merged(one({}), one({ label: '2' }), one({ label: '2' }))
    expect(text_(alike)).toBe('a:2=words')
    const other = merged(
      code(clause('a', '1', 'x'), clause('b', '2', 'y')),
      code(clause('a', '1', 'z'), clause('b', '2', 'y')),
      code(clause('a', '1', 'z'), clause('b', '2', 'w')),
    )
    expect(notices(other)).toEqual(['same-change a'])
  })
  it('inserted under one id on both sides is merged from nothing', () => {
    const both = merged(
      code(),
      code(clause('n', '1', 'same words')),
      code(clause('n', '1', 'same words')),
    )
    expect(text_(both)).toBe('n:1=same words')
    const differ = merged(
      code(),
      code(clause('n', '1', 'left words')),
      code(clause('n', '2', 'right words')),
    )
    expect(conflicts(differ)).toEqual(['two-labels n', 'words n'])
  })
})

describe('numbers', () => {
  const base = code(clause('a', '1', 'a'), clause('b', '2', 'b', [clause('b1', '5', 'part')]))
  const and = (...more: Draft[]) => code(...(base.children ?? []), ...more)
  it('claimed on both sides for two provisions are a conflict: by insertion, by a new number, and by a move', () => {
    const renumbered = code(
      clause('a', '5', 'a'),
      clause('b', '2', 'b', [clause('b1', '5', 'part')]),
    )
    expect(conflicts(merged(base, renumbered, and(clause('n', '5', 'new'))))).toEqual([
      'one-label a n',
    ])
    const movedUp = code(clause('a', '1', 'a'), clause('b', '2', 'b'), clause('b1', '5', 'part'))
    expect(conflicts(merged(base, movedUp, and(clause('n', '5', 'new'))))).toEqual([
      'one-label b1 n',
    ])
    expect(conflicts(merged(base, movedUp, renumbered))).toEqual(['one-label a b1'])
  })
  it('that one side gave twice, or that stood before, are its own affair', () => {
    expect(
      conflicts(
        merged(
          base,
          and(clause('n', '5', 'new'), clause('m', '5', 'newer')),
          and(clause('o', '6', 'other')),
        ),
      ),
    ).toEqual([])
    const [n, m] = [clause('n', '5', 'new'), clause('m', '5', 'newer')]
    expect(conflicts(merged(base, and(n, m), and(n)))).toEqual([])
    expect(conflicts(merged(base, and(n), and(n, m)))).toEqual([])
    expect(
      conflicts(merged(base, and(clause('n', '1', 'new')), and(clause('o', '6', 'other')))),
    ).toEqual([])
  })
  it('put newcomers in order, whatever they are called by id', () => {
    const both = merged(base, and(clause('m', '10', 'm')), and(clause('n', '9', 'n')))
    expect(text_(both)).toMatch(/n:9=n m:10=m$/)
    expect(text_(merged(base, and(clause('n', '9', 'n')), and(clause('m', '10', 'm'))))).toMatch(
      /n:9=n m:10=m$/,
    )
    expect(
      notices(
        merged(
          base,
          and(clause('n', '9', 'n')),
          code(clause('a', '1', 'a now'), ...(base.children ?? []).slice(1)),
        ),
      ),
    ).toEqual([])
    const shared = merged(
      base,
      and(clause('n', '9', 'n'), clause('x', '9A', 'x')),
      and(clause('n', '9', 'n')),
    )
    expect(notices(shared).filter((one) => one.startsWith('same-place'))).toEqual([
      'same-place n',
      'same-place x',
    ])
  })
})

describe('what one side repealed and the other worked on', () => {
  const base = code(
    clause('a', '1', 'a', [clause('a1', '(a)', 'x'), clause('a2', '(b)', 'y')]),
    clause('b', '2', 'b'),
  )
  const gone = code(clause('b', '2', 'b'))
  const with_ = (...parts: Draft[]) => code(clause('a', '1', 'a', parts), clause('b', '2', 'b'))
  const [one, two] = [clause('a1', '(a)', 'x'), clause('a2', '(b)', 'y')]
  it('stands as in the base, with a conflict for what was worked on alone', () => {
    const words = merged(base, gone, with_(clause('a1', '(a)', 'x now'), two))
    expect(conflicts(words)).toEqual(['deleted-changed a', 'deleted-changed a1'])
    expect(text_(words)).toBe('a:1=a[a1:(a)=x a2:(b)=y] b:2=b')
    const own = merged(
      base,
      code(clause('a', '1', 'a now', [one, two]), clause('b', '2', 'b')),
      gone,
    )
    expect(conflicts(own)).toEqual(['deleted-changed a'])
    expect(text_(own)).toBe('a:1=a[a1:(a)=x a2:(b)=y] b:2=b')
    const added = merged(base, gone, with_(one, clause('n', '(aa)', 'n'), two))
    expect(conflicts(added)).toEqual(['deleted-changed a'])
    expect(text_(added)).toBe('a:1=a[a1:(a)=x a2:(b)=y] b:2=b')
  })
  it('stands as on the right where that is asked for', () => {
    const right = with_(clause('a1', '(a)', 'x now'), two)
    expect(text_(merged(base, gone, right, { holds: 'right' }))).toBe(
      'a:1=a[a1:(a)=x now a2:(b)=y] b:2=b',
    )
    expect(text_(merged(base, right, gone, { holds: 'right' }))).toBe('b:2=b')
    expect(
      text_(merged(base, gone, with_(one, clause('n', '(aa)', 'n'), two), { holds: 'right' })),
    ).toBe('a:1=a[a1:(a)=x n:(aa)=n a2:(b)=y] b:2=b')
  })
  it('stands where the other side moved it', () => {
    const moved = merged(
      base,
      gone,
      code(clause('b', '2', 'b', [clause('a', '1', 'a', [one, two])])),
    )
    expect(conflicts(moved)).toEqual(['deleted-changed a'])
    expect(text_(moved)).toBe('a:1=a[a1:(a)=x a2:(b)=y] b:2=b')
  })
  it('goes where the other side only struck parts of it', () => {
    const less = merged(base, gone, with_(one))
    expect(conflicts(less)).toEqual([])
    expect(text_(less)).toBe('b:2=b')
  })
})

describe('the two sides', () => {
  it('may be swapped: what both insert differently, of two kinds, or under two parents comes out the same', () => {
    const base = code(clause('a', '1', 'a'), clause('b', '2', 'b'))
    const under = (parent: 'a' | 'b', kind: Kind, words: string) =>
      code(
        ...(['a', 'b'] as const).map((name, at) =>
          clause(
            name,
            String(at + 1),
            name,
            name === parent ? [{ ...clause('n', '9', words), kind }] : [],
          ),
        ),
      )
    const sides: [Draft, Draft][] = [
      [under('a', 'para', 'n'), under('a', 'clause', 'n')],
      [under('a', 'clause', 'one'), under('a', 'clause', 'other')],
      [under('a', 'clause', 'n'), under('b', 'clause', 'n')],
      [under('a', 'para', 'one'), under('b', 'clause', 'other')],
    ]
    for (const [left, right] of sides) {
      const [there, back] = [merged(base, left, right), merged(base, right, left)]
      expect(back.root.treeHash).toBe(there.root.treeHash)
      expect(conflicts(back)).toEqual(conflicts(there))
    }
    const twice = merged(base, under('b', 'clause', 'n'), under('a', 'clause', 'n'))
    expect(conflicts(twice)).toEqual(['moved-twice n'])
    expect(text_(twice)).toBe('a:1=a[n:9=n] b:2=b')
  })
})

describe('places', () => {
  const base = code(
    clause('a', '1', 'a'),
    clause('b', '2', 'b'),
    clause('c', '3', 'c'),
    clause('d', '4', 'd'),
  )
  const order = (...names: string[]): Draft =>
    code(
      ...names.map((name) => clause(name, { a: '1', b: '2', c: '3', d: '4' }[name] ?? '9', name)),
    )
  it('move with the side that moved, and are a conflict where both moved otherwise', () => {
    expect(text_(merged(base, order('d', 'a', 'b', 'c'), base))).toBe('d:4=d a:1=a b:2=b c:3=c')
    expect(text_(merged(base, order('d', 'a', 'b', 'c'), order('a', 'b', 'x', 'c', 'd')))).toBe(
      'd:4=d a:1=a b:2=b x:9=x c:3=c',
    )
    const twice = merged(base, order('d', 'a', 'b', 'c'), order('a', 'd', 'b', 'c'))
    expect(conflicts(twice)).toEqual(['moved-twice d'])
    expect(text_(twice)).toBe('a:1=a b:2=b c:3=c d:4=d')
    expect(
      text_(merged(base, order('d', 'a', 'b', 'c'), order('a', 'd', 'b', 'c'), { holds: 'right' })),
    ).toBe('a:1=a d:4=d b:2=b c:3=c')
    const alike = merged(base, order('d', 'a', 'b', 'c'), order('d', 'a', 'x', 'b', 'c'))
    expect(conflicts(alike)).toEqual([])
    expect(text_(alike)).toBe('d:4=d a:1=a x:9=x b:2=b c:3=c')
  })
  it('are shared by newcomers in legal order, with a notice for each, and by name where numbers say nothing', () => {
    const put = (name: string, label: string | null) =>
      code(
        clause('a', '1', 'a'),
        clause(name, label, name),
        clause('b', '2', 'b'),
        clause('c', '3', 'c'),
        clause('d', '4', 'd'),
      )
    const both = merged(base, put('n', '1B'), put('m', '1A'))
    expect(text_(both)).toMatch(/^a:1=a m:1A=m n:1B=n b/)
    expect(notices(both)).toEqual(['same-place m', 'same-place n'])
    expect(text_(merged(base, put('n', null), put('m', '1A')))).toMatch(/^a:1=a m:1A=m n=n b/)
    expect(text_(merged(base, put('m', null), put('n', null)))).toMatch(/^a:1=a m=m n=n b/)
    expect(notices(merged(base, put('n', '1B'), put('n', '1B')))).toEqual([])
    expect(conflicts(merged(base, put('n', '1A'), put('m', '1A')))).toEqual(['one-label m n'])
    expect(conflicts(merged(base, put('n', '1A'), put('n', '1A')))).toEqual([])
  })
  it('are lost where the parent is gone: the move goes back, with a conflict', () => {
    const nested = code(clause('a', '1', 'a'), clause('b', '2', 'b', [clause('b1', '(a)', 'x')]))
    const moved = code(clause('a', '1', 'a', [clause('b1', '(a)', 'x')]), clause('b', '2', 'b'))
    const gone = code(clause('b', '2', 'b', [clause('b1', '(a)', 'x')]))
    const lost = merged(nested, moved, gone)
    expect(conflicts(lost)).toEqual(['deleted-changed a', 'place-lost b1'])
    expect(text_(lost)).toBe('a:1=a b:2=b[b1:(a)=x]')
    expect(text_(merged(nested, moved, gone, { holds: 'right' }))).toBe('b:2=b[b1:(a)=x]')
    expect(conflicts(merged(nested, moved, gone, { holds: 'right' }))).toEqual([
      'deleted-changed a',
      'place-lost b1',
    ])
  })
  it('of new parts in what the other side repealed keep it, or lose it', () => {
    const added = code(
      clause('a', '1', 'a', [clause('n', '(a)', 'new')]),
      clause('b', '2', 'b'),
      clause('c', '3', 'c'),
      clause('d', '4', 'd'),
    )
    const kept = merged(base, added, order('b', 'c', 'd'))
    expect(conflicts(kept)).toEqual(['deleted-changed a'])
    expect(text_(kept)).toMatch(/^a:1=a b:2/)
    const lost = merged(base, added, order('b', 'c', 'd'), { holds: 'right' })
    expect(conflicts(lost)).toEqual(['deleted-changed a'])
    expect(text_(lost)).toMatch(/^b:2/)
    expect(conflicts(merged(base, order('b', 'c', 'd'), order('b', 'c', 'd')))).toEqual([])
    expect(text_(merged(base, order('b', 'c', 'd'), order('a', 'b', 'c')))).toBe('b:2=b c:3=c')
  })
  it('within each other go back', () => {
    const two = code(clause('a', '1', 'a'), clause('b', '2', 'b'))
    const cycle = merged(
      two,
      code(clause('b', '2', 'b', [clause('a', '1', 'a')])),
      code(clause('a', '1', 'a', [clause('b', '2', 'b')])),
    )
    expect(conflicts(cycle)).toEqual(['cycle a', 'cycle b'])
    expect(text_(cycle)).toBe('a:1=a b:2=b')
  })
  it('within each other through something new go back, and what is new stays where it was put', () => {
    const two = code(clause('a', '1', 'a'), clause('b', '2', 'b'))
    const left = code(clause('b', '2', 'b', [clause('n', '9', 'n', [clause('a', '1', 'a')])]))
    const right = code(clause('a', '1', 'a', [clause('b', '2', 'b')]))
    const cycle = merged(two, left, right)
    expect(conflicts(cycle)).toEqual(['cycle a', 'cycle b'])
    expect(text_(cycle)).toBe('a:1=a b:2=b[n:9=n]')
  })
  it('after the same sibling are the same place, whatever comes next', () => {
    const alike = merged(base, order('a', 'd', 'b', 'c'), order('a', 'd', 'x', 'b', 'c'))
    expect(conflicts(alike)).toEqual([])
    expect(text_(alike)).toBe('a:1=a d:4=d x:9=x b:2=b c:3=c')
  })
  it('of what both repealed may be taken by what moved there', () => {
    const movedIn = order('d', 'b', 'c')
    const put = code(
      clause('n', '9', 'n'),
      clause('b', '2', 'b'),
      clause('c', '3', 'c'),
      clause('d', '4', 'd'),
    )
    expect(conflicts(merged(base, movedIn, put))).toEqual([])
    expect(conflicts(merged(base, put, movedIn))).toEqual([])
    const later = (name: string) =>
      code(
        clause('a', '1', 'a'),
        clause('b', '2', 'b'),
        clause(name, '9', name),
        clause('d', '4', 'd'),
      )
    expect(conflicts(merged(base, later('n'), later('m')))).toEqual([
      'substituted-twice c',
      'one-label m n',
    ])
  })
  it('to two different parents are a conflict', () => {
    const three = code(clause('a', '1', 'a'), clause('b', '2', 'b'), clause('c', '3', 'c'))
    const under = (parent: 'a' | 'b') =>
      code(
        ...(['a', 'b'] as const).map((name, at) =>
          clause(name, String(at + 1), name, name === parent ? [clause('c', '3', 'c')] : []),
        ),
      )
    const twice = merged(three, under('a'), under('b'))
    expect(conflicts(twice)).toEqual(['moved-twice c'])
    expect(text_(twice)).toBe('a:1=a b:2=b c:3=c')
    expect(text_(merged(three, under('a'), under('b'), { holds: 'right' }))).toBe(
      'a:1=a b:2=b[c:3=c]',
    )
    expect(text_(merged(three, under('a'), under('a')))).toBe('a:1=a[c:3=c] b:2=b')
  })
  it('of what both repealed and replaced otherwise are a conflict', () => {
    const put = (name: string) =>
      code(
        clause(name, '1', name),
        clause('b', '2', 'b'),
        clause('c', '3', 'c'),
        clause('d', '4', 'd'),
      )
    expect(conflicts(merged(base, put('n'), put('m')))).toEqual([
      'substituted-twice a',
      'one-label m n',
    ])
    expect(conflicts(merged(base, put('n'), put('n')))).toEqual([])
    expect(conflicts(merged(base, put('n'), order('b', 'c', 'd')))).toEqual([])
  })
  it('under a variation that changes are told', () => {
    const changed = code(
      clause('a', '1', 'a now'),
      clause('b', '2', 'b'),
      clause('c', '3', 'c'),
      clause('d', '4', 'd'),
    )
    const varied = new Set([id('a'), id('b')])
    const other = code(
      clause('a', '1', 'a'),
      clause('b', '2', 'b'),
      clause('c', '3', 'c now'),
      clause('d', '4', 'd'),
    )
    expect(notices(merged(base, changed, other, { varied }))).toEqual(['variation a'])
    expect(notices(merged(base, changed, other))).toEqual([])
  })
})

describe('references and terms across the sides', () => {
  const ref = (to: string): Inline => ({
    t: 'ref',
    s: 'that one',
    form: 'clause',
    to: { in: 'text', id: id(to) },
  })
  const two = (a: Draft['lead'], b: string, label = '2'): Draft =>
    code({ ...clause('a', '1', ''), lead: a ?? [] }, clause('b', label, b))
  it('are told where one side refers anew to what the other rewrites, renumbers or repeals', () => {
    const base = two([[text('a')]], 'b')
    const refers = two([[text('a '), ref('b')]], 'b')
    expect(notices(merged(base, refers, two([[text('a')]], 'b now')))).toEqual(['reference a b'])
    expect(notices(merged(base, two([[text('a')]], 'b', '3'), refers))).toEqual(['reference a b'])
    expect(
      notices(merged(base, refers, code({ ...clause('a', '1', ''), lead: [[text('a')]] }))),
    ).toEqual(['reference a b'])
    const before = two([[text('a '), ref('b')]], 'b')
    const more = two([[text('a more '), ref('b')]], 'b')
    expect(notices(merged(before, more, two([[text('a '), ref('b')]], 'b now')))).toEqual([])
  })
  it('are told where one side uses in new words a term that the other redefines', () => {
    const define = (words: string, use: string): Draft =>
      code({ id: id('t'), kind: 'definition', lead: [[text(words)]] }, clause('a', '1', use))
    const base = define('“Levy” means one.', 'pay')
    expect(
      notices(
        merged(
          base,
          define('“Levy” means two.', 'pay'),
          define('“Levy” means one.', 'pay the Levy'),
        ),
      ),
    ).toEqual(['term a t'])
    expect(
      notices(
        merged(base, define('“Levy” means two.', 'pay'), define('“Levy” means one.', 'pay now')),
      ),
    ).toEqual([])
  })
  it('are told for each place referred to', () => {
    const three = (lead: Draft['lead'], b: string, c: string): Draft =>
      code({ ...clause('a', '1', ''), lead: lead ?? [] }, clause('b', '2', b), clause('c', '3', c))
    const both = merged(
      three([[text('a')]], 'b', 'c'),
      three([[text('a '), ref('b'), text(' '), ref('c')]], 'b', 'c'),
      three([[text('a')]], 'b now', 'c now'),
    )
    expect(notices(both)).toEqual(['reference a b', 'reference a c'])
  })
  it('are told by marks too, within emphasis, and once', () => {
    const use = (inline: Inline) =>
      code(
        { id: id('t'), kind: 'definition', lead: [[text('“Levy” means one.')]] },
        { ...clause('a', '1', ''), lead: [[text('pay '), inline]] },
      )
    const term: Inline = { t: 'term', s: 'levies', def: id('t') }
    const redefined = code(
      { id: id('t'), kind: 'definition', lead: [[text('“Levy” means two.')]] },
      { ...clause('a', '1', ''), lead: [[text('pay '), text('dues')]] },
    )
    const base = use(text('dues'))
    expect(notices(merged(base, redefined, use(term)))).toEqual(['term a t'])
    expect(notices(merged(base, redefined, use({ t: 'em', kind: 'b', c: [term] })))).toEqual([
      'term a t',
    ])
    expect(notices(merged(base, redefined, use({ t: 'term', s: 'levies', def: null })))).toEqual([])
    const two = (words: string, inline: Inline) =>
      code({ ...clause('a', '1', ''), lead: [[text('a '), inline]] }, clause('b', '2', words))
    const deep: Inline = { t: 'em', kind: 'i', c: [ref('b')] }
    expect(notices(merged(two('b', text('x')), two('b', deep), two('b now', text('x'))))).toEqual([
      'reference a b',
    ])
    const both = merged(
      two('b of old times', text('x')),
      two('c of old times', deep),
      two('b of new times', deep),
    )
    expect(notices(both)).toEqual(['reference a b', 'same-change a', 'same-provision b'].sort())
  })
  it('know a term by its mark, or by its quotation marks in any provision', () => {
    const define = (term: Inline, kind: Kind, rest: string, use: string): Draft =>
      code({ id: id('t'), kind, lead: [[term, text(rest)]] }, clause('a', '1', use))
    const mark: Inline = { t: 'term', s: 'Levy', def: null }
    const across = (term: Inline, kind: Kind): string[] =>
      notices(
        merged(
          define(term, kind, ' means one', 'pay'),
          define(term, kind, ' means two', 'pay'),
          define(term, kind, ' means one', 'pay the Levy'),
        ),
      )
    expect(across(mark, 'definition')).toEqual(['term a t'])
    expect(across(text('“Levy”'), 'clause')).toEqual(['term a t'])
    expect(across(text('Levy'), 'definition')).toEqual(['term a t'])
    const levy = (words: string, use: string) =>
      code({ id: id('t'), kind: 'definition', lead: [[text(words)]] }, clause('a', '1', use))
    const before = levy('“Levy” means a levy of old', 'pay')
    const uses = levy('“Levy” means a levy of old', 'pay the Levy')
    for (const redefined of ['“Levy” means a levy of now', '“Charge” means a levy of old'])
      expect(notices(merged(before, levy(redefined, 'pay'), uses))).toEqual(['term a t'])
    const says = (words: string, use: string) => define(mark, 'definition', words, use)
    expect(
      notices(
        merged(says(' is one', 'pay'), says(' is two', 'pay'), says(' is one', 'pay the Levy')),
      ),
    ).toEqual(['term a t'])
    expect(across(mark, 'clause')).toEqual([])
    expect(across(text('Levy'), 'clause')).toEqual([])
  })
  it('are not told of a definition that is only now made', () => {
    const base = code(clause('a', '1', 'pay'))
    const made = code(clause('a', '1', 'pay'), {
      id: id('t'),
      kind: 'definition',
      lead: [[text('“Levy” means one.')]],
    })
    expect(notices(merged(base, made, code(clause('a', '1', 'pay the Levy'))))).toEqual([])
  })
})
