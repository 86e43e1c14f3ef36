// A command: something a person asks to be done, the rules why it may not be, and what then happened.

import type { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'
import type { InformationClass, Viewer } from '#journal/information-class.ts'
import type { RowsRead } from '#journal/rows-read.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

/** Reads the rows of the whole record, whoever asks: rules decide on what is true, not on what is seen. */
export interface Facts extends RowsRead {
  /** As far as who asks may read them: for what is made out of what one sees, and would tell what one does not. */
  readonly asRead: RowsRead
}

/** What a decision may know besides its input and its own stream. */
export interface Circumstances<F> {
  readonly facts: F
  readonly code: string
  /** Who asks: the id of a person or an office. */
  readonly by: string
  readonly viewer: Viewer
  /** The day on which it is decided, where the code lives. */
  readonly today: Day
  /** The rulebook of that day. */
  readonly rulebook: Rulebook
  /** The rulebook of another day, with what has been confirmed so far. */
  readonly rulebookOn: (day: Day) => Rulebook
}

/** Why something may not be done, for the person who asked: a sentence, and where it helps the field and the way out. */
export interface Objection {
  readonly says: string
  readonly field?: string
  readonly expected?: string
  readonly came?: string
  readonly instead?: string
}

/** A rule: a sentence why it may not be done, or nothing. */
export type Rule<Input, State, F> = (
  input: Input,
  state: State,
  circumstances: Circumstances<F>,
) => Objection | string | undefined

/** An event decided on, in the stream of the command unless it names another. */
export type Decided<E extends Event> = E extends Event
  ? {
      readonly type: E['type']
      readonly data: E['data']
      /** When it counts; left out, the day of the decision. */
      readonly effectiveFrom?: KnownDate
      readonly stream?: string
      readonly class?: InformationClass
    }
  : never

export interface Command<Input, State, E extends Event, F = undefined> {
  /** The file's name: `enter-party-on-record`. It is the command on the command line. */
  readonly name: string
  readonly at: `POST /${string}`
  /** As the form's heading, in the office's own words. */
  readonly title: string
  /** Why it is asked, and what happens next. */
  readonly why: string
  /** Who may ask; a proposer only on what is its own. */
  readonly may: 'operator' | 'operator-or-proposer'
  /** Facts entered from a source carry their basis and source; everything else is decided here. */
  readonly onRecord: boolean
  readonly input: z.ZodType<Input>
  /** `party:P001`; the code is put before it. */
  readonly stream: (input: Input) => string
  /** Other streams that it enters into. */
  readonly also?: (input: Input) => readonly string[]
  readonly starting: State
  readonly evolve: (state: State, event: E) => State
  readonly facts?: (input: Input, facts: Facts) => F
  readonly rules: Readonly<Record<string, Rule<Input, State, F>>>
  readonly decide: (
    input: Input,
    state: State,
    circumstances: Circumstances<F>,
  ) => readonly Decided<E>[]
  /** How open what it enters is. */
  readonly class: InformationClass | ((input: Input) => InformationClass)
  /** The page that shows what was done. */
  readonly shownAt: (input: Input) => string
}

/** Whether a viewer may ask for this command at all, on whatever is its own. */
export function mayAsk(viewer: Viewer, { may }: Pick<AnyCommand, 'may'>): boolean {
  return (
    viewer.name === 'operator' ||
    (viewer.name === 'proposer' && may === 'operator-or-proposer' && viewer.own !== undefined)
  )
}

/** Whether a viewer may ask for it on what stands in these streams, each named with its code. */
export function mayAskOf(
  viewer: Viewer,
  command: Pick<AnyCommand, 'may'>,
  streams: readonly string[],
): boolean {
  return (
    mayAsk(viewer, command) &&
    (viewer.name === 'operator' || streams.every((stream) => stream === viewer.own?.stream))
  )
}

/** Any command, where its types do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list of commands holds commands of all types
export type AnyCommand = Command<any, any, any, any>

/** Declares a command; its types follow from what is written. */
export function command<Input, State, E extends Event, F = undefined>(
  declared: Command<Input, State, E, F>,
): Command<Input, State, E, F> {
  return declared
}
