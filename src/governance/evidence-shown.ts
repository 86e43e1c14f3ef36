// How sure we are of something that the rulebook says, and where it is stated: the same wherever it is shown.

import { z } from 'zod'

/** Fields of an answer, to be spread into its schema. */
export const evidenceShown = {
  unit: z.string().nullable(),
  clause: z.string().nullable(),
  clauseConfidence: z
    .enum(['recalled', 'assumed'])
    .nullable()
    .meta({ description: 'Given where we are less sure of the clause than of the rest' }),
  confidence: z.enum(['seen', 'recalled', 'assumed']).nullable(),
  grade: z.enum(['high', 'medium', 'low']).nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
}
