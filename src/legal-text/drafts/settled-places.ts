// Places of provisions in one text, as the settling of a conflict changes them.

import type { ProvisionId, TextStore, Tree } from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { withProvision } from './edited-text.ts'

/** Where a provision is to stand: under a parent, after one of its children or before them all. */
export interface PutAt {
  readonly parent: ProvisionId
  readonly after: ProvisionId | null
}

export const treeIn = (root: Tree, id: ProvisionId): Tree | undefined => numbersOf(root).tree(id)
export const parentIn = (root: Tree, id: ProvisionId): Tree | undefined =>
  numbersOf(root).pathOf(id).at(-2)

/** The text without the provision and what is under it. */
export function lifted(store: TextStore, root: Tree, id: ProvisionId): Tree {
  const parent = parentIn(root, id)
  if (!parent) return root
  const kids = parent.kids.filter((kid) => kid.id !== id)
  return withProvision(store, root, store.tree(parent.id, parent.own, kids))
}

/** The text with a tree put in; as it was where the parent does not stand in it. */
export function put(store: TextStore, root: Tree, tree: Tree, { parent, after }: PutAt): Tree {
  const into = treeIn(root, parent)
  if (!into) return root
  const at = into.kids.findIndex((kid) => kid.id === after) + 1
  const kids = into.kids.toSpliced(at, 0, tree)
  return withProvision(store, root, store.tree(into.id, into.own, kids))
}

/** Where a provision stands in one text, told for another: after the nearest sibling before it that stands there too. */
export function placeIn(from: Tree, id: ProvisionId, root: Tree): PutAt | undefined {
  const parent = parentIn(from, id)
  const into = parent && treeIn(root, parent.id)
  if (!parent || !into) return undefined
  const earlier = parent.kids.slice(
    0,
    parent.kids.findIndex((kid) => kid.id === id),
  )
  const after = earlier.findLast(({ id: one }) => into.kids.some((kid) => kid.id === one))
  return { parent: parent.id, after: after?.id ?? null }
}

/** The provision taken elsewhere with all under it; the text as it was where that cannot be, as within itself. */
export function taken(store: TextStore, root: Tree, id: ProvisionId, at: PutAt | undefined): Tree {
  const tree = treeIn(root, id)
  if (!tree || !at || treeIn(tree, at.parent) || !treeIn(root, at.parent)) return root
  return put(store, lifted(store, root, id), tree, at)
}

/** The provision put where it stands in another text. */
export const takenAsIn = (store: TextStore, root: Tree, from: Tree, id: ProvisionId): Tree =>
  taken(store, root, id, placeIn(from, id, root))

/** A repealed provision brought back as the base has it, without what of it stands elsewhere by now. */
export function restored(store: TextStore, root: Tree, base: Tree, id: ProvisionId): Tree {
  const tree = treeIn(base, id)
  const at = placeIn(base, id, root)
  if (!tree || !at || treeIn(root, id)) return root
  const grow = (one: Tree): Tree =>
    store.tree(one.id, one.own, one.kids.filter((kid) => !treeIn(root, kid.id)).map(grow))
  return put(store, root, grow(tree), at)
}

/** The provision gone, with all under it but what was brought there from elsewhere: that goes back. */
export function removed(store: TextStore, root: Tree, base: Tree, id: ProvisionId): Tree {
  const gone = treeIn(root, id)
  if (!gone) return root
  const strangers = (tree: Tree): ProvisionId[] =>
    tree.kids.flatMap((kid) => {
      const path = numbersOf(base).pathOf(kid.id)
      return path.length > 0 && !path.some((one) => one.id === id) ? [kid.id] : strangers(kid)
    })
  const cleared = strangers(gone).reduce((now, one) => takenAsIn(store, now, base, one), root)
  return lifted(store, cleared, id)
}

/** `after D8.2`, `before D8.2` or `in D8`, in a text; undefined where it names no place of it. */
export function placeNamed(said: string, root: Tree): PutAt | undefined {
  const [, how, number] = /^\s*(after|before|in)\s+(.+?)\s*$/i.exec(said) ?? []
  const numbers = numbersOf(root)
  const id = number === undefined ? undefined : numbers.named(number)
  if (!how || id === undefined) return undefined
  if (how.toLowerCase() === 'in')
    return { parent: id, after: numbers.tree(id)?.kids.at(-1)?.id ?? null }
  const parent = parentIn(root, id)
  if (!parent) return undefined
  const at = parent.kids.findIndex((kid) => kid.id === id)
  return {
    parent: parent.id,
    after: how.toLowerCase() === 'after' ? id : (parent.kids[at - 1]?.id ?? null),
  }
}
