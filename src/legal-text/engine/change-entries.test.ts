import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from './arbitrary.ts'
import {
  type ChangeEntry,
  changeEntries,
  classOf,
  entryNumbers,
  renumberingInWords,
} from './change-entries.ts'
import { diff } from './diff.ts'
import { writeHtmlRedline } from './formats/html/write-html-redline.ts'
import { writeTextRedline } from './formats/text/write-text-redline.ts'
import { compareLabels } from './label.ts'
import { type Draft, type Label, provisionId, text } from './model.ts'
import { isSubstantive } from './redline.ts'
import { newStore } from './store.ts'

const clause = (
  n: number,
  label: string,
  words = `Clause ${n}.`,
  children: Draft[] = [],
): Draft => ({
  id: provisionId(`c${n}`),
  kind: 'clause',
  label,
  lead: [[text(words)]],
  children,
})
const code = (children: Draft[]): Draft => ({ id: provisionId('r'), kind: 'code', children })

const entriesOf = (before: Draft, after: Draft): string[] => {
  const store = newStore()
  return changeEntries(diff(store, store.plant(before), store.plant(after))).map(
    (entry) =>
      `${entry.class} ${entry.class === 'number' ? renumberingInWords(entryNumbers(entry), entry.changes.length === 1) : entry.changes.map((one) => one.id).join(' ')}`,
  )
}

const numbered = (from: number, to: number, shift = 0): Draft[] =>
  Array.from({ length: to - from + 1 }, (_, at) => clause(from + at, `D8.${from + at + shift}`))

describe('entries of a redline', () => {
  it('tell a run of new numbers as one', () => {
    const before = code(numbered(19, 34))
    const after = code([...numbered(19, 20), clause(99, 'D8.21', 'New.'), ...numbered(21, 34, 1)])
    expect(entriesOf(before, after)).toEqual([
      'new c99',
      'number D8.21 to D8.34 become D8.22 to D8.35',
    ])
  })
  it('end a run where a provision between them stays, goes, comes or says something else', () => {
    const before = code(numbered(1, 8))
    const renumbered = (n: number) => clause(n, `D8.${n + 10}`)
    const after = code([
      renumbered(1),
      renumbered(2),
      clause(3, 'D8.13', 'Clause 3, amended.'),
      renumbered(4),
      clause(5, 'D8.5'),
      renumbered(6),
      clause(50, 'D8.16A', 'New.'),
      renumbered(7),
      renumbered(8),
    ])
    expect(entriesOf(before, after)).toEqual([
      'number D8.1 to D8.2 become D8.11 to D8.12',
      'words c3',
      'number D8.4 becomes D8.14',
      'number D8.6 becomes D8.16',
      'new c50',
      'number D8.7 to D8.8 become D8.17 to D8.18',
    ])
    const without = code([clause(1, 'D8.1'), ...numbered(2, 3, 1), ...numbered(5, 8, 3)])
    expect(entriesOf(before, without)).toEqual([
      'number D8.2 to D8.3 become D8.3 to D8.4',
      'gone c4',
      'number D8.5 to D8.8 become D8.8 to D8.11',
    ])
  })
  it('do not call numbers that go up and down a run', () => {
    const before = code(numbered(1, 3))
    const after = code([clause(1, '7'), clause(2, '5'), clause(3, '6')])
    expect(entriesOf(before, after)).toEqual([
      'number D8.1 becomes 7',
      'number D8.2 to D8.3 become 5 to 6',
    ])
  })
  it('do not call two of one number a run', () => {
    const before = code([clause(1, '5'), clause(2, '5'), clause(3, '6')])
    const after = code([clause(1, '7'), clause(2, '8'), clause(3, '8')])
    expect(entriesOf(before, after)).toEqual([
      'number 5 becomes 7',
      'number 5 becomes 8',
      'number 6 becomes 8',
    ])
  })
  it('tell what comes or goes whole as one, and what moved into it apart', () => {
    const part = (n: number) => clause(n, `(${n})`)
    const before = code([clause(1, '1', 'One', [part(11), part(12)]), part(3)])
    const after = code([clause(2, '2', 'Two', [part(21), part(3), part(22)])])
    expect(entriesOf(before, after)).toEqual(['gone c1 c11 c12', 'new c2 c21 c22', 'place c3'])
  })
  it('leave marks out unless asked for', () => {
    const store = newStore()
    const bold = (kind: 'b' | 'i'): Draft =>
      code([{ ...clause(1, '1'), lead: [[{ t: 'em', kind, c: [text('Clause')] }]] }])
    const redline = diff(store, store.plant(bold('b')), store.plant(bold('i')))
    expect(changeEntries(redline)).toEqual([])
    expect(changeEntries(redline, { marks: true }).map((entry) => entry.class)).toEqual(['marks'])
  })
  it('hold every substantive change once, and runs only of what a run may hold', () => {
    const labels = fc.constantFrom('1', '2', '3', '(a)', '(b)', '(i)', 'D8.20', '9')
    const renumber = fc.record({
      do: fc.constant('renumber' as const),
      at: fc.nat(40),
      label: labels,
    })
    const steps = fc.array(fc.oneof(arbitrary.step(), renumber, renumber), { maxLength: 16 })
    fc.assert(
      fc.property(arbitrary.tree(), steps, (draft, all) => {
        const store = newStore()
        const redline = diff(store, store.plant(draft), store.plant(arbitrary.changed(draft, all)))
        const entries = changeEntries(redline)
        const inEntries = entries.flatMap((entry) => entry.changes)
        const told = redline.changes.filter(isSubstantive)
        expect(new Set(inEntries)).toEqual(new Set(told))
        expect(inEntries).toHaveLength(told.length)
        for (const change of redline.changes)
          expect(isSubstantive(change)).toBe(!['marks', 'children'].includes(classOf(change)))
        entries.forEach(expectSound)
      }),
      { numRuns: 400 },
    )
  })
})

const expectSound = (entry: ChangeEntry): void => {
  for (const change of entry.changes) expect(classOf(change)).toBe(entry.class)
  if (!['number', 'new', 'gone'].includes(entry.class)) expect(entry.changes).toHaveLength(1)
  if (entry.class !== 'number') return
  for (let at = 1; at < entry.changes.length; at++) {
    const [one, other] = [entry.changes[at - 1], entry.changes[at]]
    for (const side of ['before', 'after'] as const) {
      expect(other?.[side]?.after).toBe(one?.id)
      expect(other?.[side]?.parent).toBe(one?.[side]?.parent)
      const [low, high] = [one?.[side]?.own.label, other?.[side]?.own.label] as [Label, Label]
      expect(compareLabels(low, high)).toBeLessThan(0)
    }
  }
}

describe('redlines that list their changes', () => {
  const store = newStore()
  const a = store.plant(code(numbered(19, 34)))
  const b = store.plant(
    code([...numbered(19, 20), clause(99, 'D8.21', 'New.'), ...numbered(21, 34, 1)]),
  )
  it('tell the run once in text', () => {
    expect(writeTextRedline(a, b, store.lexicon)).toBe(
      '+   D8.21 New.\n#   D8.21 to D8.34 become D8.22 to D8.35\n',
    )
    expect(writeTextRedline(a, b, store.lexicon, { all: true }).split('\n')).toHaveLength(19)
  })
  it('tell the run once in the list of a page, and mark every new number where it stands', () => {
    const names = { title: 'Redline', before: 'one', after: 'other' }
    const page = writeHtmlRedline(a, b, store.lexicon, names)
    expect([...page.matchAll(/<li>(.*?)<\/li>/g)].map((one) => one[1])).toEqual([
      '<a href="#change-1">D8.21</a>: inserted',
      '<a href="#change-2">D8.21 to D8.34 become D8.22 to D8.35</a>: renumbered',
    ])
    expect(page.match(/class="changed"/g)).toHaveLength(15)
    expect(page.match(/<span class="num">D8\.35<\/span>/g)).toHaveLength(1)
  })
})
