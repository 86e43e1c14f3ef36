// A text without identities, as an importer or a stranger's file gives it, and the ids it then receives.

import { canonicalWords } from './canonical.ts'
import type { Content, Draft, Inline, Kind, Paragraph, ProvisionId, Tree } from './model.ts'
import { wordsOf } from './words.ts'

/** A provision without an id, with everything under it. */
export interface Unnamed extends Omit<Draft, 'id' | 'children'> {
  readonly children: readonly Unnamed[]
}

/** What the matching of two texts looks at: number, words and children. */
export interface Shape {
  readonly kind: Kind
  readonly label: string | null
  /** Heading, lead and tail, one line a paragraph. */
  readonly words: string
  /** The term a definition defines, in small letters. */
  readonly term: string | null
  readonly kids: readonly Shape[]
}

const DEFINING =
  /^\W{0,2}["“‘']?([^"”’'”]{2,80}?)["”’',]*\s+(?:means?|has the meaning|includes|shall mean)\b/

/** The term that words define, as in `"Day" means ...`, in small letters; null where they define none. */
export const termDefinedBy = (lead: string): string | null =>
  DEFINING.exec(lead.slice(0, 160))?.[1]?.toLowerCase() ?? null

const definedIn = (paragraph: Paragraph | undefined): string | null => {
  const marked = paragraph?.find((inline: Inline) => inline.t === 'term')
  if (marked?.t === 'term') return marked.s.toLowerCase()
  return null
}

const linesOf = (content: {
  heading?: Paragraph | null
  lead?: readonly Paragraph[]
  tail?: readonly Paragraph[]
}): string =>
  [...(content.heading ? [content.heading] : []), ...(content.lead ?? []), ...(content.tail ?? [])]
    .map((paragraph) => canonicalWords(wordsOf(paragraph)).trim())
    .filter((line) => line !== '')
    .join('\n')

const termOf = (kind: Kind, words: string, first: Paragraph | undefined): string | null =>
  (kind === 'definition' ? definedIn(first) : null) ??
  (/["“]/.test(words[0] ?? '') || kind === 'definition' ? termDefinedBy(words) : null)

/** The shape of one provision without an id, its children given as shapes. */
export const shapeOfUnnamed = (from: Omit<Unnamed, 'children'>, kids: readonly Shape[]): Shape => {
  const words = linesOf(from)
  const raw = typeof from.label === 'string' ? from.label : (from.label?.raw ?? '')
  const label = canonicalWords(raw).trim()
  return {
    kind: from.kind,
    label: label === '' ? null : label,
    words,
    term: termOf(from.kind, words, from.lead?.[0]),
    kids,
  }
}

const shaped = new WeakMap<Tree, Shape>()

/** The shape of a provision in a version; kept, since trees never change. */
export const shapeOfTree = (tree: Tree): Shape => {
  const before = shaped.get(tree)
  if (before) return before
  const own: Content = tree.own
  const words = linesOf(own)
  const shape: Shape = {
    kind: own.kind,
    label: own.label?.raw ?? null,
    words,
    term: termOf(own.kind, words, own.lead[0]),
    kids: tree.kids.map(shapeOfTree),
  }
  shaped.set(tree, shape)
  return shape
}

/** Gives each provision of an unnamed text the id that `idOf` has for its place in the tree of shapes. */
export const nameAll = (
  from: Unnamed,
  shape: Shape,
  idOf: (shape: Shape) => ProvisionId,
): Draft => ({
  ...from,
  id: idOf(shape),
  children: from.children.map((child, at) => nameAll(child, shape.kids[at] as Shape, idOf)),
})
