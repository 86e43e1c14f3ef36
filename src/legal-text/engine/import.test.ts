import { beforeAll, describe, expect, it } from 'vitest'
import { dcFiles, dcSeries, hasCorpus, limsEnds, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { importDcCode } from './import-dc-code.ts'
import { importLims } from './import-lims.ts'
import type { Tree } from './model.ts'
import { newStore } from './store.ts'
import { statisticsOf } from './text-statistics.ts'

tellIfAbsent('Importing real texts')

const section = (num: string, words: string) =>
  `<section><num>${num}</num><text>${words}</text></section>`
const index =
  '<container><prefix>Title</prefix><num>1</num><heading>One</heading><include-section href="./sections/a.xml"/></container>'
const line = (value: unknown) => `${JSON.stringify(value)}\n`

describe('the DC Code importer', () => {
  const base =
    line({ path: '1/index.xml', xml: index }) +
    line({ path: '1/sections/a.xml', xml: section('1-1', 'All.') })

  it('refuses a version whose files do not have the published hash', () => {
    const versions = JSON.stringify([{ date: '2020-01-01', sha256: '00' }])
    const store = newStore()
    expect(() => importDcCode(store, { base, changes: '', versions })).toThrow(
      /2020-01-01 have the hash/,
    )
    expect(store.versions()).toEqual([])
  })
  it('refuses lines cut short and XML that is not well formed', () => {
    const versions = JSON.stringify([{ date: '2020-01-01', sha256: '00' }])
    const read = (broken: string) => () =>
      importDcCode(newStore(), { base: broken, changes: '', versions })
    expect(read(base.slice(0, -20))).toThrow(/cut short/)
    expect(() => importLims('<Statute><Body></Statute>')).toThrow(/not well formed/)
    expect(() => importLims('<!DOCTYPE a [<!ENTITY x "y">]><Statute>&x;</Statute>')).toThrow(
      /not well formed/,
    )
    expect(() => importLims('<html/>')).toThrow(/holds html/)
  })
})

// Counts from the XML by pattern alone: shares nothing with the importer.
const countXml = (files: Iterable<string>) => {
  const counted = { provisions: 0, words: 0, references: 0 }
  for (const xml of files) {
    const shown = xml
      .replace(/<(reason|annotations)\b[^>]*?(\/>|>[\s\S]*?<\/\1>)/g, ' ')
      .replace(/<(codify-[a-z-]+)\b[^>]*?(\/>|>[\s\S]*?<\/\1>)/g, ' ')
      .replace(/<prefix>§<\/prefix>/g, ' ')
    counted.provisions += shown.match(/<num\b/g)?.length ?? 0
    const outer = shown.replace(/(<cite [^>]*>[^<]*)<cite [^>]*>([^<]*)<\/cite>/g, '$1$2')
    counted.references += outer.match(/<cite\b/g)?.length ?? 0
    const plain = shown
      .replace(/<\/?(cite|em|strong|span|center)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
    counted.words += plain.split(/\s+/).filter((word) => word !== '').length
  }
  return counted
}

describe.skipIf(!hasCorpus)('the real DC Code', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('comes in whole: every published hash holds, and the counts are those of the XML', () => {
    const { versions, store } = dcSeries()
    expect(versions).toHaveLength(83)
    const files = dcFiles()
    const current = new Map<string, string>()
    const lines = (ndjson: string) =>
      ndjson
        .split('\n')
        .filter(Boolean)
        .map((one) => JSON.parse(one))
    for (const { path, xml } of lines(files.base)) current.set(path, xml)
    const first = versions[0]
    expect(statisticsOf(store.root(first?.version as never))).toEqual(countXml(current.values()))
    for (const { path, xml } of lines(files.changes))
      if (xml === null) current.delete(path)
      else current.set(path, xml)
    const last = versions.at(-1)
    expect(statisticsOf(store.root(last?.version as never))).toEqual(countXml(current.values()))
  })
  it('keeps the identity of a provision that loses its provisional number', () => {
    const { on } = dcSeries()
    const find = (at: Tree, raw: string): Tree | undefined => {
      if (at.own.label?.raw === raw) return at
      for (const kid of at.kids) {
        const found = find(kid, raw)
        if (found) return found
      }
      return undefined
    }
    const first = find(on('2022-11-11'), '[47-4671]')
    const last = find(on('2022-11-14'), '47-4671')
    expect(first?.id).toBeDefined()
    expect(last?.id).toBe(first?.id)
  })
  it('holds each id once in every version', () => {
    const { versions, store } = dcSeries()
    for (const { version } of versions) {
      const seen = new Set<string>()
      const root = store.root(version)
      const visit = (tree: Tree): void => {
        seen.add(tree.id)
        tree.kids.forEach(visit)
      }
      visit(root)
      expect(seen.size).toBe(root.size)
    }
  })
})

describe.skipIf(!hasCorpus)('the real Canadian acts', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('come in with nothing not understood, and with one id each', () => {
    for (const act of ['canada-bank-act', 'canada-labour-code'] as const)
      for (const { draft, notUnderstood } of limsEnds(act)) {
        expect([...notUnderstood]).toEqual([])
        expect(newStore().plant(draft).size).toBeGreaterThan(3000)
      }
  })
})
