// Feeds in Atom 1.0 (RFC 4287).

import { isInstant } from '#calendar/day.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

export interface AtomItem {
  /** The address of the thing: a path on this server. */
  readonly href: string
  readonly title: string
  readonly summary: string
  /** The instant of its last change. */
  readonly updated: string
  /** Makes the item one of its own where several share an address. */
  readonly about?: string
}

export interface AtomFeed {
  readonly title: string
  /** The address of the feed itself: a path on this server, with its query. */
  readonly self: string
  /** The address of the page that shows the same to people. */
  readonly alternate: string
  readonly updated: string
  readonly items: readonly AtomItem[]
}

/**
 * The feed as a document. Ids are made from addresses alone, so that they stay the same on every server and on every
 * day. Throws where an instant is none, or where two items could not be told apart.
 */
export function atomFeed({ title, self, alternate, updated, items }: AtomFeed): string {
  const seen = new Map<string, AtomItem>()
  for (const item of items) {
    const id = idOf(item.href, item.about)
    const before = seen.get(id)
    if (before)
      throw new Error(
        `Expected items that can be told apart, but '${before.title}' and '${item.title}' both lie at ${item.href}; say of each what it is about`,
      )
    seen.set(id, item)
  }
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' },
      element('id', {}, idOf(self)),
      element('title', {}, title),
      element('updated', {}, instant(updated, title)),
      element('author', {}, element('name', {}, 'Secretariat')),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: alternate }),
      ...[...seen].map(([id, item]) => entry(id, item)),
    ),
  )
}

function entry(id: string, { href, title, summary, updated }: AtomItem): Xml {
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, instant(updated, title)),
    element('link', { rel: 'alternate', type: 'text/html', href }),
    ...(summary ? [element('summary', {}, summary)] : []),
  )
}

/** An id must be absolute and must last, so it names the program and not the server (RFC 4151). */
function idOf(address: string, about?: string): string {
  const written = encodeURI(address.toWellFormed()).replaceAll('%25', '%').replaceAll('#', '%23')
  return `tag:secretariat,2026:${written}${about === undefined ? '' : `#${encodeURIComponent(about.toWellFormed())}`}`
}

function instant(text: string, of: string): string {
  if (isInstant(text)) return text
  throw new RangeError(`Expected the instant at which '${of}' last changed, but got '${text}'`)
}
