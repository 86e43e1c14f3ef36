import { describe, expect, it } from 'vitest'
import { renderPage } from '#web/layout.tsx'
import { pageOf, wordsOf } from '../../tests/looks/drawn.ts'
import { elsewhen, modelFrame } from '../../tests/looks/model-frame.ts'

type Change = Parameters<typeof modelFrame>[1]
const page = (change: Change = {}) =>
  pageOf(renderPage({ ...modelFrame('Modifications', change), children: 'matter' }))

describe('the frame of a page', () => {
  it('names the page in the window, in its heading and in its language', () => {
    const html = renderPage(modelFrame('Modifications', {}))
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(wordsOf(page(), 'title')).toBe('Modifications · Model Code')
    expect(wordsOf(page(), 'h1')).toBe('Modifications')
  })

  it('points to the same page for machines, and only where there is one', () => {
    const alternates = (change: Change) =>
      Array.from(page(change).querySelectorAll('link[rel=alternate]'), (link) =>
        link.getAttribute('type'),
      )
    expect(alternates({})).toEqual(['application/json', 'application/atom+xml'])
    expect(alternates({ alternates: {} })).toEqual([])
  })

  it('marks the room one is in', () => {
    expect(wordsOf(page(), '.rooms [aria-current]')).toBe('Modifications')
  })

  it('says on every page of a demonstration that it is one', () => {
    expect(wordsOf(page(), '.demonstration')).toContain('Demonstration')
    expect(page({ demonstration: false }).querySelector('.demonstration')).toBeNull()
  })

  it('shows what was typed as text, never as markup', () => {
    const html = renderPage(
      modelFrame('Support', { title: '<script>x</script>', query: { x: '"><b>' } }),
    )
    expect(html).not.toContain('<script>x')
    expect(html).not.toContain('"><b>')
  })

  it('names the entry and hash of the record it was drawn from, or that it was empty', () => {
    expect(wordsOf(page(), '.drawn-from')).toContain('entry 10,482, hash 3f9a6c1e')
    expect(
      wordsOf(page({ record: { position: 0, hash: '', empty: true } }), '.drawn-from'),
    ).toContain('empty record')
  })

  it('keeps the search words in the search page only', () => {
    const typed = (path: string) =>
      page({ path, query: { q: 'key' } })
        .querySelector('#search')
        ?.getAttribute('value')
    expect(typed('/search')).toBe('key')
    expect(typed('/modifications')).toBeNull()
  })
})

describe('the line of time', () => {
  it('is quiet today', () => {
    expect(page().querySelector('body')?.hasAttribute('class')).toBe(false)
    expect(page().querySelector('.time-warning')).toBeNull()
  })

  it('changes the ground and says so in words, with the way back, at another time', () => {
    const then = page({ ...elsewhen, query: { ...elsewhen.query, state: 'open', after: 'CURSOR' } })
    expect(then.querySelector('body')?.className).toBe('elsewhen')
    expect(wordsOf(then, '.time-warning')).toContain(
      'in force on 31 March 2017, as the record stood on 31 January 2026 at 12:00 UTC: neither today nor now.',
    )
    expect(then.querySelector('.time-warning a')?.getAttribute('href')).toBe(
      '/modifications?state=open',
    )
  })

  it('tells the day of the law from the knowledge of the record', () => {
    expect(wordsOf(page({ asOf: elsewhen.asOf }), '.time-warning')).toContain(
      'in force on 31 March 2017, not today.',
    )
    expect(wordsOf(page({ knownAt: elsewhen.knownAt }), '.time-warning')).toContain(
      'not as it stands now.',
    )
  })

  it('keeps the rest of the query when it asks for another time, except the page of a register', () => {
    const form = page({
      query: { state: 'open', after: 'CURSOR', 'as-of': '2017-03-31' },
    }).querySelector('.time-control')
    const hidden = Array.from(form?.querySelectorAll('input[type=hidden]') ?? [], (one) =>
      one.getAttribute('name'),
    )
    expect(hidden).toEqual(['state'])
  })

  it('goes along to the rooms, the trail, the name of the code and the search', () => {
    const then = page({ ...elsewhen, trail: [{ label: 'All', href: '/all' }] })
    for (const selector of ['.rooms a', '.trail a', '.masthead-name']) {
      expect(then.querySelector(selector)?.getAttribute('href')).toContain(
        'as-of=2017-03-31&known-at=',
      )
    }
    expect(then.querySelectorAll('.search input[type=hidden]')).toHaveLength(2)
  })
})
