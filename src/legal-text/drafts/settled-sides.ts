// Both sides of a merge made to agree where a person settled a conflict of more than words, so that they merge there as
// was chosen and everywhere else as before.

import {
  type Conflict,
  type Own,
  type ProvisionId,
  type TextStore,
  type Tree,
  text,
} from '../engine/index.ts'
import type { Settled } from './draft-events.ts'
import { withProvision } from './edited-text.ts'
import {
  lifted,
  parentIn,
  placeNamed,
  put,
  removed,
  restored,
  taken,
  takenAsIn,
  treeIn,
} from './settled-places.ts'
import type { Sides } from './shown-conflicts.ts'

type SideName = 'left' | 'right'
type Edit = (root: Tree) => Tree

/** The sides after one choice; `began` are the sides before any was made. */
export function sidesSettled(
  store: TextStore,
  now: Sides,
  began: Sides,
  conflict: Conflict,
  choice: Settled,
): Sides {
  const both = (edit: Edit): Sides => ({ ...now, left: edit(now.left), right: edit(now.right) })
  const on = (side: SideName, edit: Edit): Sides => ({ ...now, [side]: edit(now[side]) })
  const chosen = choice.choice === 'draft' ? 'left' : 'right'
  const other: SideName = chosen === 'left' ? 'right' : 'left'
  const { id } = conflict
  const { base } = began
  const typed = choice.words?.trim() ?? ''
  switch (conflict.kind) {
    case 'words':
      return now
    case 'deleted-changed':
      if (choice.choice === 'base') return both((root) => asInBase(store, root, base, id))
      if (choice.choice === 'own') {
        const cleared = both((root) => addedElsewhere(store, root, base, id, typed))
        return {
          ...cleared,
          left: removed(store, cleared.left, base, id),
          right: removed(store, cleared.right, base, id),
        }
      }
      return both((root) =>
        treeIn(began[chosen], id)
          ? restored(store, root, base, id)
          : removed(store, root, base, id),
      )
    case 'moved-twice':
    case 'cycle':
    case 'place-lost':
      if (choice.choice === 'out') return both((root) => lifted(store, root, id))
      if (choice.choice === 'base') return both((root) => takenAsIn(store, root, base, id))
      if (choice.choice === 'own')
        return both((root) => taken(store, root, id, placeNamed(typed, root)))
      return on(other, (root) =>
        takenAsIn(store, root, treeIn(base, id) ? base : began[chosen], id),
      )
    case 'two-labels': {
      const raw =
        choice.choice === 'own' ? typed : (sideOf(conflict, choice)?.own.label?.raw ?? null)
      return both((root) => withOwn(store, root, id, { label: raw }))
    }
    case 'two-kinds': {
      const kind = sideOf(conflict, choice)?.own.kind
      return kind ? both((root) => withOwn(store, root, id, { kind })) : now
    }
    case 'one-label': {
      if (choice.choice === 'both') return now
      const gives = claimant(began, conflict, other)
      return gives ? on(other, (root) => withOwn(store, root, gives, { label: typed })) : now
    }
    case 'substituted-twice': {
      if (choice.choice === 'both') return now
      const put = { left: putIn(began, id, 'left'), right: putIn(began, id, 'right') }
      const without =
        (side: SideName): Edit =>
        (root) =>
          put[side].reduce((left, one) => lifted(store, left, one), root)
      if (choice.choice === 'base') {
        const cleared = {
          ...now,
          left: without('left')(now.left),
          right: without('right')(now.right),
        }
        return {
          ...cleared,
          left: restored(store, cleared.left, base, id),
          right: restored(store, cleared.right, base, id),
        }
      }
      if (choice.choice !== 'own') return on(other, without(other))
      const [first, ...rest] = put.left
      const said = rest.reduce((root, one) => lifted(store, root, one), now.left)
      return {
        ...now,
        left: first ? inWords(store, said, first, typed) : said,
        right: without('right')(now.right),
      }
    }
  }
}

/** Whether the merged text says what was chosen; a choice that another one undid does not settle its conflict. */
export function isAsChosen(
  root: Tree,
  began: Sides,
  conflict: Conflict,
  { choice, words }: Settled,
): boolean {
  const { id } = conflict
  const side = choice === 'draft' ? began.left : choice === 'base' ? began.base : began.right
  const typed = words?.trim() ?? ''
  // Of what is gone with the provision above it there is nothing left to settle.
  const isMoot = !treeIn(root, id) && conflict.kind.startsWith('two-')
  if (isMoot) return true
  switch (conflict.kind) {
    case 'words':
      return true
    case 'deleted-changed':
      return (
        (treeIn(root, id) !== undefined) === (choice !== 'own' && treeIn(side, id) !== undefined)
      )
    case 'moved-twice':
    case 'cycle':
    case 'place-lost':
      if (choice === 'out') return treeIn(root, id) === undefined
      return (
        parentIn(root, id)?.id ===
        (choice === 'own' ? placeNamed(typed, root)?.parent : parentIn(side, id)?.id)
      )
    case 'two-labels':
      return (
        (treeIn(root, id)?.own.label?.raw ?? null) ===
        (choice === 'own' ? typed : (treeIn(side, id)?.own.label?.raw ?? null))
      )
    case 'two-kinds':
      return treeIn(root, id)?.own.kind === treeIn(side, id)?.own.kind
    case 'one-label': {
      const gave = claimant(began, conflict, choice === 'draft' ? 'right' : 'left')
      return (
        choice === 'both' || (gave !== undefined && treeIn(root, gave)?.own.label?.raw === typed)
      )
    }
    case 'substituted-twice': {
      const stand = (name: SideName): boolean =>
        putIn(began, id, name).some((one) => treeIn(root, one) !== undefined)
      if (choice === 'base') return treeIn(root, id) !== undefined
      return (
        stand('left') === (choice !== 'in-force') &&
        stand('right') === (choice === 'in-force' || choice === 'both')
      )
    }
  }
}

const sideOf = (conflict: Conflict, { choice }: Settled): Tree | null =>
  choice === 'draft' ? conflict.left : choice === 'base' ? conflict.base : conflict.right

function asInBase(store: TextStore, root: Tree, base: Tree, id: ProvisionId): Tree {
  const cleared = removed(store, root, base, id)
  return restored(store, cleared, base, id)
}

function withOwn(
  store: TextStore,
  root: Tree,
  id: ProvisionId,
  more: { label?: string | null; kind?: Own['kind'] },
): Tree {
  const tree = treeIn(root, id)
  if (!tree) return root
  const { kind, label, heading, lead, tail } = tree.own
  const own = store.own({ kind, label, heading, lead, tail, ...more })
  return withProvision(store, root, store.tree(id, own, tree.kids))
}

function inWords(store: TextStore, root: Tree, id: ProvisionId, words: string): Tree {
  const tree = treeIn(root, id)
  if (!tree) return root
  const { kind, label, heading } = tree.own
  const own = store.own({ kind, label, heading, lead: [[text(words)]] })
  return withProvision(store, root, store.tree(id, own, []))
}

/** Which of two provisions of one number this side gave it to. */
function claimant({ base, ...sides }: Sides, conflict: Conflict, side: SideName) {
  const root = sides[side]
  return [conflict.id, conflict.other].find((id): id is ProvisionId => {
    const tree = id && treeIn(root, id)
    if (!id || !tree) return false
    const was = treeIn(base, id)
    return (
      was?.own.label?.raw !== tree.own.label?.raw ||
      parentIn(base, id)?.id !== parentIn(root, id)?.id
    )
  })
}

/** What one side put into the place of a provision that both repealed. */
function putIn({ base, left, right }: Sides, id: ProvisionId, side: SideName): ProvisionId[] {
  const parent = parentIn(base, id)
  const into = parent && treeIn(side === 'left' ? left : right, parent.id)
  if (!parent || !into) return []
  const stays = (one: ProvisionId): boolean =>
    parentIn(left, one)?.id === parent.id && parentIn(right, one)?.id === parent.id
  const before = parent.kids
    .slice(
      0,
      parent.kids.findIndex((kid) => kid.id === id),
    )
    .findLast((kid) => stays(kid.id))
  const from = into.kids.findIndex((kid) => kid.id === before?.id) + 1
  const next = into.kids.slice(from)
  const end = next.findIndex((kid) => parent.kids.some((one) => one.id === kid.id))
  return (end < 0 ? next : next.slice(0, end))
    .filter((kid) => !treeIn(base, kid.id))
    .map((kid) => kid.id)
}

/** What was newly put under a provision that goes, put at the place named instead. */
function addedElsewhere(
  store: TextStore,
  root: Tree,
  base: Tree,
  id: ProvisionId,
  place: string,
): Tree {
  const tree = treeIn(root, id)
  if (!tree) return root
  const added = (one: Tree): Tree[] =>
    one.kids.flatMap((kid) => (treeIn(base, kid.id) ? added(kid) : [kid]))
  return added(tree).reduceRight((now, one) => {
    const at = placeNamed(place, now)
    return at && !treeIn(tree, at.parent) ? put(store, lifted(store, now, one.id), one, at) : now
  }, root)
}
