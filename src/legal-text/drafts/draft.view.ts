// One draft: what it does in words and as redlines, what the checks find in it, what it makes necessary elsewhere, what
// it clashes with, and how far the text has moved under it.

import { z } from 'zod'
import { printDay } from '#calendar/day.ts'
import { informationClasses } from '#journal/information-class.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { startingInWords, startingText } from '../text/starting.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { clashRadar, gradesInWords } from './clash-radar.ts'
import { consequencesOf } from './consequences.ts'
import { settlings } from './draft-events.ts'
import { type DraftedText, draftedText } from './drafted-text.ts'
import { draftStates, touchesShown, touchShown } from './drafts.view.ts'
import { type DraftOnRecord, draftOnRecord, draftsOnRecord } from './drafts-on-record.ts'
import { findingInWords, findingsBrought } from './findings-brought.ts'
import { formsAgree, instructionsInWords } from './instructions.ts'
import { openDrafts } from './open-drafts.ts'
import { rebasingOf } from './rebase-draft.ts'
import { redlineOf, redlineShown, stepShown, stepsShown } from './redline-of-draft.ts'
import { settledMerge } from './settle-conflicts.ts'

export const findingShown = z.object({
  level: z.enum(['error', 'warning', 'info']),
  kind: z.string(),
  id: z.string(),
  number: z.string(),
  says: z.string(),
})
export const consequenceShown = z.object({
  id: z.string(),
  number: z.string(),
  says: z.string(),
  instruction: z.string(),
})

const revisionShown = z.object({
  number: z.int().meta({ description: 'Counted from 1 among those that the viewer may read' }),
  title: z.string(),
  class: z.enum(informationClasses),
  drafted: z.object({ ...shownDate.shape, recordedAt: z.string() }),
  gives: z.string(),
  settled: z.array(
    z.object({ conflict: z.string(), choice: z.enum(settlings), words: z.string().nullable() }),
  ),
  ...beneath.shape,
})

export const draftShown = z.object({
  modification: z.string(),
  title: z.string(),
  state: z.enum(draftStates),
  class: z.enum(informationClasses),
  layer: z.enum(['permanent', 'variation']),
  starts: z.object({ text: z.string(), words: z.string() }),
  baseline: z.object({ version: z.string(), day: z.string(), words: z.string() }),
  gives: z.string().meta({ description: 'The root hash of the text as drafted' }),
  readable: z
    .boolean()
    .meta({ description: 'Whether the text that it amends is on record for this viewer' }),
  typed: z.string().nullable().meta({ description: 'The instructions as they were typed' }),
  instructions: z.array(z.string()).meta({ description: 'What it does, in words' }),
  agree: z.enum(['agree', 'not-in-words', 'differ']).meta({
    description: 'Whether the instructions in words, read again, give the drafted text',
  }),
  steps: z.array(stepShown).meta({ description: 'The redline as instructed' }),
  redline: redlineShown.meta({ description: 'As the least change' }),
  touches: z.array(touchShown),
  findings: z.array(findingShown).meta({ description: 'Only those that the draft brings' }),
  consequences: z.array(consequenceShown),
  clashes: z.array(
    z.object({
      with: z.string(),
      title: z.string(),
      grade: z.int(),
      word: z.string(),
      says: z.string(),
      provisions: z.array(z.object({ id: z.string(), number: z.string() })),
    }),
  ),
  moved: z
    .object({
      day: z.string(),
      words: z.string(),
      changes: z.int().meta({ description: 'Provisions of the text that have changed since' }),
      conflicts: z.int(),
      notices: z.int(),
    })
    .nullable()
    .meta({ description: 'How far the text has moved under it; null where it has not' }),
  withdrawn: z.object({ reason: z.string().nullable(), ...beneath.shape }).nullable(),
  effects: z.array(z.string()).meta({ description: 'Effects by which it became part of the text' }),
  revisions: z.array(revisionShown),
  ...beneath.shape,
})
export type DraftShown = z.infer<typeof draftShown>

export const draftView = view({
  name: 'draft',
  at: '/code/drafts/:draft',
  title: 'A draft of an amendment',
  says: 'One draft as far as it may be read: instructions, redlines, checks, consequences, clashes, revisions.',
  asked: z.object({ draft: z.string() }),
  gives: draftShown,
  answer(reading, { draft }) {
    const found = draftOnRecord(reading, draft, reading.asOf)
    return found && shownDraft(found, reading)
  },
  each: (reading) =>
    draftsOnRecord(reading, reading.asOf).map(({ modification }) => ({ draft: modification })),
})

const nothingRead = {
  readable: false,
  instructions: [],
  agree: 'agree' as const,
  steps: [],
  redline: { entries: [], lines: [] },
  findings: [],
  consequences: [],
}

function shownDraft(draft: DraftOnRecord, reading: Reading): DraftShown {
  const { latest, modification, state, revisions, withdrawal, effects } = draft
  const { title, starts, layer, baseline, gives, instructions } = latest.data
  const text = textOf(reading)
  const texts = text && draftedText(text, latest)
  return {
    modification,
    title,
    state,
    class: latest.class,
    layer,
    starts: { text: startingText(starts), words: startingInWords(starts) },
    baseline: { ...baseline, words: printDay(baseline.day as never) },
    gives,
    typed: instructions,
    ...(texts ? readText(text, texts, draft) : nothingRead),
    touches: touchesShown(text, draft),
    clashes: text && state === 'open' ? clashesOf(text, reading, modification) : [],
    moved: text && state === 'open' ? movedUnder(text, draft, reading) : null,
    withdrawn: withdrawal && { reason: withdrawal.data.reason, ...beneathOf(withdrawal) },
    effects: [...effects],
    revisions: revisions.map((revision, at) => ({
      number: at + 1,
      title: revision.data.title,
      class: revision.class,
      drafted: { ...asShown(revision.opens), recordedAt: revision.data.recordedAt },
      gives: revision.data.gives,
      settled: [...revision.data.settled],
      ...beneathOf(revision),
    })),
    ...beneathOf(latest),
  }
}

/** What a drafted text does. */
export function whatItDoes(
  text: TextOnRecord,
  { base, root }: DraftedText,
  ops: DraftOnRecord['latest']['data']['ops'],
) {
  const findings = findingsBrought(base, root)
  const numbers = numbersOf(root)
  return {
    steps: stepsShown(text.store, base, ops),
    redline: redlineOf(text.store, base, root),
    findings: findings.map((finding) => ({
      level: finding.level,
      kind: finding.kind,
      id: finding.id,
      number: numbers.numberOf(finding.id),
      says: findingInWords(finding, numbers.numberOf),
    })),
    consequences: consequencesOf(base, root).map(({ id, says, instruction }) => ({
      id,
      number: numbers.numberOf(id),
      says,
      instruction,
    })),
  }
}

function readText(text: TextOnRecord, texts: DraftedText, { latest }: DraftOnRecord) {
  const { ops } = latest.data
  return {
    readable: true,
    instructions: [...instructionsInWords(text.store, texts.base, ops)],
    agree: formsAgree(text.store, texts.base, ops, texts.root),
    ...whatItDoes(text, texts, ops),
  }
}

function clashesOf(
  text: TextOnRecord,
  reading: Reading,
  modification: string,
): DraftShown['clashes'] {
  const drafts = openDrafts(reading, text)
  const radar = clashRadar(text, drafts, reading.asOf)
  const numbers = numbersOf(radar.baseline)
  return radar.clashes
    .filter(({ between }) => between.includes(modification))
    .map(({ between, grade, grades }) => {
      const other = between.find((one) => one !== modification)!
      return {
        with: other,
        title: drafts.find(({ draft }) => draft.modification === other)!.draft.latest.data.title,
        grade,
        ...gradesInWords[grade],
        provisions: (grades.get(grade) ?? []).map((id) => ({ id, number: numbers.numberOf(id) })),
      }
    })
}

function movedUnder(
  text: TextOnRecord,
  draft: DraftOnRecord,
  reading: Reading,
): DraftShown['moved'] {
  const rebasing = rebasingOf(text, draft, reading.asOf)
  if (!rebasing || rebasing.sides.base === rebasing.onto.root) return null
  const { conflicts, notices } = settledMerge(text.store, rebasing.sides, [])
  return {
    day: rebasing.onto.day,
    words: printDay(rebasing.onto.day),
    changes: redlineOf(text.store, rebasing.sides.base, rebasing.onto.root).entries.length,
    conflicts: conflicts.length,
    notices: notices.length,
  }
}
