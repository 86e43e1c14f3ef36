import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOps } from './apply-ops.ts'
import * as arbitrary from './arbitrary.ts'
import { fieldWords, spliceWords } from './field-words.ts'
import { type Draft, type Inline, type Paragraph, provisionId, type Tree, text } from './model.ts'
import type { Op } from './op.ts'
import { opsBetween } from './ops-between.ts'
import { newStore, type TextStore } from './store.ts'
import { wordsOf } from './words.ts'

const id = provisionId
const clause = (name: string, label: string, words: string, children: Draft[] = []): Draft => ({
  id: id(name),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const code: Draft = {
  id: id('r'),
  kind: 'code',
  children: [
    clause('a', '1', 'one', [clause('a1', '(a)', 'first'), clause('a2', '(b)', 'second')]),
    clause('b', '2', 'to be or not to be'),
    clause('c', '3', 'three'),
    clause('d', '4', 'four'),
  ],
}

const amended = (ops: readonly Op[], draft = code, retired: readonly string[] = []) => {
  const store = newStore()
  const root = store.plant(draft)
  return { root, result: applyOps(store, root, ops, { retired: new Set(retired.map(id)) }) }
}
const outline = (tree: Tree): string => {
  const { label, lead } = tree.own
  const kids = tree.kids.length > 0 ? `[${tree.kids.map(outline).join(' ')}]` : ''
  return `${tree.id}${label ? `:${label.raw}` : ''}${lead.length > 0 ? `=${lead.map(wordsOf).join('/')}` : ''}${kids}`
}
const textAfter = (...ops: Op[]): string => {
  const { result } = amended(ops)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value.root.kids.map(outline).join(' ')
}
const fault = (op: Op, draft = code, retired: readonly string[] = []): string => {
  const { result } = amended([op], draft, retired)
  if (result.ok) return 'none'
  const [first] = result.faults
  return `${first?.index} ${first?.op} ${first?.provision}: ${first?.expected} | ${first?.found}`
}
const n = (name: string, children: Draft[] = []): Draft => clause(name, '9', name, children)

describe('places of new provisions', () => {
  it('are after a sibling, or first', () => {
    expect(textAfter({ op: 'insert', parent: id('a'), after: null, node: n('x') })).toMatch(
      /^a:1=one\[x:9=x a1/,
    )
    expect(textAfter({ op: 'insert', parent: id('a'), after: id('a1'), node: n('x') })).toMatch(
      /a1:\(a\)=first x:9=x a2/,
    )
    expect(
      textAfter({ op: 'insert', parent: id('a'), after: id('a2'), node: n('x', [n('y')]) }),
    ).toMatch(/a2:\(b\)=second x:9=x\[y:9=y\]\]/)
  })
  it('must be in the text, and their ids new, each once', () => {
    expect(fault({ op: 'insert', parent: id('z'), after: null, node: n('x') })).toBe(
      '0 insert z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'insert', parent: id('a'), after: id('b'), node: n('x') })).toBe(
      '0 insert a: a place after its child b | no such child',
    )
    expect(
      fault({ op: 'insert', parent: id('a'), after: null, node: n('x', [n('y'), n('y')]) }),
    ).toBe('0 insert y: each id once in what is inserted | it twice')
    expect(fault({ op: 'insert', parent: id('a'), after: null, node: n('x', [n('c')]) })).toBe(
      '0 insert c: an id not yet in use | a provision of that id',
    )
    expect(fault({ op: 'insert', parent: id('a'), after: null, node: n('x') }, code, ['x'])).toBe(
      '0 insert x: an id never used before | the id of a repealed provision',
    )
  })
  it('may be under what was inserted just before', () => {
    expect(
      textAfter(
        { op: 'insert', parent: id('b'), after: null, node: n('x') },
        { op: 'insert', parent: id('x'), after: null, node: n('y') },
      ),
    ).toContain('b:2=to be or not to be[x:9=x[y:9=y]]')
  })
})

describe('what is replaced', () => {
  it('gives its place to what comes, and those joined give the first place', () => {
    expect(textAfter({ op: 'substitute', target: id('b'), with: [n('x'), n('y')] })).toMatch(
      /second\] x:9=x y:9=y c:3/,
    )
    expect(textAfter({ op: 'join', targets: [id('b'), id('d')], into: [n('x')] })).toMatch(
      /second\] x:9=x c:3=three$/,
    )
    expect(textAfter({ op: 'join', targets: [id('d'), id('b')], into: [n('x')] })).toMatch(
      /\] c:3=three x:9=x$/,
    )
    expect(textAfter({ op: 'join', targets: [id('c'), id('a')], into: [n('x')] })).toBe(
      'b:2=to be or not to be x:9=x d:4=four',
    )
    expect(textAfter({ op: 'split', targets: [id('a')], into: [n('x'), n('y')] })).toMatch(
      /^x:9=x y:9=y b:2/,
    )
    expect(textAfter({ op: 'substitute', target: id('a'), with: [] })).toMatch(/^b:2/)
  })
  it('comes after what stays before it, though others given up stood between', () => {
    expect(textAfter({ op: 'join', targets: [id('c'), id('b')], into: [n('x')] })).toMatch(
      /second\] x:9=x d:4=four$/,
    )
  })
  it('is remembered unless it keeps its identity', () => {
    const lineage = (op: Op) => {
      const { result } = amended([op])
      return result.ok && result.value.lineage
    }
    expect(lineage({ op: 'substitute', target: id('a'), with: [n('a'), n('x')] })).toEqual([
      { id: 'x', how: 'replaces', of: ['a'] },
    ])
    expect(lineage({ op: 'substitute', target: id('a'), with: [n('a1')] })).toEqual([])
    expect(lineage({ op: 'join', targets: [id('b'), id('c')], into: [n('x')] })).toEqual([
      { id: 'x', how: 'derivedFrom', of: ['b', 'c'] },
    ])
    expect(lineage({ op: 'renumber', target: id('a'), label: '5' })).toEqual([])
  })
  it('must be provisions of the text that do not lie within each other', () => {
    expect(fault({ op: 'join', targets: [], into: [n('x')] })).toBe(
      '0 join none: a provision to work on | none named',
    )
    expect(fault({ op: 'join', targets: [id('b'), id('z')], into: [n('x')] })).toBe(
      '0 join z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'join', targets: [id('r')], into: [n('x')] })).toBe(
      '0 join r: a provision under another | the whole text',
    )
    expect(fault({ op: 'join', targets: [id('a1'), id('a')], into: [n('x')] })).toBe(
      '0 join a1: targets that do not lie within each other | one within another',
    )
    expect(fault({ op: 'join', targets: [id('b'), id('b')], into: [n('x')] })).toBe(
      '0 join b: each target once | one twice',
    )
    expect(fault({ op: 'join', targets: [id('b'), id('c')], into: [n('d')] })).toBe(
      '0 join d: an id not yet in use | a provision of that id',
    )
    expect(fault({ op: 'split', targets: [id('b'), id('c')], into: [n('x')] })).toBe(
      '0 split b: one provision to split | 2',
    )
    expect(fault({ op: 'split', targets: [], into: [n('x')] })).toBe(
      '0 split none: one provision to split | 0',
    )
    expect(fault({ op: 'join', targets: [id('b')], into: [n('x'), n('y')] })).toBe(
      '0 join b: one provision to join into | 2',
    )
    expect(fault({ op: 'join', targets: [], into: [] })).toBe(
      '0 join none: one provision to join into | 0',
    )
    expect(fault({ op: 'substitute', target: id('z'), with: [n('x')] })).toBe(
      '0 substitute z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'substitute', target: id('a'), with: [n('a1')] }, code, ['a1'])).toBe('none')
  })
  it('may be the whole text, under its own id alone', () => {
    const whole = { ...n('r', [n('a1')]), kind: 'code' as const }
    expect(textAfter({ op: 'substitute', target: id('r'), with: [whole] })).toBe('a1:9=a1')
    const said = '0 substitute r: one draft under the id of the whole text | others'
    expect(fault({ op: 'substitute', target: id('r'), with: [n('x')] })).toBe(said)
    expect(fault({ op: 'substitute', target: id('r'), with: [] })).toBe(said)
    expect(fault({ op: 'substitute', target: id('r'), with: [whole, n('x')] })).toBe(said)
    expect(fault({ op: 'substitute', target: id('r'), with: [n('r', [n('x'), n('x')])] })).toBe(
      '0 substitute x: each id once in what is inserted | it twice',
    )
  })
})

describe('words that are amended', () => {
  const draft: Draft = {
    ...code,
    children: [
      {
        ...clause('b', '2', 'to be or not to be'),
        heading: [text('Being here')],
        tail: [[text('or so')]],
      },
    ],
  }
  const base = newStore().plant(draft).kids[0]?.own.ownHash ?? ('' as never)
  const words = (
    at: Partial<Extract<Op, { op: 'words' }>['at']>,
    del: string,
    ins: string,
    field: 'heading' | 'lead' | 'tail' = 'lead',
  ): Op => ({
    op: 'words',
    target: id('b'),
    field,
    at: { from: 0, to: 0, base: 'other' as never, quote: del, occurrence: 0, ...at },
    del,
    ins: ins === '' ? [] : [text(ins)],
  })
  const said = (op: Op): string => {
    const { result } = amended([op], draft)
    if (!result.ok) return `${result.faults[0]?.expected} | ${result.faults[0]?.found}`
    const own = result.value.root.kids[0]?.own
    return own ? [own.heading ?? [], ...own.lead, ...own.tail].map(wordsOf).join(' / ') : ''
  }
  it('are found by offsets while the content is the one written for', () => {
    expect(said(words({ base, from: 3, to: 5 }, 'be', 'go'))).toBe(
      'Being here / to go or not to be / or so',
    )
    expect(said(words({ base, from: 16, to: 18 }, 'be', 'go'))).toBe(
      'Being here / to be or not to go / or so',
    )
    expect(said(words({ base, from: 3, to: 5 }, 'or', 'go'))).toBe('"or" at 3 | "be"')
    expect(said(words({ base, from: 5, to: 3 }, '', 'go'))).toBe('"" at 5 | ""')
    expect(said(words({ base, from: 18, to: 30 }, '', 'go'))).toBe('"" at 18 | ""')
    expect(said(words({ base, from: 18, to: 18 }, '', ' or do'))).toContain('not to be or do /')
  })
  it('are found by the quotation in any other content', () => {
    expect(said(words({ occurrence: 2 }, 'be', 'go'))).toContain('to be or not to go')
    expect(said(words({ occurrence: 1 }, 'be', 'go'))).toContain('to go or not to be')
    expect(said(words({ occurrence: 3 }, 'be', 'go'))).toBe('"be", place 3 | it 2 times')
    expect(said(words({}, 'be', 'go'))).toBe('"be" once | it 2 times')
    expect(said(words({}, 'or', 'and'))).toContain('to be and not to be')
    expect(said(words({ occurrence: 1 }, 'to', 'do'))).toContain('/ do be or not to be')
    expect(said(words({}, 'zebra', 'go'))).toBe('"zebra", place 1 | "to be or not to be"')
    expect(said(words({ quote: 'not' }, '', ' ever'))).toContain('or not ever to be')
    expect(said(words({ quote: 'not' }, 'or', 'go'))).toBe(
      'the quotation to be what is struck, "or" | "not"',
    )
    expect(said(words({ quote: '' }, '', 'well '))).toContain('/ well to be or not')
    expect(said(words({ quote: '', from: 3 }, '', 'well '))).toBe(
      'words to find the place by | other content and no quotation',
    )
    expect(said(words({ quote: '' }, 'to', 'well '))).toBe(
      'words to find the place by | other content and no quotation',
    )
    expect(said(words({ quote: 'not\u00a0to' }, 'not\u00a0to', 'go'))).toContain('to be or go be')
  })
  it('may be those of the heading, in one line, and those after the children', () => {
    expect(said(words({}, 'here', 'there\nand everywhere', 'heading'))).toBe(
      'Being there and everywhere / to be or not to be / or so',
    )
    expect(said(words({}, 'so', 'else\nand so on', 'tail'))).toBe(
      'Being here / to be or not to be / or else / and so on',
    )
    expect(fault({ ...words({}, 'be', 'x'), target: id('z') } as Op, draft)).toBe(
      '0 words z: a provision in this version | none of that id',
    )
  })
})

describe('what is repealed or moved', () => {
  it('goes with all under it, or leaves its number with nothing under it', () => {
    expect(textAfter({ op: 'repeal', target: id('a'), leave: 'gap' })).toMatch(/^b:2/)
    expect(textAfter({ op: 'repeal', target: id('a'), leave: 'not-used', words: 'Gone' })).toMatch(
      /^a:1=Gone b:2/,
    )
    expect(fault({ op: 'repeal', target: id('z'), leave: 'gap' })).toBe(
      '0 repeal z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'repeal', target: id('r'), leave: 'not-used' })).toBe(
      '0 repeal r: a provision under another | the whole text',
    )
    const { result } = amended([
      { op: 'repeal', target: id('a'), leave: 'not-used' },
      { op: 'renumber', target: id('a1'), label: '9' },
    ])
    expect(result).toMatchObject({ ok: false, faults: [{ index: 1, provision: 'a1' }] })
  })
  it('may come back under its id in the same amendment', () => {
    expect(
      textAfter(
        { op: 'repeal', target: id('a'), leave: 'gap' },
        { op: 'insert', parent: id('b'), after: null, node: n('a', [n('a2')]) },
      ),
    ).toContain('b:2=to be or not to be[a:9=a[a2:9=a2]]')
  })
  it('goes to a place that is there, and not within itself', () => {
    expect(textAfter({ op: 'move', target: id('a1'), parent: id('b'), after: null })).toMatch(
      /^a:1=one\[a2:\(b\)=second\] b:2=to be or not to be\[a1:\(a\)=first\]/,
    )
    expect(
      textAfter({ op: 'move', target: id('a2'), parent: id('a'), after: null, label: '(0)' }),
    ).toMatch(/^a:1=one\[a2:\(0\)=second a1/)
    expect(textAfter({ op: 'move', target: id('d'), parent: id('r'), after: id('a') })).toMatch(
      /\] d:4=four b:2/,
    )
    expect(fault({ op: 'move', target: id('z'), parent: id('a'), after: null })).toBe(
      '0 move z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'move', target: id('a'), parent: id('z'), after: null })).toBe(
      '0 move z: a provision in this version | none of that id',
    )
    expect(fault({ op: 'move', target: id('a'), parent: id('r'), after: id('a') })).toBe(
      '0 move a: a place after another | after itself',
    )
    expect(fault({ op: 'move', target: id('a'), parent: id('a'), after: null })).toBe(
      '0 move a: a parent outside it | a, which lies within it',
    )
    expect(fault({ op: 'move', target: id('a'), parent: id('a1'), after: null })).toBe(
      '0 move a: a parent outside it | a1, which lies within it',
    )
    expect(fault({ op: 'move', target: id('r'), parent: id('a'), after: null })).toBe(
      '0 move r: a parent outside it | a, which lies within it',
    )
  })
  it('leaves untouched provisions the same objects', () => {
    const { root, result } = amended([{ op: 'renumber', target: id('a1'), label: '(z)' }])
    if (!result.ok) throw new Error('A fault')
    expect(result.value.root.kids[1]).toBe(root.kids[1])
    expect(result.value.root.kids[0]?.kids[1]).toBe(root.kids[0]?.kids[1])
    const same = amended([])
    expect(same.result.ok && same.result.value.root).toBe(same.root)
  })
})

/** Each character of a run of marked words with the marks it carries; what has no ink stands for itself. */
const inked = (paragraph: Paragraph, marks = ''): string[] =>
  paragraph.flatMap((one) => {
    if (one.t === 'em') return inked(one.c, `${marks}${one.kind}`)
    const its = one.t === 'text' ? marks : `${marks}${JSON.stringify({ ...one, s: '' })}`
    return [...one.s].map((character) => `${character} ${its}`)
  })

describe('words spliced by character', () => {
  it('keep every other character with its marks', () => {
    const marked: fc.Arbitrary<Inline[]> = fc.constantFrom<Inline[]>(
      [],
      [text('new')],
      [text(' a\nb')],
      [{ t: 'term', s: 'Term', def: null }, text('\n')],
    )
    fc.assert(
      fc.property(
        arbitrary.content(),
        fc.nat(60),
        fc.nat(20),
        marked,
        (draft, start, length, ins) => {
          const own = newStore().own(draft)
          const words = fieldWords(own, 'lead')
          const from = Math.min(start, words.length)
          const to = Math.min(words.length, from + length)
          const spliced = spliceWords(own.lead, from, to, ins)
          const flat = (paragraphs: readonly Paragraph[]): string[] =>
            paragraphs.flatMap((paragraph, at) => [...(at > 0 ? ['\n '] : []), ...inked(paragraph)])
          const before = flat(own.lead)
          expect(flat(spliced)).toEqual(
            [...before.slice(0, from), ...inked(ins), ...before.slice(to)].map((one) =>
              one.startsWith('\n') ? '\n ' : one,
            ),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
  it('keep every image that is not among the words struck, once', () => {
    const run = fc.oneof(
      fc.nat(99).map((n): Inline => ({ t: 'image', hash: String(n) as never, s: '' })),
      fc.constantFrom('a', 'bc').map((s) => text(s)),
    )
    const inline = fc.oneof(
      run,
      fc.array(run, { minLength: 1, maxLength: 3 }).map((c): Inline => ({ t: 'em', kind: 'b', c })),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 3 }),
        fc.nat(12),
        fc.nat(4),
        (lines, start, length) => {
          const images: { at: number; hash: string }[] = []
          let at = 0
          const list = (one: Inline): void => {
            if (one.t === 'em') one.c.forEach(list)
            else if (one.t === 'image') images.push({ at, hash: one.hash })
            else at += one.s.length
          }
          lines.forEach((line, n) => {
            if (n > 0) at++
            line.forEach(list)
          })
          const [from, to] = [Math.min(start, at), Math.min(at, start + length)]
          const wanted = images
            .filter((one) => one.at <= from || one.at >= to)
            .map((one) => one.hash)
          images.length = 0
          for (const line of spliceWords(lines, from, to, [])) line.forEach(list)
          expect(images.map((one) => one.hash)).toEqual(wanted)
        },
      ),
      { numRuns: 500 },
    )
  })
  it('keep images and notes that have no words, where they stand', () => {
    const image: Inline = { t: 'image', hash: 'h' as never, s: '' }
    const line: Paragraph = [text('ab'), image, text('cd')]
    expect(spliceWords([line], 0, 1, [])).toEqual([[text('b'), image, text('cd')]])
    expect(spliceWords([line], 3, 4, [])).toEqual([[text('ab'), image, text('c')]])
    expect(spliceWords([[{ t: 'em', kind: 'b', c: [text('ab')] }]], 0, 2, [])).toEqual([[]])
    expect(spliceWords([line], 2, 2, [text('X')])).toEqual([
      [text('ab'), image, text('X'), text('cd')],
    ])
    expect(spliceWords([[image, text('ab')]], 0, 1, [])).toEqual([[image, text('b')]])
    expect(spliceWords([[text('ab'), image]], 1, 2, [])).toEqual([[text('a'), image]])
    expect(spliceWords([[text('a')], [image]], 2, 2, [text('X')])).toEqual([
      [text('a')],
      [image, text('X')],
    ])
    expect(spliceWords([[text('a')], [image, text('b')]], 0, 1, [])).toEqual([
      [],
      [image, text('b')],
    ])
    const deep: Inline = { t: 'em', kind: 'b', c: [text('a'), image, text('b')] }
    expect(spliceWords([[deep]], 1, 1, [text('X')])).toEqual([
      [{ ...deep, c: [text('a'), image] }, text('X'), { ...deep, c: [text('b')] }],
    ])
    expect(spliceWords([], 0, 0, [text('new')])).toEqual([[text('new')]])
  })
})

describe('operations written for an edited text', () => {
  const written = (a: Draft, b: Draft): { ops: Op[]; store: TextStore } => {
    const store = newStore()
    const [one, other] = [store.plant(a), store.plant(b)]
    return { ops: opsBetween(store, one, other), store }
  }
  const wordsOps = (a: string, b: string): string[] =>
    written(clause('r', '1', a), clause('r', '1', b)).ops.map((op) => {
      if (op.op !== 'words') return op.op
      const { from, to, quote, occurrence } = op.at
      return `${from}-${to} “${quote}” ${occurrence}: “${op.del}” “${wordsOf(op.ins)}”`
    })
  it('say what is struck, or what new words follow, and which of several places', () => {
    expect(wordsOps('to be or not to be', 'to be or not to go')).toEqual([
      '15-18 “ be” 2: “ be” “ go”',
    ])
    expect(wordsOps('to be or not to be', 'to be, or not to be')).toEqual(['5-5 “to be” 1: “” “,”'])
    expect(wordsOps('to be or not to be', 'so to be or not to be')).toEqual(['0-0 “” 0: “” “so ”'])
    expect(wordsOps('so to be or not to be', 'to be or not to be')).toEqual(['0-2 “so” 1: “so” “”'])
    const long = 'a line of words that goes on for more than forty characters before it ends'
    expect(wordsOps(long, `${long} here`)).toEqual([
      `${long.length}-${long.length} “${long.slice(-40)}” 1: “” “ here”`,
    ])
  })
  it('count which of several places the new words follow', () => {
    expect(wordsOps('aa aa aa', 'aa aa bb aa')).toEqual(['5-5 “aa aa” 1: “” “ bb”'])
  })
  it('say words beside a heading and over paragraphs, never a provision whole', () => {
    const lines = (...all: string[]): Draft => ({
      id: id('r'),
      kind: 'code',
      heading: [text('A heading of words')],
      lead: all.map((line) => [text(line)]),
      tail: [[text('closing words')]],
    })
    const pairs: [string[], string[]][] = [
      [
        ['one two', 'three four'],
        ['one two', 'new words', 'three four'],
      ],
      [
        ['one two', 'three four'],
        ['one 2', 'three four five'],
      ],
      [['one two', 'three four'], ['three four']],
      [['one two'], ['zero one two']],
      [
        ['one two', 'three'],
        ['one', 'two three'],
      ],
      [['one two three'], ['one', 'two three']],
      [['one', 'two three'], ['one two three']],
      [[], ['one']],
      [['one'], []],
      [['(a) one; two'], ['(a) one, (b) two']],
    ]
    for (const [a, b] of pairs) {
      const { ops } = written(lines(...a), lines(...b))
      expect(ops.map((op) => op.op).filter((op) => op !== 'words')).toEqual([])
      expect(ops.length).toBeGreaterThan(0)
    }
  })
  it('of plain words are always words', () => {
    const line = fc.array(fc.constantFrom('the', 'Party', ',', '(a)', 'of', 'x;'), {
      minLength: 1,
      maxLength: 6,
    })
    const lines = fc.array(
      line.map((one) => one.join(' ')),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const draft = (all: string[]): Draft => ({
          id: id('r'),
          kind: 'code',
          heading: [text('Head')],
          lead: all.map((one) => [text(one)]),
        })
        for (const op of written(draft(a), draft(b)).ops) expect(op.op).toBe('words')
      }),
      { numRuns: 300 },
    )
  })
  it('are written from the end to the start, so that each finds its place', () => {
    expect(wordsOps('one two three four five six seven', 'one 2 three four five 6 seven')).toEqual([
      '23-27 “ six” 1: “ six” “ 6”',
      '3-7 “ two” 1: “ two” “ 2”',
    ])
  })
  it('put, move and number provisions before they say words, and repeal last', () => {
    const root = (...children: Draft[]): Draft => ({ id: id('r'), kind: 'code', children })
    const { ops } = written(
      root(
        clause('a', '1', 'one here'),
        clause('b', '2', 'two'),
        clause('c', '3', 'three', [clause('c1', '(a)', 'x')]),
      ),
      root(clause('n', '0', 'new'), clause('b', '2', 'two'), clause('a', '5', 'one there')),
    )
    expect(
      ops.map((op) => `${op.op} ${'target' in op ? op.target : 'node' in op ? op.node.id : ''}`),
    ).toEqual(['insert n', 'move a', 'renumber a', 'words a', 'repeal c'])
    expect(ops[0]).toMatchObject({ parent: 'r', after: null, node: { children: [] } })
    expect(ops[1]).toMatchObject({ parent: 'r', after: 'b' })
    expect(ops[4]).toEqual({ op: 'repeal', target: 'c', leave: 'gap' })
  })
  it('rewrite a provision whole only where words cannot say it', () => {
    const of = (kind: 'clause' | 'para', words: string): Draft => ({
      id: id('r'),
      kind: 'code',
      children: [{ ...clause('a', '1', words, [clause('a1', '(a)', 'x')]), kind }],
    })
    const { ops } = written(of('clause', 'one'), of('para', 'one'))
    expect(ops).toMatchObject([
      {
        op: 'substitute',
        target: 'a',
        with: [{ id: 'a', kind: 'para', children: [{ id: 'a1' }] }],
      },
    ])
    expect(written(of('clause', 'one'), of('clause', 'one')).ops).toEqual([])
  })
})
