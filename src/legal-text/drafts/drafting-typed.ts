// What is typed into the drafting form, read as far as it can be: for its preview, and to fill it from what is on record.

import type { Reading } from '#reading/reading.ts'
import { opsForm } from '../text/op-form.ts'
import { startingOf, startingText } from '../text/starting.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { classOfRevision } from './draft-fields.ts'
import type { Layer } from './drafted-text.ts'
import {
  type DraftFault,
  type Drafting,
  draftingOf,
  type Ground,
  groundOf,
  provisionIn,
  type Typing,
} from './drafting.ts'
import { ownModification } from './drafts-kept.ts'
import { type DraftOnRecord, draftOnRecord } from './drafts-on-record.ts'
import { editableLines } from './edited-lines.ts'
import { instructionsInWords } from './instructions.ts'

export type TypedFields = Readonly<Record<string, string>>

/** The text, the draft that is revised, and where the typing begins; nothing before there is a text. */
export interface DraftingGround {
  readonly text: TextOnRecord
  readonly draft: DraftOnRecord | undefined
  readonly ground: Ground
}

const layerOf = (typed: TypedFields): Layer =>
  typed.layer === 'variation' ? 'variation' : 'permanent'

export function groundTyped(reading: Reading, typed: TypedFields): DraftingGround | undefined {
  const text = textOf(reading)
  if (!text) return undefined
  const draft = typed.modification ? draftOnRecord(reading, typed.modification.trim()) : undefined
  const starts = startingOf(typed.starts ?? '') ?? 'not-commenced'
  return {
    text,
    draft,
    ground: groundOf(text, draft, { starts, layer: layerOf(typed) }, reading.today),
  }
}

const said = (text: string | undefined) => (text && text.trim() !== '' ? text : null)

/** The draft as typed, or its faults; undefined while nothing is typed, or it is typed in two forms. */
export function draftingTyped(
  { text, ground }: DraftingGround,
  typed: TypedFields,
): Drafting | { readonly faults: readonly DraftFault[] } | undefined {
  const [edited, instructions, json] = [
    said(typed.edited),
    said(typed.instructions),
    said(typed.ops),
  ]
  if ([edited, instructions, json].filter((form) => form !== null).length !== 1) return undefined
  const ops = json === null ? null : opsTyped(json)
  if (json !== null && ops === null) return undefined
  const typing: Typing = {
    modification: typed.modification?.trim() || 'draft',
    starts: startingOf(typed.starts ?? '') ?? 'not-commenced',
    layer: layerOf(typed),
    ops,
    instructions,
    provision: said(typed.provision),
    edited,
  }
  return draftingOf(text, typing, ground)
}

function opsTyped(json: string): Typing['ops'] {
  try {
    const parsed = opsForm.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The form as it opens: for a draft, what it says so far; for a provision, its words to edit. */
export function filled(reading: Reading, asked: TypedFields): TypedFields {
  const own = ownModification(reading.viewer, reading.code)
  const modification = asked.modification ?? asked.draft ?? own ?? ''
  const draft = modification ? draftOnRecord(reading, modification) : undefined
  const latest = draft?.latest
  const of = classOfRevision(reading.viewer, latest?.class)
  const known: Record<string, string> = {
    ...(of ? { class: of } : {}),
    ...(latest
      ? {
          title: latest.data.title,
          starts: startingText(latest.data.starts),
          layer: latest.data.layer,
        }
      : {}),
    ...asked,
    modification,
  }
  const found = groundTyped(reading, known)
  if (!found) return known
  const { ground, text } = found
  if (asked.form === 'instructions' && !known.instructions) {
    const whole = latest && ground.root !== ground.base
    const lines = whole
      ? (latest.data.instructions?.split('\n') ??
        instructionsInWords(text.store, ground.base, latest.data.ops))
      : []
    return { ...known, instructions: lines.join('\n'), edited: '', provision: '' }
  }
  const tree =
    known.provision && !known.edited ? provisionIn(ground.root, known.provision) : undefined
  return tree ? { ...known, edited: editableLines(tree), upon: tree.treeHash } : known
}
