// given past events, when a command, then new events or a refusal by name: how every decision is tested.

import { expect } from 'vitest'
import { type Day, day } from '#calendar/day.ts'
import { type KnownDate, knownDate } from '#calendar/known-date.ts'
import { type Asking, carryOut, type Ground, type Outcome } from '#decision/carry-out.ts'
import type { AnyCommand } from '#decision/command.ts'
import type { Basis, Event, NewEntry } from '#journal/entry.ts'
import type { AnyFold } from '#journal/fold.ts'
import { type InformationClass, theOperator, type Viewer } from '#journal/information-class.ts'
import type { Journal } from '#journal/journal.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { type Asked, type Reading, readingOf } from '#reading/reading.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { emptyRulebook } from '#rulebook/rulebook-on.ts'

/** An event that happened before, in its stream. */
export interface Past {
  readonly stream: string
  readonly type: string
  readonly data: Event['data']
  readonly effectiveFrom?: string
  readonly class?: InformationClass
  readonly basis?: Basis
  readonly source?: string
}

export interface Setting {
  readonly folds?: readonly AnyFold[]
  readonly today?: Day
  readonly rulebook?: (on: Day) => Rulebook
  readonly code?: string
}

const morning = (on: Day) => `${on}T09:00:00.000Z`

/** A journal in memory that holds these events, and the ground to decide on it. */
export async function recordOf(past: readonly Past[], setting: Setting = {}) {
  const {
    folds = [],
    today = day('2017-03-31'),
    rulebook = emptyRulebook,
    code = 'model-code',
  } = setting
  const journal: Journal = memoryJournal(folds, () => morning(today))
  await journal.write({
    streams: past.map((event) => `${code}/${event.stream}`),
    run: (writing) => {
      writing.enter(past.map((event) => entered(event, code, today)))
      return { stands: true, answer: undefined }
    },
  })
  const ground: Ground = {
    journal,
    dayOf: () => today,
    rulebook: (_state, _code, on) => rulebook(on),
    knows: () => true,
  }
  const asking: Asking = { code, viewer: theOperator, by: 'operator' }
  const read = (asked: Partial<Asked> = {}): Reading =>
    readingOf(
      journal.state,
      { code, viewer: theOperator, asOf: today, today, knownAt: null, ...asked },
      (_code, on) => rulebook(on),
    )
  return { journal, ground, asking, read }
}

function entered(event: Past, code: string, today: Day): NewEntry {
  return {
    stream: `${code}/${event.stream}`,
    type: event.type,
    data: event.data,
    effectiveFrom: event.effectiveFrom ? knownDate(event.effectiveFrom) : (today as KnownDate),
    by: 'operator',
    onBehalfOf: null,
    command: 'given',
    rulebook: today,
    basis: event.basis ?? 'on-record',
    source: event.source ?? 'the test',
    class: event.class ?? 'white',
  }
}

/** `given([…], { folds }).when(command, input).thenEntered([…])` */
export function given(past: readonly Past[] = [], setting: Setting = {}) {
  return {
    when(command: AnyCommand, input: unknown, viewer: Viewer = theOperator) {
      const outcome = (async (): Promise<Outcome> => {
        const { ground, asking } = await recordOf(past, setting)
        return carryOut(ground, { command, input, asking: { ...asking, viewer } })
      })()
      return {
        /** The events entered, by type and, where given, some of their data. */
        async thenEntered(
          expected: readonly {
            type: string
            data?: object
            effectiveFrom?: string
            basis?: Basis
          }[],
        ) {
          const found = await outcome
          expect(found).toMatchObject({ kind: 'done', entries: expected })
          expect(found.kind === 'done' && found.entries.length).toBe(expected.length)
        },
        /** Exactly these rules refuse, in the order in which they are listed. */
        async thenRefused(...rules: readonly string[]) {
          const found = await outcome
          expect(found.kind === 'refused' ? found.refusals.map(({ rule }) => rule) : found).toEqual(
            rules,
          )
        },
        /** The form of the input is refused, at these fields. */
        async thenFormRefused(...fields: readonly string[]) {
          const found = await outcome
          expect(
            found.kind === 'refused'
              ? found.refusals.map(({ rule, field }) => [rule, field])
              : found,
          ).toEqual(fields.map((field) => ['form', field]))
        },
        async thenNotAllowed() {
          expect((await outcome).kind).toBe('not-allowed')
        },
      }
    },
  }
}
