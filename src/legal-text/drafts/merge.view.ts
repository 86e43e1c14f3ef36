// What two open drafts give together, on one baseline; and where they do not go together.

import { z } from 'zod'
import { printDay } from '#calendar/day.ts'
import { view } from '#reading/view.ts'
import { merge } from '../engine/index.ts'
import { textOf } from '../text/text-on-record.ts'
import { onOneBaseline, openDrafts } from './open-drafts.ts'
import { redlineOf, redlineShown } from './redline-of-draft.ts'
import { conflictShown, conflictsShown, noticeShown, noticesShown } from './shown-conflicts.ts'

const chosen = z.object({ modification: z.string(), title: z.string() })
const mergeShown = z.object({
  open: z.array(chosen).meta({ description: 'The drafts that can be chosen' }),
  merged: z
    .object({
      left: chosen,
      right: chosen,
      day: z.string(),
      words: z.string(),
      conflicts: z.array(conflictShown).meta({
        description: 'base: the text that both are carried onto; left and right: the two drafts',
      }),
      notices: z.array(noticeShown),
      redline: redlineShown.meta({ description: 'What the two give together' }),
    })
    .nullable()
    .meta({ description: 'Null until two open drafts of one layer are named' }),
  missing: z.array(z.string()).meta({ description: 'Names asked for that are no open draft' }),
})
export type MergeShown = z.infer<typeof mergeShown>

export const mergeView = view({
  name: 'merge',
  at: '/code/merge',
  title: 'Two drafts together',
  says: 'What two open drafts give together on one baseline, with each conflict in all three texts.',
  asked: z.object({
    drafts: z
      .string()
      .max(200, 'Name two drafts')
      .optional()
      .meta({ label: 'Drafts', description: 'Two numbers with a comma between' }),
    one: z.string().max(80).optional().meta({ label: 'One draft' }),
    other: z.string().max(80).optional().meta({ label: 'The other' }),
  }),
  gives: mergeShown,
  answer(reading, { drafts, one, other }) {
    const text = textOf(reading)
    const all = text ? openDrafts(reading, text) : []
    const open = all.map(({ draft }) => ({
      modification: draft.modification,
      title: draft.latest.data.title,
    }))
    const asked = [...(drafts?.split(',') ?? []), one, other]
      .map((name) => name?.trim() ?? '')
      .filter(Boolean)
    const missing = asked.filter((name) => !open.some(({ modification }) => modification === name))
    const [first, second] = asked
    if (!text || !first || !second || first === second || missing.length > 0)
      return { open, merged: null, missing }
    const pair = [first, second].map(
      (name) => all.find(({ draft }) => draft.modification === name)!,
    )
    const { day, carried } = onOneBaseline(text, pair, reading.asOf)
    const [left, right] = carried.map(({ rebased }) => rebased.proposal)
    if (left!.baseline !== right!.baseline) return { open, merged: null, missing }
    const { root, conflicts, notices } = merge(
      text.store,
      left!.baseline,
      left!.draft,
      right!.draft,
    )
    const sides = { base: left!.baseline, left: left!.draft, right: right!.draft }
    const named = (name: string) => open.find(({ modification }) => modification === name)!
    return {
      open,
      merged: {
        left: named(first),
        right: named(second),
        day,
        words: printDay(day),
        conflicts: conflictsShown(text.store, sides, conflicts),
        notices: noticesShown(root, notices),
        redline: redlineOf(text.store, left!.baseline, root),
      },
      missing,
    }
  },
})
