// Where each printed number of a version stands, built once for a version, so that a number can be looked up from any
// place in it.
import type { ProvisionId, Tree } from './model.ts'

/** A printed number in its parts: `D8.20(a)(ii)` is the head `d8.20` with `a` and `ii` under it; `(a)` has no head. */
export interface NumberParts {
  readonly head: string
  readonly brackets: readonly string[]
}

const BRACKETED = /\(([^()]*)\)/g

/** Takes a number as printed, in a label or in a reference. */
export const numberParts = (raw: string): NumberParts => ({
  head: raw
    .replace(BRACKETED, '')
    .replace(/[[\]\s]/g, '')
    .replace(/[.:,-]+$/, '')
    .toLowerCase(),
  brackets: [...raw.matchAll(BRACKETED)].map((found) => (found[1] ?? '').trim()),
})

/** A provision whose number is not a mere part such as `(a)`. */
export interface Numbered {
  readonly tree: Tree
  /** The word its number is printed with, in small letters: `chapter` of "Chapter 1"; empty where there is none. */
  readonly form: string
}

export interface Placed {
  readonly tree: Tree
  readonly parent: Placed | null
}

/** Children as numbers see them: what has no number of its own is looked through. */
export const numberedKids = (tree: Tree): Tree[] =>
  tree.kids.flatMap((kid) => (kid.own.label ? [kid] : numberedKids(kid)))

/** A provision and those above it, nearest first. */
export const upwards = (placed: Placed): Placed[] => {
  const out: Placed[] = []
  for (let at: Placed | null = placed; at; at = at.parent) out.push(at)
  return out
}

export interface NumberIndex {
  readonly root: Tree
  place(id: ProvisionId): Placed | undefined
  /** All provisions of that head, in reading order. */
  at(head: string): readonly Numbered[]
  /** Whether heads of this series stand here: those of `47-1801` begin with `47-`, those of `12` are whole numbers. */
  hasSeries(head: string): boolean
}

const FORMED = /^(?:([A-Za-z-]{3,})\.?\s+|(§)\s*)(?=[\dA-Z])/

type LabelParts = NumberParts & { readonly form: string }

/** A number without the word before it, and that word. Kept, since the next version has most of the same. */
export const labelParts = (raw: string): LabelParts => {
  const before = known.get(raw)
  if (before) return before
  const formed = FORMED.exec(raw)
  const form = formed?.[2] ? 'section' : (formed?.[1]?.toLowerCase() ?? '')
  const fresh = { ...numberParts(formed ? raw.slice(formed[0].length) : raw), form }
  if (known.size > MOST_KNOWN) known.clear()
  known.set(raw, fresh)
  return fresh
}

// The labels of one text are read again for every state of it; what they say follows from them alone.
const MOST_KNOWN = 100_000
const known = new Map<string, LabelParts>()

/** The part of a bracketed or closed number such as `(a)` or `a)`; null where it is not one. */
export const partOf = (raw: string): string | null =>
  /^\(?([^()\s]{1,12})\)[.,]?$/.exec(raw)?.[1] ?? null

/** What the numbers of one series begin with; null where a number belongs to none that is told by its form. */
const seriesOf = (head: string): string | null =>
  /^(?:[a-z]{1,2}\d+[.-]|\d+[a-z]{0,2}-)(?=\d)/.exec(head)?.[0] ?? (/^\d/.test(head) ? '' : null)

/** Builds the index of a version: one pass over it. */
export const newNumberIndex = (root: Tree): NumberIndex => {
  const places = new Map<ProvisionId, Placed>()
  const heads = new Map<string, Numbered[]>()
  const series = new Map<string, number>()
  let sections = 0
  const count = (key: string, head: string): void => {
    const its = seriesOf(key) ?? head
    series.set(its, (series.get(its) ?? 0) + 1)
  }
  const add = (key: string, one: Numbered): void => {
    const before = heads.get(key)
    if (before) before.push(one)
    else heads.set(key, [one])
  }
  const visit = (tree: Tree, parent: Placed | null, letter: string): void => {
    const placed: Placed = { tree, parent }
    places.set(tree.id, placed)
    const raw = tree.own.label?.raw
    let under = letter
    if (raw !== undefined && !raw.startsWith('(')) {
      const { head, brackets, form } = labelParts(raw)
      const key = head + brackets.map((one) => `(${one})`).join('')
      if (head !== '') {
        const numbered = { tree, form }
        add(key, numbered)
        if (letter !== '' && /^\d/.test(key)) add(letter + key, numbered)
        if (form === '' || form === 'section') {
          sections++
          count(head, head)
          if (letter !== '') count(letter + key, head)
        }
        if (tree.own.kind === 'section' && /^[a-z]{1,2}$/.test(head)) under = head
      }
    }
    for (const kid of tree.kids) visit(kid, placed, under)
  }
  visit(root, null, '')
  return {
    root,
    place: (id) => places.get(id),
    at: (head) => heads.get(head) ?? [],
    hasSeries: (head) => {
      const its = seriesOf(head)
      if (its === null) return false
      // Whole numbers are everybody's; they are this text's own only where most of its numbers are such.
      return (series.get(its) ?? 0) > (its === '' ? sections / 2 : 0)
    },
  }
}
