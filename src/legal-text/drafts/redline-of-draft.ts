// A draft as redlines: the least change from the text that it amends, and step by step as the drafter instructed.

import { z } from 'zod'
import {
  fieldWords,
  instructionOf,
  type Op,
  type TextStore,
  type Tree,
  wordsOf,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import {
  type RedlineLine,
  type RedlineLines,
  redlineEntry,
  redlineLine,
  redlineLines,
} from '../text/redline-lines.ts'
import { stepsThrough } from './instructions.ts'

export const redlineShown = z.object({
  entries: z.array(redlineEntry),
  lines: z.array(redlineLine),
})
export type RedlineShape = z.infer<typeof redlineShown>

export const stepShown = z.object({ instruction: z.string(), lines: z.array(redlineLine) })
export type StepShown = z.infer<typeof stepShown>

const made = new WeakMap<Tree, WeakMap<Tree, RedlineLines>>()

/** The least change from one text to the other; made once for the two. */
export function redlineOf(store: TextStore, base: Tree, root: Tree): RedlineShape {
  const known = made.get(base) ?? new WeakMap()
  made.set(base, known)
  let redline = known.get(root)
  if (!redline) {
    redline = base === root ? { lines: [], entries: [] } : redlineLines(store, base, root)
    known.set(root, redline)
  }
  return { entries: [...redline.entries], lines: [...redline.lines] }
}

/** The printed numbers of what differs, each once. */
export const numbersTouched = (store: TextStore, base: Tree, root: Tree): readonly string[] => [
  ...new Set(
    redlineOf(store, base, root)
      .lines.filter(({ what }) => what !== 'same')
      .map(({ number }) => number)
      .filter(Boolean),
  ),
]

/** Each operation as an instruction, with what it strikes and inserts. */
export function stepsShown(store: TextStore, base: Tree, ops: readonly Op[]): StepShown[] {
  return stepsThrough(store, base, ops).map(({ op, before, after }) => ({
    instruction: instructionOf(op, before),
    lines:
      op.op === 'words'
        ? [wordsAsSaid(op, before)]
        : redlineLines(store, before, after)
            .lines.filter(({ what }) => what !== 'same')
            .map((line) => ({ ...line, entry: null })),
  }))
}

const around = 160

/** Words about a change, cut at a blank where they are many. */
const before = (words: string) =>
  words.length <= around ? words : `… ${words.slice(-around).replace(/^\S*\s/, '')}`
const behind = (words: string) =>
  words.length <= around ? words : `${words.slice(0, around).replace(/\s\S*$/, '')} …`

/** What the drafter struck and inserted, as it was said and not as it could be said shorter. */
function wordsAsSaid(op: Extract<Op, { op: 'words' }>, root: Tree): RedlineLine {
  const numbers = numbersOf(root)
  const { own } = numbers.tree(op.target)!
  const words = fieldWords(own, op.field)
  const from = placeOf(op, own.ownHash, words)
  const label = op.field === 'tail' ? null : (own.label?.raw ?? null)
  const runs = [
    { mark: 'same' as const, s: before(words.slice(0, from)) },
    { mark: 'del' as const, s: op.del },
    { mark: 'ins' as const, s: wordsOf(op.ins) },
    { mark: 'same' as const, s: behind(words.slice(from + op.del.length)) },
  ]
  return {
    id: op.target,
    number: numbers.numberOf(op.target),
    depth: 0,
    role: op.field,
    label: { before: label, after: label },
    runs: runs.filter((run) => run.s !== ''),
    what: 'amended',
    entry: null,
  }
}

function placeOf(
  { at, del }: Extract<Op, { op: 'words' }>,
  ownHash: string,
  words: string,
): number {
  if (ownHash === at.base) return at.from
  let place = -1
  for (let count = Math.max(1, at.occurrence); count > 0; count -= 1)
    place = words.indexOf(at.quote, place + 1)
  return del === '' ? place + at.quote.length : place
}
