// How a draft would be carried onto the text now in force: every conflict with all three texts, and every notice.

import { z } from 'zod'
import { printDay } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { textOf } from '../text/text-on-record.ts'
import { draftOnRecord, draftsOnRecord } from './drafts-on-record.ts'
import { rebasingOf } from './rebase-draft.ts'
import { redlineOf, redlineShown } from './redline-of-draft.ts'
import { settledMerge } from './settle-conflicts.ts'
import { conflictShown, conflictsShown, noticeShown, noticesShown } from './shown-conflicts.ts'

const rebaseShown = z.object({
  modification: z.string(),
  title: z.string(),
  day: z.string().meta({ description: 'A day on which the text is in force that it goes onto' }),
  words: z.string(),
  moved: z.boolean().meta({ description: 'Whether the text differs from the one it amends' }),
  conflicts: z.array(conflictShown).meta({
    description: 'base: what both began from; left: the draft; right: the text now in force',
  }),
  notices: z.array(noticeShown),
  redline: redlineShown.meta({ description: 'The draft on that text, conflicts left out' }),
})
export type RebaseShown = z.infer<typeof rebaseShown>

/** The rebase of one open draft; nothing where it is not open, or its text cannot be read. */
export function rebaseOf(reading: Reading, modification: string): RebaseShown | undefined {
  const draft = draftOnRecord(reading, modification, reading.asOf)
  const text = textOf(reading)
  const rebasing =
    text && draft?.state === 'open' ? rebasingOf(text, draft, reading.asOf) : undefined
  if (!text || !draft || !rebasing) return undefined
  const { sides, onto } = rebasing
  const { root, conflicts, notices } = settledMerge(text.store, sides, [])
  return {
    modification,
    title: draft.latest.data.title,
    day: onto.day,
    words: printDay(onto.day),
    moved: sides.base !== onto.root,
    conflicts: conflictsShown(text.store, sides, conflicts),
    notices: noticesShown(root, notices),
    redline: redlineOf(text.store, onto.root, root),
  }
}

export const rebaseView = view({
  name: 'rebase',
  at: '/code/drafts/:draft/rebase',
  title: 'A draft on the text now in force',
  says: 'What stands against carrying a draft onto the text now in force: conflicts with all three texts, and notices.',
  asked: z.object({ draft: z.string() }),
  gives: rebaseShown,
  answer: (reading, { draft }) => rebaseOf(reading, draft),
  each: (reading) =>
    draftsOnRecord(reading, reading.asOf)
      .filter(({ modification }) => rebaseOf(reading, modification) !== undefined)
      .map(({ modification }) => ({ draft: modification })),
})
