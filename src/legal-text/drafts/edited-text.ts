// An edited text matched back to the provisions that it was made from: what was not touched keeps its identity, and
// words that stay keep their marks.

import {
  assemble,
  FIELDS,
  type Field,
  fieldRange,
  type Kind,
  minter,
  newMatcher,
  type Own,
  type Paragraph,
  type ProvisionId,
  type Shape,
  type TextStore,
  type Tree,
  wordEdits,
} from '../engine/index.ts'
import { contentSaid, type Said } from './edited-lines.ts'

/** Shapes without kinds: a typed line does not say whether it is a clause or a paragraph. */
function shaped<T>(
  one: T,
  read: (one: T) => { label: string | null; lines: readonly string[]; kids: readonly T[] },
  into: Map<Shape, T>,
): Shape {
  const { label, lines, kids } = read(one)
  const words = lines.join('\n')
  const term = /^\W{0,2}["“]([^"”]{2,80})["”]/.exec(words)?.[1]?.toLowerCase() ?? null
  const shape: Shape = {
    kind: 'clause',
    label,
    words,
    term,
    kids: kids.map((kid) => shaped(kid, read, into)),
  }
  into.set(shape, one)
  return shape
}

const linesOfOwn = (own: Own): string[] =>
  [own.heading ?? [], ...own.lead, ...own.tail]
    .map((paragraph) => paragraph.map(wordsOfInline).join(''))
    .map((words) => words.trim())
    .filter(Boolean)

const wordsOfInline = (inline: Paragraph[number]): string =>
  inline.t === 'em' ? inline.c.map(wordsOfInline).join('') : inline.s

/** Which provision each line is; those without one are new. */
function pairedLines(tree: Tree, said: Said): ReadonlyMap<Said, Tree> {
  const trees = new Map<Shape, Tree>()
  const lines = new Map<Shape, Said>()
  const a = shaped(
    tree,
    ({ own, kids }) => ({ label: own.label?.raw ?? null, lines: linesOfOwn(own), kids }),
    trees,
  )
  const b = shaped(
    said,
    ({ label, heading, lead, tail, under }) => ({
      label,
      lines: [...(heading === null ? [] : [heading]), ...lead, ...tail],
      kids: under,
    }),
    lines,
  )
  const pairs = newMatcher().match(a, b, sameWords(a, b))
  const of = new Map<Said, Tree>()
  for (const [shape, { from }] of pairs) of.set(lines.get(shape)!, trees.get(from)!)
  const taken = new Set(of.values())
  // A line that was rewritten from end to end, but kept its number where it stood, is still that provision.
  const rewritten = (line: Said): void => {
    const was = of.get(line)
    for (const kid of line.under) {
      if (!of.has(kid) && was && kid.label !== null) {
        const stood = was.kids.find((one) => one.own.label?.raw === kid.label && !taken.has(one))
        if (stood) {
          of.set(kid, stood)
          taken.add(stood)
        }
      }
      rewritten(kid)
    }
  }
  rewritten(said)
  return of
}

/** What says the same, and is the only one to say so on either side, is the same, whatever its number is now. */
function sameWords(a: Shape, b: Shape): ReadonlyMap<Shape, Shape> {
  const once = (root: Shape): ReadonlyMap<string, Shape | null> => {
    const found = new Map<string, Shape | null>()
    const visit = (shape: Shape): void => {
      for (const kid of shape.kids) {
        if (kid.words !== '') found.set(kid.words, found.has(kid.words) ? null : kid)
        visit(kid)
      }
    }
    visit(root)
    return found
  }
  const before = once(a)
  const pairs = new Map<Shape, Shape>()
  for (const [words, shape] of once(b)) {
    const was = before.get(words)
    if (shape && was) pairs.set(shape, was)
  }
  return pairs
}

function kindOf(said: Said, parent: Kind, beside: Kind | undefined): Kind {
  if (said.label?.startsWith('(')) return 'para'
  if (said.label !== null) return beside && beside !== 'definition' ? beside : 'clause'
  return beside === 'definition' || parent === 'definition' ? 'definition' : 'unnumbered'
}

/** The content of a changed provision, where unchanged words keep their marks. */
function keepingMarks(store: TextStore, before: Own, plain: Own): Own {
  const edits = new Map(
    wordEdits(before, plain, store.lexicon, 'least').map((one) => [one.field, one.words]),
  )
  const say = (field: Field): readonly Paragraph[] => {
    const slices: { content: Own; from: number; to: number }[] = []
    const [from, to] = fieldRange(before.tokens, field)
    let at = 0
    for (const { a0, a1, b0, b1 } of edits.get(field) ?? []) {
      if (a0 > at) slices.push({ content: before, from: at, to: a0 })
      if (b1 > b0) slices.push({ content: plain, from: b0, to: b1 })
      at = a1
    }
    if (to - from > at) slices.push({ content: before, from: at, to: to - from })
    return slices.length === 0 ? [] : assemble(field, slices)
  }
  const [heading, lead, tail] = FIELDS.map(say)
  const { kind, label } = plain
  return store.own({ kind, label, heading: heading?.[0] ?? null, lead: lead!, tail: tail! })
}

/**
 * The tree that the lines say, made from `tree`, of which they were the words. New provisions get ids from `seed`,
 * which must be used for this edit alone.
 */
export function treeSaid(store: TextStore, tree: Tree, said: Said, seed: string): Tree {
  const of = pairedLines(tree, said)
  const mint = minter(seed)
  const grow = (line: Said, id: ProvisionId, was: Tree | undefined, kind: Kind): Tree => {
    const plain = store.own({ ...contentSaid(line), kind })
    const own = !was
      ? plain
      : saysSame(was.own, plain)
        ? was.own
        : keepingMarks(store, was.own, plain)
    const kids = line.under.map((kid, at) => {
      const stood = of.get(kid)
      const beside = [...line.under.slice(0, at).toReversed(), ...line.under.slice(at + 1)]
        .map((sibling) => of.get(sibling)?.own.kind)
        .find((one) => one !== undefined)
      return grow(kid, stood?.id ?? mint(), stood, stood?.own.kind ?? kindOf(kid, kind, beside))
    })
    return store.tree(id, own, kids)
  }
  return grow(said, tree.id, tree, tree.own.kind)
}

/** Whether two contents print the same: number, heading, and words in their paragraphs. */
const saysSame = (one: Own, other: Own): boolean =>
  one.label?.raw === other.label?.raw && one.textHash === other.textHash

/** The whole text with one of its provisions in another state; equal provisions stay the same objects. */
export function withProvision(store: TextStore, root: Tree, changed: Tree): Tree {
  if (root.id === changed.id) return changed
  const kids = root.kids.map((kid) => withProvision(store, kid, changed))
  return kids.every((kid, at) => kid === root.kids[at]) ? root : store.tree(root.id, root.own, kids)
}
