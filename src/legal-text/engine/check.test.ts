import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dcSeries, hasCorpus, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { indexOf } from './apply-redline.ts'
import * as arbitrary from './arbitrary.ts'
import { check, consequentialChanges } from './check.ts'
import { type Draft, type Inline, provisionId, type Tree, text } from './model.ts'
import { DRAFTING_FORMS, findReferences } from './references.ts'
import { newStore } from './store.ts'
import { wordsOf } from './words.ts'

tellIfAbsent('Checks of real texts')

const found = (s: string): string[] =>
  findReferences(s).map(
    (one) =>
      `${one.form} ${one.number}${one.upTo ? `..${one.upTo}` : ''}${one.of.length ? ` < ${one.of.join(' < ')}` : ''}`,
  )

describe('references in words', () => {
  it('are found as lawyers write them', () => {
    expect(found('see Section D8.20(a)(ii) and paragraph 3.2 of Appendix AC.')).toEqual([
      'section D8.20(a)(ii)',
      'paragraph 3.2 < Appendix AC',
    ])
    expect(found('under paragraphs (a), (b) and (d) to (f) of this Section')).toEqual([
      'paragraph (a) < this Section',
      'paragraph (b) < this Section',
      'paragraph (d)..(f) < this Section',
    ])
    expect(found('§§ 47-1007 and 47-1009, but not § 47-1005(a)')).toEqual([
      'section 47-1007',
      'section 47-1009',
      'section 47-1005(a)',
    ])
    expect(found('For the purposes of this chapter:')).toEqual(['chapter  < this chapter'])
    expect(found('section 6 of the Gas Act 1986')).toEqual(['section 6 < the Gas Act 1986'])
    expect(found('a licence under the Electricity Act 1989 and the Gas Act 1986')).toEqual([
      'document  < Electricity Act 1989',
      'document  < Gas Act 1986',
    ])
    expect(found('Chapter 14 of Title 6')).toEqual(['chapter 14 < Title 6'])
  })
  it('are not found in words that merely look like one', () => {
    for (const s of [
      'part of the cost',
      'in parts and labour',
      'A title to land',
      'the clause is void',
      'Party I am',
      'an act of 1990',
      'paragraph, and',
    ])
      expect(found(s)).toEqual([])
  })
  it('are found in bounded time in hostile words', () => {
    const start = performance.now()
    for (const s of [
      'Section '.repeat(20_000),
      '('.repeat(100_000),
      'section (a), '.repeat(10_000),
      'A '.repeat(50_000),
      'of the Act '.repeat(10_000),
      `Section ${'1.'.repeat(30_000)}`,
    ])
      findReferences(s)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

const ids = (tree: Tree): string[] => [tree.id, ...tree.kids.flatMap(ids)]

/** A tree whose references all point at provisions that stand in it, with plain words that say no number. */
const sound = arbitrary.tree().map((draft): Draft => {
  const all: string[] = []
  const list = (one: Draft): void => {
    all.push(one.id)
    one.children?.forEach(list)
  }
  list(draft)
  const settle = (inline: Inline): Inline =>
    inline.t === 'em'
      ? { ...inline, c: inline.c.map(settle) }
      : inline.t === 'ref' && inline.to.in === 'text'
        ? {
            ...inline,
            s: 'that provision',
            to: {
              in: 'text',
              id: provisionId(all[Number(inline.to.id.slice(2)) % all.length] as string),
            },
          }
        : inline
  const visit = (one: Draft): Draft => ({
    ...one,
    heading: one.heading?.map(settle) ?? null,
    lead: (one.lead ?? []).map((paragraph) => paragraph.map(settle)),
    tail: (one.tail ?? []).map((paragraph) => paragraph.map(settle)),
    children: (one.children ?? []).map(visit),
  })
  return visit(draft)
})

const targets = (tree: Tree): { from: string; to: string }[] => {
  const out: { from: string; to: string }[] = []
  const inline = (one: Inline): void => {
    if (one.t === 'em') one.c.forEach(inline)
    if (one.t === 'ref' && one.to.in === 'text') out.push({ from: tree.id, to: one.to.id })
  }
  for (const paragraph of [tree.own.heading ?? [], ...tree.own.lead, ...tree.own.tail])
    paragraph.forEach(inline)
  return [...out, ...tree.kids.flatMap(targets)]
}

/** Marked references whose target does not stand in the text. */
const absentMarks = (root: Tree) =>
  check(root).filter((one) => one.kind === 'target-absent' && one.other !== undefined)

describe('the checker', () => {
  it('passes only references that resolve, and finds every broken one', () => {
    fc.assert(
      fc.property(sound, fc.nat(), (draft, pick) => {
        const store = newStore()
        const root = store.plant(draft)
        expect(absentMarks(root)).toEqual([])
        const referred = targets(root).filter((one) => one.to !== root.id)
        const broken = referred[pick % Math.max(1, referred.length)]
        if (!broken) return
        const without = (one: Draft): Draft => ({
          ...one,
          children: (one.children ?? []).filter((kid) => kid.id !== broken.to).map(without),
        })
        const cut = store.plant(without(draft))
        const left = new Set(ids(cut))
        const wanted = targets(cut).filter((one) => !left.has(one.to))
        const reported = absentMarks(cut)
        expect(new Set(reported.map((one) => `${one.id} ${one.other}`))).toEqual(
          new Set(wanted.map((one) => `${one.from} ${one.to}`)),
        )
      }),
      { numRuns: 300 },
    )
  })
  it('finds the same in a text after another one as in that text alone', () => {
    const steps = fc.array(arbitrary.step(), { maxLength: 5 })
    fc.assert(
      fc.property(sound, steps, steps, (draft, one, other) => {
        const store = newStore()
        for (const next of [
          draft,
          arbitrary.changed(draft, one, 'x'),
          arbitrary.changed(draft, other, 'y'),
        ]) {
          const root = store.plant(next)
          const told = check(root)
          expect(told).toEqual(check(root, { scope: root.id }))
          expect(check(root)).toEqual(told)
        }
      }),
      { numRuns: 200 },
    )
  })
  it('tells of repealed targets, numbers that no longer fit, terms twice or never, and numbers twice', () => {
    const id = provisionId
    const ref = (s: string, to: string): Inline => ({
      t: 'ref',
      s,
      form: 'clause',
      to: { in: 'text', id: id(to) },
    })
    const root = newStore().plant({
      id: id('r'),
      kind: 'code',
      children: [
        { id: id('a'), kind: 'clause', label: '1', lead: [[text('Not used')]] },
        {
          id: id('b'),
          kind: 'clause',
          label: '2',
          lead: [[ref('clause 1', 'a'), text(' and '), ref('clause 7', 'c')]],
        },
        { id: id('c'), kind: 'clause', label: '3', lead: [[text('The Levy.')]] },
        {
          id: id('c2'),
          kind: 'clause',
          label: '3',
          lead: [
            [
              text('See '),
              { t: 'ref', s: 'clause 99', form: 'clause', to: { in: 'nowhere', place: '99' } },
            ],
          ],
        },
        { id: id('d'), kind: 'definition', lead: [[text('“Levy” means one.')]] },
        { id: id('e'), kind: 'definition', lead: [[text('“Levy” means two.')]] },
        { id: id('f'), kind: 'definition', lead: [[text('“Orphan” means none.')]] },
      ],
    })
    expect(
      check(root, { varied: new Set([id('c')]) }).map(
        (one) => `${one.level} ${one.kind} ${one.id}`,
      ),
    ).toEqual([
      'warning number-twice c2',
      'error target-repealed b',
      'warning target-varied b',
      'warning number-differs b',
      'warning target-not-found c2',
      'error term-defined-twice e',
      'warning term-never-used f',
    ])
    expect(consequentialChanges(root)).toEqual([
      { id: 'b', words: 'clause 7', target: 'c', number: '3' },
    ])
    expect(check(root, { scope: id('c2') }).map((one) => one.kind)).toEqual(['target-not-found'])
  })
})

describe.skipIf(!hasCorpus)('references of the real DC Code', () => {
  beforeAll(() => {
    dcSeries()
  })
  it('are found but for half a percent, and those of the code lead somewhere', () => {
    const root = dcSeries().on('2021-10-18')
    let marked = 0
    let hit = 0
    for (const { own } of indexOf(root).values())
      for (const paragraph of [own.heading ?? [], ...own.lead, ...own.tail]) {
        if (!paragraph.some((inline) => inline.t !== 'text')) continue
        const here = findReferences(wordsOf(paragraph), {
          forms: DRAFTING_FORMS,
          documents: ['D.C. Law'],
        })
        let from = 0
        for (const inline of paragraph) {
          const to = from + wordsOf([inline]).length
          if (inline.t === 'ref') {
            marked++
            if (here.some((one) => one.from < to && one.to > from)) hit++
          }
          from = to
        }
      }
    expect(hit / marked).toBeGreaterThan(0.995)
    expect(absentMarks(root)).toEqual([])
  })
})
