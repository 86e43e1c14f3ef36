// The chronicle: dated events in the life of the code, strand by strand.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { certainty, compareKnownDates, isExact, liesWithin } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { ChronicleEvent, EventNoted } from './event.ts'
import { ofTheCode, strandNamed } from './strand.ts'

/** One row an event, by its reference, from when it happened. */
export const eventsKept: Fold<EventNoted['data'], ChronicleEvent> = {
  name: 'chronicle.events',
  edition: 1,
  on: {
    EventNoted: (entry, events) => events.open(entry.data.reference, entry.data),
  },
}

const eventShown = z.object({
  reference: z.string(),
  on: shownDate,
  day: z.string().nullable().meta({ description: 'The day, where it is known to the day' }),
  strand: z.object({ id: z.string(), label: z.string() }),
  says: z.string(),
  notes: z.string().nullable(),
  holds: z
    .enum(['certainly', 'possibly'])
    .meta({ description: 'Whether it had happened by the day asked for, as far as is known' }),
  ...beneath.shape,
})
export type EventShown = z.infer<typeof eventShown>

export const chronicleView = view({
  name: 'chronicle',
  at: '/chronicle',
  title: 'Chronicle',
  says: 'What had happened, or possibly happened, in the life of the code by the day asked for, newest first.',
  asked: z.object({
    ...paging,
    strand: z.string().max(80).optional().meta({ label: 'Strand' }),
  }),
  gives: z.object({
    events: z.array(eventShown),
    total: z.int(),
    possible: z.int().meta({ description: 'How many of them had only possibly happened' }),
    next: z.string().nullable(),
    strands: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  }),
  answer(reading, { strand, ...paged }) {
    const all = eventsBy(reading)
    const wanted = all.filter(({ data }) => strand === undefined || data.strand === strand)
    const possible = new Set(reading.possibly(eventsKept).map(({ key }) => key))
    const { rows, total, next } = pageOf(wanted, paged, ({ key }) => key)
    return {
      events: rows.map((row) => shown(row, reading)),
      total,
      possible: wanted.filter(({ key }) => possible.has(key)).length,
      next,
      strands: strandsOf(all).map((id) => ({
        id,
        label: strandNamed(id, reading.rulebook),
        count: all.filter(({ data }) => data.strand === id).length,
      })),
    }
  },
})

/** Events that had happened or possibly happened by the day asked for, newest first; one known in part stands by its end. */
export function eventsBy(reading: Reading, strand?: string): readonly Row<EventNoted['data']>[] {
  return [...reading.inForce(eventsKept), ...reading.possibly(eventsKept)]
    .filter(({ data }) => strand === undefined || data.strand === strand)
    .toSorted(
      (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
    )
}

/**
 * Events of a strand that certainly fell in a period and had happened by the day asked for, oldest first. What a report
 * draws from.
 */
export function eventsWithin(
  reading: Reading,
  period: { readonly from: Day; readonly to: Day },
  strand?: string,
): readonly Row<EventNoted['data']>[] {
  return reading
    .inForce(eventsKept)
    .filter(
      ({ data, opens }) =>
        liesWithin(opens, period.from, period.to) &&
        (strand === undefined || data.strand === strand),
    )
    .toSorted(
      (one, other) => compareKnownDates(one.opens, other.opens) || (one.key < other.key ? -1 : 1),
    )
}

/** The strands that have events, the code's own first. */
function strandsOf(events: readonly Row<EventNoted['data']>[]): string[] {
  const others = new Set(events.map(({ data }) => data.strand))
  const own = others.delete(ofTheCode) ? [ofTheCode] : []
  return [...own, ...[...others].sort()]
}

function shown(row: Row<EventNoted['data']>, reading: Reading): EventShown {
  const { reference, strand, says, notes } = row.data
  return {
    reference,
    on: asShown(row.opens),
    day: isExact(row.opens) ? row.opens : null,
    strand: { id: strand, label: strandNamed(strand, reading.rulebook) },
    says,
    notes,
    holds:
      certainty(row.opens, row.closes, reading.asOf) === 'certainly' ? 'certainly' : 'possibly',
    ...beneathOf(row),
  }
}
