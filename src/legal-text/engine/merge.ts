// Three-way merge of two versions that come from one base, provision by provision and field by field.
import { type Conflict, type Notice, sortedByPlace } from './conflict.ts'
import { type Survey, surveyOf } from './diff.ts'
import { builtOf } from './merge-build.ts'
import { noticesOf } from './merge-notices.ts'
import { mergeOwn, nothing } from './merge-own.ts'
import { type Holds, placesOf } from './merge-places.ts'
import type { ChosenWords, WordConflict } from './merge-words.ts'
import type { Own, ProvisionId, Tree } from './model.ts'
import type { TextStore } from './store.ts'
import type { Field } from './tokens.ts'

export interface MergeOptions {
  /** Provisions under an active variation: a change to one is a notice. */
  readonly varied?: ReadonlySet<ProvisionId>
  /** What the merged text holds where the sides disagree: the base's (the default), or the right side's. */
  readonly holds?: Holds
  /** What a person settled where the sides change the same words; undefined where nothing was. */
  readonly chosen?: (id: ProvisionId, field: Field, ranges: WordConflict) => ChosenWords | undefined
  /** How left and right differ from the base, where that is known already. */
  readonly surveys?: readonly [Survey, Survey]
}

export interface Merged {
  readonly root: Tree
  /** Where a person must decide; there the merged text holds what the options say, by default the base's. */
  readonly conflicts: readonly Conflict[]
  /** What was merged but should be known. */
  readonly notices: readonly Notice[]
}

const mergeDifferent = (
  store: TextStore,
  base: Tree,
  left: Tree,
  right: Tree,
  options: MergeOptions,
): Merged => {
  const holds = options.holds ?? 'base'
  const surveys = options.surveys ?? ([surveyOf(base, left), surveyOf(base, right)] as const)
  const places = placesOf(surveys, holds)
  const conflicts: Conflict[] = []
  const notices: Notice[] = []
  const owns = new Map<ProvisionId, Own>()
  for (const { id } of places.both) {
    if (!places.stands(id) || places.frozen.has(id)) continue
    const trees = places.trees(id)
    const [l, r] = [trees.left?.own, trees.right?.own]
    if (!l || !r) {
      owns.set(id, (l ?? r) as Own)
      continue
    }
    const was =
      trees.base?.own ?? (l === r ? l : nothing(store, trees.left as Tree, trees.right as Tree))
    const merged = mergeOwn(store, was, l, r, trees, holds, (field, ranges) =>
      options.chosen?.(id, field, ranges),
    )
    owns.set(id, merged.own)
    conflicts.push(...merged.conflicts)
    if (merged.hasSame) notices.push({ kind: 'same-change', id })
    if (l !== was && r !== was && l !== r) notices.push({ kind: 'same-provision', id })
  }
  const built = builtOf(store, places, owns, [base, left, right])
  return {
    root: built.root,
    conflicts: sortedByPlace([...places.conflicts, ...conflicts, ...built.conflicts]),
    notices: sortedByPlace([
      ...notices,
      ...built.notices,
      ...noticesOf(places, options.varied ?? new Set()),
    ]),
  }
}

/**
 * Merges `left` and `right`, both made from `base`. Nothing either side inserted is lost: it stands in the merged text
 * or in a conflict. With the sides swapped the text is the same, and the conflicts are the same with sides swapped.
 */
export const merge = (
  store: TextStore,
  base: Tree,
  left: Tree,
  right: Tree,
  options: MergeOptions = {},
): Merged => {
  const only = left === right || right === base ? left : left === base ? right : undefined
  return only
    ? { root: only, conflicts: [], notices: [] }
    : mergeDifferent(store, base, left, right, options)
}
