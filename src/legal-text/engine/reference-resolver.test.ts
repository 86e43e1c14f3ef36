import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dcEnds } from '../../../tests/format-corpus.ts'
import { hasCorpus, limsEnds, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { indexOf } from './apply-redline.ts'
import { check } from './check.ts'
import { type WordLink, withLinks } from './linked-words.ts'
import { pathTo, printedNumber } from './locate.ts'
import { type Draft, type ProvisionId, provisionId, type Tree, text } from './model.ts'
import { newReferenceResolver } from './reference-resolver.ts'
import { DRAFTING_FORMS, findReferences } from './references.ts'
import { newStore } from './store.ts'
import { newTermIndex } from './term-index.ts'
import { wordsOf } from './words.ts'

tellIfAbsent('Resolving the references of real texts')

interface Shape {
  readonly [label: string]: Shape | string
}

/** A text from nested labels; the id of each provision is the path of labels to it. */
const draftFrom = (label: string, under: Shape | string, path: string): Draft => {
  const id = path.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-|-$/g, '') || 'r'
  const kind = /^(Section|Schedule|Appendix)/.exec(label)?.[1]?.toLowerCase() as 'section'
  return {
    id: provisionId(id),
    kind: path === '' ? 'code' : (kind ?? (label.startsWith('(') ? 'para' : 'clause')),
    label: label.startsWith('~') ? null : label,
    lead: typeof under === 'string' ? [[text(under)]] : [],
    children:
      typeof under === 'string'
        ? []
        : Object.entries(under).map(([name, kid]) => draftFrom(name, kid, `${path} ${name}`)),
  }
}
const planted = (shape: Shape): Tree => newStore().plant(draftFrom('', shape, ''))

const model = planted({
  'Section D': {
    'D8.20': {
      '(a)': { '(i)': 'first', '(ii)': 'second' },
      '(b)': 'other',
      '(c)': { '(i)': 'third' },
    },
    'D8.21': 'next',
    'D9.1': { '(a)': 'elsewhere' },
  },
  'Section E': { E1: { '(a)': 'in E', '(b)': 'also' }, E2: 'more' },
  'Appendix AC': { '3.1': 'one', '3.2': { '(a)': 'in the appendix' } },
  'Schedule 1': { '3.1': 'one of another', '3.2': 'two' },
})

const leads = (root: Tree, from: string, words: string): string[] => {
  const resolver = newReferenceResolver(root)
  return findReferences(words).map(
    (one) =>
      resolver.resolve(provisionId(from), one) ?? resolver.outcome(provisionId(from), one).is,
  )
}

describe('a printed reference', () => {
  it('leads to the provision of that number', () => {
    expect(
      leads(model, 'Section-E-E2', 'see Section D8.20(a)(ii), Section E1 and Section D'),
    ).toEqual(['Section-D-D8.20-a-ii', 'Section-E-E1', 'Section-D'])
    expect(leads(model, 'Section-E-E2', 'Sections D8.20(a)(i), (ii), (b) and D8.21')).toEqual([
      'Section-D-D8.20-a-i',
      'Section-D-D8.20-a-ii',
      'Section-D-D8.20-b',
      'Section-D-D8.21',
    ])
    expect(leads(model, 'Section-E-E2', 'Sections D8.20(a) and (c)')).toEqual([
      'Section-D-D8.20-a',
      'Section-D-D8.20-c',
    ])
  })
  it('is found where a letter stands after the first figures', () => {
    const inserted = planted({
      'Section N': { N4: 'before', N4A: { N4A: 'head', 'N4A.1': 'more' } },
    })
    const words = 'Sections N4, N4A and N4A.1(a)'
    expect(findReferences(words).map(({ number }) => number)).toEqual(['N4', 'N4A', 'N4A.1(a)'])
    expect(leads(inserted, 'Section-N-N4', 'Section N4')).toEqual(['Section-N-N4'])
    expect(findReferences('Section D8.20A, Section BCD4AB.12').map(({ number }) => number)).toEqual(
      ['D8.20A', 'BCD4AB.12'],
    )
  })
  it('ends where the sentence counts its own parts, or a note says what was repealed', () => {
    const numbers = (words: string) => findReferences(words).map(({ number }) => number)
    expect(numbers('from (1) sales taxed by § 47-2002(3), and (2) the parking of cars')).toEqual([
      '47-2002(3)',
    ])
    expect(numbers('from (1) sales, and under paragraph (1), (2) or (3)')).toEqual([
      '(1)',
      '(2)',
      '(3)',
    ])
    expect(numbers('as paragraph (1) says, under § 47-2002(3) and (2)')).toEqual([
      '(1)',
      '47-2002(3)',
      '(2)',
    ])
    expect(numbers('§ 47-4503(j) [(j) repealed], § 47-4503(r)')).toEqual([
      '47-4503(j)',
      '47-4503(r)',
    ])
  })
  it('is read from where it stands', () => {
    expect(leads(model, 'Section-D-D8.20-a-i', 'paragraph (b) above; this Section D8.20')).toEqual([
      'Section-D-D8.20-b',
      'Section-D-D8.20',
    ])
    expect(leads(model, 'Section-D-D8.20-c-i', 'sub-paragraph (i) and this Section')).toEqual([
      'Section-D-D8.20-c-i',
      'Section-D',
    ])
    expect(leads(model, 'Appendix-AC-3.2-a', 'this Appendix and that one')).toEqual(['Appendix-AC'])
    expect(leads(model, 'Appendix-AC-3.1', 'paragraph 3.2(a)')).toEqual(['Appendix-AC-3.2-a'])
  })
  it('is read within the place it names', () => {
    expect(leads(model, 'Section-D-D8.21', 'paragraph 3.2 of Appendix AC')).toEqual([
      'Appendix-AC-3.2',
    ])
    expect(leads(model, 'Section-D-D8.21', 'paragraph (a) of Section E1')).toEqual([
      'Section-E-E1-a',
    ])
    expect(leads(model, 'Section-D-D8.21', 'paragraph 3.2')).toEqual(['unsure'])
  })
  it('is not led where it may not mean this text, and surely nowhere where it does', () => {
    expect(leads(model, 'Section-E-E2', 'section 6 of the Gas Act 1986')).toEqual(['unsure'])
    expect(leads(model, 'Section-E-E2', 'Section D8.99 and Section Z1.2')).toEqual([
      'absent',
      'unsure',
    ])
    expect(leads(model, 'Section-E-E2', 'Section D8.20(z)')).toEqual(['absent'])
    const inWords = planted({ 'Section A': { A1: 'the Gas Act 1986, section A1 of that Act' } })
    const [, one] = newReferenceResolver(inWords).referencesIn(provisionId('Section-A-A1'))
    expect(one?.outcome.is).toBe('unsure')
  })
  it('of any number leads to its provision from anywhere, and is missed when that is gone', () => {
    const letters = ['(a)', '(b)', '(c)', '(d)']
    const numerals = ['(i)', '(ii)', '(iii)']
    const code = fc
      .array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((sections) =>
        Object.fromEntries(
          sections.map((clauses, s): [string, Shape] => [
            `Section ${'DEFG'[s]}`,
            Object.fromEntries(
              clauses.map((paras, c): [string, Shape] => [
                `${'DEFG'[s]}8.${c + 1}`,
                {
                  '~lead': 'words',
                  ...Object.fromEntries(
                    letters
                      .slice(0, paras)
                      .map((letter): [string, Shape] => [
                        letter,
                        Object.fromEntries(numerals.slice(0, paras).map((one) => [one, 'words'])),
                      ]),
                  ),
                },
              ]),
            ),
          ]),
        ),
      )
    fc.assert(
      fc.property(code, fc.nat(), fc.nat(), (shape, where, what) => {
        const draft = draftFrom('', shape, '')
        const root = newStore().plant(draft)
        const all = [...indexOf(root).keys()]
        const numbered = all.filter((id) => /\d/.test(printedNumber(pathTo(root, id))))
        const from = all[where % all.length] as ProvisionId
        const target = numbered[what % numbered.length] as ProvisionId
        const words = `See Section ${printedNumber(pathTo(root, target))}.`
        const [found] = findReferences(words)
        if (!found) throw new Error(`Not found: ${words}`)
        const isNumbered = locatedLabel(root, target) !== undefined
        if (!isNumbered) return
        expect(newReferenceResolver(root).resolve(from, found)).toBe(target)
        if (pathTo(root, from).some((tree) => tree.id === target) || from === root.id) return
        const saying = rewritten(draft, (one) =>
          one.id === from ? { ...one, lead: [[text(words)]] } : one,
        )
        expect(absent(saying)).toEqual([])
        const without = rewritten(saying, (one) => ({
          ...one,
          children: (one.children ?? []).filter((kid) => kid.id !== target),
        }))
        const siblings = parentOf(root, target)?.kids.filter((kid) => kid.own.label).length ?? 0
        // The last of its series, or of its list, leaves nothing by which the number is known to be ours.
        if (siblings > 1) expect(absent(without)).toEqual([from])
      }),
      { numRuns: 300 },
    )
  })
})

const locatedLabel = (root: Tree, id: ProvisionId) => pathTo(root, id).at(-1)?.own.label?.raw
const parentOf = (root: Tree, id: ProvisionId) => pathTo(root, id).at(-2)
const rewritten = (draft: Draft, rewrite: (one: Draft) => Draft): Draft => {
  const one = rewrite(draft)
  return { ...one, children: (one.children ?? []).map((kid) => rewritten(kid, rewrite)) }
}
const absent = (draft: Draft): ProvisionId[] =>
  check(newStore().plant(draft))
    .filter((one) => one.kind === 'target-absent')
    .map((one) => one.id)

describe('links laid over words', () => {
  it('keep every word, and leave marks that stand alone', () => {
    const link = fc.record({ from: fc.nat(40), length: fc.nat(12) })
    fc.assert(
      fc.property(fc.array(link), fc.nat(2), (links, which) => {
        const root = model.kids[0]?.kids[0] as Tree
        const content = {
          ...root.own,
          lead: [
            [text('see Section D8.20(a) and '), { t: 'term' as const, s: 'Party', def: null }],
            [text('the notice under Section E1 is given')],
          ],
        }
        const given = links.map(
          ({ from, length }): WordLink => ({
            field: 'lead',
            paragraph: which % 2,
            from,
            to: from + length,
            mark: (s) => ({ t: 'term', s, def: root.id }),
          }),
        )
        const linked = withLinks(content, given)
        expect(linked.lead.map(wordsOf)).toEqual(content.lead.map(wordsOf))
        if (which % 2 === 0) expect(linked.lead[0]?.at(-1)).toEqual(content.lead[0]?.[1])
      }),
    )
  })
})

describe('terms', () => {
  const definition = (id: string, lead: string): Draft => ({
    id: provisionId(id),
    kind: 'definition',
    lead: [[text(lead)]],
  })
  const section = (id: string, label: string, lead: string, children: Draft[]): Draft => ({
    id: provisionId(id),
    kind: 'section',
    label,
    lead: [[text(lead)]],
    children,
  })
  const clause = (id: string, label: string, lead: string): Draft => ({
    ...definition(id, lead),
    kind: 'clause',
    label,
  })
  const root = newStore().plant({
    id: provisionId('r'),
    kind: 'code',
    children: [
      section('A', 'Section A', 'In this Code:', [
        definition('a1', '“Service Request” means a request.'),
        definition('a2', '“Working Day” means a day.'),
      ]),
      section('B', 'Section B', 'In this Section:', [
        definition('b1', '“Service Request” means another request.'),
        definition('b2', '“Local Term” means one.'),
        clause('b3', 'B1', 'Each Service Request and Local Term on a Working Day.'),
      ]),
      section('C', 'Section C', '', [clause('c1', 'C1', 'A Service Request about a Local Term.')]),
    ],
  })
  const terms = newTermIndex(root)
  it('mean what is defined for the place where they stand', () => {
    const inB = terms.termsIn(provisionId('b3')).map((one) => `${one.term} ${one.def}`)
    expect(inB).toEqual(['Service Request b1', 'Local Term b2', 'Working Day a2'])
    const inC = terms.termsIn(provisionId('c1')).map((one) => `${one.from}-${one.to} ${one.def}`)
    expect(inC).toEqual(['2-17 a1', '26-36 null'])
    expect(terms.isOutOfReach('Local Term', provisionId('c1'))).toBe(true)
    expect(terms.isOutOfReach('Service Request', provisionId('c1'))).toBe(false)
  })
  it('of another scope, undefined ones, and definitions that define nothing are found', () => {
    const more = Array.from({ length: 6 }, (_, n) =>
      definition(`m${n}`, `“Model Term ${'ABCDEF'[n]}${'ab'}” means one.`),
    )
    const capital = newStore().plant({
      id: provisionId('r'),
      kind: 'code',
      children: [
        section('A', 'Section A', 'In this Section:', [
          definition('a1', '“Service Request” means a request.'),
          ...more,
        ]),
        {
          ...section('B', 'Section B', 'Interpretation of words.', []),
          heading: [text('Definitions')],
          lead: [[text('In this Section the words have their usual sense, as in any dictionary.')]],
        },
        section('C', 'Section C', '', [
          clause('c1', 'C1', 'The User shall send a Service Request to each Import Supplier, and'),
          clause('c2', 'C2', 'the User shall inform the Import Supplier at once.'),
        ]),
      ],
    })
    const found = check(capital).filter((one) => !/never-used|small/.test(one.kind))
    expect(found.map((one) => `${one.level} ${one.kind} ${one.id} ${one.words}`)).toEqual([
      'error definitions-without-definition B Definitions',
      'warning term-other-scope c1 Service Request',
      'info term-not-defined c1 Import Supplier',
      'info term-not-defined c2 Import Supplier',
    ])
  })
})

describe('a range', () => {
  const gaps = (labels: string[], words: string): string[] => {
    const paras = Object.fromEntries(labels.map((label) => [label, 'words']))
    const root = planted({ 'Section D': { D1: paras, D2: words } })
    return check(root)
      .filter((one) => one.kind === 'range-gap')
      .map((one) => one.words)
  }
  it('that spans a missing number is told', () => {
    const words = 'as in paragraphs (b) to (e) of Section D1'
    expect(gaps(['(a)', '(b)', '(c)', '(d)', '(e)'], words)).toEqual([])
    expect(gaps(['(a)', '(b)', '(d)', '(e)'], words)).toEqual([words.slice(6)])
    expect(gaps(['(a)', '(b)', '(ba)', '(c)', '(d)', '(e)'], words)).toEqual([])
  })
  it('of decimal numbers, with numbers inserted between, is told only where one is missing', () => {
    const between = (labels: string[]): number => {
      const root = planted({
        'Section D': {
          ...Object.fromEntries(labels.map((one) => [one, 'words'])),
          D9: 'Sections D8.2 to D8.5 apply',
        },
      })
      return check(root).filter((one) => one.kind === 'range-gap').length
    }
    expect(between(['D8.1', 'D8.2', 'D8.3', 'D8.3A', 'D8.4', 'D8.5'])).toBe(0)
    expect(between(['D8.1', 'D8.2', 'D8.3', 'D8.5'])).toBe(1)
  })
})

describe.skipIf(!hasCorpus)('references of real texts without their marks', () => {
  beforeAll(() => {
    dcEnds()
  })
  it('lead where the marks lead, in well under a millisecond a provision', () => {
    const root = dcEnds().last
    const started = performance.now()
    const resolver = newReferenceResolver(root, { forms: DRAFTING_FORMS, documents: ['D.C. Law'] })
    const terms = newTermIndex(root)
    const built = performance.now()
    let [same, other] = [0, 0]
    for (const [id, { own }] of indexOf(root)) {
      terms.termsIn(id)
      const printed = resolver.referencesIn(id)
      for (const field of ['lead', 'tail'] as const)
        own[field].forEach((paragraph, which) => {
          let at = 0
          for (const inline of paragraph) {
            const to = at + wordsOf([inline]).length
            const hit = printed.find(
              (one) =>
                one.field === field && one.paragraph === which && one.from < to && one.to > at,
            )
            if (
              inline.t === 'ref' &&
              inline.to.in === 'text' &&
              hit?.outcome.is === 'found' &&
              hit.upTo === null
            ) {
              const { id: reached } = hit.outcome
              const marked = inline.to.id
              if (pathTo(root, reached).some((tree) => tree.id === marked)) same++
              else other++
            }
            at = to
          }
        })
    }
    expect(same).toBeGreaterThan(2400)
    expect(same / (same + other)).toBeGreaterThan(0.995)
    expect(built - started).toBeLessThan(1000)
    expect((performance.now() - built) / root.size).toBeLessThan(1)
  })
  it('of the Canadian acts lead somewhere, all but a few', () => {
    for (const act of ['canada-bank-act', 'canada-labour-code'] as const) {
      const root = newStore().plant(limsEnds(act)[1].draft)
      const resolver = newReferenceResolver(root)
      const all = [...indexOf(root).keys()].flatMap((id) => resolver.referencesIn(id))
      const ours = all.filter((one) => one.number !== '' && one.of.length === 0)
      const led = ours.filter((one) => one.outcome.is === 'found')
      expect(led.length / ours.length).toBeGreaterThan(0.94)
      expect(ours.filter((one) => one.outcome.is === 'absent')).toEqual([])
    }
  })
  it('are checked in one section quickly', () => {
    const root = dcEnds().last
    const sections = [...indexOf(root).values()].filter((one) => one.own.kind === 'section')
    check(root, { scope: (sections[0] as Tree).id })
    const times = Array.from({ length: 15 }, (_, n) => {
      const started = performance.now()
      check(root, { scope: (sections[(n * 131) % sections.length] as Tree).id })
      return performance.now() - started
    }).sort((p, q) => p - q)
    expect(times[7]).toBeLessThan(500)
  })
})
