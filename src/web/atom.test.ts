import fc from 'fast-check'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { describe, expect, it } from 'vitest'
import { type AtomFeed, atomFeed } from './atom.ts'

interface Found {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Found[]
  text: string
}

/** The document as a tree; throws where it is not well formed or not all of it is Atom. */
function tree(xml: string): Found {
  const parser = new SaxesParser({ xmlns: true })
  const root: Found = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    expect(tag.uri).toBe('http://www.w3.org/2005/Atom')
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([key, { value }]) => [key, value]),
    )
    const found: Found = { name: tag.local, attributes, children: [], text: '' }
    open.at(-1)!.children.push(found)
    open.push(found)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root.children[0]!
}

const all = (found: Found, name: string) => found.children.filter((child) => child.name === name)
const only = (found: Found, name: string) => {
  expect([name, all(found, name).length]).toEqual([name, 1])
  return all(found, name)[0]!
}

/** What RFC 4287 asks of every feed and every entry in it. */
function expectAtom(feed: Found) {
  expect(feed.name).toBe('feed')
  only(only(feed, 'author'), 'name')
  expect(all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self').length).toBe(1)
  const entries = all(feed, 'entry')
  for (const of of [feed, ...entries]) {
    expect(only(of, 'id').text).toMatch(/^tag:secretariat,2026:[!#-;=?-~]+$/)
    only(of, 'title')
    expect(Number.isNaN(Date.parse(only(of, 'updated').text))).toBe(false)
    expect(all(of, 'link').filter(({ attributes }) => attributes.rel === 'alternate').length).toBe(
      1,
    )
  }
  const ids = entries.map((entry) => only(entry, 'id').text)
  expect(new Set(ids).size).toBe(ids.length)
}

const feed: AtomFeed = {
  title: 'Meetings',
  self: '/meetings.atom?as-of=2017-03-31&body=panel',
  alternate: '/meetings?as-of=2017-03-31&body=panel',
  updated: '2026-02-01T09:00:00.000Z',
  items: [
    {
      href: '/meetings/M-1',
      title: 'Panel <meets> & decides',
      summary: 'R\u0026D "first"',
      updated: '2026-01-01T09:00:00.000Z',
    },
    { href: '/meetings/M-2', title: 'Panel', summary: '', updated: '2026-01-02T09:00:00.000Z' },
  ],
}

describe('a feed', () => {
  it('has what Atom asks for', () => {
    const found = tree(atomFeed(feed))
    expectAtom(found)
    const [first, second] = all(found, 'entry')
    expect(only(first!, 'title').text).toBe('Panel <meets> & decides')
    expect(only(first!, 'summary').text).toBe('R&D "first"')
    expect(only(first!, 'link').attributes.href).toBe('/meetings/M-1')
    expect(all(second!, 'summary')).toEqual([])
    expect(all(found, 'link').map(({ attributes }) => attributes.href)).toEqual([
      feed.self,
      feed.alternate,
    ])
  })

  it('keeps an item’s id whatever else changes', () => {
    const ids = (of: AtomFeed) =>
      all(tree(atomFeed(of)), 'entry').map((entry) => only(entry, 'id').text)
    expect(ids(feed)).toEqual([
      'tag:secretariat,2026:/meetings/M-1',
      'tag:secretariat,2026:/meetings/M-2',
    ])
    const later = feed.items.map((item) => ({
      ...item,
      title: 'Moved',
      updated: '2027-01-01T00:00:00.000Z',
    }))
    expect(ids({ ...feed, self: '/meetings.atom', items: later })).toEqual(ids(feed))
  })

  it('tells items apart that share an address by what each is about, and refuses where it cannot', () => {
    const [item] = feed.items
    const two = (about?: string) => [
      { ...item!, about: 'raised' },
      { ...item!, ...(about ? { about } : {}) },
    ]
    expectAtom(tree(atomFeed({ ...feed, items: two('accepted by the Panel') })))
    expect(() => atomFeed({ ...feed, items: two('raised') })).toThrow(
      'say of each what it is about',
    )
  })

  it('refuses an instant that is none', () => {
    expect(() => atomFeed({ ...feed, updated: 'yesterday' })).toThrow("'yesterday'")
    expect(() => atomFeed({ ...feed, updated: '2026-01-01' })).toThrow('Expected the instant')
  })

  it('is Atom whatever is written in it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
        fc.string({ unit: 'binary' }),
        (texts, title) => {
          const items = texts.map((text, index) => ({
            href: `/things/${index}`,
            title: text,
            summary: text,
            updated: feed.updated,
            about: text,
          }))
          expectAtom(tree(atomFeed({ ...feed, title, self: `/things.atom?q=${title}`, items })))
        },
      ),
    ))
})
