// The journal: the one append-only record. One writer at a time; what it decides is decided on the whole
// record as it stands, and is entered whole or not at all.

import type { Entry, Head, NewEntry } from './entry.ts'
import type { State } from './state.ts'

/** What a piece of work sees and may do while it is the only writer. */
export interface Writing {
  /** When this is recorded: never before the last entry. */
  readonly now: string
  /** The record so far, what this work entered already included. */
  readonly state: State
  /** The entries of a stream that the work named, in order. */
  stream(name: string): readonly Entry[]
  /** Enters, in order. The rows follow at once. */
  enter(entries: readonly NewEntry[]): readonly Entry[]
}

/** A decision to be taken as the only writer. It is synchronous, and may be asked again after an outage. */
export interface Work<Answer> {
  /** The streams that it will ask for or enter into. */
  readonly streams: readonly string[]
  /** Gives its answer, and whether what it entered is to stand. */
  run(writing: Writing): { readonly stands: boolean; readonly answer: Answer }
}

/** Which entries: all of a stream, or a stretch of positions (after, through), oldest first. */
export interface Stretch {
  readonly stream?: string
  readonly after?: number
  readonly through?: number
}

export interface Journal {
  /** The record as it stands now. Ask anew after every await. */
  readonly state: State
  /** Does the work as the only writer. Where it throws, nothing is entered. */
  write<Answer>(work: Work<Answer>): Promise<Answer>
  entries(stretch?: Stretch): AsyncIterable<Entry>
  /** The entries with these ids, in the order entered; ids that nobody knows are passed over. */
  entriesById(ids: readonly string[]): Promise<readonly Entry[]>
  /** The record as it was known at an instant: every entry recorded by then. */
  knownAt(instant: string): Promise<State>
  /** Where the chain stood at an instant. */
  headAt(instant: string): Promise<Head>
  /** Takes in what other programs have entered. */
  catchUp(): Promise<void>
  /** Calls back after entries have become visible, here or from another program. */
  onEntered(listener: (head: Head) => void): () => void
  close(): Promise<void>
}
