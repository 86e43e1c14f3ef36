// A draft as instructions in words, derived from its operations, and whether words and text agree.

import {
  applyOps,
  instructionOf,
  instructionsOf,
  type Op,
  parseInstructions,
  type TextStore,
  type Tree,
} from '../engine/index.ts'
import { editableLines } from './edited-lines.ts'

/** Every operation with the text as those before it leave it; it ends where one cannot be applied. */
export function stepsThrough(
  store: TextStore,
  base: Tree,
  ops: readonly Op[],
): readonly { readonly op: Op; readonly before: Tree; readonly after: Tree }[] {
  const steps = []
  let before = base
  for (const op of ops) {
    const result = applyOps(store, before, [op])
    if (!result.ok) break
    steps.push({ op, before, after: result.value.root })
    before = result.value.root
  }
  return steps
}

/** All operations of a draft in words, in their order. */
export const instructionsInWords = (
  store: TextStore,
  base: Tree,
  ops: readonly Op[],
): readonly string[] =>
  stepsThrough(store, base, ops).map(({ op, before }) => instructionOf(op, before))

export type Agreement =
  | 'agree'
  /** Some operations cannot be said in words alone: marks in new words, or a kind that no number tells. */
  | 'not-in-words'
  | 'differ'

/**
 * Whether the instructions derived from the operations, read again, give the drafted text: by hash, or, where they bring
 * new provisions and so new identities, by every number, level and word.
 */
export function formsAgree(
  store: TextStore,
  base: Tree,
  ops: readonly Op[],
  root: Tree,
): Agreement {
  const said = instructionsOf(store, base, ops)
  if (!said.ok) return 'not-in-words'
  const read = parseInstructions(store, base, said.value, { seed: 'agree' })
  if (!read.ok) return 'differ'
  const again = applyOps(store, base, read.value)
  if (!again.ok) return 'differ'
  const same =
    again.value.root.treeHash === root.treeHash ||
    editableLines(again.value.root) === editableLines(root)
  return same ? 'agree' : 'differ'
}
