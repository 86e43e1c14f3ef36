// One proposal: where it stands, every fact, and its steps.

import { z } from 'zod'
import { certainty, compareKnownDates } from '#calendar/known-date.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { modificationShown, shownModification } from './modification-shown.ts'
import { proposalsKept, stepsKept } from './modifications-kept.ts'

const stepShown = z.object({
  step: z.string(),
  date: shownDate,
  until: shownDate.nullable(),
  dateBasis: z.string().nullable(),
  holds: z.enum(['certainly', 'possibly']),
  ...beneath.shape,
})

const modificationGiven = z.object({ ...modificationShown.shape, steps: z.array(stepShown) })
export type ModificationGiven = z.infer<typeof modificationGiven>

export const modificationView = view({
  name: 'modification',
  at: '/modifications/:number',
  title: 'A Modification Proposal',
  says: 'One proposal: where it stands on the day asked for, every fact with its source, and the steps taken by then.',
  asked: z.object({ number: z.string() }),
  gives: modificationGiven,
  answer(reading, { number }) {
    const row = reading.row(proposalsKept, number)
    return row && { ...shownModification(row, reading), steps: stepsOf(number, reading) }
  },
  each: (reading) => reading.rows(proposalsKept).map(({ key }) => ({ number: key })),
})

/** The steps that had certainly or possibly been taken by the day asked for, oldest first. */
function stepsOf(number: string, reading: Reading): ModificationGiven['steps'] {
  return reading
    .rows(stepsKept)
    .filter(({ data }) => data.number === number)
    .toSorted(
      (one, other) =>
        compareKnownDates(one.opens, other.opens) || one.data.ordinal - other.data.ordinal,
    )
    .flatMap((row) => {
      const holds = certainty(row.opens, row.closes, reading.asOf)
      if (holds === 'not') return []
      const { step, date, until, dateBasis } = row.data
      return [
        {
          step,
          date: asShown(date),
          until: until && asShown(until),
          dateBasis,
          holds,
          ...beneathOf(row),
        },
      ]
    })
}
