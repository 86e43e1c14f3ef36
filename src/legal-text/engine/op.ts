// The operations by which a text is amended, and what they leave behind.
import type { Draft, Hash, Inline, Label, ProvisionId } from './model.ts'
import type { Field } from './tokens.ts'

/**
 * Where words stand: as offsets, in characters of the field's words with one line end between paragraphs, which hold
 * for the content `base`; and in the drafter's own words, which hold for any. Where words are struck, `quote` is what
 * is struck; where words are only inserted, `quote` is what they follow (nothing at the start of the field).
 * `occurrence` counts from 1 which of several equal places is meant; 0 says there is only one.
 */
export interface WordAnchor {
  readonly from: number
  readonly to: number
  readonly base: Hash
  readonly quote: string
  readonly occurrence: number
}

export type Op =
  | {
      readonly op: 'insert'
      readonly parent: ProvisionId
      readonly after: ProvisionId | null
      readonly node: Draft
    }
  /** A whole provision, with all under it, becomes others; a draft under the target's own id keeps its identity. */
  | { readonly op: 'substitute'; readonly target: ProvisionId; readonly with: readonly Draft[] }
  | {
      readonly op: 'words'
      readonly target: ProvisionId
      readonly field: Field
      readonly at: WordAnchor
      readonly del: string
      /** A line end in a plain run begins a new paragraph. */
      readonly ins: readonly Inline[]
    }
  /** `not-used` keeps the number and the identity, with the words a code leaves there ("Not used"). */
  | {
      readonly op: 'repeal'
      readonly target: ProvisionId
      readonly leave: 'gap' | 'not-used'
      readonly words?: string
    }
  | { readonly op: 'renumber'; readonly target: ProvisionId; readonly label: Label | string }
  | {
      readonly op: 'move'
      readonly target: ProvisionId
      readonly parent: ProvisionId
      readonly after: ProvisionId | null
      readonly label?: Label | string
    }
  | {
      readonly op: 'split' | 'join'
      readonly targets: readonly ProvisionId[]
      readonly into: readonly Draft[]
    }

/** Why one operation cannot be applied. */
export interface OpFault {
  /** Which of the operations, counted from 0. */
  readonly index: number
  readonly op: Op['op']
  readonly provision: ProvisionId
  readonly expected: string
  readonly found: string
}

/** Which provision came of which, where identity does not say so by itself. */
export interface Lineage {
  readonly id: ProvisionId
  readonly how: 'replaces' | 'derivedFrom'
  readonly of: readonly ProvisionId[]
}
