// The drafts as a register: whose they are, where they stand, what they touch, and the gravest clash of each.

import { z } from 'zod'
import { informationClasses } from '#journal/information-class.ts'
import { beneath, beneathOf } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { startingInWords, startingText } from '../text/starting.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { clashRadar, gradesInWords } from './clash-radar.ts'
import { draftedText } from './drafted-text.ts'
import { type DraftOnRecord, draftsOnRecord } from './drafts-on-record.ts'
import { openDrafts, touchedBy } from './open-drafts.ts'

export const draftStates = ['open', 'withdrawn', 'incorporated'] as const

export const touchShown = z.object({
  id: z.string(),
  number: z.string(),
  href: z.string(),
  how: z.string(),
})

const draftRow = z.object({
  modification: z.string(),
  title: z.string(),
  state: z.enum(draftStates),
  class: z.enum(informationClasses).meta({ description: 'Who may read its last revision' }),
  revisions: z.int().meta({ description: 'How many, as far as the viewer may read them' }),
  starts: z.object({ text: z.string(), words: z.string() }),
  touches: z.array(touchShown).meta({ description: 'The provisions of the text that it touches' }),
  worst: z
    .object({ grade: z.int(), word: z.string(), with: z.array(z.string()) })
    .nullable()
    .meta({ description: 'The gravest grade of its clashes with other open drafts' }),
  ...beneath.shape,
})
export type DraftRow = z.infer<typeof draftRow>

export const draftsView = view({
  name: 'drafts',
  at: '/code/drafts',
  title: 'Drafts of amendments',
  says: 'Every draft on record by the day asked for, with what it touches and its gravest clash with another.',
  asked: z.object({
    ...paging,
    state: z
      .enum(draftStates, { error: `Ask for one of ${draftStates.join(', ')}` })
      .optional()
      .meta({ label: 'State' }),
  }),
  gives: z.object({
    drafts: z.array(draftRow),
    total: z.int(),
    next: z.string().nullable(),
    states: z.array(z.object({ value: z.enum(draftStates), label: z.string(), count: z.int() })),
  }),
  answer(reading, { state, ...paged }) {
    const all = draftsOnRecord(reading, reading.asOf)
    const text = textOf(reading)
    const worst = worstClashes(reading, text)
    const wanted = all.filter((draft) => state === undefined || draft.state === state)
    const { rows, total, next } = pageOf(wanted, paged, ({ modification }) => modification)
    return {
      drafts: rows.map((draft) => rowOf(draft, text, worst.get(draft.modification) ?? null)),
      total,
      next,
      states: draftStates
        .map((value) => ({
          value,
          label: stateWords[value],
          count: all.filter((draft) => draft.state === value).length,
        }))
        .filter(({ count }) => count > 0),
    }
  },
})

export const stateWords = {
  open: 'Open',
  withdrawn: 'Withdrawn',
  incorporated: 'In the text',
} as const

export type Worst = NonNullable<DraftRow['worst']>

/** For each open draft its gravest grade, and with whom. */
export function worstClashes(
  reading: Reading,
  text: TextOnRecord | undefined,
): ReadonlyMap<string, Worst> {
  const worst = new Map<string, Worst>()
  if (!text) return worst
  for (const { between, grade } of clashRadar(text, openDrafts(reading, text), reading.asOf)
    .clashes)
    for (const [one, other] of [between, between.toReversed()] as [string, string][]) {
      const before = worst.get(one)
      if (!before || grade < before.grade)
        worst.set(one, { grade, word: gradesInWords[grade].word, with: [other] })
      else if (grade === before.grade) before.with.push(other)
    }
  return worst
}

export function touchesShown(text: TextOnRecord | undefined, draft: DraftOnRecord) {
  const texts = text && draftedText(text, draft.latest)
  if (!text || !texts) return []
  const numbers = numbersOf(texts.base)
  return [...touchedBy(text, { draft, texts })].map(([id, how]) => ({
    id,
    number: numbers.numberOf(id),
    href: numbers.addressOf(id),
    how,
  }))
}

function rowOf(
  draft: DraftOnRecord,
  text: TextOnRecord | undefined,
  worst: Worst | null,
): DraftRow {
  const { latest, modification, state, revisions } = draft
  const { title, starts } = latest.data
  return {
    modification,
    title,
    state,
    class: latest.class,
    revisions: revisions.length,
    starts: { text: startingText(starts), words: startingInWords(starts) },
    touches: touchesShown(text, draft),
    worst: state === 'open' ? worst : null,
    ...beneathOf(latest),
  }
}
