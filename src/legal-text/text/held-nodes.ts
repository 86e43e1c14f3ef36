// A text as nodes by their hashes: what many versions share is held once, and a root hash gives the whole.

import {
  type Content,
  contentOf,
  type Draft,
  type Hash,
  type Label,
  type Paragraph,
  type ProvisionId,
  provisionId,
  type Tree,
} from '../engine/index.ts'

/** What one provision says, and its children by identity and hash. Its own identity is its parent's to tell. */
export interface HeldNode {
  readonly kind: Content['kind']
  readonly label: string | null
  readonly heading: Paragraph | null
  readonly lead: readonly Paragraph[]
  readonly tail: readonly Paragraph[]
  readonly kids: readonly (readonly [ProvisionId, Hash])[]
}

/** Every node of a text that `held` does not know yet, by its hash. */
export function nodesOf(
  root: Tree,
  held: (hash: Hash) => boolean = () => false,
): Readonly<Record<Hash, HeldNode>> {
  const nodes: Record<Hash, HeldNode> = {}
  const visit = (tree: Tree): void => {
    if (nodes[tree.treeHash] || held(tree.treeHash)) return
    const { label, ...content } = contentOf(tree.own)
    nodes[tree.treeHash] = {
      ...content,
      label: label?.raw ?? null,
      kids: tree.kids.map(({ id, treeHash }) => [id, treeHash] as const),
    }
    tree.kids.forEach(visit)
  }
  visit(root)
  return nodes
}

/** The identity under which every text on record has its root. */
export const theCode = provisionId('code')

/** The text of a root hash as a draft, or undefined where one of its nodes is not held. */
export function draftFrom(
  root: Hash,
  node: (hash: Hash) => HeldNode | undefined,
): Draft | undefined {
  const build = (id: ProvisionId, hash: Hash): Draft | undefined => {
    const held = node(hash)
    if (!held) return undefined
    const children: Draft[] = []
    for (const [kid, of] of held.kids) {
      const child = build(kid, of)
      if (!child) return undefined
      children.push(child)
    }
    const { kids: _kids, label, ...content } = held
    return { ...content, id, label: label as Label | string | null, children }
  }
  return build(theCode, root)
}
