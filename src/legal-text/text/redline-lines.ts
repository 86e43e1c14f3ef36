// A redline as lines in one reading order, and as the entries through which one steps: plain data for page and program.

import { z } from 'zod'
import {
  type Compared,
  type ComparedLine,
  compared,
  comparedLines,
  linesOf,
  wholeLine,
} from '../engine/formats/index.ts'
import {
  changeEntries,
  diff,
  entryNumbers,
  type ProvisionId,
  printedNumber,
  renumberingInWords,
  type TextStore,
  type Tree,
  wordsOf,
} from '../engine/index.ts'

export const redlineRun = z.object({ mark: z.enum(['same', 'ins', 'del']), s: z.string() })

export const redlineLine = z.object({
  id: z.string(),
  /** How the provision is called in full: in the newer text, or in the older where it is gone. */
  number: z.string(),
  depth: z.int(),
  role: z.enum(['heading', 'opening', 'lead', 'tail']),
  /** The number as it stands there, before and after; null where there is none. */
  label: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  runs: z.array(redlineRun),
  what: z.enum(['same', 'amended', 'inserted', 'struck', 'moved from here', 'moved to here']),
  /** The entry of the list that this line belongs to, counted from 1; null where nothing differs. */
  entry: z.int().nullable(),
})
export type RedlineLine = z.infer<typeof redlineLine>

export const redlineEntry = z.object({
  /** Counted from 1. */
  n: z.int(),
  words: z.string(),
  kind: z.string(),
})
export type RedlineEntry = z.infer<typeof redlineEntry>

export interface RedlineLines {
  readonly lines: readonly RedlineLine[]
  readonly entries: readonly RedlineEntry[]
}

const kinds = {
  new: 'inserted',
  gone: 'struck',
  words: 'amended',
  place: 'moved',
  number: 'renumbered',
  marks: 'other marks',
  children: 'other order',
} as const

/**
 * The redline from `a` to `b`, two states of one provision held in one store. Equal provisions are left out unless `all`
 * asks for them; what stands above a change is shown.
 */
export function redlineLines(
  store: TextStore,
  a: Tree,
  b: Tree,
  { all = false }: { readonly all?: boolean } = {},
): RedlineLines {
  const { lexicon } = store
  const steps = changeEntries(diff(store, a, b))
  const entryOf = new Map<ProvisionId, number>()
  const entries = steps.map((step, at): RedlineEntry => {
    for (const { id } of step.changes) if (!entryOf.has(id)) entryOf.set(id, at + 1)
    return { n: at + 1, kind: kinds[step.class], words: '' }
  })
  const lines: RedlineLine[] = []
  const paths = { a: [] as Tree[], b: [] as Tree[] }
  const named = new Map<number, string>()
  const called = { was: new Map<ProvisionId, string>(), is: new Map<ProvisionId, string>() }
  const push = (
    tree: Tree,
    number: string,
    depth: number,
    line: ComparedLine,
    what: RedlineLine['what'],
  ) => {
    const runs = line.runs.flatMap(({ mark, words }) => {
      const s = wordsOf(words)
      return s === '' ? [] : [{ mark, s }]
    })
    const { before, after } = line.label
    if (runs.length === 0 && before === null && after === null) return
    const differs = what !== 'same'
    const entry = differs ? (entryOf.get(tree.id) ?? null) : null
    if (entry !== null && !named.has(entry)) named.set(entry, number || openingOf(tree))
    lines.push({
      id: tree.id,
      number,
      depth,
      role: line.role,
      label: line.label,
      runs,
      what,
      entry,
    })
  }
  const whole = (
    tree: Tree,
    path: Tree[],
    depth: number,
    mark: 'ins' | 'del',
    what: RedlineLine['what'],
  ): void => {
    path.push(tree)
    const number = printedNumber(path)
    const { head, tail } = linesOf(tree.own)
    for (const line of head) push(tree, number, depth, wholeLine(line, mark), what)
    for (const kid of tree.kids) whole(kid, path, depth + 1, mark, what)
    for (const line of tail) push(tree, number, depth, wholeLine(line, mark), what)
    path.pop()
  }
  const equal = (tree: Tree, path: Tree[], depth: number): void => {
    path.push(tree)
    const number = printedNumber(path)
    const { head, tail } = linesOf(tree.own)
    for (const line of head) push(tree, number, depth, wholeLine(line, 'same'), 'same')
    for (const kid of tree.kids) equal(kid, path, depth + 1)
    for (const line of tail) push(tree, number, depth, wholeLine(line, 'same'), 'same')
    path.pop()
  }
  const visit = (one: Compared, depth: number): void => {
    if (!one.a) whole(one.b!, paths.b, depth, 'ins', one.moved ? 'moved to here' : 'inserted')
    else if (!one.b) whole(one.a, paths.a, depth, 'del', one.moved ? 'moved from here' : 'struck')
    else if (one.kids) both({ a: one.a, b: one.b, kids: one.kids }, depth)
    else if (all) equal(one.b, paths.b, depth)
  }
  type Both = { readonly a: Tree; readonly b: Tree; readonly kids: readonly Compared[] }
  const both = (one: Both, depth: number): void => {
    paths.a.push(one.a)
    paths.b.push(one.b)
    const number = printedNumber(paths.b)
    called.was.set(one.b.id, printedNumber(paths.a))
    called.is.set(one.b.id, number)
    const { head, tail } = comparedLines(one.a.own, one.b.own, lexicon)
    for (const line of head) push(one.b, number, depth, line, standing(line))
    for (const kid of one.kids) visit(kid, depth + 1)
    for (const line of tail)
      if (all || standing(line) !== 'same') push(one.b, number, depth, line, standing(line))
    paths.a.pop()
    paths.b.pop()
  }
  visit(compared(a, b), 0)
  const ends = (step: (typeof steps)[number], side: 'was' | 'is'): readonly [string, string] => {
    const [first, last] = [step.changes[0], step.changes.at(-1)!].map(({ id }) => id)
    const [one, other] = entryNumbers(step)[side]
    return [called[side].get(first!) ?? one, called[side].get(last!) ?? other]
  }
  return {
    lines,
    entries: entries.map((entry, at) => {
      const step = steps[at]!
      return {
        ...entry,
        words:
          step.class === 'number'
            ? renumberingInWords(
                { was: ends(step, 'was'), is: ends(step, 'is') },
                step.changes.length === 1,
              )
            : (named.get(entry.n) ?? ''),
      }
    }),
  }
}

function standing(line: ComparedLine): 'same' | 'amended' {
  return line.mark !== 'same' ||
    line.label.before !== line.label.after ||
    line.runs.some(({ mark }) => mark !== 'same')
    ? 'amended'
    : 'same'
}

function openingOf({ own }: Tree): string {
  const words = own.heading ? wordsOf(own.heading) : wordsOf(own.lead[0] ?? [])
  return words.length <= 50 ? words : `${words.slice(0, 50).replace(/\s\S*$/, '')} …`
}
