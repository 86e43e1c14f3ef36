// Whom a drafting key lets in: a proposer, to one draft and nothing else.

import type { Day } from '#calendar/day.ts'
import type { Row } from '#journal/fold.ts'
import { upTo, type Viewer } from '#journal/information-class.ts'
import { draftStream } from '../drafts/drafts-kept.ts'
import type { DraftingKeyIssued } from './drafting-key.ts'

export type DraftingKeyRow = Row<DraftingKeyIssued['data']>

/** Where a key stands on a day: it opens its draft, its time is over, or it was taken back. */
export function standingOf({ data, closes }: DraftingKeyRow, today: Day) {
  if (closes !== null) return 'withdrawn' as const
  return data.until < today ? ('expired' as const) : ('out' as const)
}

/** The viewer whom the key of this row lets in on a day; undefined where it opens nothing any more. */
export function keyHolder(row: DraftingKeyRow, code: string, today: Day): Viewer | undefined {
  if (standingOf(row, today) !== 'out') return undefined
  const { reference, modification, holder, reads } = row.data
  return {
    name: 'proposer',
    id: `key:${reference}`,
    label: `Proposer of ${modification}`,
    reads: upTo('white'),
    own: {
      stream: `${code}/${draftStream({ modification })}`,
      thing: `the draft of ${modification}`,
      reads: upTo(reads),
      holder,
      home: `/code/drafting?draft=${modification}&form=instructions`,
    },
  }
}
