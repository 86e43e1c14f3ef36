// The seats of a body, as the rulebook of a day gives them.

import { z } from 'zod'
import { asShown, shownDate } from '#reading/given.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

export const seatShown = z.object({
  kind: z.string(),
  label: z.string(),
  number: z.int().nullable().meta({ description: 'Null where it is not known' }),
  perVotingGroup: z.boolean().meta({ description: 'One for each Voting Group of the categories' }),
  categories: z.array(z.object({ id: z.string(), label: z.string() })),
  filledBy: z.string().nullable(),
  termMonths: z.int().nullable(),
  votes: z.enum(['one', 'casting', 'none']).nullable(),
  opens: shownDate,
  closes: shownDate.nullable(),
  holds: z.enum(['certainly', 'possibly', 'not']),
  clause: z.string().nullable(),
  clauseConfidence: z.enum(['recalled', 'assumed']).nullable(),
  confidence: z.enum(['seen', 'recalled', 'assumed']),
  source: z.string(),
  note: z.string().nullable(),
})
export type SeatShown = z.infer<typeof seatShown>

/** Every kind of seat that the rulebook ever gives a body, with whether it holds on the rulebook's day. */
export function seatsOf(body: string, rulebook: Rulebook): SeatShown[] {
  return rulebook.seats
    .filter((seat) => seat.body === body)
    .map((seat) => {
      const categories = (seat.categories ?? []).map((id) => ({
        id,
        label: rulebook.partyCategories.find((category) => category.id === id)?.label ?? id,
      }))
      return {
        kind: seat.kind,
        label: seat.label ?? (categories.map(({ label }) => label).join(', ') || seat.kind),
        number: seat.number ?? null,
        perVotingGroup: seat.perVotingGroup ?? false,
        categories,
        filledBy: seat.filledBy ?? null,
        termMonths: seat.termMonths ?? null,
        votes: seat.votes ?? null,
        opens: asShown(seat.opens),
        closes: seat.closes && asShown(seat.closes),
        holds: seat.holds,
        clause: seat.clause ?? null,
        clauseConfidence: seat.clauseConfidence ?? null,
        confidence: seat.confidence,
        source: seat.source,
        note: seat.note ?? null,
      }
    })
}

/** How many seats a body has on the day, in words: what is certain, what is one per Voting Group, what is not known. */
export function printSeats(seats: readonly SeatShown[]): string {
  const certain = seats.filter(({ holds }) => holds === 'certainly')
  const possible = seats.filter(({ holds }) => holds === 'possibly')
  const counted = certain.reduce((sum, { number }) => sum + (number ?? 0), 0)
  const perGroup = certain.filter(({ perVotingGroup }) => perVotingGroup)
  const unknown = certain.filter(isOfUnknownNumber)
  const parts = [
    ...(counted > 0 ? [many(counted, 'seat', 'seats')] : []),
    ...(perGroup.length > 0
      ? [`one for each Voting Group of ${perGroup.map(({ label }) => label).join(', ')}`]
      : []),
    ...(unknown.length > 0
      ? [`${many(unknown.length, 'kind', 'kinds')} of seat whose number is not known`]
      : []),
    ...(possible.length > 0
      ? [`possibly ${many(possible.length, 'more kind', 'more kinds')} of seat`]
      : []),
  ]
  return parts.join('; ') || 'not known'
}

/** Who only attends has no seat whose number could be asked for. */
function isOfUnknownNumber({ number, perVotingGroup, votes }: SeatShown): boolean {
  return number === null && !perVotingGroup && votes !== 'none'
}

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
