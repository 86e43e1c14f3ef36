// What differs between two texts, for readers: change by change in reading order, each with its lines and what in them
// is struck and inserted.

import { z } from 'zod'
import {
  type Compared,
  type ComparedLine,
  compared,
  comparedLines,
  linesOf,
} from '../engine/formats/index.ts'
import { fieldWords, type Op, type TextStore, type Tree, wordsOf } from '../engine/index.ts'
import { calledOf, type NumbersOfText, numbersOf } from '../text/numbers-of-text.ts'
import { instructionOf, stepsThrough } from './instructions.ts'

const mark = z.enum(['same', 'del', 'ins'])
export const lineShown = z.object({
  depth: z.int(),
  role: z.enum(['heading', 'opening', 'lead', 'tail']),
  mark: mark.meta({ description: 'Struck or inserted as a whole, or the same with changes in it' }),
  was: z.string().nullable().meta({ description: 'The number before' }),
  is: z.string().nullable().meta({ description: 'The number after' }),
  runs: z.array(z.object({ mark, words: z.string() })),
})
export type LineShown = z.infer<typeof lineShown>

export const changeKinds = ['inserted', 'struck', 'amended', 'moved-from', 'moved-to'] as const
export const changeShown = z.object({
  id: z.string().meta({ description: 'The identity of the provision' }),
  what: z.enum(changeKinds),
  number: z.string().meta({ description: 'Its printed number; empty where it has none' }),
  called: z.string().meta({ description: 'Its number and heading, or its first words' }),
  lines: z.array(lineShown),
})
export type ChangeShown = z.infer<typeof changeShown>

export const stepShown = z.object({
  instruction: z.string(),
  changes: z.array(changeShown),
})
export type StepShown = z.infer<typeof stepShown>

const asShown = (line: ComparedLine, depth: number): LineShown => ({
  depth,
  role: line.role,
  mark: line.mark,
  was: line.label.before,
  is: line.label.after,
  runs: line.runs.map((run) => ({ mark: run.mark, words: wordsOf(run.words) })),
})

const differs = (lines: readonly ComparedLine[]): boolean =>
  lines.some(
    (line) =>
      line.mark !== 'same' ||
      line.label.before !== line.label.after ||
      line.runs.some((run) => run.mark !== 'same'),
  )

function wholeLines({ own, kids }: Tree, of: 'ins' | 'del', depth: number): LineShown[] {
  const { head, tail } = linesOf(own)
  const say = ({ role, label, words }: (typeof head)[number]): LineShown => ({
    depth,
    role,
    mark: of,
    was: of === 'ins' ? null : label,
    is: of === 'del' ? null : label,
    runs: words.length > 0 ? [{ mark: of, words: wordsOf(words) }] : [],
  })
  return [
    ...head.map(say),
    ...kids.flatMap((kid) => wholeLines(kid, of, depth + 1)),
    ...tail.map(say),
  ]
}

const made = new WeakMap<Tree, WeakMap<Tree, readonly ChangeShown[]>>()

/** The least change from one text to the other. */
export function changesShown(store: TextStore, base: Tree, root: Tree): readonly ChangeShown[] {
  const known = made.get(base) ?? new WeakMap()
  made.set(base, known)
  const before = known.get(root)
  if (before) return before
  const out: ChangeShown[] = []
  const [was, is] = [numbersOf(base), numbersOf(root)]
  const say = (
    tree: Tree,
    numbers: NumbersOfText,
    what: ChangeShown['what'],
    lines: LineShown[],
  ) => {
    const number = numbers.numberOf(tree.id)
    out.push({ id: tree.id, what, number, called: calledOf(tree, number), lines })
  }
  const visit = ({ a, b, kids, moved }: Compared): void => {
    if (!a) say(b!, is, moved ? 'moved-to' : 'inserted', wholeLines(b!, 'ins', 0))
    else if (!b) say(a, was, moved ? 'moved-from' : 'struck', wholeLines(a, 'del', 0))
    else if (kids) {
      const { head, tail } = comparedLines(a.own, b.own, store.lexicon)
      if (differs([...head, ...tail]))
        say(
          b,
          is,
          'amended',
          [...head, ...tail].map((line) => asShown(line, 0)),
        )
      kids.forEach(visit)
    }
  }
  visit(compared(base, root))
  known.set(root, out)
  return out
}

const around = 160

/** Words about a change, cut at a blank where they are many. */
const before = (words: string) =>
  words.length <= around ? words : `… ${words.slice(-around).replace(/^\S*\s/, '')}`
const behind = (words: string) =>
  words.length <= around ? words : `${words.slice(0, around).replace(/\s\S*$/, '')} …`

/** What the drafter struck and inserted, as it was said and not as it could be said shorter. */
function wordsAsSaid(op: Extract<Op, { op: 'words' }>, tree: Tree): LineShown {
  const words = fieldWords(tree.own, op.field)
  const { at, del, ins } = op
  let from = at.from
  if (tree.own.ownHash !== at.base) {
    let place = -1
    for (let count = Math.max(1, at.occurrence); count > 0; count -= 1)
      place = words.indexOf(at.quote, place + 1)
    from = del === '' ? place + at.quote.length : place
  }
  const label = op.field === 'tail' ? null : (tree.own.label?.raw ?? null)
  const runs = [
    { mark: 'same' as const, words: before(words.slice(0, from)) },
    { mark: 'del' as const, words: del },
    { mark: 'ins' as const, words: wordsOf(ins) },
    { mark: 'same' as const, words: behind(words.slice(from + del.length)) },
  ]
  return {
    depth: 0,
    role: op.field === 'heading' ? 'heading' : op.field === 'tail' ? 'tail' : 'lead',
    mark: 'same',
    was: label,
    is: label,
    runs: runs.filter((run) => run.words !== ''),
  }
}

/** Each operation as an instruction, with what it strikes and inserts. */
export function stepsShown(store: TextStore, base: Tree, ops: readonly Op[]): readonly StepShown[] {
  return stepsThrough(store, base, ops).map(({ op, before: from, after }) => {
    const instruction = instructionOf(op, from)
    if (op.op !== 'words') return { instruction, changes: [...changesShown(store, from, after)] }
    const numbers = numbersOf(from)
    const tree = numbers.tree(op.target)!
    const number = numbers.numberOf(op.target)
    return {
      instruction,
      changes: [
        {
          id: op.target,
          what: 'amended' as const,
          number,
          called: calledOf(tree, number),
          lines: [wordsAsSaid(op, tree)],
        },
      ],
    }
  })
}
