import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dcEnds } from '../../../../../tests/format-corpus.ts'
import { aknSchema, hasCorpus, limsEnds, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import * as arbitrary from '../../arbitrary.ts'
import { type Draft, provisionId, type Tree, text } from '../../model.ts'
import { newStore } from '../../store.ts'
import { fitsXml } from '../xml/xml-text.ts'
import type { AknDocument } from './akn-meta.ts'
import { eIdsOf } from './eid.ts'
import { readAkn } from './read-akn.ts'
import { writeAkn } from './write-akn.ts'

tellIfAbsent('Akoma Ntoso of real texts')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
if (!hasXmllint)
  process.stdout.write(
    'Akoma Ntoso against its schema: not run, since xmllint (libxml2-utils) is not there\n',
  )

const doc: AknDocument = {
  country: 'gb',
  language: 'eng',
  name: 'model-code',
  title: 'The Model Code',
  author: 'The Administrator',
  workDate: '2013-09-23',
  expressionDate: '2017-03-31',
  manifestationDate: '2017-04-01',
}

const comesBack = (tree: Tree): void => {
  const store = newStore()
  const { draft, notUnderstood } = readAkn(writeAkn(tree, doc), 'again')
  expect(notUnderstood).toEqual([])
  expect(store.plant(draft).treeHash).toBe(tree.treeHash)
  expect(new Set(eIdsOf(tree).values()).size).toBe(tree.size)
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
    return run.status === 0 ? '' : run.stderr.slice(0, 2000)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const allKinds: fc.Arbitrary<Draft> = arbitrary.tree().map((draft) => {
  const kinds = ['table', 'row', 'cell', 'part', 'schedule', 'unnumbered', 'clause'] as const
  let n = 0
  const vary = (one: Draft): Draft => ({
    ...one,
    kind: one.kind === 'code' ? 'code' : (kinds[n++ % kinds.length] ?? 'clause'),
    children: (one.children ?? []).map(vary),
  })
  return vary(draft)
})

const tabular: Draft = {
  id: provisionId('r'),
  kind: 'code',
  children: [
    {
      id: provisionId('t'),
      kind: 'table',
      heading: [text('Charges')],
      children: ['1', '2'].map((n) => ({
        id: provisionId(`row${n}`),
        kind: 'row' as const,
        children: ['a', 'b'].map((c) => ({
          id: provisionId(`c${n}${c}`),
          kind: 'cell' as const,
          lead: c === 'a' ? [[text(`${n}${c}`)], [text('more')]] : [],
        })),
      })),
    },
  ],
}

describe('Akoma Ntoso', () => {
  it('comes back exactly, with identities, numbers, words and marks', () => {
    fc.assert(
      fc.property(fc.oneof(arbitrary.tree(), allKinds), (draft) =>
        comesBack(newStore().plant(draft)),
      ),
      { numRuns: 300 },
    )
    comesBack(newStore().plant(tabular))
  })
  it('carries every character XML can, and refuses the others by name', () => {
    const fits = (draft: Draft): boolean =>
      fitsXml(JSON.stringify(draft).replace(/\\u[0-9a-f]{4}/g, '\u0001'))
    fc.assert(
      fc.property(arbitrary.tree(arbitrary.hostileWords).filter(fits), (draft) =>
        comesBack(newStore().plant(draft)),
      ),
    )
    const bad = newStore().plant({ id: provisionId('r'), kind: 'code', lead: [[text('a\u0001b')]] })
    expect(() => writeAkn(bad, doc)).toThrow(/U\+0001/)
  })
  it('names provisions by their printed numbers, twins apart', () => {
    const clause = (id: string, label: string, children: Draft[] = []): Draft => ({
      id: provisionId(id),
      kind: label.startsWith('(') ? 'para' : 'clause',
      label,
      children,
    })
    const root = newStore().plant({
      id: provisionId('r'),
      kind: 'code',
      children: [
        {
          id: provisionId('d'),
          kind: 'section',
          label: 'Section D',
          children: [
            clause('x', '8.20', [clause('y', '(a)')]),
            clause('z', 'Not used'),
            clause('w', 'Not used'),
          ],
        },
      ],
    })
    const eIds = eIdsOf(root)
    expect(eIds.get(provisionId('y'))).toBe('sec_D__clause_8.20__para_a')
    expect(eIds.get(provisionId('z'))).toBe('sec_D__clause_Not-used')
    expect(eIds.get(provisionId('w'))).toBe('sec_D__clause_Not-used~2')
  })
  it('refuses document types, entities, broken files and files without provisions', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]><akomaNtoso>&y;</akomaNtoso>'
    expect(() => readAkn(bomb, 't')).toThrow(/document type/)
    expect(() => readAkn('<akomaNtoso>&x;</akomaNtoso>', 't')).toThrow(/line 1/)
    expect(() => readAkn('<akomaNtoso><act>', 't')).toThrow(/refused/)
    expect(() => readAkn('<akomaNtoso/>', 't')).toThrow(/no provision/)
    expect(() => readAkn('<part>'.repeat(600), 't')).toThrow(/deeper than 500/)
  })
  it('of another hand keeps its words and says what it did not understand', () => {
    const { draft, notUnderstood, identified } = readAkn(
      '<akomaNtoso><act><body><section eId="sec_1"><num>1</num><odd><content><p>Some <span>words</span> <ref href="#sec_1">here</ref></p></content></odd></section></body></act></akomaNtoso>',
      't',
    )
    expect(draft).toMatchObject({ kind: 'section', label: '1' })
    expect(identified.size).toBe(0)
    expect(notUnderstood.map(({ what }) => what)).toEqual(['<odd>', '<span> within words'])
    expect(draft.lead?.[0]?.map((one) => ('s' in one ? one.s : '')).join('')).toBe(
      'Some words here',
    )
  })
})

describe.skipIf(!hasXmllint || !hasCorpus)('Akoma Ntoso against its schema', () => {
  it('is valid for random texts with intervals and amendments', () => {
    const drafts = fc.sample(fc.oneof(arbitrary.tree(), allKinds), { numRuns: 40, seed: 7 })
    const files = [tabular, ...drafts].map((draft) => {
      const tree = newStore().plant(draft)
      const id = tree.kids[0]?.id ?? tree.id
      return writeAkn(tree, {
        ...doc,
        events: [{ date: '2016-07-01', type: 'amendment', source: 'SECMP 0009 & more' }],
        intervals: new Map([[id, { from: '2016-07-01', to: '2017-01-01' }]]),
        modifications: [{ type: 'substitution', source: 'SECMP 0009 & more', target: id }],
      })
    })
    expect(invalid(...files)).toBe('')
  })
  it('is valid, and comes back exactly, for the DC Code and the Canadian acts', () => {
    const tree = dcEnds().last
    const acts = (['canada-bank-act', 'canada-labour-code'] as const).map((act) =>
      newStore().plant(limsEnds(act)[1].draft),
    )
    const all = [tree, ...acts]
    for (const one of all) comesBack(one)
    expect(invalid(...all.map((one) => writeAkn(one, doc)))).toBe('')
  })
})
