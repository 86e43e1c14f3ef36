// The sources that entries cite. They stand outside time: a list is a list on any day.

import { z } from 'zod'
import type { Fold } from '#journal/fold.ts'
import { beneath, beneathOf } from '#reading/given.ts'
import { view } from '#reading/view.ts'
import type { SourceListed } from './source.ts'

export const sourcesKept: Fold<SourceListed['data'], SourceListed> = {
  name: 'chronicle.sources',
  edition: 1,
  on: {
    SourceListed: (entry, sources) => sources.open(entry.data.reference, entry.data),
  },
}

const sourceShown = z.object({
  reference: z.string(),
  title: z.string(),
  address: z.string().nullable(),
  ...beneath.shape,
})
export type SourceShown = z.infer<typeof sourceShown>

export const sourcesView = view({
  name: 'sources',
  at: '/sources',
  title: 'Sources',
  says: 'The documents and pages that entries cite, and where each can be read.',
  asked: z.object({}),
  gives: z.object({ sources: z.array(sourceShown) }),
  answer: (reading) => ({
    sources: reading
      .rows(sourcesKept)
      .map((row) => ({ ...row.data, ...beneathOf(row) }))
      .toSorted((one, other) => (one.title < other.title ? -1 : 1)),
  }),
})
