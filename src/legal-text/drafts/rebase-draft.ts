// Carries a draft onto the text now in force where it starts, as a new revision. Each conflict is settled by a person
// first, by one of the choices that its type of conflict has.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Rule } from '#decision/command.ts'
import { opsBetween } from '../engine/index.ts'
import { jsonField } from '../text/op-form.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import { type DraftEntered, type Settled, settlings } from './draft-events.ts'
import { type DraftFacts, draftFacts } from './draft-facts.ts'
import { classField, classIsForDrafter, modificationField } from './draft-fields.ts'
import { type Baseline, baselineFor, draftedText } from './drafted-text.ts'
import { draftStream } from './drafts-kept.ts'
import type { DraftOnRecord } from './drafts-on-record.ts'
import { type SettledMerge, settledMerge } from './settle-conflicts.ts'
import { placeNamed } from './settled-places.ts'
import { settlingsOf, standsIn, type TypedWith, takesWords } from './settlings.ts'
import { conflictKey, type Sides } from './shown-conflicts.ts'

const choices = z
  .array(
    z.object({
      conflict: z.string(),
      choice: z.enum(settlings, { error: `Choose one of ${settlings.join(', ')}` }),
      words: z.string().max(20_000).nullish(),
    }),
  )
  .max(2_000)

export const rebaseDraftInput = z.object({
  modification: modificationField,
  choices: jsonField(choices, 'the choices').meta({
    label: 'Choices',
    hint: 'As JSON, one for each conflict: [{"conflict": …, "choice": "draft", "in-force", "base", "own", "both" or "out", "words": …}]; empty where there is none',
    kind: 'longtext',
  }),
  class: classField,
})
type RebaseDraft = z.output<typeof rebaseDraftInput>

type RebaseRule = Rule<RebaseDraft, undefined, DraftFacts>

/** What a rebase begins from: the draft, and the text onto which it goes. */
export interface Rebasing {
  readonly sides: Sides
  readonly onto: Baseline
}

/** Undefined where the text of the draft is not on record for who asks. */
export function rebasingOf(
  text: TextOnRecord,
  draft: DraftOnRecord,
  today: Day,
): Rebasing | undefined {
  const texts = draftedText(text, draft.latest)
  if (!texts) return undefined
  const onto = baselineFor(text, draft.latest.data, today)
  return { onto, sides: { base: texts.base, left: texts.root, right: onto.root } }
}

export const choicesOf = (
  given:
    | readonly (Omit<Settled, 'words'> & { words?: string | null | undefined })[]
    | null
    | undefined,
): readonly Settled[] =>
  (given ?? []).map(({ conflict, choice, words }) => ({
    conflict,
    choice,
    // What was typed beside a choice that takes nothing typed is no part of it.
    words: takesWords(conflict, choice) ? (words ?? null) : null,
  }))

const draftIsOpen: RebaseRule = ({ modification }, _state, { facts: { draft } }) =>
  draft?.state === 'open'
    ? undefined
    : {
        says: draft
          ? `The draft of ${modification} is ${draft.state} and no longer carried along`
          : `No draft of ${modification} is on record`,
        field: 'modification',
        came: modification,
      }

const textHasMoved: RebaseRule = (_input, _state, { facts, today }) => {
  const rebasing = standing(facts, today)
  return rebasing && rebasing.sides.base === rebasing.onto.root
    ? {
        says: 'The draft stands on the text in force already',
        field: 'modification',
        instead: 'Revise it instead: enter-draft',
      }
    : undefined
}

const choicesNameConflicts: RebaseRule = (given, _state, { facts, today }) => {
  const merged = mergedOf(given, facts, today)
  const [strange] = merged?.strange ?? []
  return strange
    ? {
        says: 'A choice names no conflict of this rebase',
        field: 'choices',
        expected:
          merged!.found.length === 0
            ? 'no choice: there is no conflict'
            : 'a conflict as the page of the rebase names it',
        came: strange.conflict,
        instead: `Open /code/drafts/${given.modification}/rebase again: the text or the draft may have moved`,
      }
    : undefined
}

const conflictsAreSettled: RebaseRule = (given, _state, { facts, today }) => {
  const open = mergedOf(given, facts, today)?.conflicts.length ?? 0
  return open > 0
    ? {
        says: `${open} ${open === 1 ? 'conflict is' : 'conflicts are'} not settled`,
        field: 'choices',
        instead: `Choose for each on /code/drafts/${given.modification}/rebase`,
      }
    : undefined
}

const choicesFitTheirConflicts: RebaseRule = (given, _state, { facts, today }) => {
  const merged = mergedOf(given, facts, today)
  const sides = standing(facts, today)?.sides
  if (!merged || !sides) return undefined
  for (const conflict of merged.found) {
    const choice = choicesOf(given.choices).find((one) => one.conflict === conflictKey(conflict))
    if (!choice) continue
    const offered = settlingsOf(conflict.kind, standsIn(conflict))
    const taken = offered.find(({ value }) => value === choice.choice)
    if (!taken)
      return {
        says: 'A conflict of this type is not settled by this choice',
        field: 'choices',
        expected: offered.map(({ value, label }) => `${value} (${label})`).join(', '),
        came: choice.choice,
      }
    const fault = typedFault(taken.typed, choice.words ?? '', sides)
    if (fault) return { ...fault, field: 'choices', came: choice.words ?? 'nothing' }
  }
  return undefined
}

/** What is wrong with the number or the place typed with a choice; words may be any, and none. */
function typedFault(typed: TypedWith | undefined, words: string, { left, right }: Sides) {
  if (typed === 'number' && words.trim() === '')
    return { says: 'The choice needs a number', expected: 'a printed number, such as (aa)' }
  if (typed === 'place' && !placeNamed(words, right) && !placeNamed(words, left))
    return {
      says: 'The choice names no place of the text',
      expected: 'a place such as "after D8.2", "before D8.2" or "in D8"',
    }
  return undefined
}

export const rebaseDraft = command<RebaseDraft, undefined, DraftEntered, DraftFacts>({
  name: 'rebase-draft',
  at: 'POST /code/drafts/rebases',
  title: 'Rebase a draft',
  why: 'The text has moved under the draft; carried onto the text now in force, it says the same there and undoes nothing.',
  may: 'operator-or-proposer',
  onRecord: false,
  input: rebaseDraftInput,
  stream: draftStream,
  starting: undefined,
  evolve: () => undefined,
  facts: draftFacts,
  rules: {
    classIsForDrafter,
    draftIsOpen,
    textHasMoved,
    choicesNameConflicts,
    conflictsAreSettled,
    choicesFitTheirConflicts,
  },
  class: (given) => given.class,
  decide: (given, _state, { facts, today }) => {
    const { onto } = standing(facts, today)!
    const { root } = mergedOf(given, facts, today)!
    const { modification, title, starts, layer } = facts.draft!.latest.data
    return [
      {
        type: 'DraftEntered',
        data: {
          modification,
          ordinal: (facts.counted.get(given.class) ?? 0) + 1,
          title,
          baseline: { version: onto.root.treeHash, day: onto.day },
          starts,
          layer,
          ops: opsBetween(facts.text!.store, onto.root, root),
          instructions: null,
          gives: root.treeHash,
          settled: choicesOf(given.choices),
        },
      },
    ]
  },
  shownAt: ({ modification }) => `/code/drafts/${modification}`,
})

function standing({ text, draft }: DraftFacts, today: Day): Rebasing | undefined {
  return text && draft?.state === 'open' ? rebasingOf(text, draft, today) : undefined
}

function mergedOf(given: RebaseDraft, facts: DraftFacts, today: Day): SettledMerge | undefined {
  const rebasing = standing(facts, today)
  return rebasing && rebasing.sides.base !== rebasing.onto.root
    ? settledMerge(facts.text!.store, rebasing.sides, choicesOf(given.choices))
    : undefined
}
