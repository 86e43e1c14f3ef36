// Withdraws the draft of a modification: it is no longer proposed. Whoever could read a revision of it reads that.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { perhaps } from '#decision/on-record.ts'
import { type InformationClass, restriction } from '#journal/information-class.ts'
import type { DraftWithdrawn } from './draft-events.ts'
import { modificationField } from './draft-fields.ts'
import { draftStream, withdrawalsKept } from './drafts-kept.ts'
import {
  type DraftOnRecord,
  draftOnRecord,
  type Revision,
  revisionsProposed,
} from './drafts-on-record.ts'

const input = z.object({
  modification: modificationField,
  reason: perhaps.meta({ label: 'Why', kind: 'longtext' }),
})
type WithdrawDraft = z.output<typeof input>

interface Known {
  readonly draft: DraftOnRecord | undefined
  /** The revisions of what would be withdrawn. */
  readonly proposed: readonly Revision[]
  readonly counted: ReadonlyMap<InformationClass, number>
}

const draftIsOpen: Rule<WithdrawDraft, undefined, Known> = (
  { modification },
  _state,
  { facts: { draft } },
) => {
  if (!draft)
    return {
      says: `No draft of ${modification} is on record`,
      field: 'modification',
      came: modification,
    }
  return draft.state === 'open'
    ? undefined
    : {
        says:
          draft.state === 'withdrawn'
            ? `The draft of ${modification} is withdrawn already`
            : `The draft of ${modification} is part of the text: ${draft.effects.join(', ')}`,
        field: 'modification',
        came: modification,
      }
}

/** The most open class of them: as many as could read one learn that it is withdrawn, and nobody else. */
const classOf = (proposed: readonly Revision[]): InformationClass =>
  proposed
    .map((revision) => revision.class)
    .reduce((one, other) => (restriction(other) < restriction(one) ? other : one))

export const withdrawDraft = command<WithdrawDraft, undefined, DraftWithdrawn, Known>({
  name: 'withdraw-draft',
  at: 'POST /code/drafts/withdrawals',
  title: 'Withdraw a draft',
  why: 'What is no longer proposed stands no longer beside the provisions or in the clash radar.',
  may: 'operator-or-proposer',
  onRecord: false,
  input,
  stream: draftStream,
  starting: undefined,
  evolve: () => undefined,
  facts: ({ modification }, facts) => {
    const draft = draftOnRecord(facts.asRead, modification)
    return {
      draft,
      proposed: draft ? revisionsProposed(facts.asRead, draft) : [],
      counted: new Map(
        [...Map.groupBy(facts.rows(withdrawalsKept), (row) => row.class)].map(([of, rows]) => [
          of,
          rows.filter(({ data }) => data.modification === modification).length,
        ]),
      ),
    }
  },
  rules: { draftIsOpen },
  class: 'red',
  decide: ({ modification, reason }, _state, { facts: { proposed, counted } }) => {
    const of = classOf(proposed)
    return [
      {
        type: 'DraftWithdrawn',
        data: { modification, ordinal: (counted.get(of) ?? 0) + 1, reason },
        class: of,
      },
    ]
  },
  shownAt: ({ modification }) => `/code/drafts/${modification}`,
})
