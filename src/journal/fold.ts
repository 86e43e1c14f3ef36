// A fold turns entries into rows: dated facts that views read. Rows are kept, and can be thrown away and made again.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Basis, Entry, Event } from './entry.ts'
import { type InformationClass, restriction } from './information-class.ts'

/** One dated fact. It holds from the end of `opens` to the start of `closes`; in between it possibly does. */
export interface Row<Data = unknown> {
  readonly key: string
  readonly class: InformationClass
  readonly opens: KnownDate
  readonly closes: KnownDate | null
  readonly basis: Basis
  readonly source: string | null
  /** Ids of the entries beneath, in the order in which they were entered. */
  readonly entries: readonly string[]
  readonly data: Data
}

/** What a fold may do with its rows while it reads one entry. */
export interface Rows<Data> {
  get(key: string): Row<Data> | undefined
  all(): Iterable<Row<Data>>
  /** A fact begins: from the entry's own date unless `dates` says otherwise. */
  open(key: string, data: Data, dates?: { opens?: KnownDate; closes?: KnownDate | null }): void
  /** A fact ends: on the entry's own date unless `on` says otherwise. Nothing happens where there is none. */
  close(key: string, on?: KnownDate): void
  /** A row is put right as a whole, without a new beginning. */
  correct(key: string, data: Data): void
  remove(key: string): void
}

export interface Fold<Data = unknown, E extends Event = Event> {
  /** `room.noun`: the lasting name of its kept rows. */
  readonly name: string
  /** Raised when the same entries give other rows than before; kept rows are then made again. */
  readonly edition: number
  /** The stream that a row is about, without its code, where who has that for its own reads more: `draft:SECMP0031`. */
  about?(data: Data): string
  readonly on: {
    readonly [Type in E['type']]?: (
      entry: Entry<Extract<E, { type: Type }>>,
      rows: Rows<Data>,
    ) => void
  }
}

/** Any fold, where the types of its rows and events do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list of folds holds folds of all types
export type AnyFold = Fold<any, any>

/** Rows as a map that can be read, and written where the journal allows it. */
export interface RowStore {
  get(key: string): Row | undefined
  set(key: string, row: Row): void
  delete(key: string): void
  values(): Iterable<Row>
}

/** Lets one fold read one entry. Throws where a more restricted entry would change what more viewers see. */
export function foldEntry(fold: AnyFold, entry: Entry, store: RowStore): void {
  const reader = fold.on[entry.type]
  if (!reader) return
  const changeable = (key: string) => {
    const before = store.get(key)
    if (before && restriction(entry.class) > restriction(before.class))
      throw new Error(
        `${fold.name}: the ${entry.class} entry ${entry.id} may not change the ${before.class} row ${key}; what is more restricted needs a row of its own`,
      )
    return before
  }
  const put = (key: string, row: Omit<Row, 'key' | 'entries' | 'class'>) => {
    const before = changeable(key)
    store.set(key, {
      ...row,
      key,
      class: before?.class ?? entry.class,
      entries: [...(before?.entries ?? []), entry.id],
    })
  }
  reader(entry, {
    get: (key) => store.get(key),
    all: () => store.values(),
    open: (key, data, dates) =>
      put(key, {
        opens: dates?.opens ?? entry.effectiveFrom,
        closes: dates?.closes ?? null,
        basis: entry.basis,
        source: entry.source,
        data,
      }),
    close: (key, on) => {
      const before = store.get(key)
      if (before) put(key, { ...before, closes: on ?? entry.effectiveFrom })
    },
    correct: (key, data) => {
      const before = store.get(key)
      if (before) put(key, { ...before, data })
    },
    remove: (key) => {
      if (changeable(key)) store.delete(key)
    },
  })
}
