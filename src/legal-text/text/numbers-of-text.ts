// How the provisions of one version are called: the printed number of each, and each by its number.

import { type ProvisionId, type Tree, wordsOf } from '../engine/index.ts'
import { bareNumber, slugOf } from './cited-number.ts'

export interface NumbersOfText {
  /** The full printed number; empty where nothing on the way has one, or it is that of what stands above. */
  numberOf(id: ProvisionId): string
  /** The first provision of this number, however it is written; undefined where none has it. */
  named(number: string): ProvisionId | undefined
  /** The address of a provision, without what every address begins with: its number, or its identity where it has none. */
  addressOf(id: ProvisionId): string
  pathOf(id: ProvisionId): readonly Tree[]
  tree(id: ProvisionId): Tree | undefined
}

const made = new WeakMap<Tree, NumbersOfText>()

// The next version calls most of its provisions by the same numbers.
const bare = new Map<string, string>()
const mostBare = 100_000

function keptBare(number: string): string {
  const known = bare.get(number)
  if (known !== undefined) return known
  const fresh = bareNumber(number)
  if (bare.size < mostBare) bare.set(number, fresh)
  return fresh
}

/** The numbers of a version; made once for each root. */
export function numbersOf(root: Tree): NumbersOfText {
  const before = made.get(root)
  if (before) return before
  const places = new Map<ProvisionId, { readonly tree: Tree; readonly parent: Tree | null }>()
  const numbers = new Map<ProvisionId, string>()
  const byNumber = new Map<string, ProvisionId>()
  const visit = (tree: Tree, parent: Tree | null, above: string): void => {
    places.set(tree.id, { tree, parent })
    const raw = tree.own.label?.raw
    // As printedNumber says it of the way from the root, carried along on the way.
    const number = raw === undefined ? '' : raw.startsWith('(') ? above + raw : raw
    if (number !== '') {
      numbers.set(tree.id, number)
      const bare = keptBare(number)
      if (!byNumber.has(bare)) byNumber.set(bare, tree.id)
    }
    for (const kid of tree.kids) visit(kid, tree, number || above)
  }
  visit(root, null, '')
  const fresh: NumbersOfText = {
    numberOf: (id) => numbers.get(id) ?? '',
    named: (number) => byNumber.get(bareNumber(number)),
    addressOf: (id) => {
      const number = numbers.get(id)
      const isFirst = number !== undefined && byNumber.get(bareNumber(number)) === id
      return `/code/${isFirst ? slugOf(number) : encodeURIComponent(id)}`
    },
    pathOf: (id) => {
      const out: Tree[] = []
      for (let at = places.get(id); at; at = at.parent ? places.get(at.parent.id) : undefined)
        out.unshift(at.tree)
      return out
    },
    tree: (id) => places.get(id)?.tree,
  }
  made.set(root, fresh)
  return fresh
}

/** How a provision is called in a list: its number and heading, or its first words. */
export function calledOf(tree: Tree, number: string): string {
  const { heading, lead } = tree.own
  const words = heading ? wordsOf(heading) : wordsOf(lead[0] ?? [])
  const opening = words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s\S*$/, '')} …`
  return [number, opening].filter(Boolean).join(' ')
}
