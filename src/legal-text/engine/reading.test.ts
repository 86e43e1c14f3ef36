import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dcSeries, hasCorpus, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { indexOf } from './apply-redline.ts'
import * as arbitrary from './arbitrary.ts'
import { pathTo, printedNumber } from './locate.ts'
import { type Draft, provisionId, type Tree, text } from './model.ts'
import { type DatedVersion, newReader } from './reading.ts'
import { newSearchIndex } from './search.ts'
import { newStore } from './store.ts'
import { lineOf, wordsOf } from './words.ts'

tellIfAbsent('Reading real texts')

const lines = (tree: Tree): string => `${lineOf(tree.own)}\n${tree.kids.map(lines).join('')}`
const days = ['2016-01-01', '2016-02-01', '2016-03-01', '2016-04-01']

describe('a reader', () => {
  it('gives each version as it is, and each provision with its number and the days it stood', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(fc.array(arbitrary.step(), { maxLength: 4 }), { minLength: 3, maxLength: 3 }),
        (draft, steps) => {
          const store = newStore()
          const drafts = [draft]
          steps.forEach((some, at) => {
            drafts.push(arbitrary.changed(drafts.at(-1) as Draft, some, `n${at}`))
          })
          const versions = drafts.map(
            (one, at): DatedVersion => ({ from: days[at] as string, root: store.plant(one) }),
          )
          const reader = newReader(versions)
          for (const { from, root } of versions) {
            expect(Buffer.from(reader.bytes(from)).toString()).toBe(lines(root))
            for (const [id, tree] of indexOf(root)) {
              const read = reader.provision(id, from)
              expect(read?.own).toBe(tree.own)
              expect(read?.number).toBe(numberOf(pathTo(root, id)))
            }
          }
          for (const entry of reader.entries())
            for (const { from, root } of versions) {
              const stands = entry.from <= from && (entry.to === null || from < entry.to)
              if (stands) expect(indexOf(root).get(entry.id)?.own).toBe(entry.own)
            }
          expect(() => reader.bytes('2015-12-31')).toThrow(/first version/)
        },
      ),
    )
  })
})

/** The full number: up through unnumbered parents and mere parts until a number of its own. */
const numberOf = (path: readonly Tree[]): string => {
  let number = path.at(-1)?.own.label?.raw ?? ''
  for (let at = path.length - 2; at >= 0 && (number === '' || number.startsWith('(')); at--)
    number = (path[at]?.own.label?.raw ?? '') + number
  return number
}

describe('search', () => {
  const store = newStore()
  const clause = (
    name: string,
    label: string,
    heading: string,
    words: string,
    kind: Draft['kind'] = 'clause',
  ): Draft => ({
    id: provisionId(name),
    kind,
    label,
    heading: heading === '' ? null : [text(heading)],
    lead: [[text(words)]],
  })
  const root = (more: Draft[]): Tree =>
    store.plant({
      id: provisionId('r'),
      kind: 'code',
      children: [
        clause('a', 'D8.20(a)', '', 'Each Party shall pay the connection charge within 10 days.'),
        clause('b', 'D8.21', 'Connection charge', 'It is set by the Panel.'),
        clause('c', '', '', 'Connection Charge means the charge for a connection.', 'definition'),
        ...more,
      ],
    })
  const reader = newReader([
    { from: '2016-01-01', root: root([]) },
    { from: '2016-02-01', root: root([clause('d', '9', '', 'A levy, or a Charge connection.')]) },
  ])
  const index = newSearchIndex(reader.entries(), store.lexicon)
  const ids = (query: string, options?: Parameters<typeof index.search>[1]) =>
    index.search(query, options).map((one) => one.entry.id)

  it('finds words in any case and order, phrases in order, and nothing that lacks one', () => {
    expect(ids('CHARGE connection').toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect(ids('"connection charge"').toSorted()).toEqual(['a', 'b', 'c'])
    expect(ids('connection unicorn')).toEqual([])
    expect(ids('')).toEqual([])
  })
  it('puts definitions, headings and exact numbers first', () => {
    expect(ids('connection charge').slice(0, 2)).toEqual(['c', 'b'])
    expect(ids('D8.20(a)')).toEqual(['a'])
    expect(ids('D8.21')[0]).toBe('b')
  })
  it('answers as of a day, and near', () => {
    expect(ids('levy', { on: '2016-01-31' })).toEqual([])
    expect(ids('levy', { on: '2016-02-01' })).toEqual(['d'])
    expect(ids('party days', { near: 3 })).toEqual([])
    expect(ids('party pay', { near: 3 })).toEqual(['a'])
  })
  it('finds what a plain scan finds', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(fc.constantFrom('party', 'shall', 'the', 'code', 'change', 'each'), {
          minLength: 1,
          maxLength: 3,
        }),
        (draft, words) => {
          const own = newStore()
          const tree = own.plant(draft)
          const all = newSearchIndex(
            newReader([{ from: '2016-01-01', root: tree }]).entries(),
            own.lexicon,
          )
          const scanned = [...indexOf(tree).values()].filter(({ own: { heading, lead, tail } }) => {
            const said = [heading ?? [], ...lead, ...tail].flatMap((one) =>
              wordsOf(one)
                .toLowerCase()
                .split(/[^a-z0-9'-]+/),
            )
            return words.every((word) => said.includes(word))
          })
          expect(
            all
              .search(words.join(' '), { most: 100 })
              .map((one) => one.entry.id)
              .toSorted(),
          ).toEqual(scanned.map((one) => one.id).toSorted())
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(!hasCorpus)('reading the real DC Code', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('gives every version whole and any provision of it', () => {
    const { store, versions } = dcSeries()
    const dated = versions.map(({ date, version }) => ({ from: date, root: store.root(version) }))
    const reader = newReader(dated)
    for (const { from, root } of dated.filter((_, at) => at % 16 === 0)) {
      expect(Buffer.from(reader.bytes(from)).toString() === lines(root)).toBe(true)
      const some = [...indexOf(root)].filter((_, at) => at % 97 === 0)
      for (const [id, tree] of some) expect(reader.provision(id, from)?.own).toBe(tree.own)
    }
    expect(printedNumber([])).toBe('')
  })
})
