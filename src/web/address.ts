// Addresses of pages within one code: what a link keeps of the query, and what it leaves behind.

/** The query of a page, one value a name, as the server read it. */
export type Query = Readonly<Record<string, string>>

/** Changes to a query: a text sets a name, null takes it away. */
export type QueryChange = Readonly<Record<string, string | null>>

/** The two names that say at what time one is reading. Every link inside the record carries them on. */
export const timeNames = ['as-of', 'known-at'] as const

/** The names that say which page of a register one is on. They mean nothing once anything else of the query changes. */
export const pageNames = ['after', 'before'] as const

/**
 * The address of a page with its query changed. Names are written in the order in which they first stood.
 * An address that brings its own query or fragment keeps both.
 */
export function addressWith(path: string, query: Query, change: QueryChange = {}): string {
  const [beforeFragment = '', fragment] = path.split('#', 2)
  const [bare = '', own] = beforeFragment.split('?', 2)
  const parameters = new URLSearchParams(own ?? '')
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (value === null || value === '') parameters.delete(name)
    else parameters.set(name, value)
  }
  const written = parameters.toString()
  return bare + (written ? `?${written}` : '') + (fragment === undefined ? '' : `#${fragment}`)
}

/** The same, turned back to the first page of the register: for a sort, a facet or another time. */
export function firstPageWith(path: string, query: Query, change: QueryChange = {}): string {
  return addressWith(path, query, {
    ...Object.fromEntries(pageNames.map((name) => [name, null])),
    ...change,
  })
}

/** An address inside the record, carrying on the time at which one is reading (and nothing else of the query). */
export function keepTime(href: string, query: Query): string {
  const time = timeNames.flatMap((name) => (query[name] ? [[name, query[name]] as const] : []))
  return addressWith(href, Object.fromEntries(time))
}
