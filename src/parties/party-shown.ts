// A Party as an answer tells of it: where it stands on the day asked for, and how that is known.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { asShown, beneath, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { inWords } from './leaving.ts'
import { originalInstrument } from './party-figures.ts'
import type { Standing } from './standing.ts'

/** How a Party stands, as it is asked for and told. */
export const standingWords = {
  party: 'Party',
  possibly: 'Possibly a Party',
  left: 'Left',
  ahead: 'Accedes later',
} as const

export const categoryShown = z.object({ id: z.string(), label: z.string() })

export const partyShown = z.object({
  reference: z.string(),
  name: z.string().nullable().meta({ description: 'Null for a natural person' }),
  person: z.string().nullable().meta({ description: 'The id of a natural person' }),
  standing: z.enum(['party', 'possibly', 'left', 'ahead']),
  categories: z.array(categoryShown),
  categoryIsCertain: z.boolean(),
  outsideCounts: z
    .boolean()
    .meta({ description: 'In no Party Category, so counted nowhere where Parties are counted' }),
  acceded: shownDate,
  instrument: z.string().nullable(),
  original: z.boolean().meta({ description: 'Joined by the instrument of the Original Parties' }),
  left: z
    .object({ date: shownDate, mechanism: z.string(), cause: z.string().nullable() })
    .nullable()
    .meta({ description: 'Null while it has not left by the day asked for' }),
  ...beneath.shape,
})
export type PartyShown = z.infer<typeof partyShown>

/** How the Parties of one answer are told: what the rulebook of the day says is looked up once. */
export function tellingParties(reading: Reading, day: Day): (one: Standing) => PartyShown {
  const original = originalInstrument(reading, day)
  const { partyCategories } = reading.rulebookOn(day)
  const labels = new Map(partyCategories.map(({ id, label }) => [id, label]))
  return ({ reference, standing, party, categorised, categoryIsCertain, counts, exit }) => {
    const { name, person, instrument } = party.data
    const gone = exit && (standing === 'left' || standing === 'possibly')
    return {
      reference,
      name,
      person,
      standing,
      categories: (categorised?.data.categories ?? []).map((id) => ({
        id,
        label: labels.get(id) ?? id,
      })),
      categoryIsCertain: categoryIsCertain || standing === 'left',
      outsideCounts: !counts,
      acceded: asShown(party.opens),
      instrument: instrument && inWords(instrument),
      original: original !== undefined && instrument === original,
      left: gone
        ? {
            date: asShown(exit.opens),
            mechanism: inWords(exit.data.mechanism),
            cause: exit.data.cause && inWords(exit.data.cause),
          }
        : null,
      basis: party.basis,
      source: party.source,
      entries: [
        party.entries[0]!,
        ...(categorised ? [categorised.entries[0]!] : []),
        ...(gone ? [exit.entries[0]!] : []),
      ],
    }
  }
}
