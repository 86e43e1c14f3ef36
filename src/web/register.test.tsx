import { describe, expect, it } from 'vitest'
import { Register, type RegisterProps } from '#web/register.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

type Row = { name: string; votes: number }

const props: RegisterProps<Row> = {
  path: '/parties',
  query: { category: 'other', after: 'OLD', 'as-of': '2017-03-31' },
  noun: { one: 'Party', many: 'Parties' },
  count: 71,
  headline: '71 Parties',
  facets: [
    {
      name: 'category',
      label: 'Category',
      options: [{ value: 'other', label: 'Other', count: 71 }],
    },
  ],
  columns: [
    { key: 'name', label: 'Name', names: true, sortable: true, cell: (row) => row.name },
    { key: 'votes', label: 'Votes', numeric: true, cell: (row) => row.votes },
  ],
  rows: [{ name: 'Model Works', votes: 3 }],
  rowKey: (row) => row.name,
  why: (row) => `${row.name} votes next week`,
  sort: null,
  pages: { previous: { before: 'B' }, next: { after: 'N' }, from: 51, to: 71 },
  csv: '/parties.csv',
  empty: {
    sentence: 'No Party has acceded yet.',
    action: { label: 'Enter one', href: '/parties/enter' },
  },
}

const sheet = (change: Partial<RegisterProps<Row>> = {}) =>
  drawn(<Register {...props} {...change} />)
const addressOf = (page: Document, selector: string) =>
  page.querySelector(selector)?.getAttribute('href')

describe('a register', () => {
  it('has a caption, a header for each row and why the row matters', () => {
    const page = sheet()
    expect(wordsOf(page, 'caption')).toBe('Parties, 51 to 71 of 71')
    expect(wordsOf(page, 'tbody th .why')).toBe('Model Works votes next week')
    expect(page.querySelector('.scroll')?.getAttribute('tabindex')).toBe('0')
  })

  it('sorts by a link, the other way when asked again, from the first page on', () => {
    expect(addressOf(sheet(), 'thead a')).toBe('/parties?category=other&as-of=2017-03-31&sort=name')
    const sorted = sheet({ sort: { key: 'name', falling: false } })
    expect(addressOf(sorted, 'thead a')).toContain('sort=-name')
    expect(sorted.querySelector('thead th')?.getAttribute('aria-sort')).toBe('ascending')
  })

  it('turns pages by cursor and keeps the facets and the time', () => {
    expect(addressOf(sheet(), 'a[rel=next]')).toBe(
      '/parties?category=other&as-of=2017-03-31&after=N',
    )
    expect(addressOf(sheet(), 'a[rel=prev]')).toBe(
      '/parties?category=other&as-of=2017-03-31&before=B',
    )
    expect(sheet({ pages: { from: 1, to: 71 } }).querySelector('a[rel=next]')).toBeNull()
  })

  it('marks the facet chosen and leads back from it', () => {
    const page = sheet()
    expect(wordsOf(page, '.facet [aria-current]')).toBe('Other 71')
    expect(addressOf(page, '.facet a')).toBe('/parties?as-of=2017-03-31')
  })

  it('says what to do when nothing fits, and when there is nothing at all', () => {
    expect(wordsOf(sheet({ rows: [] }), '.nothing')).toContain('No Parties fit what you asked for')
    expect(addressOf(sheet({ rows: [] }), '.nothing a')).toBe('/parties?as-of=2017-03-31')
    const empty = sheet({ rows: [], query: {} })
    expect(wordsOf(empty, '.nothing')).toBe('No Party has acceded yet.Enter one')
  })

  it('keeps the facets when looking for words within', () => {
    const page = sheet({ search: { name: 'q', label: 'Find' } })
    const hidden = Array.from(page.querySelectorAll('.facet-search input[type=hidden]'), (one) =>
      one.getAttribute('name'),
    )
    expect(hidden).toEqual(['category', 'as-of'])
  })
})
