import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCorpus, limsEnds, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { applyOps } from './apply-ops.ts'
import { indexOf } from './apply-redline.ts'
import * as arbitrary from './arbitrary.ts'
import { instructionOf, instructionsOf } from './instruction-words.ts'
import { type Draft, type ProvisionId, provisionId, type Result, type Tree, text } from './model.ts'
import { newNumberIndex } from './number-index.ts'
import type { Op } from './op.ts'
import { opsBetween } from './ops-between.ts'
import { parseInstructions } from './parse-instructions.ts'
import { nameOf, provisionsCalled } from './provision-name.ts'
import { quoted, readQuoted } from './quoted-words.ts'
import { newStore, type TextStore } from './store.ts'

tellIfAbsent('Instructions for real texts')

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** A draft whose words carry no marks. */
const plain = (draft: Draft): Draft => {
  const words = (all: Draft['lead']) =>
    (all ?? []).map((paragraph) => [
      text(
        paragraph
          .map((one) => ('s' in one ? one.s : one.c.map((c) => ('s' in c ? c.s : '')).join('')))
          .join(''),
      ),
    ])
  return {
    ...draft,
    heading: words(draft.heading ? [draft.heading] : [])[0] ?? null,
    lead: words(draft.lead),
    tail: words(draft.tail),
    children: (draft.children ?? []).map(plain),
  }
}

/** The text with ids by place, so that texts with other new ids can be compared. */
const shape = (tree: Tree): unknown => [tree.own.ownHash, tree.kids.map(shape)]

/** Ops with each id that is new in them called by its order, and label objects as printed. */
const leveled = (ops: readonly Op[], root: Tree): unknown => {
  const known = indexOf(root)
  const fresh = new Map<string, string>()
  const called = (id: ProvisionId): string => {
    if (known.has(id)) return id
    if (!fresh.has(id)) fresh.set(id, `new ${fresh.size}`)
    return fresh.get(id) as string
  }
  return JSON.parse(
    JSON.stringify(ops, (key, one) =>
      ['id', 'parent', 'after', 'target'].includes(key) && typeof one === 'string'
        ? called(one as ProvisionId)
        : key === 'targets'
          ? (one as ProvisionId[]).map(called)
          : one,
    ),
  )
}

const expectInverse = (store: TextStore, root: Tree, ops: readonly Op[]): boolean => {
  const said = instructionsOf(store, root, ops)
  if (!said.ok) return false
  const read = value(parseInstructions(store, root, said.value, { seed: 'again' }))
  const [one, other] = [value(applyOps(store, root, ops)), value(applyOps(store, root, read))]
  expect(shape(other.root)).toEqual(shape(one.root))
  expect(read.map((op) => op.op)).toEqual(ops.map((op) => op.op))
  // Read and said once more they are the same words and the same operations, their new ids apart.
  const again = value(instructionsOf(store, root, read))
  expect(again).toBe(said.value)
  const twice = value(parseInstructions(store, root, again, { seed: 'more' }))
  expect(leveled(twice, root)).toEqual(leveled(read, root))
  return true
}

const code = (children: Draft[]): Draft => ({ id: provisionId('r'), kind: 'code', children })
const clause = (label: string, lead: string, children: Draft[] = []): Draft => ({
  id: provisionId(label.replace(/[^A-Za-z0-9.]/g, '')),
  kind: label.startsWith('(') ? 'para' : 'clause',
  label,
  lead: [[text(lead)]],
  children,
})
const model = code([
  clause('D8.4', 'Each User shall pay the charges.'),
  clause('D8.20', 'The Panel shall:', [
    clause('(a)', 'decide within ten Working Days; and'),
    clause('(b)', 'tell each Party, and each Party within its group.'),
  ]),
  clause('D8.21', 'Gone soon.'),
  clause('D8.22', 'Next.'),
])

const readOn = (lines: string, draft = model): string[] => {
  const store = newStore()
  const root = store.plant(draft)
  const read = parseInstructions(store, root, lines)
  if (!read.ok) return read.faults.map((one) => `${one.line}: ${one.expected} | ${one.found}`)
  const after = value(applyOps(store, root, read.value)).root
  const out: string[] = []
  const visit = (tree: Tree, depth: number): void => {
    const { label, heading, lead, tail } = tree.own
    const words = [heading ?? [], ...lead, ...tail].flat().map((one) => ('s' in one ? one.s : ''))
    if (tree !== after) out.push(`${'  '.repeat(depth)}${label?.raw ?? '-'} ${words.join(' / ')}`)
    for (const kid of tree.kids) visit(kid, depth + 1)
  }
  visit(after, -1)
  return out
}

describe('instructions in words', () => {
  it('say what a lawyer would', () => {
    const store = newStore()
    const root = store.plant(model)
    const id = provisionId
    const words = (target: string, from: number, to: number, ins: string): Op => {
      const own = indexOf(root).get(id(target))?.own
      if (!own) throw new Error(target)
      const all = own.lead
        .map((one) => ('s' in (one[0] ?? {}) ? (one[0] as { s: string }).s : ''))
        .join('\n')
      const at = { from, to, base: own.ownHash, quote: all.slice(from, to), occurrence: 0 }
      return {
        op: 'words',
        target: id(target),
        field: 'lead',
        at,
        del: all.slice(from, to),
        ins: ins === '' ? [] : [text(ins)],
      }
    }
    const said = (op: Op): string => instructionOf(op, root)
    expect(said(words('a', 13, 13, ' five'))).toBe('In D8.20(a), after “within” insert “five”')
    expect(said(words('a', 14, 17, 'five'))).toBe('In D8.20(a), for “ten” substitute “five”')
    expect(said(words('a', 13, 17, ' five'))).toBe('In D8.20(a), for “ten” substitute “five”')
    expect(said(words('a', 13, 17, ''))).toBe('In D8.20(a), delete “ten”')
    expect(said(words('b', 15, 26, ''))).toBe('In D8.20(b), delete exactly “, and each ”')
    expect(said(words('b', 26, 31, 'User'))).toBe(
      'In D8.20(b), for the 2nd “Party” substitute “User”',
    )
    expect(said({ op: 'repeal', target: id('D8.21'), leave: 'gap' })).toBe('Delete D8.21')
    expect(said({ op: 'repeal', target: id('D8.21'), leave: 'not-used' })).toBe(
      'Delete D8.21 and leave “Not used” in its place',
    )
    expect(said({ op: 'renumber', target: id('D8.22'), label: 'D8.23' })).toBe(
      'Renumber D8.22 as D8.23',
    )
    expect(
      said({
        op: 'insert',
        parent: id('r'),
        after: id('D8.4'),
        node: clause('D8.4A', 'Each User shall:', [clause('(x)', 'pay.')]),
      }),
    ).toBe('After D8.4 insert:\n  D8.4A Each User shall:\n    (x) pay.')
    expect(said({ op: 'move', target: id('b'), parent: id('r'), after: null, label: 'D8.3' })).toBe(
      'Move D8.20(b) to the beginning of the text and renumber it as D8.3',
    )
    expect(
      said({
        op: 'join',
        targets: [id('D8.21'), id('D8.22')],
        into: [clause('D8.21', 'Both.')].map((one) => ({ ...one, id: id('j') })),
      }),
    ).toBe('Join D8.21 and D8.22 into:\n  D8.21 Both.')
  })
  it('are read as typed, each for the text that those before it leave', () => {
    expect(
      readOn(
        [
          '1. In D8.20(a), after "within" insert "five or".',
          '2. Renumber D8.22 as D8.24.',
          'Delete section D8.21',
          'After D8.4 insert new D8.4A: Each User shall:',
          '    (a) keep a record; and',
          '    (b) show it,',
          '    / when asked.',
          'In D8.4A(b), replace “it” with “the record”',
          'In D8.20(b), for “Party” substitute “User” wherever it occurs',
          'In the heading of D8.4, at the beginning insert “Charges”',
          'Move D8.24 to before D8.20 and renumber it as D8.19',
        ].join('\n'),
      ),
    ).toEqual([
      'D8.4 Charges / Each User shall pay the charges.',
      'D8.4A Each User shall: / when asked.',
      '  (a) keep a record; and',
      '  (b) show the record,',
      'D8.19 Next.',
      'D8.20 The Panel shall:',
      '  (a) decide within five or ten Working Days; and',
      '  (b) tell each User, and each User within its group.',
    ])
  })
  it('that cannot be carried out are told by line, with what was expected and what came', () => {
    expect(
      readOn(
        [
          'Delete D8.99',
          'In D8.20(b), delete “Party”',
          'In D8.20(a), for “twelve” substitute “ten”',
          'Please change D8.4',
          'In D8.4, alter “User”',
          'After D8.4 insert:',
          'For D8.4 substitute:',
          '  {claus} words',
        ].join('\n'),
      ),
    ).toEqual([
      '1: one provision of this text that is called D8.99 | none',
      '2: “Party” once, or which is meant, as in: the 2nd “Party” | it 2 times',
      '3: “twelve” in these words | “decide within ten Working Days; and”',
      expect.stringMatching(/^4: an instruction such as: In D8\.20\(a\).* \| Please change D8\.4$/),
      expect.stringMatching(/^5: after “…” insert “…”.* \| alter “User”$/),
      '6: a provision, indented, under the instruction | none',
      expect.stringMatching(/^8: a kind .* \| claus$/),
    ])
  })
  it('say and read any words in quotation marks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '“', '”', '"', '\\', 'n', '\n') }),
        (s) => {
          expect(readQuoted(`${quoted(s)}x`, 0)).toEqual({ words: s, end: quoted(s).length })
        },
      ),
    )
  })
  it('name every provision so that it is found again', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => {
        const index = newNumberIndex(newStore().plant(draft))
        const visit = (tree: Tree): void => {
          expect(provisionsCalled(index, nameOf(index, tree)).map((one) => one.id)).toEqual([
            tree.id,
          ])
          tree.kids.forEach(visit)
        }
        visit(index.root)
      }),
      { numRuns: 200 },
    )
  })
  it('come back from an edited text as the same amendment', () => {
    let [said, all] = [0, 0]
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 6 }),
        (draft, steps) => {
          const store = newStore()
          const root = store.plant(plain(draft))
          const newer = store.plant(plain(arbitrary.changed(draft, steps)))
          all++
          if (expectInverse(store, root, opsBetween(store, root, newer))) said++
        },
      ),
      { numRuns: 300 },
    )
    expect(said / all).toBeGreaterThan(0.65)
  })
  it('come back for every kind of operation', () => {
    const fresh = (draft: Draft, prefix: string): Draft => ({
      ...draft,
      id: provisionId(`${prefix}.${draft.id}`),
      children: (draft.children ?? []).map((kid) => fresh(kid, prefix)),
    })
    const kinds = fc.constantFrom(
      'insert',
      'substitute',
      'repeal',
      'renumber',
      'move',
      'split',
      'join',
      'rewrite',
    )
    const pick = fc.record({
      kind: kinds,
      at: fc.nat(40),
      to: fc.nat(40),
      said: arbitrary.tree(),
      label: fc.constantFrom('7', '(q)', 'Not used', 'D9.1A', ''),
    })
    let [said, all] = [0, 0]
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(pick, { minLength: 1, maxLength: 4 }),
        (draft, picks) => {
          const store = newStore()
          const root = store.plant(plain(draft))
          let now = root
          const ops: Op[] = []
          picks.forEach(({ kind, at, to, said: given, label }, n) => {
            const all = [...indexOf(now).values()]
            const [tree, other] = [all[at % all.length], all[to % all.length]] as [Tree, Tree]
            const node = { ...fresh(plain(given), `n${n}`), kind: 'clause' as const }
            const last = other.kids.at(-1)?.id ?? null
            const op: Op =
              kind === 'insert'
                ? { op: 'insert', parent: other.id, after: last, node }
                : kind === 'substitute'
                  ? { op: 'substitute', target: tree.id, with: [node] }
                  : kind === 'rewrite'
                    ? {
                        op: 'substitute',
                        target: tree.id,
                        with: [{ ...node, id: tree.id, children: [] }],
                      }
                    : kind === 'repeal'
                      ? { op: 'repeal', target: tree.id, leave: to % 2 === 0 ? 'gap' : 'not-used' }
                      : kind === 'renumber'
                        ? { op: 'renumber', target: tree.id, label }
                        : kind === 'move'
                          ? {
                              op: 'move',
                              target: tree.id,
                              parent: other.id,
                              after: last,
                              ...(label === '7' ? { label } : {}),
                            }
                          : kind === 'split'
                            ? { op: 'split', targets: [tree.id], into: [node, fresh(node, 'm')] }
                            : { op: 'join', targets: [tree.id, other.id], into: [node] }
            const applied = applyOps(store, now, [op])
            if (!applied.ok) return
            ops.push(op)
            now = applied.value.root
          })
          all++
          if (expectInverse(store, root, ops)) said++
        },
      ),
      { numRuns: 300 },
    )
    expect(said / all).toBeGreaterThan(0.65)
  })
})

describe.skipIf(!hasCorpus)('instructions for the Canada Labour Code', () => {
  it('say its first amendments and give the same text', () => {
    const store = newStore()
    const [first, last] = limsEnds('canada-labour-code')
    const [a, b] = [store.plant(plain(first.draft)), store.plant(plain(last.draft))]
    const ops = opsBetween(store, a, b).slice(0, 60)
    const said = instructionsOf(store, a, ops)
    if (!said.ok) expect(said.faults).toEqual([])
    else {
      const read = value(parseInstructions(store, a, said.value))
      expect(shape(value(applyOps(store, a, read)).root)).toEqual(
        shape(value(applyOps(store, a, ops)).root),
      )
    }
  })
})
