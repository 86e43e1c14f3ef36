import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { dcEnds } from '../../../../../tests/format-corpus.ts'
import { hasCorpus, tellIfAbsent } from '../../../../../tests/text-corpus.ts'
import * as arbitrary from '../../arbitrary.ts'
import type { Draft, Tree } from '../../model.ts'
import { provisionId, text } from '../../model.ts'
import { newStore } from '../../store.ts'
import { lineOf } from '../../words.ts'
import { writeHtml } from './write-html.ts'
import { writeHtmlRedline } from './write-html-redline.ts'

tellIfAbsent('HTML of real texts')

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const inkOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, '')).replace(/\s+/g, '')

const mainOf = (html: string): string => /<main>(.*)<\/main>/s.exec(html)?.[1] ?? ''

const linesOf = (root: Tree): string[] => {
  const out: string[] = []
  const visit = ({ own, kids }: Tree): void => {
    out.push(lineOf({ ...own, tail: [] }))
    kids.forEach(visit)
    out.push(lineOf({ ...own, label: null, heading: null, lead: [] }))
  }
  visit(root)
  return out
}
const ink = (root: Tree): string => linesOf(root).join('').replace(/\s+/g, '')

/** The words of a redline page as one side has them. */
const sideOf = (page: string, gone: 'ins' | 'del'): string =>
  inkOf(
    mainOf(page)
      .replace(/<p class="step".*?<\/p>/gs, '')
      .replace(/<span class="said">.*?<\/span>/gs, '')
      .replace(new RegExp(`<${gone}>.*?</${gone}>`, 'gs'), ''),
  )

const names = { title: 'Redline', before: 'one', after: 'other', all: true }

describe('HTML', () => {
  it('holds every number and word once, in order', () => {
    fc.assert(
      fc.property(arbitrary.tree(), (draft) => {
        const tree = newStore().plant({ ...draft, kind: 'code' })
        const [index, ...rest] = writeHtml(tree)
        const links = new Map(rest.map((file) => [file.name, mainOf(file.html)]))
        const whole = mainOf(index?.html ?? '').replace(
          /<p><a href="([^"#]*)">[^<]*<\/a><\/p>/g,
          (all, name: string) => links.get(name) ?? all,
        )
        expect(inkOf(whole)).toBe(ink(tree))
      }),
    )
  })
  it('writes one section a file, with stable ids, numbers, and links from file to file', () => {
    const section = (n: number, lead: Draft['lead']): Draft => ({
      id: provisionId(`s.${n}`),
      kind: 'section',
      label: `D${n}`,
      ...(lead ? { lead } : {}),
    })
    const files = writeHtml(
      newStore().plant({
        id: provisionId('r'),
        kind: 'code',
        children: [
          section(1, [
            [
              text('see '),
              { t: 'ref', s: 'D2', form: '', to: { in: 'text', id: provisionId('s.2') } },
            ],
          ]),
          section(2, [[text('a < b & "c"')]]),
        ],
      }),
    )
    expect(files.map((file) => file.name)).toEqual(['index.html', 's.1.html', 's.2.html'])
    expect(files[1]?.html).toContain('<a href="s.2.html#s.2">D2</a>')
    expect(files[2]?.html).toContain('id="s.2" class="provision section" data-num="D2"')
    expect(files[2]?.html).toContain('a &lt; b &amp; &quot;c&quot;')
  })
})

describe('an HTML redline', () => {
  it('loses no word of either side', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(arbitrary.step(), { maxLength: 8 }),
        (draft, steps) => {
          const store = newStore()
          const [a, b] = [store.plant(draft), store.plant(arbitrary.changed(draft, steps))]
          const page = writeHtmlRedline(a, b, store.lexicon, names)
          expect(sideOf(page, 'ins')).toBe(ink(a))
          expect(sideOf(page, 'del')).toBe(ink(b))
        },
      ),
      { numRuns: 150 },
    )
  })
  it('names each change by the numbers above it', () => {
    const store = newStore()
    const deep = (words: string): Draft => ({
      id: provisionId('r'),
      kind: 'code',
      children: ['A', 'B'].map((label) => ({
        id: provisionId(label),
        kind: 'section',
        label,
        lead: [[text(words)]],
        children: [
          { id: provisionId(`${label}1`), kind: 'clause', label: '1', lead: [[text(words)]] },
        ],
      })),
    })
    const page = writeHtmlRedline(
      store.plant(deep('one')),
      store.plant(deep('two')),
      store.lexicon,
      names,
    )
    const listed = [...page.matchAll(/<li>(.*?)<\/li>/g)].map((found) => inkOf(found[1] ?? ''))
    expect(listed).toEqual(['A:amended', 'A›1:amended', 'B:amended', 'B›1:amended'])
  })
  it('is a valid page whose list leads to every change', async () => {
    const store = newStore()
    const clause = (id: string, words: string): Draft => ({
      id: provisionId(id),
      kind: 'clause',
      label: id,
      lead: [[text(words)]],
    })
    const root = (children: Draft[]): Draft => ({ id: provisionId('r'), kind: 'code', children })
    const a = store.plant(root([clause('x', 'pay in 5 days'), clause('y', 'old')]))
    const b = store.plant(root([clause('x', 'pay in 10 days'), clause('z', 'new')]))
    const page = writeHtmlRedline(a, b, store.lexicon, names)
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
      page,
    )
    expect(report.results.flatMap((result) => result.messages.map((m) => m.message))).toEqual([])
    const listed = [...page.matchAll(/<li>(.*?)<\/li>/g)].map((found) => inkOf(found[1] ?? ''))
    expect(listed).toEqual(['x:amended', 'z:inserted', 'y:struck'])
    for (const [, n] of page.matchAll(/href="#(change-\d+)"/g)) expect(page).toContain(`id="${n}"`)
    expect(page).not.toContain('<script')
  })
})

describe.skipIf(!hasCorpus)('the HTML redline of the real DC Code', () => {
  it('loses no word of either side', () => {
    const { store, first: a, last: b } = dcEnds()
    const page = writeHtmlRedline(a, b, store.lexicon, names)
    expect(sideOf(page, 'ins') === ink(a)).toBe(true)
    expect(sideOf(page, 'del') === ink(b)).toBe(true)
  })
})
