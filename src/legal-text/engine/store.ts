// The store of a legal text in memory: each distinct content and each distinct subtree is held once, append only.
import { canonicalContent, hashOwn, hashText, hashTree } from './canonical.ts'
import { type Lexicon, newLexicon } from './lexicon.ts'
import type { Content, Draft, Hash, Node, Own, ProvisionId, Tree, VersionId } from './model.ts'
import { tokensOf } from './tokens.ts'

const MAX_DEPTH = 200

/** Holds every version of one or more texts. Trees of two stores must not be compared: their word numbers differ. */
export interface TextStore {
  readonly lexicon: Lexicon
  /** Canonical content, held once. */
  own(content: Omit<Draft, 'id' | 'children'>): Own
  /** A provision of canonical content and children already held. Throws where a child is its own sibling or parent. */
  tree(id: ProvisionId, own: Own, kids: readonly Tree[]): Tree
  /** Holds a draft with everything under it. Throws where two provisions have one id. */
  plant(draft: Draft): Tree
  /** Makes the tree a version that can be asked for by its root hash. */
  keep(root: Tree): VersionId
  /** The root of a version; throws where the version is not held. */
  root(version: VersionId): Tree
  has(version: VersionId): boolean
  versions(): readonly VersionId[]
  /** How many distinct contents and distinct subtrees are held. */
  count(): { readonly owns: number; readonly trees: number }
}

export const newStore = (): TextStore => {
  const lexicon = newLexicon()
  const owns = new Map<Hash, Own>()
  const trees = new Map<Hash, Tree>()
  // Provisions of other ids that say the same as one in `trees`, such as the many that say "Not used".
  const twins = new Map<string, Tree>()
  const roots = new Map<VersionId, Tree>()

  const own = (draft: Omit<Draft, 'id' | 'children'>): Own => {
    const content = canonicalContent(draft)
    const ownHash = hashOwn(content)
    const held = owns.get(ownHash)
    if (held) return held
    const fresh: Own = {
      ...content,
      textHash: hashText(content),
      ownHash,
      tokens: tokensOf(content, lexicon),
    }
    owns.set(ownHash, fresh)
    return fresh
  }

  const tree = (id: ProvisionId, held: Own, kids: readonly Tree[]): Tree => {
    const treeHash = hashTree(held.ownHash, kids)
    const twin = trees.get(treeHash)
    if (twin?.id === id) return twin
    const before = twin && twins.get(`${id} ${treeHash}`)
    if (before) return before
    let size = 1
    for (const kid of kids) size += kid.size
    const fresh: Tree = { id, own: held, kids, treeHash, size }
    if (twin) twins.set(`${id} ${treeHash}`, fresh)
    else trees.set(treeHash, fresh)
    return fresh
  }

  const plant = (draft: Draft): Tree => {
    const seen = new Set<ProvisionId>()
    const grow = (from: Draft, depth: number): Tree => {
      if (seen.has(from.id))
        throw new Error(`Provision ${from.id} stands twice in one text; each id must stand once`)
      if (depth > MAX_DEPTH)
        throw new Error(`Provision ${from.id} lies deeper than ${MAX_DEPTH} levels`)
      seen.add(from.id)
      const kids = (from.children ?? []).map((child) => grow(child, depth + 1))
      return tree(from.id, own(from), kids)
    }
    return grow(draft, 0)
  }

  return {
    lexicon,
    own,
    tree,
    plant,
    keep: (root) => {
      roots.set(root.treeHash, root)
      return root.treeHash
    },
    root: (version) => {
      const root = roots.get(version)
      if (!root) throw new Error(`Version ${version} is not held in this store`)
      return root
    },
    has: (version) => roots.has(version),
    versions: () => [...roots.keys()],
    count: () => ({ owns: owns.size, trees: trees.size + twins.size }),
  }
}

/** A provision as exchanged: its content, and its children by id. */
export const nodeOf = (tree: Tree): Node => ({
  id: tree.id,
  kind: tree.own.kind,
  label: tree.own.label,
  heading: tree.own.heading,
  lead: tree.own.lead,
  tail: tree.own.tail,
  children: tree.kids.map((kid) => kid.id),
})

/** A provision with everything under it, as a draft that `plant` takes back to the same tree. */
export const draftOf = (tree: Tree): Draft => ({
  ...contentOf(tree.own),
  id: tree.id,
  children: tree.kids.map(draftOf),
})

/** The content alone, without hashes and tokens. */
export const contentOf = (own: Content): Content => ({
  kind: own.kind,
  label: own.label,
  heading: own.heading,
  lead: own.lead,
  tail: own.tail,
})
