// What the checks find in a drafted text and did not find in the text that it amends.

import {
  check,
  definitionsIn,
  diff,
  FIELDS,
  type Finding,
  fieldWords,
  locate,
  type Own,
  type ProvisionId,
  pathTo,
  type TextStore,
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

const keyOf = ({ kind, id, words, other }: Finding) => `${kind} ${id} ${words} ${other ?? ''}`

/** Only the findings that the draft brings, in reading order. */
export function findingsBrought(base: Tree, root: Tree): readonly Finding[] {
  if (base === root) return []
  const before = new Set(findingsIn(base).map(keyOf))
  return findingsIn(root).filter((finding) => !before.has(keyOf(finding)))
}

/** A text of so many provisions is checked as a whole in a moment. */
export const checkedAtOnce = 2_000

/**
 * The same while somebody types: of a large text, only what the draft writes is checked. What it makes of references
 * elsewhere and of terms is told apart: see `consequences.ts`.
 */
export function findingsNear(store: TextStore, base: Tree, root: Tree): readonly Finding[] {
  if (root.size <= checkedAtOnce) return findingsBrought(base, root)
  const scopes = scopesWritten(store, base, root)
  if (scopes.length > mostScopes) return findingsBrought(base, root)
  const within = (tree: Tree) =>
    scopes.flatMap((scope) => (locate(tree, scope) ? check(tree, { scope }) : []))
  const before = new Set(within(base).map(keyOf))
  return within(root).filter((finding) => !before.has(keyOf(finding)))
}

const mostScopes = 6

/** What is checked for each provision written: itself, or what it stands in where its number is new there. */
function scopesWritten(store: TextStore, base: Tree, root: Tree): readonly ProvisionId[] {
  const written = diff(store, base, root, { words: 'none' }).changes.flatMap(
    ({ id, before, after }) => {
      if (!after || before?.own === after.own) return []
      const parent = after.parent === null ? undefined : locate(root, after.parent)?.tree
      const isNumbered = before?.own.label?.raw !== after.own.label?.raw
      return [isNumbered && parent && parent.size <= checkedAtOnce ? parent.id : id]
    },
  )
  const all = new Set(written)
  return [...all].filter(
    (id) => !pathTo(root, id).some((above) => above.id !== id && all.has(above.id)),
  )
}

const defined = new WeakMap<Tree, ReturnType<typeof definitionsIn>>()
const mostTerms = 4

/** Definitions of which the draft takes away the last use. */
export function termsLeftUnused(store: TextStore, base: Tree, root: Tree): readonly Finding[] {
  const unused = (findings: readonly Finding[]) =>
    findings.filter(({ kind }) => kind === 'term-never-used')
  if (root.size <= checkedAtOnce) return unused(findingsBrought(base, root))
  const definitions = defined.get(base) ?? definitionsIn(base)
  defined.set(base, definitions)
  const words = (own: Own | undefined) =>
    own ? FIELDS.map((field) => fieldWords(own, field)).join('\n') : ''
  const { changes } = diff(store, base, root, { words: 'none' })
  const before = changes.map((change) => words(change.before?.own)).join('\n')
  const after = changes.map((change) => words(change.after?.own)).join('\n')
  const fewer = definitions.filter(
    ({ id, term }) => locate(root, id) && before.split(term).length > after.split(term).length,
  )
  if (fewer.length > mostTerms) return unused(findingsBrought(base, root))
  const at = (tree: Tree, scope: ProvisionId) =>
    unused(check(tree, { scope })).filter(({ id }) => id === scope)
  return fewer.flatMap(({ id }) => (at(base, id).length > 0 ? [] : at(root, id)))
}

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
