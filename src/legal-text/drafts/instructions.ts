// Operations as a lawyer writes them, one sentence an operation, with the printed numbers of the text that they amend.

import {
  applyOps,
  type Draft,
  fieldWords,
  type Op,
  type ProvisionId,
  type TextStore,
  type Tree,
  wordsOf,
} from '../engine/index.ts'
import { type NumbersOfText, numbersOf } from '../text/numbers-of-text.ts'

/** What a provision is called where it stands. */
const called = (numbers: NumbersOfText, id: ProvisionId): string => {
  const number = numbers.numberOf(id)
  if (number !== '') return number
  const tree = numbers.tree(id)
  if (!tree) return 'a provision that does not stand there'
  if (tree.own.kind === 'code') return 'the Code'
  const words = fieldWords(tree.own, tree.own.heading ? 'heading' : 'lead').slice(0, 60)
  return `the provision that begins “${words}”`
}

const labelOf = (label: Draft['label']) => (typeof label === 'string' ? label : (label?.raw ?? ''))

const draftWords = ({ label, heading, lead = [], tail = [], children = [] }: Draft): string =>
  [
    [labelOf(label), wordsOf(heading ?? []), ...lead.map(wordsOf)].filter(Boolean).join(' '),
    ...children.map(draftWords),
    ...tail.map(wordsOf),
  ].join(' ')

const placeOf = (numbers: NumbersOfText, parent: ProvisionId, after: ProvisionId | null) =>
  after === null
    ? `at the beginning of ${called(numbers, parent)}`
    : `after ${called(numbers, after)}`

const fields = { heading: ' (heading)', lead: '', tail: ' (closing words)' } as const

/** One operation as a sentence, for the text `root` to which it applies. */
export function instructionOf(op: Op, root: Tree): string {
  const numbers = numbersOf(root)
  switch (op.op) {
    case 'insert':
      return `Insert ${placeOf(numbers, op.parent, op.after)}: “${draftWords(op.node)}”.`
    case 'substitute':
      return `For ${called(numbers, op.target)} substitute “${op.with.map(draftWords).join(' ')}”.`
    case 'words': {
      const where = `In ${called(numbers, op.target)}${fields[op.field]}`
      const fresh = wordsOf(op.ins).trim()
      const which = op.at.occurrence > 1 ? ` (place ${op.at.occurrence})` : ''
      if (op.del !== '')
        return fresh === ''
          ? `${where}, omit “${op.del.trim()}”${which}.`
          : `${where}, for “${op.del.trim()}”${which} substitute “${fresh}”.`
      return op.at.quote === ''
        ? `${where}, at the beginning insert “${fresh}”.`
        : `${where}, after “${op.at.quote.trim()}”${which} insert “${fresh}”.`
    }
    case 'repeal':
      return op.leave === 'gap'
        ? `Omit ${called(numbers, op.target)}.`
        : `For the words of ${called(numbers, op.target)} substitute “${op.words ?? 'Not used'}”.`
    case 'renumber':
      return `Renumber ${called(numbers, op.target)} as ${labelOf(op.label) || 'an unnumbered provision'}.`
    case 'move':
      return `Move ${called(numbers, op.target)} ${placeOf(numbers, op.parent, op.after)}${op.label === undefined ? '' : `, numbered ${labelOf(op.label)}`}.`
    case 'split':
    case 'join':
      return `For ${op.targets.map((id) => called(numbers, id)).join(' and ')} substitute “${op.into.map(draftWords).join(' ')}”.`
  }
}

/** Every operation with the text as those before it leave it; it ends where one cannot be applied. */
export function stepsThrough(
  store: TextStore,
  base: Tree,
  ops: readonly Op[],
): readonly { readonly op: Op; readonly before: Tree; readonly after: Tree }[] {
  const steps = []
  let before = base
  for (const op of ops) {
    const result = applyOps(store, before, [op])
    if (!result.ok) break
    steps.push({ op, before, after: result.value.root })
    before = result.value.root
  }
  return steps
}

/** All operations of a draft in words, in their order. */
export const instructionsOf = (
  store: TextStore,
  base: Tree,
  ops: readonly Op[],
): readonly string[] =>
  stepsThrough(store, base, ops).map(({ op, before }) => instructionOf(op, before))
