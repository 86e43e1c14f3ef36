// Finds a provision in a version by its id. What is found under small subtrees is kept, and shared by all versions.
import type { ProvisionId, Tree } from './model.ts'

const BLOCK = 512

export interface Located {
  readonly tree: Tree
  readonly parent: Tree | null
}

const blocks = new WeakMap<Tree, Map<ProvisionId, Located>>()

const blockOf = (root: Tree): Map<ProvisionId, Located> => {
  const known = blocks.get(root)
  if (known) return known
  const fresh = new Map<ProvisionId, Located>()
  const visit = (tree: Tree): void => {
    for (const kid of tree.kids) {
      fresh.set(kid.id, { tree: kid, parent: tree })
      visit(kid)
    }
  }
  visit(root)
  blocks.set(root, fresh)
  return fresh
}

const under = (root: Tree, id: ProvisionId): Located | undefined => {
  if (root.size <= BLOCK) return blockOf(root).get(id)
  for (const kid of root.kids) {
    if (kid.id === id) return { tree: kid, parent: root }
    if (kid.size === 1) continue
    const found = under(kid, id)
    if (found) return found
  }
  return undefined
}

/** The provision and its parent in the version of this root, or undefined where it does not stand there. */
export const locate = (root: Tree, id: ProvisionId): Located | undefined =>
  root.id === id ? { tree: root, parent: null } : under(root, id)

/** From the root down to the provision; empty where it does not stand in this version. */
export const pathTo = (root: Tree, id: ProvisionId): Tree[] => {
  const path: Tree[] = []
  for (let at = locate(root, id); at; at = at.parent ? locate(root, at.parent.id) : undefined)
    path.unshift(at.tree)
  return path
}

/**
 * The full printed number of a provision: its own and, while they are mere parts such as `(a)`, those above it
 * (`D8.20(a)(ii)`). Empty where nothing on the way is numbered.
 */
export const printedNumber = (path: readonly Tree[]): string => {
  let number = ''
  for (let at = path.length - 1; at >= 0; at--) {
    const raw = path[at]?.own.label?.raw
    if (raw === undefined) continue
    if (number !== '' && !number.startsWith('(')) break
    number = raw + number
    if (!raw.startsWith('(')) break
  }
  return number
}
