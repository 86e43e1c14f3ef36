// A merge in which a person settled the conflicts. Words are chosen where the merge meets them; of anything else both
// sides are made to say what was chosen, so that they merge there without a conflict.

import {
  type Conflict,
  type Merged,
  merge,
  type ProvisionId,
  type TextStore,
  text,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import type { Settled } from './draft-events.ts'
import { isAsChosen, sidesSettled } from './settled-sides.ts'
import { conflictKey, type Sides } from './shown-conflicts.ts'

export interface SettledMerge extends Merged {
  /** Conflicts as they were met: those of the merge, and any that the settling of others brought up. */
  readonly found: readonly Conflict[]
  /** Choices that name no conflict of it. */
  readonly strange: readonly Settled[]
}

/** Merges the draft (left) with the text in force (right); what is not settled holds the text in force. */
export function settledMerge(
  store: TextStore,
  began: Sides,
  choices: readonly Settled[],
): SettledMerge {
  const byKey = new Map(choices.map((choice) => [choice.conflict, choice]))
  const chosen = (id: ProvisionId, field: Conflict['field'], ranges: Conflict['ranges']) => {
    const key = conflictKey({ kind: 'words', id, field, ranges } as Conflict)
    const choice = byKey.get(key)
    if (!choice || !field) return undefined
    return choice.choice === 'own'
      ? ownWords(store, field, choice.words ?? '')
      : ({ draft: 'left', 'in-force': 'right', base: 'base' } as const)[
          choice.choice as 'draft' | 'in-force' | 'base'
        ]
  }
  const found = new Map<string, Conflict>()
  const depth = ({ id }: Conflict) => numbersOf(began.base).pathOf(id).length
  let sides = began
  let open: readonly Conflict[]
  for (;;) {
    open = merge(store, sides.base, sides.left, sides.right, { holds: 'right' }).conflicts
    const fresh = open.filter((one) => !found.has(conflictKey(one)))
    for (const one of fresh) found.set(conflictKey(one), one)
    // What stands above is settled first, so that what is under it finds its place.
    const settling = fresh
      .filter((one) => one.kind !== 'words' && byKey.has(conflictKey(one)))
      .toSorted((one, other) => depth(one) - depth(other))
    if (settling.length === 0) break
    for (const one of settling)
      sides = sidesSettled(store, sides, began, one, byKey.get(conflictKey(one))!)
  }
  const merged = merge(store, sides.base, sides.left, sides.right, { holds: 'right', chosen })
  const isBoth = (one: Conflict) => byKey.get(conflictKey(one))?.choice === 'both'
  const undone = [...found.values()].filter((one) => {
    const choice = byKey.get(conflictKey(one))
    return choice && !isAsChosen(merged.root, began, one, choice)
  })
  const conflicts = [...merged.conflicts.filter((one) => !isBoth(one)), ...undone]
  return {
    ...merged,
    conflicts: [...new Map(conflicts.map((one) => [conflictKey(one), one])).values()],
    found: [...found.values()],
    strange: choices.filter(({ conflict }) => !found.has(conflict)),
  }
}

function ownWords(store: TextStore, field: 'heading' | 'lead' | 'tail', words: string) {
  const said = words.trim() === '' ? [] : [[text(words.trim())]]
  return store.own(
    field === 'heading'
      ? { kind: 'clause', heading: said[0] ?? null }
      : { kind: 'clause', [field]: said },
  )
}
