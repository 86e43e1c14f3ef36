// A journal in memory: for unit tests, and for looking at an export without a database.

import { carryWork, type Streams } from './carry-work.ts'
import { beforeTheFirst, type Entry, type Head, headAfter } from './entry.ts'
import type { AnyFold } from './fold.ts'
import type { Journal, Stretch } from './journal.ts'
import { CommittedState, Layer, publicBeforeTheFirst } from './state.ts'

/** An empty journal whose entries are recorded at the instants that `clock` gives. */
export function memoryJournal(folds: readonly AnyFold[], clock: () => string): Journal {
  const all: Entry[] = []
  const state = new CommittedState(folds, beforeTheFirst, publicBeforeTheFirst)
  const listeners = new Set<(head: Head) => void>()
  const throughInstant = (instant: string) => all.filter((entry) => entry.recordedAt <= instant)

  return {
    state,
    async write(work) {
      const streams: Streams = new Map(
        work.streams.map((name) => [name, all.filter((entry) => entry.stream === name)]),
      )
      const layer = new Layer(state)
      const { done, entered } = carryWork(work, layer, streams, clock)
      if ('thrown' in done) throw done.thrown
      layer.layDown()
      all.push(...entered)
      if (entered.length > 0) for (const listener of listeners) listener(state.head)
      return done.answer as never
    },
    async *entries(stretch: Stretch = {}) {
      const { stream, after = 0, through = all.length } = stretch
      for (const entry of all.slice(after, through))
        if (stream === undefined || entry.stream === stream) yield entry
    },
    async entriesById(ids) {
      const wanted = new Set(ids)
      return all.filter((entry) => wanted.has(entry.id))
    },
    async knownAt(instant) {
      const then = new CommittedState(folds, beforeTheFirst, publicBeforeTheFirst)
      for (const entry of throughInstant(instant)) then.read(entry)
      return then
    },
    async headAt(instant) {
      const last = throughInstant(instant).at(-1)
      return last ? headAfter(last) : beforeTheFirst
    },
    async catchUp() {},
    onEntered(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {},
  }
}
