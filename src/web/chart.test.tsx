import { dot } from '@observablehq/plot'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chart, ChartFigure, drawChart, type Events } from '#web/chart.tsx'
import { drawSvg, textWidth } from '#web/chart-svg.ts'
import { drawn, pageOf, wordsOf } from '../../tests/looks/drawn.ts'

const bars: Chart = {
  kind: 'bars',
  of: { category: 'Category', value: 'Parties' },
  bars: [
    { label: 'Small & <new>', value: 1100, href: '/parties?category=small' },
    { label: 'None', value: 0 },
  ],
}
const outcomes: Chart = {
  kind: 'outcomes',
  of: 'Year',
  rows: [
    {
      label: '2026',
      parts: [
        { label: 'approved', value: 4, tone: 'approved' },
        { label: 'rejected', value: 0, tone: 'rejected' },
      ],
    },
  ],
}
const events: Chart = {
  kind: 'events',
  from: '2016-04-01',
  to: '2017-03-31',
  groups: [
    {
      label: 'Versions',
      events: [{ label: '5.0', when: 'in July 2016', from: '2016-07-01', to: '2016-07-31' }],
    },
  ],
  marked: { day: '2017-03-31', label: 'End' },
}
const drawings = [bars, outcomes, events].flatMap((chart) =>
  [true, false].map(
    (narrow) =>
      [
        chart.kind,
        narrow ? 'narrow' : 'wide',
        drawChart(chart, 'What it <shows>', 'c', narrow),
      ] as const,
  ),
)

describe.each(drawings)('a chart of %s, %s', (_kind, _width, svg) => {
  it('holds nothing that a policy without inline style or script refuses', () => {
    expect(svg).not.toMatch(/<style|style=|<script|\son\w+=|class=/)
  })

  it('is an image named by its finding, and nothing else in it is named', () => {
    const drawing = pageOf(svg).querySelector('svg')
    expect(drawing?.getAttribute('role')).toBe('img')
    expect(wordsOf(pageOf(svg), `#${drawing?.getAttribute('aria-labelledby')}`)).toBe(
      'What it <shows>',
    )
    expect(svg.match(/\b(id|aria-label)=/g)).toEqual(['id='])
  })

  it('takes its colours from the page', () => {
    expect(svg.match(/(?:fill|stroke)="(?!none|currentColor|var\(--)[^"]*"/g)).toBeNull()
  })
})

describe('a chart', () => {
  it('turns the inline style of a mark into an attribute', () => {
    const marks = [dot([1], { x: 1, y: 1, mixBlendMode: 'multiply' })]
    const svg = drawSvg(
      { width: 9, height: 9, x: { domain: [0, 9], range: [0, 9] }, marks },
      'x',
      'c',
    )
    expect(svg).toContain('mix-blend-mode="multiply"')
    expect(svg).not.toContain('style=')
  })

  it('never lets the names of two outcomes touch', () => {
    const part = fc.record({
      label: fc.stringMatching(/^[a-z]{3,18}$/),
      value: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), fc.boolean(), (parts, narrow) => {
        const row = { label: 'All', parts: parts.map((one) => ({ ...one, tone: 'open' as const })) }
        const svg = drawChart({ kind: 'outcomes', of: 'Year', rows: [row] }, 'x', 'c', narrow)
        const names = namesIn(svg, new Set(parts.map(({ label, value }) => `${value} ${label}`)))
        expect(names).toHaveLength(parts.length)
        expectApart(names, narrow)
      }),
      { numRuns: 60 },
    )
  })

  it('comes out the same every time', () => {
    expect(drawChart(events, 'x', 'c', false)).toBe(drawChart(events, 'x', 'c', false))
  })

  it('shows what is typed as text', () => {
    expect(drawChart(bars, 'x', 'c', false)).toContain('Small &amp; &lt;new&gt;')
  })

  it('has its finding as heading and the same data as a table, with nothing left out', () => {
    const page = drawn(<ChartFigure id="c" finding="Most are small" chart={bars} />)
    expect(wordsOf(page, 'figcaption')).toBe('Most are small')
    expect(Array.from(page.querySelectorAll('tbody tr'), (row) => row.textContent)).toEqual([
      'Small & <new>1,100',
      'None0',
    ])
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/parties?category=small')
    const table = drawn(<ChartFigure id="c" finding="x" chart={outcomes} />)
    expect(Array.from(table.querySelectorAll('tbody tr'), (row) => row.textContent)).toEqual([
      '2026approved4',
      '2026rejected0',
    ])
    expect(wordsOf(drawn(<ChartFigure id="c" finding="x" chart={events} />), 'tbody')).toBe(
      'Versions5.0in July 2016',
    )
  })

  it('draws where there is nothing to draw', () => {
    for (const narrow of [true, false]) {
      expect(drawChart({ ...bars, bars: [] }, 'x', 'c', narrow)).toContain('<svg')
      expect(drawChart({ ...outcomes, rows: [] }, 'x', 'c', narrow)).toContain('<svg')
      expect(
        drawChart({ ...events, groups: [{ label: 'None', events: [] }] }, 'x', 'c', narrow),
      ).toContain('<svg')
    }
  })

  it('never lets the names of two events touch, nor run off the edge', () => {
    const day = fc
      .date({ min: new Date('2013-09-23'), max: new Date('2017-03-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const event = fc
      .record({
        label: fc.stringMatching(/^[a-z0-9.]{1,20}$/),
        days: fc.array(day, { minLength: 1, maxLength: 2 }),
      })
      .map(({ label, days }) => {
        const [from = '', to] = days.sort()
        return { label, when: from, from, to }
      })
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (dated, narrow) => {
          const chart: Events = {
            kind: 'events',
            from: '2013-09-23',
            to: '2017-03-31',
            groups: [{ label: 'Group', events: dated }],
          }
          const names = namesIn(
            drawChart(chart, 'x', 'c', narrow),
            new Set(dated.map(({ label }) => label)),
          )
          expect(names).toHaveLength(dated.length)
          expectApart(names, narrow)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function expectApart(names: ReturnType<typeof namesIn>, narrow: boolean): void {
  for (const one of names) {
    expect(one.left).toBeGreaterThanOrEqual(0)
    expect(one.right).toBeLessThanOrEqual(narrow ? 340 : 720)
    for (const other of names) {
      const apart =
        one === other || one.y !== other.y || one.right <= other.left || other.right <= one.left
      expect(apart, `${JSON.stringify(one)} touches ${JSON.stringify(other)}`).toBe(true)
    }
  }
}

function namesIn(svg: string, labels: ReadonlySet<string>) {
  return Array.from(pageOf(svg).querySelectorAll('text'))
    .filter(
      (text) =>
        labels.has(text.textContent) &&
        text.parentElement?.getAttribute('stroke') === 'var(--paper)',
    )
    .map((text) => {
      const [x = 0, y = 0] =
        (text.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
      const width = textWidth(text.textContent)
      const left = text.parentElement?.getAttribute('text-anchor') === 'end' ? x - width : x
      return { label: text.textContent, y, left, right: left + width }
    })
}
