// What the Code is on a day: the version in force, what it is made of, and how it came to be so.

import { z } from 'zod'
import { type Certainty, certainty } from '#calendar/known-date.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { view } from '#reading/view.ts'
import { codeTimeline } from './code-timeline.ts'
import { directionsOnRecord, partsOnRecord } from './directions-on-record.ts'
import { shownVersion, versionShown, versionsKnownBy } from './versions.view.ts'

const timeline = z.object({
  from: z.string(),
  to: z.string(),
  groups: z.array(
    z.object({
      label: z.string(),
      events: z.array(
        z.object({
          label: z.string(),
          when: z.string(),
          from: z.string(),
          to: z.string().optional(),
          span: z.literal('known-in-part').optional(),
          href: z.string(),
          entries: z.array(z.string()),
        }),
      ),
    }),
  ),
})

const part = z.object({
  reference: z.string(),
  title: z.string().nullable(),
  kind: z.string(),
  from: shownDate,
  holds: z.enum(['certainly', 'possibly']),
  confidence: z.enum(['seen', 'recalled', 'assumed']),
  ...beneath.shape,
})
export type PartShown = z.infer<typeof part>

const codeGiven = z.object({
  inForce: z.array(versionShown).meta({
    description: 'The version in force on the day asked for; several where it is one or the other',
  }),
  versions: z.int().meta({ description: 'How many versions are on record by the day' }),
  directions: z.int().meta({ description: 'How many directions are on record by the day' }),
  parts: z.array(part),
  timeline: timeline.nullable(),
})
export type CodeGiven = z.infer<typeof codeGiven>

export const codeView = view({
  name: 'the-code',
  at: '/code',
  title: 'The Code',
  says: 'The version of the Code in force on the day asked for, the parts it is made of, and its versions and directions through time.',
  asked: z.object({}),
  gives: codeGiven,
  answer(reading) {
    const known = versionsKnownBy(reading)
    return {
      inForce: known
        .map((version) => shownVersion(version, reading))
        .filter(({ inForce }) => inForce !== 'not'),
      versions: known.length,
      directions: directionsOnRecord(reading).length,
      parts: partsOnRecord(reading).map((row) => ({
        reference: row.data.reference,
        title: row.data.title,
        kind: row.data.kind,
        from: asShown(row.data.from),
        holds: held(certainty(row.opens, row.closes, reading.asOf)),
        confidence: row.data.confidence,
        ...beneathOf(row),
      })),
      timeline: shownTimeline(codeTimeline(reading)),
    }
  },
})

function shownTimeline(drawn: ReturnType<typeof codeTimeline>): CodeGiven['timeline'] {
  if (!drawn) return null
  return {
    ...drawn,
    groups: drawn.groups.map(({ label, events }) => ({
      label,
      events: events.map((event) => ({ ...event, entries: [...event.entries] })),
    })),
  }
}

// Rows that do not hold have been left out.
const held = (holds: Certainty): 'certainly' | 'possibly' =>
  holds === 'certainly' ? 'certainly' : 'possibly'
