// How a provision is called to a person, and found by what a person calls it.

import { type ProvisionId, printedNumber, type Tree, wordsOf } from '#legal-text/engine/index.ts'
import { Refused } from '../session.ts'

/** The full printed number of every provision of a text, by its id; empty where nothing on the way has one. */
export function numbersOf(root: Tree): ReadonlyMap<ProvisionId, string> {
  const numbers = new Map<ProvisionId, string>()
  const path: Tree[] = []
  const visit = (tree: Tree): void => {
    path.push(tree)
    numbers.set(tree.id, printedNumber(path))
    tree.kids.forEach(visit)
    path.pop()
  }
  visit(root)
  return numbers
}

/** The heading or else the first words, cut to about sixty characters. */
export function openingOf({ own }: Tree): string {
  const words = own.heading ? wordsOf(own.heading) : own.lead[0] ? wordsOf(own.lead[0]) : ''
  return words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s\S*$/, '')} …`
}

const bare = (number: string): string =>
  number.replace(/^(§|section|clause)\s*/i, '').replace(/\s+/g, '')

/**
 * The provision of that id, or of that printed number with or without what stands above it. Refuses where none is
 * called so in the text that `text` names, and where several are, naming them.
 */
export function provisionNamed(root: Tree, name: string, text: string): Tree {
  const numbers = numbersOf(root)
  const asked = bare(name)
  const called: Tree[] = []
  const labelled: Tree[] = []
  let byId: Tree | undefined
  const visit = (tree: Tree): void => {
    if (tree.id === name) byId = tree
    const number = numbers.get(tree.id)
    const label = tree.own.label?.raw
    // A provision without a number of its own goes by that of its parent, and is not what is asked for.
    if (label !== undefined && bare(number ?? '') === asked) called.push(tree)
    if (label !== undefined && bare(label) === asked) labelled.push(tree)
    tree.kids.forEach(visit)
  }
  visit(root)
  if (byId) return byId
  const found = called.length > 0 ? called : labelled
  if (found.length === 1) return found[0]!
  if (found.length === 0)
    throw new Refused(
      `${text}: no provision is called ${name}; expected a number as printed, or an id`,
      2,
    )
  const several = found
    .slice(0, 10)
    .map((tree) => `  ${tree.id}  ${numbers.get(tree.id)} ${openingOf(tree)}`)
  throw new Refused(
    [
      `${text}: ${found.length} provisions are called ${name}; name one by its id:`,
      ...several,
    ].join('\n'),
    2,
  )
}
