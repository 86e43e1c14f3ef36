// Three-way merge of what one provision says itself: kind, number, heading, words before and after its children.
import type { Conflict } from './conflict.ts'
import type { Holds } from './merge-places.ts'
import { type ChosenWords, mergeWords, type WordConflict } from './merge-words.ts'
import type { Label, Own, Paragraph, Tree } from './model.ts'
import { contentOf, type TextStore } from './store.ts'
import { FIELDS, type Field, fieldRange } from './tokens.ts'

export interface MergedOwn {
  readonly own: Own
  readonly conflicts: readonly Conflict[]
  readonly hasSame: boolean
}

const paragraphs = (own: Own, field: Field): readonly Paragraph[] =>
  field === 'heading' ? (own.heading ? [own.heading] : []) : own[field]

const isSameField = (a: Own, b: Own, field: Field): boolean => {
  if (a === b) return true
  const [a0, a1] = fieldRange(a.tokens, field)
  const [b0, b1] = fieldRange(b.tokens, field)
  if (a1 - a0 !== b1 - b0) return false
  for (let at = 0; at < a1 - a0; at++) {
    if (a.tokens.ids[a0 + at] !== b.tokens.ids[b0 + at]) return false
    if ((a.tokens.marks?.[a0 + at] ?? 0) !== (b.tokens.marks?.[b0 + at] ?? 0)) return false
  }
  return true
}

/** The changed value where one side or both alike changed it, else undefined. */
const settledValue = <T>(base: T, left: T, right: T): T | undefined =>
  left === right ? left : left === base ? right : right === base ? left : undefined

/** Merges contents; `trees` are what a conflict shows of the provision in the three texts. */
export const mergeOwn = (
  store: TextStore,
  base: Own,
  left: Own,
  right: Own,
  trees: Pick<Conflict, 'id' | 'base' | 'left' | 'right'>,
  holds: Holds = 'base',
  chosen: (field: Field, ranges: WordConflict) => ChosenWords | undefined = () => undefined,
): MergedOwn => {
  if (left === right) return { own: left, conflicts: [], hasSame: left !== base }
  if (left === base) return { own: right, conflicts: [], hasSame: false }
  if (right === base) return { own: left, conflicts: [], hasSame: false }
  const conflicts: Conflict[] = []
  let hasSame = false
  const labelOf = (own: Own): string | null => own.label?.raw ?? null
  let label: Label | string | null | undefined = settledValue(
    labelOf(base),
    labelOf(left),
    labelOf(right),
  )
  if (label === undefined) {
    conflicts.push({ kind: 'two-labels', ...trees })
    label = holds === 'base' ? base.label : right.label
  }
  let kind = settledValue(base.kind, left.kind, right.kind)
  if (kind === undefined) {
    conflicts.push({ kind: 'two-kinds', ...trees })
    kind = holds === 'base' ? base.kind : right.kind
  }
  const said = FIELDS.map((field): readonly Paragraph[] => {
    if (isSameField(left, right, field)) {
      hasSame ||= !isSameField(base, left, field)
      return paragraphs(left, field)
    }
    if (isSameField(base, left, field)) return paragraphs(right, field)
    if (isSameField(base, right, field)) return paragraphs(left, field)
    const merged = mergeWords(base, left, right, field, holds, (ranges) => chosen(field, ranges))
    hasSame ||= merged.hasSame
    for (const ranges of merged.conflicts)
      conflicts.push({ kind: 'words', ...trees, field, ranges })
    return merged.paragraphs
  })
  const own = store.own({
    kind,
    label,
    heading: said[0]?.[0] ?? null,
    lead: said[1] ?? [],
    tail: said[2] ?? [],
  })
  return { own, conflicts, hasSame }
}

/** What a provision inserted on both sides is merged against: a provision of that kind and number that says nothing. */
export const nothing = (store: TextStore, left: Tree, right: Tree): Own => {
  const { kind, label } = contentOf(left.own.ownHash < right.own.ownHash ? left.own : right.own)
  return store.own({ kind, label: left.own.label?.raw === right.own.label?.raw ? label : null })
}
