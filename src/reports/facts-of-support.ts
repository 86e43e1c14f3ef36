// Events held for those whom the code concerns, as facts.

import { engagementKept } from '#support/index.ts'
import { type FactKind, factOf } from './fact.ts'

export const engagementFacts: FactKind = {
  one: 'event held',
  many: 'events held',
  fields: ['reference', 'kind', 'title', 'attended', 'attendedWords', 'repeatOf'],
  gather: (reading) =>
    reading.rows(engagementKept).map((row) => {
      const { reference, kind, title, attended, attendedWords, repeatOf } = row.data
      return factOf(row, {
        says: title,
        href: `/support/engagement/${reference}`,
        fields: {
          reference,
          kind,
          title,
          attended,
          attendedWords: attendedWords ?? (attended === null ? null : String(attended)),
          repeatOf,
        },
      })
    }),
}
