// Gives the proposer of a modification a key to its draft.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Facts, type Rule } from '#decision/command.ts'
import { dayField, referenceField } from '#decision/on-record.ts'
import { modificationField } from '../drafts/draft-fields.ts'
import {
  type DraftingKeyIssued,
  evolveKeys,
  type KeysOfDraft,
  keysStream,
  noKeys,
} from './drafting-key.ts'

const input = z.object({
  modification: modificationField,
  holder: referenceField('who holds it').meta({
    label: 'Who holds it',
    hint: 'The proposer: a Party, a body or a person on record, by reference and never by name',
  }),
  reads: z
    .enum(['green', 'amber', 'red'], {
      error: 'Say how far it reads in this draft: green, amber or red',
    })
    .default('amber')
    .meta({
      label: 'How far it reads',
      hint: 'Revisions of this draft up to this class; of everything else what anybody reads',
      options: [
        { value: 'green', label: 'Green and white' },
        { value: 'amber', label: 'Amber, green and white' },
        { value: 'red', label: 'Every class' },
      ],
    }),
  until: dayField.meta({ label: 'Until', hint: 'The last day on which it opens anything' }),
})
type IssueDraftingKey = z.output<typeof input>

interface Known {
  readonly holderIsOnRecord: boolean
}
type IssueRule = Rule<IssueDraftingKey, KeysOfDraft, Known>

const holderIsOnRecord: IssueRule = ({ holder }, _keys, { facts }) =>
  facts.holderIsOnRecord
    ? undefined
    : {
        says: `Nobody is on record as ${holder}`,
        field: 'holder',
        expected: 'the reference of a Party, a body or a person',
        came: holder,
        instead: 'Enter who proposes it first: a Party, a body, or a person by reference and role',
      }

const keyOpensSomething: IssueRule = ({ until }, _keys, { today }) =>
  until >= today
    ? undefined
    : {
        says: 'The key would open nothing on any day',
        field: 'until',
        expected: `${today} or a later day`,
        came: until,
      }

/** The command. `holds` tells who is on record, which other rooms know. */
export const issueDraftingKey = (holds: (facts: Facts, reference: string) => boolean) =>
  command<IssueDraftingKey, KeysOfDraft, DraftingKeyIssued, Known>({
    name: 'issue-drafting-key',
    at: 'POST /code/drafting-keys',
    title: 'Issue a drafting key',
    why: 'With it the proposer of a modification reads and drafts it, before it is published and with the same checks; everything else stays closed to it.',
    may: 'operator',
    onRecord: false,
    input,
    stream: ({ modification }) => keysStream(modification),
    starting: noKeys,
    evolve: (keys, event) => evolveKeys(keys, event),
    facts: ({ holder }, facts) => ({ holderIsOnRecord: holds(facts, holder) }),
    rules: { holderIsOnRecord, keyOpensSomething },
    class: 'red',
    decide: ({ modification, holder, reads, until }, keys) => [
      {
        type: 'DraftingKeyIssued',
        data: {
          reference: `${modification}-K${keys.size + 1}`,
          modification,
          holder,
          reads,
          until: until satisfies Day,
        },
      },
    ],
    shownAt: ({ modification }) => `/code/drafting-keys?modification=${modification}`,
  })
