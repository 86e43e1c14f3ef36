// What a person typed as a draft: operations, instructions, or an edited text; and the text that it gives, or what is wrong with it.

import type { Day } from '#calendar/day.ts'
import {
  applyOps,
  type Op,
  opsBetween,
  parseInstructions,
  sha256,
  type Tree,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import type { Starting } from '../text/text-events.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import { baselineFor, draftedText, type Layer } from './drafted-text.ts'
import type { DraftOnRecord } from './drafts-on-record.ts'
import { readLines } from './edited-lines.ts'
import { treeSaid, withProvision } from './edited-text.ts'

/** What was typed. Exactly one of operations, instructions and edited text is there. */
export interface Typing {
  readonly modification: string
  readonly starts: Starting
  readonly layer: Layer
  readonly ops: readonly Op[] | null
  readonly instructions: string | null
  /** The number of the provision that was edited, and the lines that were typed for it. */
  readonly provision: string | null
  readonly edited: string | null
}

/** Why it cannot be applied; `line` counts in what was typed, from 1. */
export interface DraftFault {
  readonly field: 'ops' | 'instructions' | 'edited' | 'provision'
  readonly line: number | null
  readonly says: string
  readonly expected: string
  readonly came: string
}

export interface Drafting {
  readonly day: Day
  readonly base: Tree
  readonly root: Tree
  readonly ops: readonly Op[]
}

/** Where a draft begins: what it amends, and the text as it is drafted so far. */
export interface Ground {
  readonly day: Day
  readonly base: Tree
  readonly root: Tree
}

/** An open draft goes on from its last revision; a new one begins with the text in force where it starts. */
export function groundOf(
  text: TextOnRecord,
  draft: DraftOnRecord | undefined,
  typing: Pick<Typing, 'starts' | 'layer'>,
  today: Day,
): Ground {
  const before =
    draft?.state === 'open' &&
    draft.latest.data.layer === typing.layer &&
    draftedText(text, draft.latest)
  if (before) return { ...before, day: draft.latest.data.baseline.day as Day }
  const { day, root } = baselineFor(text, typing, today)
  return { day, base: root, root }
}

/** The draft that was typed, or every fault in it. */
export function draftingOf(
  text: TextOnRecord,
  typing: Typing,
  ground: Ground,
): Drafting | { readonly faults: readonly DraftFault[] } {
  const { base, day } = ground
  if (typing.edited !== null) return editedOn(text, typing, ground)
  const ops = typing.instructions === null ? (typing.ops ?? []) : instructed(text, typing, base)
  if ('faults' in ops) return ops
  const result = applyOps(text.store, base, ops)
  if (result.ok) return { day, base, root: result.value.root, ops }
  const numbers = numbersOf(base)
  return {
    faults: result.faults.map(({ index, op, provision, expected, found }) => ({
      field: 'ops' as const,
      line: null,
      says: `Operation ${index + 1} (${op}) cannot be applied to ${numbers.numberOf(provision) || provision}`,
      expected,
      came: found,
    })),
  }
}

function instructed(
  { store }: TextOnRecord,
  { modification, instructions }: Typing,
  base: Tree,
): readonly Op[] | { readonly faults: readonly DraftFault[] } {
  const typed = instructions ?? ''
  const read = parseInstructions(store, base, typed, { seed: seedOf(modification, base, typed) })
  if (read.ok) return read.value
  return {
    faults: read.faults.map(({ line, expected, found }) => ({
      field: 'instructions' as const,
      line,
      says: 'The instruction cannot be carried out',
      expected,
      came: found,
    })),
  }
}

/** Ids that this typing alone gives: the same words typed over the same text give the same. */
const seedOf = (modification: string, upon: Tree, typed: string) =>
  `d${sha256(`${modification} ${upon.treeHash} ${typed}`).slice(0, 16)}`

function editedOn(
  text: TextOnRecord,
  { modification, provision, edited }: Typing,
  { base, root, day }: Ground,
): Drafting | { readonly faults: readonly DraftFault[] } {
  const tree = provision === null ? undefined : provisionIn(root, provision)
  if (!tree)
    return {
      faults: [
        {
          field: 'provision',
          line: null,
          says: 'The text to edit has no provision of that number',
          expected: 'a number as printed, such as E2.1, or an identity',
          came: provision ?? 'nothing',
        },
      ],
    }
  const read = readLines(edited ?? '')
  if (read.faults.length > 0 || !('said' in read))
    return { faults: read.faults.map((fault) => ({ field: 'edited' as const, ...fault })) }
  const changed = treeSaid(text.store, tree, read.said, seedOf(modification, root, edited ?? ''))
  const drafted = withProvision(text.store, root, changed)
  return { day, base, root: drafted, ops: opsBetween(text.store, base, drafted) }
}

/** A provision by its number, however it is written, or by its identity. */
export function provisionIn(root: Tree, asked: string): Tree | undefined {
  const numbers = numbersOf(root)
  const id = numbers.named(asked)
  return id === undefined ? numbers.tree(asked.trim() as never) : numbers.tree(id)
}
