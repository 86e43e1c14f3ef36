// What the checks find in a drafted text and did not find in the text that it amends.

import {
  check,
  checkWithPauses,
  type Finding,
  type ProvisionId,
  type Tree,
} from '../engine/index.ts'

const found = new WeakMap<Tree, readonly Finding[]>()

function findingsIn(root: Tree): readonly Finding[] {
  const before = found.get(root)
  if (before) return before
  const fresh = check(root)
  found.set(root, fresh)
  return fresh
}

/** What the checks find in a text that drafts will amend, made before anybody types, with pauses. */
export function* findingsMadeReady(root: Tree): Generator<void, void, void> {
  if (!found.has(root)) found.set(root, yield* checkWithPauses(root))
}

const keyOf = ({ kind, id, words, other }: Finding) => `${kind} ${id} ${words} ${other ?? ''}`

/** Only the findings that the draft brings, in reading order. */
export function findingsBrought(base: Tree, root: Tree): readonly Finding[] {
  if (base === root) return []
  const before = new Set(findingsIn(base).map(keyOf))
  return findingsIn(root).filter((finding) => !before.has(keyOf(finding)))
}

/** Definitions of which the draft takes away the last use. */
export const termsLeftUnused = (base: Tree, root: Tree): readonly Finding[] =>
  findingsBrought(base, root).filter(({ kind }) => kind === 'term-never-used')

/** A finding as a sentence; `numberOf` says what a provision is called. */
export function findingInWords(
  { kind, words, other }: Pick<Finding, 'kind' | 'words' | 'other'>,
  numberOf: (id: ProvisionId) => string,
): string {
  const target = other === undefined ? '' : numberOf(other)
  switch (kind as string) {
    case 'target-absent':
      return `“${words}” refers to what no longer stands in the text`
    case 'target-repealed':
      return `“${words}” refers to ${target || 'a provision'} that is not used any more`
    case 'target-not-found':
      return `“${words}” refers to nothing in the text`
    case 'number-differs':
      return `“${words}” is printed, but what it refers to is ${target || 'numbered otherwise'} now`
    case 'target-varied':
      return `“${words}” refers to ${target || 'a provision'} that is under a variation`
    case 'range-gap':
      return `“${words}” spans numbers that do not all stand`
    case 'term-defined-twice':
      return `“${words}” is defined twice`
    case 'term-never-used':
      return `“${words}” is defined and no longer used`
    case 'term-in-small-letters':
      return `“${words}” is defined, and used in small letters only`
    case 'term-not-defined':
      return `“${words}” is written as a defined term, and is defined nowhere`
    case 'term-other-scope':
      return `“${words}” is used where another definition of it counts`
    case 'definitions-without-definition':
      return 'A clause of definitions holds no definition'
    case 'number-twice':
      return `The number ${words} stands twice`
    default:
      return `${kind}: “${words}”`
  }
}
