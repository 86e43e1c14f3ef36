// Makes the effect of a modification from its draft: what was drafted becomes part of the text from the day on which
// it starts.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Rule } from '#decision/command.ts'
import { perhaps, referenceField } from '#decision/on-record.ts'
import { type Op, opsBetween, type Tree } from '../engine/index.ts'
import { dateOf, startingField } from '../text/starting.ts'
import type { EffectEntered, Starting } from '../text/text-events.ts'
import { effectsKept } from '../text/text-kept.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { modificationField } from './draft-fields.ts'
import { baselineFor, draftedText } from './drafted-text.ts'
import { type DraftOnRecord, draftOnRecord } from './drafts-on-record.ts'
import { numbersTouched } from './redline-of-draft.ts'
import { settledMerge } from './settle-conflicts.ts'

export const incorporateDraftInput = z.object({
  modification: modificationField,
  reference: referenceField('the effect').meta({
    label: 'Reference of the effect',
    hint: 'Lasting, such as SECMP0016-1',
  }),
  starts: z
    .union([z.literal('').transform(() => null), startingField])
    .nullish()
    .transform((starts): Starting | null => starts ?? null)
    .meta({ label: 'Starts', hint: 'Empty where it is as drafted' }),
  says: perhaps.meta({ label: 'In a sentence' }),
})
type IncorporateDraft = z.output<typeof incorporateDraftInput>

interface Known {
  readonly text: TextOnRecord | undefined
  readonly draft: DraftOnRecord | undefined
  readonly taken: boolean
}
type IncorporateRule = Rule<IncorporateDraft, undefined, Known>

const draftIsOpen: IncorporateRule = ({ modification }, _state, { facts: { draft } }) =>
  draft?.state === 'open'
    ? undefined
    : {
        says: draft
          ? `The draft of ${modification} is ${draft.state} already`
          : `No draft of ${modification} is on record`,
        field: 'modification',
        came: modification,
      }

const effectIsNew: IncorporateRule = ({ reference }, _state, { facts }) =>
  facts.taken
    ? { says: `The effect ${reference} is already on record`, field: 'reference', came: reference }
    : undefined

const draftFitsTheText: IncorporateRule = (given, _state, { facts: { text, draft }, today }) => {
  if (!text || draft?.state !== 'open') return undefined
  return incorporated(text, draft, given, today)
    ? undefined
    : {
        says: 'The text has moved under the draft, and the two do not go together as they stand',
        field: 'modification',
        instead: `Rebase it first: /code/drafts/${given.modification}/rebase`,
      }
}

export const incorporateDraft = command<IncorporateDraft, undefined, EffectEntered, Known>({
  name: 'incorporate-draft',
  at: 'POST /code/drafts/incorporations',
  title: 'Incorporate a draft',
  why: 'A modification that was approved becomes part of the text, in the words of its draft.',
  may: 'operator',
  onRecord: false,
  input: incorporateDraftInput,
  stream: ({ reference }) => `effect:${reference}`,
  starting: undefined,
  evolve: () => undefined,
  facts: ({ modification, reference }, facts) => ({
    text: textOf(facts),
    draft: draftOnRecord(facts, modification),
    taken: facts.row(effectsKept, reference) !== undefined,
  }),
  rules: { draftIsOpen, effectIsNew, draftFitsTheText },
  class: 'white',
  decide: (given, _state, { facts: { text, draft }, today }) => {
    const made = incorporated(text!, draft!, given, today)
    if (!made) throw new Error('A draft that does not fit was let through')
    const { modification, layer, title } = draft!.latest.data
    const starts = given.starts ?? draft!.latest.data.starts
    const isDated = typeof starts === 'object' && 'on' in starts
    return [
      {
        type: 'EffectEntered',
        data: {
          reference: given.reference,
          instrument: { kind: 'modification', reference: modification },
          layer,
          mode: layer === 'permanent' ? 'amend' : 'vary',
          provisions: numbersTouched(text!.store, made.base, made.root),
          starts,
          ends: null,
          regions: [],
          ops: made.ops,
          says: given.says ?? title,
          supersedes: null,
          gives: isDated ? made.root.treeHash : null,
        },
        effectiveFrom: dateOf(starts),
      },
    ]
  },
  shownAt: ({ modification }) => `/code/drafts/${modification}`,
})

/**
 * What the draft does to the text on the day on which it starts. Where that has moved, the draft is carried onto it;
 * undefined where that needs a person, or the draft cannot be read.
 */
export function incorporated(
  text: TextOnRecord,
  draft: DraftOnRecord,
  given: Pick<IncorporateDraft, 'starts'>,
  today: Day,
): { readonly base: Tree; readonly root: Tree; readonly ops: readonly Op[] } | undefined {
  const texts = draftedText(text, draft.latest)
  if (!texts) return undefined
  const { layer, ops } = draft.latest.data
  const starts = given.starts ?? draft.latest.data.starts
  const { root: base } = baselineFor(text, { starts, layer }, today)
  if (base === texts.base) return { base, root: texts.root, ops }
  const sides = { base: texts.base, left: texts.root, right: base }
  const { root, conflicts } = settledMerge(text.store, sides, [])
  return conflicts.length > 0 ? undefined : { base, root, ops: opsBetween(text.store, base, root) }
}
