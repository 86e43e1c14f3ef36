// Lists a source that entries cite.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import { evolveSource, noSource, type Source, type SourceListed } from './source.ts'

const input = z.object({
  reference: referenceField('the source').meta({ label: 'Reference' }),
  title: said('the title of the source').meta({ label: 'Title' }),
  address: perhaps
    .refine((address) => address === null || /^https?:\/\/\S+$/.test(address), {
      error: 'Give the address as https://…, or leave it out',
    })
    .meta({ label: 'Address', hint: 'Where it can be read, if anywhere' }),
  ...provenance,
})
type EnterSource = z.output<typeof input>

const sourceIsNew: Rule<EnterSource, Source, undefined> = ({ reference }, source) =>
  source.listed
    ? {
        says: `A source with the reference ${reference} is already listed`,
        field: 'reference',
        came: reference,
        instead: 'Give this source a reference of its own',
      }
    : undefined

export const enterSourceOnRecord = command<EnterSource, Source, SourceListed>({
  name: 'enter-source-on-record',
  at: 'POST /sources',
  title: 'Enter a source on record',
  why: 'What is on record cites where it is stated; the list of sources tells where each can be read.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `source:${reference}`,
  starting: noSource,
  evolve: evolveSource,
  rules: { sourceIsNew },
  class: 'white',
  decide: ({ reference, title, address }) => [
    { type: 'SourceListed', data: { reference, title, address }, effectiveFrom: notKnown },
  ],
  shownAt: () => '/sources',
})
