import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aknSchema, dcSeries, hasCorpus, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import { applyOps } from '../../apply-ops.ts'
import { indexOf } from '../../apply-redline.ts'
import * as arbitrary from '../../arbitrary.ts'
import { canonicalOp } from '../../canonical-op.ts'
import { type Draft, type Inline, provisionId, type Tree, text } from '../../model.ts'
import type { Op } from '../../op.ts'
import { opsBetween } from '../../ops-between.ts'
import { newStore, type TextStore } from '../../store.ts'
import { aknHistory } from './akn-history.ts'
import type { AknAmendment } from './amendment-form.ts'
import { readAknAmendment } from './read-akn-amendment.ts'
import { writeAkn } from './write-akn.ts'
import { type AknAmendmentDocument, writeAknAmendment } from './write-akn-amendment.ts'

tellIfAbsent('Amending documents of real texts')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
if (!hasXmllint)
  process.stdout.write(
    'Amending documents against the schema: not run, since xmllint (libxml2-utils) is not there\n',
  )

const doc: AknAmendmentDocument = {
  type: 'bill',
  country: 'gb',
  language: 'eng',
  name: 'secmp-0009',
  title: 'Modification 9 & more',
  author: 'The Administrator',
  workDate: '2016-07-01',
  expressionDate: '2016-07-01',
  manifestationDate: '2016-07-02',
  amends: '/akn/gb/act/2013-09-23/model-code',
}

const invalid = (...files: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'akn-'))
  try {
    const paths = files.map((xml, at) => {
      const path = join(folder, `${at}.xml`)
      writeFileSync(path, xml)
      return path
    })
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', aknSchema(), ...paths], {
      encoding: 'utf8',
    })
    return run.status === 0 ? '' : run.stderr.slice(0, 3000)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const amending = (ops: readonly Op[], rest: Partial<AknAmendment> = {}): AknAmendment => ({
  ops,
  layer: 'permanent',
  mode: 'amend',
  ...rest,
})

const comesBack = (store: TextStore, base: Tree, amendment: AknAmendment): string => {
  const xml = writeAknAmendment(store, base, amendment, doc)
  const read = readAknAmendment(xml)
  expect(read.notUnderstood).toEqual([])
  expect({ ...read.amendment, ops: read.amendment.ops.map(canonicalOp) }).toEqual({
    ...amendment,
    ops: amendment.ops.map(canonicalOp),
  })
  const [one, other] = [
    applyOps(store, base, amendment.ops),
    applyOps(store, base, read.amendment.ops),
  ]
  if (!one.ok || !other.ok) throw new Error('An amendment does not apply')
  expect(other.value.root.treeHash).toBe(one.value.root.treeHash)
  return xml
}

const marked: Inline[] = [
  text(' see '),
  { t: 'ref', s: 'Section 1', form: 'section', to: { in: 'text', id: provisionId('p.1') } },
  { t: 'em', kind: 'b', c: [text('bold '), { t: 'term', s: 'Party', def: null }] },
  text('\nnext <&> "paragraph" '),
]

/** Some operation of every kind, on random places of the text. */
const everyKind = (store: TextStore, root: Tree, at: number): Op[] => {
  const all = [...indexOf(root).values()]
  const pick = (n: number): Tree => all[(at + n) % all.length] as Tree
  const node = (id: string): Draft => ({
    id: provisionId(id),
    kind: 'clause',
    label: '9A',
    heading: [text('New')],
    lead: [marked.slice(0, 3), [text('and more')]],
    tail: [[text('in each case')]],
    children: [{ id: provisionId(`${id}k`), kind: 'table', children: [] }],
  })
  const words = pick(1)
  const wanted: Op[] = [
    { op: 'insert', parent: pick(0).id, after: null, node: node('n1') },
    {
      op: 'words',
      target: words.id,
      field: 'tail',
      at: { from: 0, to: 0, base: words.own.ownHash, quote: '', occurrence: 0 },
      del: '',
      ins: marked,
    },
    { op: 'renumber', target: pick(2).id, label: '(z) "q"' },
    { op: 'move', target: pick(3).id, parent: root.id, after: null, label: '7' },
    { op: 'move', target: pick(4).id, parent: root.id, after: null },
    { op: 'split', targets: [pick(5).id], into: [node('n2'), node('n3')] },
    { op: 'join', targets: [pick(6).id, pick(7).id], into: [node('n4')] },
    { op: 'substitute', target: pick(8).id, with: [node('n5')] },
    { op: 'repeal', target: pick(9).id, leave: 'not-used', words: 'Not\nused & <gone>' },
    { op: 'repeal', target: pick(10).id, leave: 'gap' },
  ]
  const ops: Op[] = []
  let now = root
  for (const op of wanted) {
    const applied = applyOps(store, now, [op])
    if (!applied.ok) continue
    ops.push(op)
    now = applied.value.root
  }
  return ops
}

describe('an amending document', () => {
  it('gives the same operations again, of an edited text', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 6 }),
        (draft, steps) => {
          const store = newStore()
          const [a, b] = [store.plant(draft), store.plant(arbitrary.changed(draft, steps))]
          comesBack(store, a, amending(opsBetween(store, a, b)))
        },
      ),
      { numRuns: 250 },
    )
  })
  it('gives the same operations again, of every kind, with when and how they count', () => {
    const when = fc.constantFrom(
      { on: '2016-07-01' } as const,
      { release: 'June 2017' },
      { event: 'the "start" day\nor later' },
      'not-commenced' as const,
    )
    const rest = fc.record(
      {
        layer: fc.constantFrom('permanent' as const, 'variation' as const),
        mode: fc.constantFrom('amend', 'vary', 'disapply', 'read-as', 'add-for-period' as const),
        starts: when,
        ends: when,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(arbitrary.tree(), fc.nat(30), rest, (draft, at, how) => {
        const store = newStore()
        const root = store.plant(draft)
        const said = Object.fromEntries(Object.entries(how).filter(([, one]) => one !== undefined))
        comesBack(store, root, amending(everyKind(store, root, at), said))
      }),
      { numRuns: 200 },
    )
  })
  it('reads as instructions, and says what each does to which place', () => {
    const store = newStore()
    const root = store.plant({
      id: provisionId('r'),
      kind: 'code',
      children: [
        { id: provisionId('a'), kind: 'clause', label: 'D8.4', lead: [[text('within ten days')]] },
      ],
    })
    const own = root.kids[0]?.own
    if (!own) throw new Error('No clause')
    const op: Op = {
      op: 'words',
      target: provisionId('a'),
      field: 'lead',
      at: { from: 7, to: 10, base: own.ownHash, quote: 'ten', occurrence: 1 },
      del: 'ten',
      ins: [text('five')],
    }
    const xml = comesBack(
      store,
      root,
      amending([op], {
        layer: 'variation',
        mode: 'read-as',
        starts: { on: '2016-07-01' },
        ends: { on: '2017-07-01' },
      }),
    )
    expect(xml.replace(/<[^>]+>/g, '')).toContain('In D8.4, for ten substitute five')
    expect(xml).toContain(
      '<textualMod type="substitution" eId="amod_1"><source href="#mod_1"/><destination href="/akn/gb/act/2013-09-23/model-code#clause_D8.4" pos="inside"/><force period="#period_1"/><old href="#mod_1__qtxt_1"/><new href="#mod_1__qtxt_2"/></textualMod>',
    )
    expect(xml).toContain('<meaningMod type="variation"')
    expect(xml).toContain('<forceMod type="entryIntoForce"')
    expect(xml).toContain('<forceMod type="endOfEnactment"')
    expect(xml).toContain('<temporalGroup eId="period_1">')
  })
  it('of another hand tells what it did not understand, and refuses what is no document', () => {
    const other =
      '<akomaNtoso><act><body><section><content><p><mod>Delete section 2</mod></p></content></section></body></act></akomaNtoso>'
    expect(readAknAmendment(other)).toEqual({
      amendment: amending([]),
      title: null,
      notUnderstood: [{ what: 'the instruction: Delete section 2', line: 1 }],
    })
    expect(() => readAknAmendment('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toThrow(
      /document type/,
    )
    expect(() => readAknAmendment('<a><b></a>')).toThrow(/refused at line 1/)
    expect(() => readAknAmendment('<a>'.repeat(600))).toThrow(/deeper than 500/)
  })
})

describe('a consolidated text with a history', () => {
  const store = newStore()
  const clause = (id: string, label: string, words: string): Draft => ({
    id: provisionId(id),
    kind: 'clause',
    label,
    lead: [[text(words)]],
  })
  const root = (children: Draft[]): Tree =>
    store.plant({ id: provisionId('r'), kind: 'code', children })
  const states = [
    {
      from: '2013-09-23',
      source: 'designation',
      root: root([clause('a', '1', 'one'), clause('b', '2', 'two'), clause('c', '3', 'three')]),
    },
    {
      from: '2015-01-01',
      source: 'SECMP 1',
      root: root([clause('a', '1', 'one'), clause('n', '2', 'new'), clause('b', '3', 'two')]),
    },
    {
      from: '2016-07-01',
      source: 'SECMP 2',
      root: root([clause('a', '1', 'One.'), clause('n', '2', 'new'), clause('b', '3', 'two')]),
    },
  ]
  it('tells its events, what each did, and since when each provision says what it says', () => {
    const history = aknHistory(states)
    expect(history.events.map((one) => `${one.date} ${one.type} ${one.source}`)).toEqual([
      '2013-09-23 generation designation',
      '2015-01-01 amendment SECMP 1',
      '2016-07-01 amendment SECMP 2',
    ])
    expect(history.modifications.map((one) => `${one.type} ${one.target} ${one.source}`)).toEqual([
      'insertion n SECMP 1',
      'renumbering b SECMP 1',
      'repeal c SECMP 1',
      'substitution a SECMP 2',
    ])
    expect(Object.fromEntries(history.intervals)).toEqual({
      r: { from: '2013-09-23' },
      a: { from: '2016-07-01' },
      b: { from: '2015-01-01' },
      n: { from: '2015-01-01' },
    })
    const xml = writeAkn(states[2]?.root as Tree, { ...doc, type: 'act', ...history })
    for (const part of [
      '<eventRef eId="event_2" date="2015-01-01" type="amendment"',
      '<textualMod type="renumbering" eId="pmod_2"',
      '<temporalGroup eId="period_3"><timeInterval refersTo="#inForce" start="#event_2"/>',
      'wId="a" period="#period_2"',
    ])
      expect(xml).toContain(part)
  })
  it.skipIf(!hasXmllint || !hasCorpus)('is valid', () => {
    const id = provisionId('a')
    const variation = (
      ['variation', 'exceptionOfScope', 'entryIntoForce', 'endOfEnactment'] as const
    ).map((type) => ({ type, source: 'SECMP 3', target: id }))
    const history = aknHistory(states)
    const modifications = [...history.modifications, ...variation]
    expect(
      invalid(
        writeAkn(states[2]?.root as Tree, { ...doc, type: 'act', ...history, modifications }),
      ),
    ).toBe('')
  })
})

describe.skipIf(!hasXmllint || !hasCorpus)('amending documents against the schema', () => {
  it('are valid for random amendments of every kind and mode', () => {
    const files = fc
      .sample(fc.tuple(arbitrary.tree(), fc.nat(30), fc.nat(4)), { numRuns: 40, seed: 11 })
      .map(([draft, at, mode]) => {
        const store = newStore()
        const root = store.plant(draft)
        const how =
          (['amend', 'vary', 'disapply', 'read-as', 'add-for-period'] as const)[mode] ?? 'amend'
        const when = { starts: { on: '2016-07-01' }, ends: { on: '2017-01-01' } }
        const type = at % 2 === 0 ? 'act' : 'bill'
        const ops = everyKind(store, root, at)
        return writeAknAmendment(store, root, amending(ops, { mode: how, ...when }), {
          ...doc,
          type,
        })
      })
    const none = newStore()
    files.push(
      writeAknAmendment(
        none,
        none.plant({ id: provisionId('r'), kind: 'code' }),
        amending([]),
        doc,
      ),
    )
    expect(invalid(...files)).toBe('')
  })
  it('are valid, and come back, for real amendments of the DC Code', () => {
    const { store, versions } = dcSeries()
    const pairs = [1, 2, 3].map((at) => [versions[at - 1], versions[at]] as const)
    const files = pairs.map(([a, b]) => {
      const [one, other] = [store.root(a?.version as never), store.root(b?.version as never)]
      return comesBack(store, one, amending(opsBetween(store, one, other)))
    })
    expect(invalid(...files)).toBe('')
  })
})
