// A code's own registration, and how far its rulebook is verified.

import { z } from 'zod'
import type { Fold } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { CodeEvent, CodeRegistered } from './code.ts'

/** One row in the record of each code, under its own name. */
export const codesKept: Fold<CodeRegistered['data'], CodeEvent> = {
  name: 'governance.codes',
  edition: 1,
  on: {
    CodeRegistered: (entry, codes) => codes.open(entry.data.name, entry.data),
  },
}

const codeShown = z.object({
  name: z.string(),
  title: z.string(),
  demonstration: z.boolean(),
  registered: shownDate,
  rulebook: z.object({
    since: shownDate.nullable().meta({ description: 'Null where the rulebook says nothing' }),
    parameters: z.int(),
    unverified: z.int(),
  }),
  ...beneath.shape,
})
export type CodeShown = z.infer<typeof codeShown>

export const codesView = view({
  name: 'codes',
  at: '/codes',
  title: 'Codes administered',
  says: 'The codes registered here, and how much of the rulebook of each is verified.',
  asked: z.object({}),
  gives: z.object({ codes: z.array(codeShown) }),
  answer: (reading) => ({
    codes: reading.codes.flatMap((name) => codesOf(reading.ofCode(name))),
  }),
})

/** The code that a reading is of, as registered; none where it is not. */
export function codesOf(reading: Reading): CodeShown[] {
  const row = reading.row(codesKept, reading.code)
  if (!row) return []
  const { since, parameters } = reading.rulebook
  return [
    {
      ...row.data,
      registered: asShown(row.opens),
      rulebook: {
        since: since && asShown(since),
        parameters: parameters.size,
        unverified: [...parameters.values()].filter(({ verified }) => !verified).length,
      },
      ...beneathOf(row),
    },
  ]
}
