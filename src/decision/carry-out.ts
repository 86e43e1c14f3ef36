// The one way in which anything changes: ask the rules on the record as it stands, then enter the events
// or return the refusals.

import type { Day } from '#calendar/day.ts'
import type { Basis, Entry, Event, NewEntry } from '#journal/entry.ts'
import { mayRead, theOperator, type Viewer } from '#journal/information-class.ts'
import type { Journal, Work, Writing } from '#journal/journal.ts'
import { rowsRead } from '#journal/rows-read.ts'
import type { State } from '#journal/state.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { type AnyCommand, type Circumstances, type Facts, mayAsk, mayAskOf } from './command.ts'
import {
  type Refusal,
  refusal,
  refusalsOfForm,
  refusalsOfNames,
  refusalsOfText,
} from './refusal.ts'

/** Who asks, for which code. */
export interface Asking {
  readonly code: string
  readonly viewer: Viewer
  /** The id of the person or office that acts. */
  readonly by: string
  readonly onBehalfOf?: string | null
  /** How many entries of the stream the asker saw, of those that it may read; another number by now is stale. */
  readonly seen?: number
}

export interface Request {
  readonly command: AnyCommand
  /** As it came: texts from a form, values from JSON. */
  readonly input: unknown
  readonly asking: Asking
}

export type Outcome =
  | { readonly kind: 'done'; readonly entries: readonly Entry[]; readonly shownAt: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'stale'; readonly seen: number; readonly found: number }
  | { readonly kind: 'not-allowed'; readonly says: string }

/** The ground on which decisions are taken. */
export interface Ground {
  readonly journal: Journal
  /** The day of an instant, where the code lives. */
  dayOf(code: string, instant: string): Day
  /** The rulebook of a code on a day, with what was confirmed by then. */
  rulebook(state: State, code: string, on: Day): Rulebook
  /** Whether the code is one that this system administers. */
  knows(state: State, code: string): boolean
}

/** Carries out one command. Broken things throw; everything else is an outcome. */
export async function carryOut(ground: Ground, request: Request): Promise<Outcome> {
  const [outcome] = await carryOutAll(ground, [request])
  return outcome!
}

/**
 * Carries out commands one after the other, all or none: each decides on what those before it entered.
 * Gives the outcome of each. With `rehearse` nothing is entered, whatever the outcomes.
 */
export function carryOutAll(
  ground: Ground,
  requests: readonly Request[],
  how: { readonly rehearse?: boolean } = {},
): Promise<readonly Outcome[]> {
  const parsed = requests.map((request) => read(request))
  const work: Work<readonly Outcome[]> = {
    streams: parsed.flatMap((one) => ('input' in one ? one.streams : [])),
    run(writing) {
      const answer = parsed.map((one, index) =>
        'input' in one ? decide(ground, requests[index]!, one, writing) : one,
      )
      const stands = !how.rehearse && answer.every((outcome) => outcome.kind === 'done')
      return { stands, answer }
    },
  }
  return ground.journal.write(work)
}

interface Read {
  readonly input: unknown
  /** Its own stream first. */
  readonly streams: readonly string[]
}

function read({ command, input, asking }: Request): Read | Outcome {
  const { viewer } = asking
  if (!mayAsk(viewer, command))
    return {
      kind: 'not-allowed',
      says: `Only the ${command.may.replaceAll('-', ' ')} may ${command.title.toLowerCase()}; you are reading as ${viewer.label}`,
    }
  const unwritable = refusalsOfText(input)
  if (unwritable.length > 0) return { kind: 'refused', refusals: unwritable }
  const parsed = command.input.safeParse(input)
  const refusals = [
    ...refusalsOfNames(command.input, input),
    ...(parsed.success ? [] : refusalsOfForm(parsed.error, input)),
  ]
  if (refusals.length > 0 || !parsed.success) return { kind: 'refused', refusals }
  const names = [command.stream(parsed.data), ...(command.also?.(parsed.data) ?? [])]
  const streams = names.map((name) => `${asking.code}/${name}`)
  if (!mayAskOf(viewer, command, streams))
    return {
      kind: 'not-allowed',
      says: `Your key is for ${viewer.own?.thing} and for nothing else; this is about ${names.join(' and ')}`,
    }
  return { input: parsed.data, streams }
}

function decide(
  ground: Ground,
  { command, asking }: Request,
  { input, streams }: Read,
  writing: Writing,
): Outcome {
  const { code, by, viewer } = asking
  const stream = streams[0]!
  if (!ground.knows(writing.state, code) && command.name !== 'register-code')
    return { kind: 'refused', refusals: [unknownCode(code)] }
  const past = writing.stream(stream)
  const stands = past.filter((entry) => mayRead(viewer, entry.class, entry.stream)).length
  if (asking.seen !== undefined && asking.seen !== stands)
    return { kind: 'stale', seen: asking.seen, found: stands }

  const today = ground.dayOf(code, writing.now)
  const rulebook = ground.rulebook(writing.state, code, today)
  const state = past.reduce(
    (before, entry) => command.evolve(before, entry as Event),
    command.starting,
  )
  const facts = command.facts?.(input, factsOf(writing.state, asking))
  const rulebookOn = (on: Day) => ground.rulebook(writing.state, code, on)
  const circumstances: Circumstances<unknown> = {
    facts,
    code,
    by,
    viewer,
    today,
    rulebook,
    rulebookOn,
  }

  const refusals: Refusal[] = []
  for (const [name, rule] of Object.entries(command.rules)) {
    const objection = rule(input, state, circumstances)
    if (objection !== undefined) refusals.push(refusal(name, objection, rulebook))
  }
  if (refusals.length > 0) return { kind: 'refused', refusals }

  const known = command.onRecord ? (input as { basis: Basis; source: string }) : undefined
  const openness = typeof command.class === 'function' ? command.class(input) : command.class
  const entries = command.decide(input, state, circumstances).map(
    (decided): NewEntry => ({
      stream: decided.stream ? `${code}/${decided.stream}` : stream,
      type: decided.type,
      data: decided.data as Event['data'],
      effectiveFrom: decided.effectiveFrom ?? today,
      by,
      onBehalfOf: asking.onBehalfOf ?? null,
      command: command.name,
      rulebook: today,
      basis: known?.basis ?? 'decided-here',
      source: known?.source ?? null,
      class: decided.class ?? openness,
    }),
  )
  return { kind: 'done', entries: writing.enter(entries), shownAt: command.shownAt(input) }
}

function factsOf(state: State, { code, viewer }: Asking): Facts {
  return { ...rowsRead(state, code, theOperator), asRead: rowsRead(state, code, viewer) }
}

const unknownCode = (code: string): Refusal => ({
  rule: 'codeIsAdministered',
  clause: null,
  says: `No code named ${code} is administered here`,
  came: code,
  instead: 'Name one of the codes listed at /codes, or register this one first',
})
