// What the Code is on a day: the version in force, what it is made of, and how it came to be so.

import { z } from 'zod'
import { type Certainty, certainty } from '#calendar/known-date.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { view } from '#reading/view.ts'
import { codeTimeline } from './code-timeline.ts'
import { directionsOnRecord, partsOnRecord } from './directions-on-record.ts'
import { calledOf } from './text/numbers-of-text.ts'
import { type TextAt, textAt } from './text/text-at.ts'
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
  /** Where its text is read; null where none is on record. */
  href: z.string().nullable(),
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
  /** What stands at the top of the text on record and is no part entered by its title. */
  contents: z.array(z.object({ called: z.string(), href: z.string() })),
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
    const at = textAt(reading)
    const parts = partsOnRecord(reading)
    const named = new Set(parts.map(({ data }) => at?.numbers.named(data.reference)))
    return {
      inForce: known
        .map((version) => shownVersion(version, reading))
        .filter(({ inForce }) => inForce !== 'not'),
      versions: known.length,
      directions: directionsOnRecord(reading).length,
      parts: parts.map((row) => ({
        reference: row.data.reference,
        title: row.data.title,
        kind: row.data.kind,
        from: asShown(row.data.from),
        holds: held(certainty(row.opens, row.closes, reading.asOf)),
        confidence: row.data.confidence,
        href: hrefOf(row.data.reference, at),
        ...beneathOf(row),
      })),
      contents: (at?.root.kids ?? [])
        .filter(({ id }) => !named.has(id))
        .map((one) => ({
          called: calledOf(one, at!.numbers.numberOf(one.id)),
          href: at!.numbers.addressOf(one.id),
        })),
      timeline: shownTimeline(codeTimeline(reading)),
    }
  },
})

function hrefOf(reference: string, at: TextAt | undefined): string | null {
  const id = at?.numbers.named(reference)
  return id ? at!.numbers.addressOf(id) : null
}

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
