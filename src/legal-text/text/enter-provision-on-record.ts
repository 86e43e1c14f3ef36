// Enters one provision by itself, in its place by number: for words that no imported text brings, such as our own
// illustrations.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, said } from '#decision/on-record.ts'
import { partsKept } from '../code-kept.ts'
import { bareNumber } from './cited-number.ts'
import { firstDay } from './starting.ts'
import { fullNumber } from './structure-effects.ts'
import type { ProvisionEntered } from './text-events.ts'
import { provisionsKept, textsKept } from './text-kept.ts'

const input = z.object({
  id: z
    .string({ error: 'Give the identity of the provision' })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/, {
      error: 'Give the identity in letters, digits, dots and hyphens; it is lasting, and no number',
    })
    .meta({
      label: 'Identity',
      hint: 'Lasting and never used again; it says nothing of the number',
    }),
  parent: said('what the provision stands in').meta({
    label: 'Stands in',
    hint: 'A part or provision on record, such as Section E or X2.4',
  }),
  number: z.string().trim().max(40, 'Give the number in 40 characters at most').default('').meta({
    label: 'Number',
    hint: 'As printed: E2.1, or (f) within X2.4; empty where it has none',
  }),
  kind: z
    .enum(['clause', 'para', 'definition'], { error: 'Say what it is: clause, para or definition' })
    .default('clause')
    .meta({ label: 'Kind' }),
  heading: perhaps.meta({ label: 'Heading' }),
  words: z
    .string()
    .trim()
    .max(20_000, 'Give the words in 20,000 characters at most')
    .default('')
    .transform((words) => words.split(/\n\s*\n|\s*\|\|\s*/).filter(Boolean))
    .meta({
      label: 'Words',
      hint: 'An empty line, or two bars, between paragraphs',
      kind: 'longtext',
    }),
  from: knownDateField.meta({ label: 'In the Code from' }),
  ...provenance,
})
type EnterProvision = z.output<typeof input>

interface Known {
  readonly began: Day | null
  /** The first day of what it stands in; null where that is not on record. */
  readonly parentFrom: Day | null
  readonly numberTaken: boolean
}

const provisionIsNew: Rule<EnterProvision, boolean, Known> = ({ id }, entered) =>
  entered ? { says: `The provision ${id} is already on record`, field: 'id', came: id } : undefined

const textHasBegun: Rule<EnterProvision, boolean, Known> = (_input, _entered, { facts }) =>
  facts.began === null
    ? {
        says: 'The text of this code has not begun, so nothing can come into it',
        instead: 'Begin the text first: begin-text',
      }
    : undefined

const parentStands: Rule<EnterProvision, boolean, Known> = (
  { parent, from },
  _entered,
  { facts },
) => {
  if (facts.began === null) return undefined
  if (facts.parentFrom === null)
    return {
      says: `Nothing on record is called ${parent}`,
      field: 'parent',
      came: parent,
      instead: 'Enter the part or provision in which it stands first',
    }
  return facts.parentFrom > firstDay(from, facts.began)
    ? {
        says: `${parent} comes into the Code on ${facts.parentFrom}, after this provision`,
        field: 'from',
        came: from,
      }
    : undefined
}

const numberIsFree: Rule<EnterProvision, boolean, Known> = ({ number }, _entered, { facts }) =>
  facts.numberTaken
    ? { says: `${number} is the number of another provision`, field: 'number', came: number }
    : undefined

export const enterProvisionOnRecord = command<EnterProvision, boolean, ProvisionEntered, Known>({
  name: 'enter-provision-on-record',
  at: 'POST /code/provisions',
  title: 'Enter a provision of the Code on record',
  why: 'Provisions entered one by one show what the Code says where its whole text is not held.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ id }) => `provision:${id}`,
  starting: false,
  evolve: () => true,
  facts: ({ parent, number }, facts) => {
    const began = (facts.row(textsKept, 'text')?.data.began as Day | undefined) ?? null
    const provisions = facts.rows(provisionsKept)
    const above =
      facts.rows(partsKept).find(({ data }) => bareNumber(data.reference) === bareNumber(parent)) ??
      provisions.find(
        ({ data }) => bareNumber(fullNumber(data.parent, data.number)) === bareNumber(parent),
      )
    const full = bareNumber(fullNumber(parent, number))
    return {
      began,
      parentFrom: above && began ? firstDay(above.opens, began) : null,
      numberTaken:
        number !== '' &&
        provisions.some(({ data }) => bareNumber(fullNumber(data.parent, data.number)) === full),
    }
  },
  rules: { provisionIsNew, textHasBegun, parentStands, numberIsFree },
  class: 'white',
  decide: ({ id, parent, number, kind, heading, words, from }) => [
    {
      type: 'ProvisionEntered',
      data: { id, parent, number, kind, heading, words, from },
      effectiveFrom: from,
    },
  ],
  shownAt: ({ id }) => `/code/${id}`,
})
