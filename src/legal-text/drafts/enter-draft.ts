// Enters the draft of a modification, or another revision of it: as instructions, by editing the text, or as
// operations. Whichever is typed, the operations and the text that they give are entered.

import { z } from 'zod'
import { command, type Objection, type Rule } from '#decision/command.ts'
import { perhaps, perhapsKnownDate, said } from '#decision/on-record.ts'
import type { Hash } from '../engine/index.ts'
import { jsonField, opsForm } from '../text/op-form.ts'
import { startingField } from '../text/starting.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import type { DraftEntered } from './draft-events.ts'
import { type DraftFacts, draftFacts } from './draft-facts.ts'
import { classField, classIsForDrafter, modificationField } from './draft-fields.ts'
import { type DraftFault, type Drafting, draftingOf, groundOf, provisionIn } from './drafting.ts'
import { draftStream } from './drafts-kept.ts'

const typedText = (most: number) =>
  z
    .string()
    .max(most, `Give it in ${most} characters at most`)
    .nullish()
    .transform((text) => (text && text.trim() !== '' ? text : null))

export const enterDraftInput = z.object({
  modification: modificationField,
  title: said('what the draft is called').meta({
    label: 'Title',
    hint: 'What it is about, in a few words',
  }),
  starts: z
    .union([z.literal('').transform(() => 'not-commenced' as const), startingField])
    .default('not-commenced')
    .meta({
      label: 'Starts',
      hint: 'A day as far as it is known, or release:NAME, event:NAME; not-commenced while it is not set',
    }),
  layer: z
    .enum(['permanent', 'variation'], { error: 'Say which layer: permanent or variation' })
    .default('permanent')
    .meta({ label: 'Layer', hint: 'A variation lies over the permanent text for a time' }),
  provision: perhaps.meta({
    label: 'Provision edited',
    hint: 'The number of the provision whose words stand below, such as E2.1',
  }),
  edited: typedText(600_000).meta({
    label: 'Edited text',
    hint: 'One provision a line, two blanks deeper for each level: number, heading with a bar after it, words; two bars between paragraphs, three before closing words',
    kind: 'lines',
  }),
  instructions: typedText(100_000).meta({
    label: 'Instructions',
    hint: 'One a line, such as: In E2.1, for “five” substitute “ten”.',
    kind: 'lines',
  }),
  ops: jsonField(opsForm, 'the operations').meta({
    label: 'Operations',
    hint: 'As JSON, where a program gives them',
    kind: 'longtext',
  }),
  upon: z
    .string()
    .trim()
    .regex(/^([0-9a-f]{64})?$/, 'Give the tree hash of the provision that was edited, or nothing')
    .nullish()
    .transform((hash) => (hash ? (hash as Hash) : null))
    .meta({
      label: 'Edited upon',
      hint: 'The tree hash of the provision as you saw it; empty for its words as they stand now',
    }),
  class: classField,
  from: perhapsKnownDate.meta({
    label: 'Drafted on',
    hint: 'Only where it was not today; as far as it is known',
  }),
  basis: z
    .enum(['decided-here', 'on-record', 'known-by-count', 'illustrative'], {
      error: 'Say how we know it: decided-here, on-record, known-by-count or illustrative',
    })
    .default('decided-here')
    .meta({ label: 'Basis', hint: 'Drafted here, from a source, or invented to show' }),
  source: perhaps.meta({ label: 'Source', hint: 'Where it is not drafted here' }),
})
export type EnterDraft = z.output<typeof enterDraftInput>

type DraftRule = Rule<EnterDraft, undefined, DraftFacts>

const textIsThere: DraftRule = (_input, _state, { facts }) =>
  facts.text
    ? undefined
    : {
        says: 'The text of this code has not begun, so nothing can be drafted on it',
        instead: 'Begin the text first: begin-text',
      }

const oneFormIsGiven: DraftRule = ({ ops, instructions, edited }) => {
  const given = [ops, instructions, edited].filter((form) => form !== null).length
  return given === 1
    ? undefined
    : {
        says:
          given === 0
            ? 'The draft says nothing'
            : 'The draft is given in more than one form, and they may disagree',
        field: 'edited',
        expected: 'one of edited text, instructions or operations',
        came: given === 0 ? 'nothing' : `${given} of them`,
      }
}

const sourceIsNamed: DraftRule = ({ basis, source }) =>
  basis === 'decided-here' || source !== null
    ? undefined
    : { says: 'What was not drafted here has a source', field: 'source', came: 'nothing' }

const draftIsAsSeen: DraftRule = (given, _state, { facts, today }) => {
  if (!facts.text || given.upon === null || given.edited === null) return undefined
  const { root } = groundOf(facts.text, facts.draft, given, today)
  const stands = provisionIn(root, given.provision ?? '')
  return !stands || stands.treeHash === given.upon
    ? undefined
    : {
        says: 'The provision says something else by now: somebody revised the draft, or its text moved or starts another day',
        field: 'edited',
        instead: 'Open the draft again and put your changes into its words as they stand now',
      }
}

const draftApplies: DraftRule = (given, _state, { facts, today }) => {
  const drafted = facts.text && drafts(given, facts as Standing, today)
  return drafted && 'faults' in drafted ? faultsInWords(drafted.faults) : undefined
}

const draftChangesSomething: DraftRule = (given, _state, { facts, today }) => {
  const drafted = facts.text && drafts(given, facts as Standing, today)
  return drafted && 'root' in drafted && drafted.root === drafted.base
    ? {
        says: 'The draft leaves the text as it is',
        field: given.edited !== null ? 'edited' : given.ops !== null ? 'ops' : 'instructions',
        instead: 'Change some words, or withdraw the draft: withdraw-draft',
      }
    : undefined
}

export const enterDraft = command<EnterDraft, undefined, DraftEntered, DraftFacts>({
  name: 'enter-draft',
  at: 'POST /code/drafts',
  title: 'Enter a draft',
  why: 'A draft says what a modification would do to the text, so that everybody concerned sees it before it is decided.',
  may: 'operator-or-proposer',
  onRecord: true,
  input: enterDraftInput,
  stream: draftStream,
  starting: undefined,
  evolve: () => undefined,
  facts: draftFacts,
  rules: {
    classIsForDrafter,
    textIsThere,
    oneFormIsGiven,
    sourceIsNamed,
    draftIsAsSeen,
    draftApplies,
    draftChangesSomething,
  },
  class: (given) => given.class,
  decide: (given, _state, { facts, today }) => {
    const drafted = drafts(given, facts as Standing, today)
    if (!drafted || 'faults' in drafted)
      throw new Error('A draft that cannot be applied was let through')
    const { modification, title, starts, layer, instructions } = given
    return [
      {
        type: 'DraftEntered',
        data: {
          modification,
          ordinal: (facts.counted.get(given.class) ?? 0) + 1,
          title,
          baseline: { version: drafted.base.treeHash, day: drafted.day },
          starts,
          layer,
          ops: drafted.ops,
          instructions,
          gives: drafted.root.treeHash,
          settled: [],
        },
        ...(given.from === null ? {} : { effectiveFrom: given.from }),
      },
    ]
  },
  shownAt: ({ modification }) => `/code/drafts/${modification}`,
})

type Standing = DraftFacts & { readonly text: TextOnRecord }

function drafts(
  given: EnterDraft,
  { text, draft }: Standing,
  today: Parameters<typeof groundOf>[3],
): Drafting | { readonly faults: readonly DraftFault[] } | undefined {
  if ([given.ops, given.instructions, given.edited].filter((form) => form !== null).length !== 1)
    return undefined
  return draftingOf(text, given, groundOf(text, draft, given, today))
}

/** All faults as one objection, each with its line. */
export function faultsInWords(faults: readonly DraftFault[]): Objection {
  const [first, ...more] = faults
  const { field, line, says, expected, came } = first!
  return {
    says: [
      `${line === null ? '' : `Line ${line}: `}${says}`,
      ...more
        .slice(0, 9)
        .map(
          (one) =>
            `${one.line === null ? '' : `line ${one.line}: `}${one.says} (expected ${one.expected}; came ${one.came})`,
        ),
    ].join('; '),
    field,
    expected,
    came,
  }
}
