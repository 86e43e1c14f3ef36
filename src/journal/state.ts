// What the journal says so far, in memory: the rows of every fold, code by code. Readers see what is
// committed; a writer works on a layer above it that is laid down whole, or dropped whole.

import { sha256 } from './canonical.ts'
import { codeOf, type Entry, type Head, headAfter } from './entry.ts'
import { type AnyFold, foldEntry, type Row, type RowStore } from './fold.ts'
import { mayRead, thePublic } from './information-class.ts'

/** The chain as the public may see it: only what it may read counts and is hashed. */
export interface PublicHead {
  readonly count: number
  readonly hash: string
  readonly recordedAt: string | null
}

export const publicBeforeTheFirst: PublicHead = { count: 0, hash: '0'.repeat(64), recordedAt: null }

export function publicHeadAfter(head: PublicHead, entry: Entry): PublicHead {
  if (!mayRead(thePublic, entry.class)) return head
  return {
    count: head.count + 1,
    hash: sha256(head.hash + entry.contentHash),
    recordedAt: entry.recordedAt,
  }
}

/** Read-only: the rows of one fold of one code. */
export interface State {
  readonly head: Head
  readonly publicHead: PublicHead
  rows(code: string, fold: string): Iterable<Row>
  row(code: string, fold: string, key: string): Row | undefined
  /** The codes of which anything is on record. */
  codes(): ReadonlySet<string>
}

/** Which rows of which fold a layer changed; undefined where a row was removed. */
export type Changes = Map<string, Map<string, Row | undefined>>

const spot = (code: string, fold: string) => `${code} ${fold}`
export const codeAndFold = (of: string) => of.split(' ') as [code: string, fold: string]

/** The committed state. Only the journal writes to it, and never while somebody reads: reading is synchronous. */
export class CommittedState implements State {
  head: Head
  publicHead: PublicHead
  readonly folds: readonly AnyFold[]
  private readonly stores = new Map<string, Map<string, Row>>()

  constructor(folds: readonly AnyFold[], head: Head, publicHead: PublicHead) {
    this.folds = folds
    this.head = head
    this.publicHead = publicHead
  }

  rows(code: string, fold: string): Iterable<Row> {
    return this.stores.get(spot(code, fold))?.values() ?? []
  }

  row(code: string, fold: string, key: string): Row | undefined {
    return this.stores.get(spot(code, fold))?.get(key)
  }

  codes(): ReadonlySet<string> {
    return new Set([...this.stores.keys()].map((of) => codeAndFold(of)[0]))
  }

  /** Every kept row, for saving or comparing. */
  *everything(): Iterable<{ code: string; fold: string; row: Row }> {
    for (const [of, store] of this.stores) {
      const [code, fold] = codeAndFold(of)
      for (const row of store.values()) yield { code, fold, row }
    }
  }

  keep(code: string, fold: string, row: Row): void {
    this.store(spot(code, fold)).set(row.key, row)
  }

  /** Entries already committed elsewhere are read in order, straight into the state. */
  read(entry: Entry): void {
    const layer = new Layer(this)
    layer.read(entry)
    layer.layDown()
  }

  take(changes: Changes, head: Head, publicHead: PublicHead): void {
    for (const [of, changed] of changes) {
      const store = this.store(of)
      for (const [key, row] of changed) row === undefined ? store.delete(key) : store.set(key, row)
    }
    this.head = head
    this.publicHead = publicHead
  }

  private store(of: string): Map<string, Row> {
    const found = this.stores.get(of)
    if (found) return found
    const made = new Map<string, Row>()
    this.stores.set(of, made)
    return made
  }
}

/** A layer above a state: what one piece of work would change. */
export class Layer implements State {
  head: Head
  publicHead: PublicHead
  readonly changes: Changes = new Map()
  private readonly below: CommittedState | Layer

  constructor(below: CommittedState | Layer) {
    this.below = below
    this.head = below.head
    this.publicHead = below.publicHead
  }

  get folds(): readonly AnyFold[] {
    return this.below.folds
  }

  *rows(code: string, fold: string): Iterable<Row> {
    const changed = this.changes.get(spot(code, fold))
    if (!changed) return yield* this.below.rows(code, fold)
    const seen = new Set<string>()
    for (const row of this.below.rows(code, fold)) {
      const now = changed.has(row.key) ? changed.get(row.key) : row
      seen.add(row.key)
      if (now) yield now
    }
    for (const [key, row] of changed) if (row && !seen.has(key)) yield row
  }

  row(code: string, fold: string, key: string): Row | undefined {
    const changed = this.changes.get(spot(code, fold))
    return changed?.has(key) ? changed.get(key) : this.below.row(code, fold, key)
  }

  codes(): ReadonlySet<string> {
    return new Set([
      ...this.below.codes(),
      ...[...this.changes.keys()].map((of) => codeAndFold(of)[0]),
    ])
  }

  read(entry: Entry): void {
    const code = codeOf(entry.stream)
    for (const fold of this.folds) {
      if (fold.on[entry.type]) foldEntry(fold, entry, this.store(code, fold.name))
    }
    this.head = headAfter(entry)
    this.publicHead = publicHeadAfter(this.publicHead, entry)
  }

  take(changes: Changes, head: Head, publicHead: PublicHead): void {
    for (const [of, changed] of changes) {
      const mine = this.changedAt(of)
      for (const [key, row] of changed) mine.set(key, row)
    }
    this.head = head
    this.publicHead = publicHead
  }

  /** The layer becomes part of what is below. */
  layDown(): void {
    this.below.take(this.changes, this.head, this.publicHead)
  }

  private store(code: string, fold: string): RowStore {
    const of = spot(code, fold)
    return {
      get: (key) => this.row(code, fold, key),
      set: (key, row) => this.changedAt(of).set(key, row),
      delete: (key) => this.changedAt(of).set(key, undefined),
      values: () => this.rows(code, fold),
    }
  }

  private changedAt(of: string): Map<string, Row | undefined> {
    const found = this.changes.get(of)
    if (found) return found
    const made = new Map<string, Row | undefined>()
    this.changes.set(of, made)
    return made
  }
}
