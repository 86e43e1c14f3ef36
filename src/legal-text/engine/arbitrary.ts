// Random texts for property tests: words, marks, provisions and whole trees, small enough to shrink well.
import fc from 'fast-check'
import { type Draft, type Inline, type Kind, type Paragraph, provisionId } from './model.ts'

const VOCABULARY = [
  'the',
  'Party',
  'shall',
  'notify',
  'each',
  'User',
  'of',
  'any',
  'change',
  'and',
  'in',
  'writing',
  'Code',
  'D8.20(a)',
  '£1,000',
  '25%',
  "Party's",
  'smart-meter',
  'Section',
  'not',
  'used',
  '“Day”',
  'means',
  '(a)',
  '1',
] as const
const HOSTILE = [
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200f',
  '‘x’',
  "'x'",
  'e\u0301',
  'é',
  '\ud83d\ude00',
  '\t\n',
  '—',
  ',',
  '',
]

const plainWords = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '))

/** Words that may hold invisible, combining and odd characters. */
export const hostileWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(...VOCABULARY),
      fc.constantFrom(...HOSTILE),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .chain((words) => fc.constantFrom('', ' ', ', ').map((joint) => words.join(joint)))

const leaf = (words: fc.Arbitrary<string>): fc.Arbitrary<Inline> =>
  fc.oneof(
    { weight: 5, arbitrary: words.map((s): Inline => ({ t: 'text', s })) },
    {
      weight: 1,
      arbitrary: fc.tuple(words, fc.nat(5)).map(
        ([s, n]): Inline => ({
          t: 'ref',
          s,
          to: { in: 'text', id: provisionId(`p.${n}`) },
          form: 'section',
        }),
      ),
    },
    { weight: 1, arbitrary: words.map((s): Inline => ({ t: 'term', s, def: null })) },
  )

const inline = (words: fc.Arbitrary<string>): fc.Arbitrary<Inline> =>
  fc.oneof(
    { weight: 6, arbitrary: leaf(words) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('b' as const, 'i' as const),
          fc.array(leaf(words), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, c]): Inline => ({ t: 'em', kind, c })),
    },
  )

/** A paragraph of marked runs. */
export const paragraph = (words: fc.Arbitrary<string> = plainWords): fc.Arbitrary<Paragraph> =>
  fc.oneof(
    { weight: 3, arbitrary: words.map((s): Paragraph => [{ t: 'text', s }]) },
    { weight: 1, arbitrary: fc.array(inline(words), { maxLength: 4 }) },
  )

/** Content of one provision. */
export const content = (
  words: fc.Arbitrary<string> = plainWords,
): fc.Arbitrary<Omit<Draft, 'id' | 'children'>> =>
  fc.record({
    kind: fc.constantFrom<Kind>('clause', 'para', 'definition', 'section'),
    label: fc.oneof(
      fc.constantFrom('1', '2', '3', '(a)', '(b)', '(i)', 'D8.20', '8A'),
      fc.constant(null),
    ),
    heading: fc.option<Paragraph>(paragraph(words), { freq: 4 }),
    lead: fc.array(paragraph(words), { maxLength: 3 }),
    tail: fc.oneof<fc.MaybeWeightedArbitrary<Paragraph[]>[]>(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(paragraph(words), { maxLength: 2 }) },
    ),
  })

/** A whole text of up to about thirty provisions with ids `p.0` (the root), `p.1` and so on in reading order. */
export const tree = (words: fc.Arbitrary<string> = plainWords): fc.Arbitrary<Draft> => {
  const shape = fc.array(fc.tuple(fc.nat(1000), content(words)), { minLength: 0, maxLength: 24 })
  return fc.tuple(content(words), shape).map(([root, rest]) => {
    interface Growing {
      content: Omit<Draft, 'id' | 'children'>
      kids: Growing[]
      depth: number
    }
    const all: Growing[] = [{ content: { ...root, kind: 'code' }, kids: [], depth: 0 }]
    for (const [where, said] of rest) {
      const open = all.filter((one) => one.depth < 6)
      const parent = open[where % open.length] ?? all[0]
      const grown: Growing = { content: said, kids: [], depth: (parent?.depth ?? 0) + 1 }
      parent?.kids.push(grown)
      all.push(grown)
    }
    let minted = 0
    const draft = (from: Growing): Draft => {
      const id = provisionId(`p.${minted++}`)
      return { ...from.content, id, children: from.kids.map(draft) }
    }
    return draft(all[0] as Growing)
  })
}
