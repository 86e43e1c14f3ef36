// Which provisions of a rewritten one are those it had: by the numbers on the way to them.
import { canonicalContent } from './canonical.ts'
import type { Draft, ProvisionId, Tree } from './model.ts'

const labelsOf = (all: readonly (string | null)[]): string => JSON.stringify(all)

/** The ids under a provision by the numbers that lead to each; where several are numbered alike, in order. */
export const idsByNumbers = (
  tree: Tree,
): ((path: readonly (string | null)[]) => ProvisionId | undefined) => {
  const ids = new Map<string, ProvisionId[]>()
  const visit = (one: Tree, path: readonly (string | null)[]): void => {
    const here = [...path, one.own.label?.raw ?? null]
    const key = labelsOf(here.slice(1))
    ids.set(key, [...(ids.get(key) ?? []), one.id])
    for (const kid of one.kids) visit(kid, here)
  }
  visit(tree, [])
  return (path) => ids.get(labelsOf(path.slice(1)))?.shift()
}

/** Whether each provision of a draft has just the identity that its numbers give it, or a new one where they give none. */
export const isRewritten = (draft: Draft, tree: Tree | undefined): boolean => {
  if (!tree) return false
  const idOf = idsByNumbers(tree)
  const old = new Set<ProvisionId>()
  const list = (one: Tree): void => {
    old.add(one.id)
    one.kids.forEach(list)
  }
  list(tree)
  const visit = (one: Draft, path: readonly (string | null)[]): boolean => {
    const here = [...path, canonicalContent(one).label?.raw ?? null]
    const given = idOf(here)
    const isSame = given === undefined ? !old.has(one.id) : given === one.id
    return isSame && (one.children ?? []).every((kid) => visit(kid, here))
  }
  return visit(draft, [])
}
