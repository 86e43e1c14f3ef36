// Meetings as facts.

import { meetingsKept } from '#meetings/index.ts'
import { type FactKind, factOf } from './fact.ts'

export const meetingFacts: FactKind = {
  one: 'meeting',
  many: 'meetings',
  fields: ['body', 'bodyName', 'kind', 'place'],
  gather: (reading) =>
    reading.rows(meetingsKept).map((row) => {
      const { reference, body, kind, place } = row.data
      const bodyName = reading.rulebook.bodies.find(({ id }) => id === body)?.name ?? body
      return factOf(row, {
        says: `${bodyName}: ${kind}`,
        href: `/meetings/${reference}`,
        fields: { body, bodyName, kind, place },
      })
    }),
}
