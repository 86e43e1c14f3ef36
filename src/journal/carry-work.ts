// How work is done on a layer above the state: the same for the journal in memory and the one in SQL.

import { chained, codeOf, type Entry, type NewEntry } from './entry.ts'
import type { Work, Writing } from './journal.ts'
import { Layer } from './state.ts'

/** What is known of a stream: its entries, where the work asked for them; else its last version. */
export type Streams = Map<string, Entry[]>

/** The result of one piece of work; where it threw, what it threw. */
export type Done = { readonly answer: unknown } | { readonly thrown: unknown }

/**
 * Does one piece of work on `below`. Where it stands, its layer is laid down on `below`, its entries
 * are added to `streams` and returned; else both are as they were.
 */
export function carryWork(
  work: Work<unknown>,
  below: Layer,
  streams: Streams,
  clock: () => string,
): { done: Done; entered: readonly Entry[] } {
  const layer = new Layer(below)
  const mine: Streams = new Map()
  const entered: Entry[] = []
  const last = below.head.recordedAt
  const asked = clock()
  const now = last !== null && asked < last ? last : asked

  const stream = (name: string): Entry[] => {
    const found = mine.get(name) ?? streams.get(name)
    if (!found) throw new Error(`the work did not name the stream ${name} beforehand`)
    return found
  }
  const enterOne = (entry: NewEntry): Entry => {
    codeOf(entry.stream)
    const before = stream(entry.stream)
    const made = chained({ ...entry, recordedAt: now }, layer.head, before.length + 1)
    layer.read(made)
    mine.set(entry.stream, [...before, made])
    entered.push(made)
    return made
  }
  const writing: Writing = {
    now,
    state: layer,
    stream,
    enter: (entries) => entries.map(enterOne),
  }

  try {
    const { stands, answer } = work.run(writing)
    if (!stands) return { done: { answer }, entered: [] }
    layer.layDown()
    for (const [name, entries] of mine) streams.set(name, entries)
    return { done: { answer }, entered }
  } catch (thrown) {
    return { done: { thrown }, entered: [] }
  }
}
