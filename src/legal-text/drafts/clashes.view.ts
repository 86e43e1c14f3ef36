// The clash radar over all open drafts, for readers.

import { z } from 'zod'
import { printDay } from '#calendar/day.ts'
import { view } from '#reading/view.ts'
import type { ProvisionId } from '../engine/index.ts'
import { calledOf, numbersOf } from '../text/numbers-of-text.ts'
import { startingInWords, startingOf, startingText } from '../text/starting.ts'
import { textOf } from '../text/text-on-record.ts'
import { type ClashRadar, clashRadar, gradesInWords } from './clash-radar.ts'
import { openDrafts } from './open-drafts.ts'

const provisionShown = z.object({
  id: z.string(),
  number: z.string(),
  called: z.string(),
  href: z.string().nullable().meta({ description: 'Null where it stands in no text in force' }),
})
const proposalShown = z.object({
  modification: z.string(),
  title: z.string(),
  starts: z.object({ text: z.string(), words: z.string() }),
  conflicts: z
    .int()
    .meta({ description: 'Conflicts with the text that it is compared on, which must be settled' }),
  entries: z.array(z.string()),
})
const clashShown = z.object({
  between: z.array(z.string()),
  grade: z.int().min(1).max(7),
  word: z.string(),
  grades: z.array(
    z.object({
      grade: z.int(),
      word: z.string(),
      says: z.string(),
      provisions: z.array(provisionShown),
    }),
  ),
  entries: z.array(z.string()).meta({ description: 'Ids of the entries of both drafts' }),
})
export type ClashShown = z.infer<typeof clashShown>

const clashesShown = z.object({
  day: z.string().meta({ description: 'All drafts are compared on the text of this day' }),
  words: z.string(),
  drafts: z.array(proposalShown),
  clashes: z.array(clashShown),
  total: z.int(),
  order: z
    .array(
      z.object({
        with: z.string(),
        words: z.string(),
        pair: z.array(z.object({ name: z.string(), href: z.string() })),
        how: z.enum(['another-text', 'first-before-second', 'neither']),
      }),
    )
    .meta({ description: 'What starts together and gives another text in the other order' }),
})
export type ClashesShown = z.infer<typeof clashesShown>

export const clashesView = view({
  name: 'clashes',
  at: '/code/clashes',
  title: 'Clash radar',
  says: 'Which open drafts have to do with each other, in seven grades, the gravest first; and where the order in which things start matters.',
  asked: z.object({}),
  gives: clashesShown,
  answer(reading) {
    const text = textOf(reading)
    if (!text)
      return {
        day: reading.asOf,
        words: printDay(reading.asOf),
        drafts: [],
        clashes: [],
        total: 0,
        order: [],
      }
    const drafts = openDrafts(reading, text)
    const radar = clashRadar(text, drafts, reading.asOf)
    const entriesOf = (modification: string) =>
      drafts.find(({ draft }) => draft.modification === modification)?.draft.latest.entries ?? []
    return {
      day: radar.day,
      words: printDay(radar.day),
      drafts: radar.carried.map(({ open, rebased }) => {
        const { modification, latest } = open.draft
        const { title, starts } = latest.data
        return {
          modification,
          title,
          starts: { text: startingText(starts), words: startingInWords(starts) },
          conflicts: rebased.conflicts.length,
          entries: [...latest.entries],
        }
      }),
      clashes: radar.clashes.map(({ between, grade, grades }) => ({
        between: [...between],
        grade,
        word: gradesInWords[grade].word,
        grades: [...grades]
          .toSorted(([one], [other]) => one - other)
          .map(([of, ids]) => ({
            grade: of,
            ...gradesInWords[of],
            provisions: ids.map((id) => provisionOf(radar, id)),
          })),
        entries: between.flatMap((one) => [...entriesOf(one)]),
      })),
      total: radar.clashes.length,
      order: radar.orderDependent.map(({ with: key, pair, how }) => ({
        with: key,
        words: startingInWords(startingOf(key) ?? 'not-commenced'),
        pair: [...pair],
        how,
      })),
    }
  },
})

/** In the text that all are compared on; else in the first draft that has it. */
function provisionOf({ baseline, carried }: ClashRadar, id: ProvisionId) {
  const stands = numbersOf(baseline)
  for (const root of [baseline, ...carried.map(({ rebased }) => rebased.proposal.draft)]) {
    const numbers = numbersOf(root)
    const tree = numbers.tree(id)
    if (!tree) continue
    const number = numbers.numberOf(id)
    const href = stands.tree(id) ? stands.addressOf(id) : null
    return { id, number, called: calledOf(tree, number), href }
  }
  return { id, number: '', called: 'a provision that no draft has any more', href: null }
}
