// The rows kept of drafts. Each revision is a row of its own, so that a restricted one changes nothing that more
// viewers see; which of them counts follows from those that a viewer may read.

import type { Entry } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'
import type { Viewer } from '#journal/information-class.ts'
import type { DraftEntered, DraftWithdrawn } from './draft-events.ts'

/** When a fact was recorded, and its place among all others. */
export interface Placed {
  readonly recordedAt: string
  readonly position: number
}

type Counted = { readonly modification: string; readonly ordinal: number }
const keyOf = (entry: Entry & { readonly data: Counted }) =>
  `${entry.data.modification}/${entry.class}/${entry.data.ordinal}`

/** The stream in which everything about the draft of a modification stands. */
export const draftStream = ({ modification }: { readonly modification: string }): string =>
  `draft:${modification}`

/** The modification whose draft is this viewer's own in a code; nothing where none is. */
export function ownModification({ own }: Viewer, code: string): string | undefined {
  const before = `${code}/${draftStream({ modification: '' })}`
  return own?.stream.startsWith(before) ? own.stream.slice(before.length) : undefined
}

/** By modification, information class and ordinal: `SECMP0099/white/1`. */
export const draftsKept: Fold<DraftEntered['data'] & Placed, DraftEntered> = {
  name: 'legal-text.drafts',
  edition: 1,
  about: draftStream,
  on: {
    DraftEntered: (entry, drafts) =>
      drafts.open(keyOf(entry), {
        ...entry.data,
        recordedAt: entry.recordedAt,
        position: entry.position,
      }),
  },
}

/** By the same. */
export const withdrawalsKept: Fold<DraftWithdrawn['data'] & Placed, DraftWithdrawn> = {
  name: 'legal-text.draft-withdrawals',
  edition: 1,
  about: draftStream,
  on: {
    DraftWithdrawn: (entry, withdrawals) =>
      withdrawals.open(keyOf(entry), {
        ...entry.data,
        recordedAt: entry.recordedAt,
        position: entry.position,
      }),
  },
}

export const draftFolds = [draftsKept, withdrawalsKept]
