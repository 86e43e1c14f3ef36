// The office: journal, rulebooks and rooms put together, whichever rooms they are. Pages, API and command
// line all ask it the same way.

import { type Day, dayIn } from '#calendar/day.ts'
import {
  type Asking,
  carryOutAll,
  type Ground,
  type Outcome,
  type Request,
} from '#decision/carry-out.ts'
import type { AnyCommand } from '#decision/command.ts'
import type { Register } from '#decision/register.ts'
import type { Fold } from '#journal/fold.ts'
import type { Viewer } from '#journal/information-class.ts'
import type { Journal } from '#journal/journal.ts'
import type { State } from '#journal/state.ts'
import { type Reading, readingOf } from '#reading/reading.ts'
import type { AnyView } from '#reading/view.ts'
import type { LoadedCode } from '#rulebook/load-codes.ts'
import type { Confirmation, Rulebook } from '#rulebook/rulebook.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import type { Room } from '#web/room.ts'
import { searchView } from './search.view.ts'

/** A code that is administered here. */
export interface AdministeredCode {
  readonly name: string
  readonly title: string
  readonly demonstration: boolean
}

/** What the office needs to know of its governance: which room keeps codes and confirmations is not its business. */
export interface Governance {
  readonly codes: Fold<
    { readonly name: string; readonly title: string; readonly demonstration: boolean },
    never
  >
  readonly confirmations: Fold<unknown, never>
  readonly confirmationOf: (row: unknown) => Confirmation
}

export interface OfficeParts {
  readonly journal: Journal
  readonly rooms: readonly Room[]
  readonly governance: Governance
  /** The codes that have a folder of data. */
  readonly codes: ReadonlyMap<string, LoadedCode>
  readonly defaultCode: string
  /** The names of people whom the record knows by id, as far as they are held. */
  readonly names?: (code: string) => Promise<ReadonlyMap<string, string>>
  /** What stands around carrying out: it keeps aside what must not go into the journal. */
  readonly around?: (requests: readonly Request[], carry: Carry) => Promise<readonly Outcome[]>
  /** The present instant, as an ISO text in UTC with milliseconds. */
  readonly clock: () => string
}

export type Carry = () => Promise<readonly Outcome[]>

export interface Office extends Ground {
  readonly rooms: readonly Room[]
  readonly commands: readonly AnyCommand[]
  readonly registers: readonly Register[]
  readonly views: readonly AnyView[]
  readonly defaultCode: string
  readonly clock: () => string
  /** Every code registered by then, by name. */
  codesIn(state: State): readonly AdministeredCode[]
  codeNamed(name: string): LoadedCode | undefined
  today(code: string): Day
  /** The names of people by id, as far as they are held. */
  names(code: string): Promise<ReadonlyMap<string, string>>
  read(asked: ToRead): Promise<Reading>
  /** Carries out requests, all or none; with `rehearse` nothing is entered. The one way in from outside. */
  act(
    requests: readonly Request[],
    how?: { readonly rehearse?: boolean },
  ): Promise<readonly Outcome[]>
  asking(code: string, viewer: Viewer, seen?: number): Asking
}

export interface ToRead {
  readonly code: string
  readonly viewer: Viewer
  /** Today where it is left out. */
  readonly asOf?: Day | undefined
  /** Now where it is left out. */
  readonly knownAt?: string | null | undefined
}

const zoneWithoutFolder = 'UTC'

/** Puts the office together. */
export function officeOf(parts: OfficeParts): Office {
  const { journal, rooms, codes, governance, clock } = parts
  const rulebooks = new Map<string, Rulebook>()
  const zoneOf = (code: string) => codes.get(code)?.code.zone ?? zoneWithoutFolder

  const rulebook = (state: State, code: string, on: Day): Rulebook => {
    const confirmed = [...state.rows(code, governance.confirmations.name)]
    const key = [code, on, ...confirmed.flatMap(({ entries }) => entries)].join(' ')
    const found = rulebooks.get(key)
    if (found) return found
    const confirmations = confirmed.map(({ data }) => governance.confirmationOf(data))
    const made = rulebookOn(codes.get(code)?.rulebookFiles ?? [], confirmations, on)
    if (rulebooks.size >= 200) rulebooks.delete(rulebooks.keys().next().value!)
    rulebooks.set(key, made)
    return made
  }

  const codesIn = (state: State): readonly AdministeredCode[] =>
    [...namesOfCodes(state, governance, codes)].flatMap((name) => {
      const row = state.row(name, governance.codes.name, name)
      return row ? [row.data as AdministeredCode] : []
    })

  const dayOf = (code: string, instant: string) => dayIn(zoneOf(code), instant)

  const office: Office = {
    journal,
    rooms,
    clock,
    act(requests, how = {}) {
      const carry = () => carryOutAll(office, requests, how)
      return how.rehearse || !parts.around ? carry() : parts.around(requests, carry)
    },
    defaultCode: parts.defaultCode,
    commands: rooms.flatMap((room) => room.commands),
    registers: rooms.flatMap((room) => room.registers),
    views: [...rooms.flatMap((room) => room.views), searchView(rooms)],
    rulebook,
    dayOf,
    knows: (state, code) => state.row(code, governance.codes.name, code) !== undefined,
    codesIn,
    codeNamed: (name) => codes.get(name),
    today: (code) => dayOf(code, clock()),
    names: parts.names ?? (async () => new Map()),
    asking: (code, viewer, seen) => ({
      code,
      viewer,
      by: viewer.id,
      onBehalfOf: viewer.own?.holder ?? null,
      ...(seen === undefined ? {} : { seen }),
    }),
    async read({ code, viewer, asOf, knownAt = null }) {
      const state = knownAt === null ? journal.state : await journal.knownAt(knownAt)
      const today = dayOf(code, clock())
      return readingOf(state, { code, viewer, asOf: asOf ?? today, today, knownAt }, (name, on) =>
        rulebook(state, name, on),
      )
    },
  }
  return office
}

function namesOfCodes(
  state: State,
  governance: Governance,
  codes: ReadonlyMap<string, LoadedCode>,
): ReadonlySet<string> {
  const names = new Set(codes.keys())
  for (const name of state.codes()) names.add(name)
  return new Set([...names].filter((name) => state.row(name, governance.codes.name, name)).sort())
}
