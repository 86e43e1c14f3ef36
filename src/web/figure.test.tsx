import { describe, expect, it } from 'vitest'
import { Figure, FigureTable } from '#web/figure.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

describe('a figure', () => {
  it('opens to its entries and says what it counts', () => {
    const page = drawn(<Figure value="233" of="Parties" href="/explain/parties.total" />)
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/explain/parties.total')
    expect(wordsOf(page, 'a')).toBe('233 Parties: the entries beneath this figure')
  })

  it('says in a table that the record does not tell it', () => {
    const page = drawn(
      <FigureTable
        caption="Parties"
        columns={['Category', 'Parties', 'Groups']}
        rows={[
          { label: 'Other', figures: [{ value: '71', href: '/e', basis: 'known-by-count' }, null] },
        ]}
      />,
    )
    expect(Array.from(page.querySelectorAll('td'), (cell) => cell.textContent)).toEqual([
      '71 Other, Parties: the entries beneath this figureKnown by count',
      'Not known from the source',
    ])
  })
})
