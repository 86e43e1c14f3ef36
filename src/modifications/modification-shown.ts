// How a proposal is told to whoever asks: every fact, what its words name in the rulebook, and the entries beneath.

import { z } from 'zod'
import { certainty } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { bodyNamed, categoryNamed, pathNamed } from './as-worded.ts'
import type { ProposalEntered } from './modification.ts'
import type { Outcome } from './modifications-kept.ts'
import { outcomeWords, type Standing, standingOn, standingRows, standingWords } from './standing.ts'

const standing = z.object({
  words: z.string(),
  since: shownDate,
  statedFor: shownDate.nullable().meta({ description: 'The day of which the source tells' }),
  statedBasis: z.string().nullable().meta({ description: 'How a status is known' }),
  entries: z.array(z.string()),
})

const outcome = z.object({
  by: z.string().nullable().meta({ description: 'Who decided; null for an implementation' }),
  outcome: z.string().nullable(),
  words: z.string(),
  on: shownDate,
  holds: z.enum(['certainly', 'possibly']),
  ...beneath.shape,
})

export const modificationShown = z.object({
  number: z.string(),
  title: z.string(),
  proposer: z
    .object({ organisation: z.string(), basis: z.string().nullable() })
    .nullable()
    .meta({ description: 'As the source names it; never a Party of the register' }),
  path: z
    .object({ id: z.string().nullable(), name: z.string(), words: z.string() })
    .nullable()
    .meta({ description: 'The path of the rulebook, and the words of the source' }),
  urgent: z.boolean().nullable(),
  raised: shownDate,
  stands: z.object({
    words: z.string().meta({ description: 'Where it stands on the day asked for' }),
    raised: z.enum(['certainly', 'possibly', 'not']),
    certainly: standing.nullable(),
    possibly: z.array(standing),
  }),
  outcomes: z.object({
    changeBoard: outcome.nullable(),
    authority: outcome.nullable(),
    implementation: outcome.nullable(),
  }),
  status: z
    .object({
      words: z.string(),
      on: shownDate,
      basis: z.string().nullable(),
      entries: z.array(z.string()),
    })
    .nullable()
    .meta({
      description:
        'As a source states it for one day; null where it had not begun by the day asked for',
    }),
  sectionsAffected: z.array(z.string()),
  impacted: z.array(z.object({ id: z.string().nullable(), label: z.string(), words: z.string() })),
  notes: z.string().nullable(),
  ...beneath.shape,
})
export type ModificationShown = z.infer<typeof modificationShown>
export type OutcomeShown = z.infer<typeof outcome>

/** A proposal as it is told on the day asked for. Outcomes that had not come about by then are left out. */
export function shownModification(
  row: Row<ProposalEntered['data']>,
  reading: Reading,
): ModificationShown {
  const { data } = row
  const { rulebook, asOf } = reading
  const rows = standingRows(row, reading)
  const stands = standingOn(rows, asOf, rulebook)
  const reached = (of: Outcome['of']): OutcomeShown | null => {
    const found = rows.outcomes.find((one) => one.data.of === of)
    const holds = found ? certainty(found.opens, found.closes, asOf) : 'not'
    if (!found || holds === 'not') return null
    return {
      by: of === 'implementation' ? null : bodyNamed(of, rulebook),
      outcome: found.data.outcome,
      words: outcomeWords(found.data, rulebook),
      on: asShown(found.data.on),
      holds,
      ...beneathOf(found),
    }
  }
  const { status } = rows
  return {
    number: data.number,
    title: data.title,
    proposer: data.proposer ? { organisation: data.proposer, basis: data.proposerBasis } : null,
    path: data.path === null ? null : pathNamed(data.path, rulebook),
    urgent: data.urgent,
    raised: asShown(data.raised),
    stands: {
      words: standingWords(stands),
      raised: stands.raised,
      certainly: stands.certainly && shownStanding(stands.certainly),
      possibly: stands.possibly.map(shownStanding),
    },
    outcomes: {
      changeBoard: reached('change-board'),
      authority: reached('authority'),
      implementation: reached('implementation'),
    },
    status:
      status && certainty(status.opens, status.closes, asOf) !== 'not'
        ? {
            words: status.data.status,
            on: asShown(status.data.on),
            basis: status.data.basis,
            entries: [...status.entries],
          }
        : null,
    sectionsAffected: [...data.sectionsAffected],
    impacted: data.impactedCategories.map((words) => categoryNamed(words, rulebook)),
    notes: data.notes,
    ...beneathOf(row),
  }
}

function shownStanding({ words, since, statedFor, statedBasis, entries }: Standing) {
  return {
    words,
    since: asShown(since),
    statedFor: statedFor && asShown(statedFor),
    statedBasis,
    entries: [...entries],
  }
}
