// An open proposal to change the text, and its rebase onto a newer baseline.
import type { Conflict, Notice } from './conflict.ts'
import type { When } from './effect.ts'
import { type MergeOptions, merge } from './merge.ts'
import type { Tree } from './model.ts'
import type { TextStore } from './store.ts'

export interface Proposal {
  /** The number of the modification it belongs to. */
  readonly id: string
  readonly baseline: Tree
  /** The text as it would be. */
  readonly draft: Tree
  readonly layer?: 'permanent' | 'variation'
  readonly starts?: When
}

export interface Rebased {
  readonly proposal: Proposal
  readonly conflicts: readonly Conflict[]
  readonly notices: readonly Notice[]
}

/**
 * The same proposal on another baseline. In a conflict the left is the proposal, the right the new baseline; the
 * rebased draft says there what the new baseline says, so that it never undoes an amendment unasked.
 */
export const rebase = (
  store: TextStore,
  proposal: Proposal,
  onto: Tree,
  options: Pick<MergeOptions, 'varied'> = {},
): Rebased => {
  const { baseline, draft } = proposal
  const { root, conflicts, notices } = merge(store, baseline, draft, onto, {
    ...options,
    holds: 'right',
  })
  return { proposal: { ...proposal, baseline: onto, draft: root }, conflicts, notices }
}
