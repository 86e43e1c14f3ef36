// Enters a part of the Code by its title: a Section, a Schedule or an Appendix.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, said } from '#decision/on-record.ts'
import type { PartEntered } from './part.ts'

const input = z.object({
  reference: said('the part as it is cited')
    .regex(/^[A-Za-z0-9][A-Za-z0-9. -]{0,79}$/, {
      error: 'Give the part in letters, digits, blanks, dots and hyphens, such as Section G',
    })
    .meta({ label: 'Part', hint: 'As it is cited: Section G, Appendix AA' }),
  title: perhaps.meta({ label: 'Title', hint: 'Empty where it is not known' }),
  kind: said('the kind of part')
    .transform((kind) => kind.toLowerCase())
    .meta({ label: 'Kind', hint: 'Such as section, schedule or appendix' }),
  from: knownDateField.meta({ label: 'Part of the Code from', hint: 'As far as it is known' }),
  confidence: z
    .enum(['seen', 'recalled', 'assumed'], {
      error: 'Say how sure the title is: seen, recalled or assumed',
    })
    .meta({ label: 'Confidence' }),
  ...provenance,
})
type EnterPart = z.output<typeof input>

const partIsNew: Rule<EnterPart, boolean, undefined> = ({ reference }, entered) =>
  entered
    ? { says: `${reference} is already on record`, field: 'reference', came: reference }
    : undefined

export const enterPartOnRecord = command<EnterPart, boolean, PartEntered>({
  name: 'enter-part-on-record',
  at: 'POST /code/parts',
  title: 'Enter a part of the Code on record',
  why: 'The parts are the contents of the Code: what it deals with, and where.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `part:${reference.replaceAll(' ', '-')}`,
  starting: false,
  evolve: () => true,
  rules: { partIsNew },
  class: 'white',
  decide: ({ reference, title, kind, from, confidence }) => [
    {
      type: 'PartEntered',
      data: { reference, title, kind, from, confidence },
      effectiveFrom: from,
    },
  ],
  shownAt: () => '/code',
})
