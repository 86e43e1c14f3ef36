// The lines in which a provision's own words are set, and two states of them with what was struck and inserted.
import type { Lexicon } from '../../lexicon.ts'
import type { Own, Paragraph } from '../../model.ts'
import type { Edit } from '../../myers.ts'
import { assemble, type Field, fieldRange } from '../../tokens.ts'
import { type FieldEdits, wordEdits } from '../../word-edits.ts'
import { wordsOf } from '../../words.ts'

/** `heading` and `opening` lines begin a provision, the second where it has no heading; `tail` lines close it. */
export type Role = 'heading' | 'opening' | 'lead' | 'tail'

/** One paragraph as printed; the number stands before the first line. */
export interface Line {
  readonly role: Role
  readonly label: string | null
  readonly words: Paragraph
}

/** A run of words that stays, is struck, or is inserted. */
export interface Run {
  readonly mark: 'same' | 'del' | 'ins'
  readonly words: Paragraph
}

export interface ComparedLine {
  readonly role: Role
  /** `del` and `ins` lines are struck or inserted whole, paragraph end included. */
  readonly mark: 'same' | 'del' | 'ins'
  readonly label: { readonly before: string | null; readonly after: string | null }
  readonly runs: readonly Run[]
}

/** The lines before a provision's children and after them. */
export const linesOf = (own: Own): { head: readonly Line[]; tail: readonly Line[] } => {
  const label = own.label?.raw ?? null
  const first: Line = own.heading
    ? { role: 'heading', label, words: own.heading }
    : { role: 'opening', label, words: own.lead[0] ?? [] }
  const rest = own.heading ? own.lead : own.lead.slice(1)
  return {
    head: [first, ...rest.map((words): Line => ({ role: 'lead', label: null, words }))],
    tail: own.tail.map((words): Line => ({ role: 'tail', label: null, words })),
  }
}

/** A line that stays, goes or comes as a whole. */
export const wholeLine = (line: Line, mark: ComparedLine['mark']): ComparedLine => ({
  role: line.role,
  mark,
  label: {
    before: mark === 'ins' ? null : line.label,
    after: mark === 'del' ? null : line.label,
  },
  runs: line.words.length > 0 ? [{ mark, words: line.words }] : [],
})

const hasBreak = (own: Own, [start]: readonly [number, number], from: number, to: number) =>
  own.tokens.ids.subarray(start + from, start + to).includes(0)

const crossesParagraphs = (before: Own, after: Own, { field, words }: FieldEdits): boolean =>
  words.some(
    (edit) =>
      hasBreak(before, fieldRange(before.tokens, field), edit.a0, edit.a1) ||
      hasBreak(after, fieldRange(after.tokens, field), edit.b0, edit.b1),
  )

/** Where each paragraph of a field begins and ends, in tokens from the start of the field. */
const spansOf = (own: Own, field: Field): [number, number][] => {
  const [start, end] = fieldRange(own.tokens, field)
  if (start === end) return []
  const spans: [number, number][] = []
  let from = 0
  for (let at = 0; at <= end - start; at++)
    if (at === end - start || own.tokens.ids[start + at] === 0) {
      spans.push([from, at])
      from = at + 1
    }
  return spans
}

const withoutSpace = (words: Paragraph): Paragraph => {
  const [first, ...rest] = words
  if (first?.t !== 'text' || !first.s.startsWith(' ')) return words
  return first.s === ' ' ? rest : [{ t: 'text', s: first.s.slice(1) }, ...rest]
}

/**
 * The runs of one paragraph in both states. A space belongs to the word after it; where words are struck or inserted
 * at the very start, the space between them and what stays goes with them.
 */
const runsOf = (
  [before, [a0, a1]]: [Own, [number, number]],
  [after, [b0, b1]]: [Own, [number, number]],
  field: Field,
  edits: readonly Edit[],
): Run[] => {
  const say = (content: Own, from: number, to: number): Paragraph =>
    from === to ? [] : (assemble(field, [{ content, from, to }])[0] ?? [])
  const runs: Run[] = []
  const push = (mark: Run['mark'], words: Paragraph): void => {
    if (words.length > 0) runs.push({ mark, words })
  }
  const spaced = (words: Paragraph): Paragraph => [...words, { t: 'text', s: ' ' }]
  let [atA, atB] = [a0, b0]
  const same = (toA: number, toB: number): void => {
    if (toB > atB) {
      const words = say(after, atB, toB)
      push('same', atA === a0 && atB > b0 ? withoutSpace(words) : words)
    }
    ;[atA, atB] = [toA, toB]
  }
  for (const edit of edits) {
    same(edit.a0, edit.b0)
    const struck = say(before, edit.a0, edit.a1)
    const fresh = say(after, edit.b0, edit.b1)
    const opens = edit.a0 === a0 && edit.b0 === b0
    const loneStrike = opens && edit.b1 === b0 && edit.a1 < a1
    const loneInsertion = opens && edit.a1 === a0 && edit.b1 < b1
    push('del', loneStrike ? spaced(struck) : struck)
    push('ins', loneInsertion ? spaced(fresh) : fresh)
    ;[atA, atB] = [edit.a1, edit.b1]
  }
  same(a1, b1)
  return runs
}

const lineRuns = (before: Own, after: Own, field: Field, all: readonly FieldEdits[]): Run[][] => {
  const edits = all.find((one) => one.field === field)?.words ?? []
  const spansA = spansOf(before, field)
  return spansOf(after, field).map((spanB, at) => {
    const spanA = spansA[at] as [number, number]
    const inside = edits.filter((edit) => edit.b0 >= spanB[0] && edit.b1 <= spanB[1])
    return runsOf([before, spanA], [after, spanB], field, inside)
  })
}

const sameLine = (one: Line | undefined, other: Line | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.role === other.role &&
  one.label === other.label &&
  wordsOf(one.words) === wordsOf(other.words)

/** Equal lines at both ends stay; those between are struck and inserted whole. */
const byWholeLines = (a: readonly Line[], b: readonly Line[]): ComparedLine[] => {
  let start = 0
  while (sameLine(a[start], b[start])) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && sameLine(a.at(-1 - end), b.at(-1 - end)))
    end++
  return [
    ...b.slice(0, start).map((line) => wholeLine(line, 'same')),
    ...a.slice(start, a.length - end).map((line) => wholeLine(line, 'del')),
    ...b.slice(start, b.length - end).map((line) => wholeLine(line, 'ins')),
    ...b.slice(b.length - end).map((line) => wholeLine(line, 'same')),
  ]
}

const byWords = (
  a: readonly Line[],
  b: readonly Line[],
  runs: readonly (readonly Run[])[],
): ComparedLine[] =>
  b.map((line, at) => ({
    role: line.role,
    mark: 'same',
    label: { before: a[at]?.label ?? null, after: line.label },
    runs: runs[at] ?? [],
  }))

/** What became of a provision's own lines. Equal words under other formatting or reference targets count as equal. */
export const comparedLines = (
  before: Own,
  after: Own,
  lexicon: Lexicon,
): { head: ComparedLine[]; tail: ComparedLine[] } => {
  const [a, b] = [linesOf(before), linesOf(after)]
  if (before === after)
    return {
      head: b.head.map((line) => wholeLine(line, 'same')),
      tail: b.tail.map((line) => wholeLine(line, 'same')),
    }
  const edits = wordEdits(before, after, lexicon)
  const keepsLines = (one: readonly Line[], other: readonly Line[], fields: readonly Field[]) =>
    one.length === other.length &&
    one.every((line, at) => line.role === other[at]?.role) &&
    !edits.some((edit) => fields.includes(edit.field) && crossesParagraphs(before, after, edit))
  const runs = (field: Field): Run[][] => lineRuns(before, after, field, edits)
  const openingOnly = !before.heading && before.lead.length === 0 && after.lead.length > 0
  const head =
    keepsLines(a.head, b.head, ['heading', 'lead']) && !openingOnly
      ? byWords(a.head, b.head, headRuns(before, after, runs))
      : byWholeLines(a.head, b.head)
  const tail = keepsLines(a.tail, b.tail, ['tail'])
    ? byWords(a.tail, b.tail, runs('tail'))
    : byWholeLines(a.tail, b.tail)
  return { head, tail }
}

const headRuns = (before: Own, after: Own, runs: (field: Field) => Run[][]): Run[][] => {
  if (after.heading) return [...runs('heading'), ...runs('lead')]
  if (after.lead.length > 0) return runs('lead')
  const gone = before.lead[0]
  return [gone ? [{ mark: 'del', words: gone }] : []]
}
