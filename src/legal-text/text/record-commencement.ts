// Enters that a release was made or an event happened: what waited for it takes effect on that day.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, provenance, said } from '#decision/on-record.ts'
import type { Commenced } from './text-events.ts'

const input = z.object({
  what: z
    .enum(['release', 'event'], { error: 'Say what it is: release or event' })
    .meta({ label: 'What' }),
  name: said('which release or event').meta({
    label: 'Which',
    hint: 'As the effects that wait for it call it',
  }),
  on: knownDateField.meta({ label: 'On', hint: 'The first day of what waited for it' }),
  ...provenance,
})
type RecordCommencement = z.output<typeof input>

const commencementDiffers: Rule<RecordCommencement, readonly string[], undefined> = (
  { name, on },
  days,
) =>
  days.at(-1) === on
    ? { says: `That ${name} commences on that day is already on record`, field: 'on', came: on }
    : undefined

export const recordCommencement = command<RecordCommencement, readonly string[], Commenced>({
  name: 'record-commencement',
  at: 'POST /code/commencements',
  title: 'Record a commencement',
  why: 'Effects that wait for a release or an event have a day from then on.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ what, name }) => `commencement:${what}-${name.replaceAll(' ', '-')}`,
  starting: [],
  evolve: (days, { data }) => [...days, data.on],
  rules: { commencementDiffers },
  class: 'white',
  decide: ({ what, name, on }) => [
    { type: 'Commenced', data: { what, name, on }, effectiveFrom: on },
  ],
  shownAt: () => '/code/effects',
})
