// A version being edited: only what an edit touches is taken out of the tree, and put back with its ancestors.
import { locate } from './locate.ts'
import type { Draft, Own, ProvisionId, Tree } from './model.ts'
import type { TextStore } from './store.ts'

export interface Open {
  own: Own
  kids: ProvisionId[]
  parent: ProvisionId | null
}

export interface Editing {
  /** The provision as it stands now, opened for change; undefined where there is none. */
  open(id: ProvisionId): Open | undefined
  /** Its ancestors, nearest first. */
  above(id: ProvisionId): ProvisionId[]
  /** All ids under a provision, itself counted. */
  within(id: ProvisionId): ProvisionId[]
  /** Takes a provision out from under its parent; it can be put back elsewhere. */
  detach(id: ProvisionId): void
  /** Puts a provision under a parent after a sibling (first where null). */
  attach(id: ProvisionId, parent: ProvisionId, after: ProvisionId | null): void
  /** Takes in new provisions, not yet attached. */
  sprout(draft: Draft): void
  /** Forgets a provision with all under it. */
  fell(id: ProvisionId): void
  finish(): Tree
}

export const newEditing = (store: TextStore, root: Tree): Editing => {
  const opened = new Map<ProvisionId, Open>()
  const held = new Map<ProvisionId, Tree>()
  const felled = new Set<ProvisionId>()

  const open = (id: ProvisionId): Open | undefined => {
    const before = opened.get(id)
    if (before) return before
    if (felled.has(id)) return undefined
    const found = locate(root, id)
    if (!found) return undefined
    const fresh: Open = {
      own: found.tree.own,
      kids: found.tree.kids.map((kid) => kid.id),
      parent: found.parent?.id ?? null,
    }
    for (const kid of found.tree.kids) held.set(kid.id, kid)
    opened.set(id, fresh)
    return fresh
  }

  const above = (id: ProvisionId): ProvisionId[] => {
    const out: ProvisionId[] = []
    for (let at = open(id)?.parent; at; at = open(at)?.parent) out.push(at)
    return out
  }

  const within = (id: ProvisionId): ProvisionId[] => [
    id,
    ...(open(id)?.kids ?? []).flatMap((kid) => within(kid)),
  ]

  const detach = (id: ProvisionId): void => {
    const one = open(id)
    const parent = one?.parent ? open(one.parent) : undefined
    parent?.kids.splice(parent.kids.indexOf(id), 1)
    if (one) one.parent = null
  }

  const attach = (id: ProvisionId, parent: ProvisionId, after: ProvisionId | null): void => {
    const [one, holder] = [open(id), open(parent)]
    if (!one || !holder) throw new Error(`Neither ${id} nor ${parent} may be missing here`)
    holder.kids.splice(after === null ? 0 : holder.kids.indexOf(after) + 1, 0, id)
    one.parent = parent
  }

  const sprout = ({ id, children, ...said }: Draft, parent: ProvisionId | null = null): void => {
    felled.delete(id)
    opened.set(id, {
      own: store.own(said),
      kids: (children ?? []).map((child) => child.id),
      parent,
    })
    for (const child of children ?? []) sprout(child, id)
  }

  const fell = (id: ProvisionId): void => {
    const all = within(id)
    detach(id)
    for (const one of all) {
      opened.delete(one)
      felled.add(one)
    }
  }

  const finish = (): Tree => {
    const changed = new Set<ProvisionId>()
    for (const id of opened.keys())
      for (let at: ProvisionId | null = id; at && !changed.has(at); at = open(at)?.parent ?? null)
        changed.add(at)
    const build = (id: ProvisionId): Tree => {
      const one = opened.get(id)
      if (!one || !changed.has(id)) {
        const tree = held.get(id) ?? locate(root, id)?.tree
        if (!tree) throw new Error(`Provision ${id} is held by no version`)
        return tree
      }
      return store.tree(id, one.own, one.kids.map(build))
    }
    return build(root.id)
  }

  return { open, above, within, detach, attach, sprout, fell, finish }
}
