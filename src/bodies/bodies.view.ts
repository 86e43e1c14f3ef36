// The bodies of the code: what the rulebook says they are for, and what is on record of them.

import { z } from 'zod'
import { certainty } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import type { Body as RuledBody } from '#rulebook/rulebook.ts'
import {
  type AppointmentMade,
  appointmentKey,
  type BodyEstablished,
  type BodyEvent,
  type Role,
  roles,
} from './body.ts'
import { printSeats, seatsOf } from './seat.ts'

/** One row a body, by its reference, from the day it was established. */
export const bodiesKept: Fold<BodyEstablished['data'], BodyEvent> = {
  name: 'bodies.bodies',
  edition: 1,
  on: {
    BodyEstablished: (entry, bodies) => bodies.open(entry.data.reference, entry.data),
  },
}

/** One row an appointment, while it holds. */
export const appointmentsKept: Fold<AppointmentMade['data'], BodyEvent> = {
  name: 'bodies.appointments',
  edition: 1,
  on: {
    AppointmentMade: ({ data }, appointments) =>
      appointments.open(appointmentKey(data), data, { closes: data.until }),
  },
}

/** The kinds of body that a rulebook knows, in the order in which they are listed. */
export const kinds = {
  panel: 'Panel',
  'sub-committee': 'Sub-Committee',
  'working-group': 'Working Group',
  'expert-pool': 'Expert pool',
  'company-board': 'Board of a company',
  forum: 'Forum',
  'forum-sub-group': 'Sub-group of a forum',
  'not-known': 'Not in the rulebook',
} as const
export type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as [Kind, ...Kind[]]

export const appointmentShown = z.object({
  person: z.string().meta({ description: 'The id of a person' }),
  role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
  seat: z.string().nullable(),
  from: shownDate,
  until: shownDate.nullable(),
  holds: z.enum(['certainly', 'possibly', 'not']),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type AppointmentShown = z.infer<typeof appointmentShown>

export const bodyInList = z.object({
  reference: z.string(),
  name: z.string(),
  short: z.string().nullable(),
  kind: z.enum(kindNames),
  purpose: z.string().nullable().meta({ description: 'What it is for, as the rulebook says' }),
  seats: z.string().meta({ description: 'How many seats it has on the day, in words' }),
  quorum: z.string().nullable().meta({ description: 'Null where the rulebook does not tell' }),
  standing: z
    .enum(['established', 'possibly', 'not-yet', 'not-on-record'])
    .meta({ description: 'Whether it was established by the day asked for, as far as is known' }),
  established: shownDate.nullable(),
  status: z.string().nullable().meta({ description: 'In the word of the source' }),
  chairs: z.array(appointmentShown),
  basis: beneath.shape.basis.nullable(),
  source: beneath.shape.source,
  entries: beneath.shape.entries,
})
export type BodyInList = z.infer<typeof bodyInList>

export const bodiesView = view({
  name: 'bodies',
  at: '/bodies',
  title: 'Bodies',
  says: 'The bodies that the rulebook of the day knows or that were on record by then, by kind.',
  asked: z.object({
    ...paging,
    kind: z.enum(kindNames).optional().meta({ label: 'Kind' }),
  }),
  gives: z.object({
    bodies: z.array(bodyInList),
    total: z.int(),
    next: z.string().nullable(),
    kinds: z.array(z.object({ kind: z.enum(kindNames), label: z.string(), count: z.int() })),
  }),
  answer(reading, { kind, ...paged }) {
    const all = bodiesOn(reading)
    const wanted = all.filter((body) => kind === undefined || body.kind === kind)
    const { rows, total, next } = pageOf(wanted, paged, ({ reference }) => reference)
    return {
      bodies: [...rows],
      total,
      next,
      kinds: kindNames
        .map((name) => ({
          kind: name,
          label: kinds[name],
          count: all.filter((body) => body.kind === name).length,
        }))
        .filter(({ count }) => count > 0),
    }
  },
})

/** Every body that stands, or possibly stands, on the day asked for: by kind, then in the order of the rulebook. */
export function bodiesOn(reading: Reading): readonly BodyInList[] {
  const { rulebook } = reading
  const ruled = rulebook.bodies.map(({ id }) => id)
  const others = reading
    .rows(bodiesKept)
    .map(({ key }) => key)
    .filter((key) => !ruled.includes(key))
    .sort()
  return [...ruled, ...others]
    .map((id) => bodyOn(id, reading))
    .filter((body) => body !== undefined)
    .filter(({ standing }) => standing !== 'not-yet')
    .toSorted((one, other) => kindNames.indexOf(one.kind) - kindNames.indexOf(other.kind))
}

/** One body as it stands on the day; nothing where neither the rulebook nor the record knows it. */
export function bodyOn(id: string, reading: Reading): BodyInList | undefined {
  const ruled = reading.rulebook.bodies.find((body) => body.id === id)
  const row = reading.row(bodiesKept, id)
  if (!ruled && !row) return undefined
  return {
    reference: id,
    name: ruled?.name ?? row?.data.name ?? id,
    short: ruled?.short ?? null,
    kind: ruled?.kind ?? 'not-known',
    purpose: ruled?.remit ?? null,
    seats: printSeats(seatsOf(id, reading.rulebook)),
    quorum: quorumOf(id, reading),
    standing: standingOf(row, ruled, reading),
    established: row ? asShown(row.opens) : null,
    status: row?.data.status ?? null,
    chairs: appointmentsOf(id, reading).filter(
      ({ role, holds }) => role === 'chair' && holds !== 'not',
    ),
    ...(row ? beneathOf(row) : { basis: null, source: null, entries: [] }),
  }
}

function standingOf(
  row: Row<BodyEstablished['data']> | undefined,
  ruled: RuledBody | undefined,
  { asOf }: Reading,
): BodyInList['standing'] {
  if (!row) return ruled?.holds === 'not' ? 'not-yet' : 'not-on-record'
  const holds = certainty(row.opens, row.closes, asOf)
  return holds === 'certainly' ? 'established' : holds === 'possibly' ? 'possibly' : 'not-yet'
}

/** Appointments to a body, last begun first, each with whether it holds on the day asked for. */
export function appointmentsOf(body: string, reading: Reading): AppointmentShown[] {
  return reading
    .rows(appointmentsKept)
    .filter(({ data }) => data.body === body)
    .toSorted((one, other) => (one.opens < other.opens ? 1 : -1))
    .map((row) => ({
      person: row.data.person,
      role: row.data.role,
      seat: row.data.seat,
      from: asShown(row.opens),
      until: row.closes && asShown(row.closes),
      holds: certainty(row.opens, row.closes, reading.asOf),
      notes: row.data.notes,
      ...beneathOf(row),
    }))
}

/** The parameters of the rulebook that speak of a body begin with its id in one word: `changeBoard.quorum`. */
export function prefixOf(body: string): string {
  return `${body.replace(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase())}.`
}

function quorumOf(body: string, { rulebook }: Reading): string | null {
  const quorum = rulebook.parameters.get(`${prefixOf(body)}quorum`)
  return quorum ? printValue(quorum.value, quorum.unit) : null
}

/** Whether the rulebook or the record knows a body of this id; else it is one outside who decides. */
export function isBody(id: string, reading: Reading): boolean {
  return (
    reading.rulebook.bodies.some((body) => body.id === id) ||
    reading.row(bodiesKept, id) !== undefined
  )
}

/** What a body, or one outside who decides under the code, is called; the id in plain letters where no rulebook says. */
export function nameOfDecider(id: string, reading: Reading): string {
  const ruled = reading.rulebook.bodies.find((body) => body.id === id)
  const name = ruled?.name ?? reading.row(bodiesKept, id)?.data.name
  if (name !== undefined) return name
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
