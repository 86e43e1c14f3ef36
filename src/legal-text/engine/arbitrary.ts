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

/** A random way to change a text: each step picks a provision by number and does one thing to it. */
export type Step =
  | { readonly do: 'say'; readonly at: number; readonly said: Omit<Draft, 'id' | 'children'> }
  | { readonly do: 'word'; readonly at: number; readonly place: number; readonly word: string }
  | {
      readonly do: 'insert'
      readonly at: number
      readonly place: number
      readonly said: Omit<Draft, 'id' | 'children'>
      readonly name: number
    }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'move'; readonly at: number; readonly under: number; readonly place: number }
  | { readonly do: 'renumber'; readonly at: number; readonly label: string }

export const step = (words: fc.Arbitrary<string> = plainWords): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.record({ do: fc.constant('say' as const), at: fc.nat(40), said: content(words) }),
    fc.record({
      do: fc.constant('word' as const),
      at: fc.nat(40),
      place: fc.nat(12),
      word: fc.constantFrom(...VOCABULARY),
    }),
    fc.record({
      do: fc.constant('word' as const),
      at: fc.nat(40),
      place: fc.nat(12),
      word: fc.constantFrom(...VOCABULARY),
    }),
    fc.record({
      do: fc.constant('insert' as const),
      at: fc.nat(40),
      place: fc.nat(5),
      said: content(words),
      name: fc.nat(1e6),
    }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(40) }),
    fc.record({
      do: fc.constant('move' as const),
      at: fc.nat(40),
      under: fc.nat(40),
      place: fc.nat(5),
    }),
    fc.record({
      do: fc.constant('renumber' as const),
      at: fc.nat(40),
      label: fc.constantFrom('1', '2', '(c)', 'D9', '7A'),
    }),
  )

interface Pot {
  id: Draft['id']
  said: Omit<Draft, 'id' | 'children'>
  kids: Pot[]
}

const potOf = ({ children, id, ...said }: Draft): Pot => ({
  id,
  said,
  kids: (children ?? []).map(potOf),
})
const draftOfPot = ({ id, said, kids }: Pot): Draft => ({
  ...said,
  id,
  children: kids.map(draftOfPot),
})

const listed = (pot: Pot, parent: Pot | null, into: { pot: Pot; parent: Pot | null }[]) => {
  into.push({ pot, parent })
  for (const kid of pot.kids) listed(kid, pot, into)
  return into
}

const contains = (pot: Pot, other: Pot): boolean =>
  pot === other || pot.kids.some((kid) => contains(kid, other))

/** The text after the steps; what a step cannot do is left undone. New provisions are called by `prefix`. */
export const changed = (draft: Draft, steps: readonly Step[], prefix = 'n'): Draft => {
  const root = potOf(draft)
  for (const one of steps) {
    const all = listed(root, null, [])
    const chosen = all[one.at % all.length]
    if (!chosen) continue
    const { pot, parent } = chosen
    if (one.do === 'say') pot.said = { ...one.said, kind: pot.said.kind }
    else if (one.do === 'renumber') pot.said = { ...pot.said, label: one.label }
    else if (one.do === 'word') {
      const words = (pot.said.lead?.[0] ?? [])
        .map((inline) => ('s' in inline ? inline.s : ''))
        .join('')
        .split(' ')
      words.splice(one.place % (words.length + 1), one.place % 3, one.word)
      pot.said = {
        ...pot.said,
        lead: [[{ t: 'text', s: words.join(' ') }], ...(pot.said.lead ?? []).slice(1)],
      }
    } else if (one.do === 'insert') {
      const id = provisionId(`${prefix}.${one.name}`)
      if (!all.some((other) => other.pot.id === id))
        pot.kids.splice(one.place % (pot.kids.length + 1), 0, { id, said: one.said, kids: [] })
    } else if (parent) {
      const target = one.do === 'move' ? all[one.under % all.length]?.pot : undefined
      if (one.do === 'move' && (!target || contains(pot, target))) continue
      parent.kids.splice(parent.kids.indexOf(pot), 1)
      if (target && one.do === 'move')
        target.kids.splice(one.place % (target.kids.length + 1), 0, pot)
    }
  }
  return draftOfPot(root)
}
